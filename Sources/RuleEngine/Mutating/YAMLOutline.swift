internal import LegalText
internal import NoticeCorpus
internal import Yams

/// Finds the lines of a YAML file on which its parts stand.
struct YAMLOutline {
    private let path: String
    private let root: Node?

    /// Reads `text`; a file that isn't YAML has no parts.
    init(path: String, text: String) {
        self.path = path
        root = try? YAMLDocument.root(of: text)
    }

    /// Where the part at `place` stands, or as near as the file goes; `nil` where not even its first key is there.
    func location(of place: YAMLPath) -> SourceLocation? {
        guard var node = root, case .key(let first)? = place.steps.first, node.mapping?[Node(first)] != nil else {
            return nil
        }
        for step in place.steps {
            let next: Node? =
                switch step {
                case .key(let key): node.mapping?[Node(key)]
                case .index(let index): node.sequence.flatMap { index < $0.count ? $0[index] : nil }
                }
            guard let next else { break }
            node = next
        }
        return SourceLocation(path: path, line: node.mark?.line, column: node.mark?.column)
    }
}
