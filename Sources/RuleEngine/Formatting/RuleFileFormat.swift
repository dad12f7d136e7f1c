internal import LegalText
internal import NoticeCorpus
internal import Yams

/// The one layout of rule files: keys in a fixed order, two blanks a level, no blank line between entries.
///
/// Lines are moved and indented, never rewritten: comments, quotes and folded texts stay as they are. Before a result is
/// handed out it is read again, and must say the same and hold the same lines.
package struct RuleFileFormat {
    /// What a file holds, which settles the order of its keys.
    package enum Kind: Sendable {
        case rule
        case cases
        case concept
        case negations
        case pack

        /// The kind of the file called `name`, or `nil` where it is none of them.
        package init?(fileName name: String, inFolder folder: String) {
            switch (name, folder) {
            case ("rule.yaml", _): self = .rule
            case ("cases.yaml", _): self = .cases
            case ("pack.yaml", _): self = .pack
            case ("negation.yaml", _): self = .negations
            case (_, "concepts") where name.hasSuffix(".yaml"): self = .concept
            default: return nil
            }
        }

        /// The order of the keys at the top of a file.
        fileprivate var keys: [String] {
            switch self {
            case .rule:
                [
                    "id", "like", "title", "note", "ban", "activity", "errs", "certain-to", "verdict", "basis",
                    "authority",
                    "cure", "fields", "territory", "bearer", "when", "requires", "review-if", "yields-to",
                    "explanation",
                ]
            case .cases: []
            case .concept: ["id", "title", "generic", "note", "since", "terms", "include", "allow"]
            case .negations: ["note", "groups"]
            case .pack: ["id", "notice", "version", "title", "note"]
            }
        }
    }

    /// The order of keys below the top, for every kind of file.
    private static let nestedKeys = [
        "case", "record",
        "notice", "provision", "quote",
        "requirement", "grantor",
        "kinds", "doubtful",
        "id", "name", "former-names", "brands", "direction", "reach", "zh", "en", "not-before", "not-after", "needs",
        "scope", "description", "actor", "jurisdiction", "approval",
        "of", "to", "within", "ordered",
        "when", "effect", "reason",
        "expect", "evidence", "doubts", "released", "name-part", "near-miss", "disguises", "except", "note",
    ]

    private let kind: Kind
    private let path: String

    /// Creates a format for a file of one kind; `path` stands in diagnostics.
    package init(_ kind: Kind, path: String) {
        self.kind = kind
        self.path = path
    }

    /// The file laid out, or `text` itself where nothing is to be done.
    ///
    /// - Throws: An error where the file isn't YAML, or can't be laid out without touching what it says.
    package func formatted(_ text: String) throws(RulePackError) -> String {
        var reader = NodeReader(path: path)
        guard let before = reader.document(text) else { throw RulePackError(reader.diagnostics) }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(Self.trimmed)
        if let tab = lines.firstIndex(where: { $0.prefix { $0 == " " || $0 == "\t" }.contains("\t") }) {
            throw refusal("a tab indents this line; expected blanks", line: tab + 1)
        }
        var written: [String] = []
        write(YAMLBlock(lines), keys: kind.keys, at: 0, into: &written)
        let result = written.joined(separator: "\n") + "\n"
        guard Self.contents(lines) == Self.contents(written.map { Substring($0) }),
            let after = try? YAMLDocument.root(of: result), Self.saysTheSame(before, after)
        else {
            throw refusal("the file can't be laid out without a change of what it says; lay it out by hand", line: nil)
        }
        return result
    }

    private func refusal(_ summary: String, line: Int?) -> RulePackError {
        RulePackError([Diagnostic("format/refused", .error, in: SourceLocation(path: path, line: line), summary)])
    }

    private func write(_ block: YAMLBlock, keys: [String], at margin: Int, into lines: inout [String]) {
        let indent = String(repeating: " ", count: margin)
        switch block {
        case .mapping(let entries):
            for entry in Self.ordered(entries, keys) {
                lines += entry.comments.map { indent + $0.drop { $0 == " " } }
                guard !entry.key.isEmpty else { continue }
                lines.append(indent + entry.key + ":" + (entry.head.isEmpty ? "" : " \(entry.head)"))
                write(entry.body, keys: Self.nestedKeys, at: margin + 2, into: &lines)
            }
        case .sequence(let entries):
            for entry in entries {
                lines += entry.comments.map { indent + $0.drop { $0 == " " } }
                var member: [String] = []
                write(entry.body, keys: Self.nestedKeys, at: margin + 2, into: &member)
                guard let first = member.first else { continue }
                // A comment above a member's first key can't follow the dash.
                let start = member.firstIndex { !Substring($0).isComment } ?? 0
                lines += member[..<start].map { indent + Substring($0).drop { $0 == " " } }
                let opening = start < member.count ? member[start] : first
                lines.append(indent + "- " + Substring(opening).drop { $0 == " " })
                lines += member[(start + 1)...]
            }
        case .lines(let text):
            let least = text.filter { !$0.isBlank }.map(\.indentation).min() ?? 0
            lines += Self.withoutBlankEnd(text).map { $0.isBlank ? "" : indent + $0.dropFirst(least) }
        }
    }

    /// The entries in the order of `keys`; keys that aren't among them stay behind the others, in their order.
    private static func ordered(_ entries: [YAMLBlock.Entry], _ keys: [String]) -> [YAMLBlock.Entry] {
        // Comments at the end belong to no key and stay there.
        func rank(_ entry: YAMLBlock.Entry) -> Int {
            entry.key.isEmpty ? keys.count + 1 : keys.firstIndex(of: String(entry.key)) ?? keys.count
        }
        return entries.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }.map(
            \.element
        )
    }

    private static func withoutBlankEnd(_ lines: [Substring]) -> ArraySlice<Substring> {
        lines[...(lines.lastIndex { !$0.isBlank } ?? lines.startIndex - 1)]
    }

    private static func trimmed(_ line: Substring) -> Substring {
        var line = line
        while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
        return line
    }

    /// What the lines hold, whatever their order and indentation.
    private static func contents(_ lines: [Substring]) -> [Substring] {
        lines.filter { !$0.isBlank }.map { line in
            var rest = line.drop { $0 == " " }
            while rest.isMember { rest = rest.dropFirst().drop { $0 == " " } }
            return rest
        }
        .sorted()
    }

    private static func saysTheSame(_ left: Node, _ right: Node) -> Bool {
        switch (left, right) {
        case (.scalar(let left), .scalar(let right)):
            return left.string == right.string && left.style == right.style
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && zip(left, right).allSatisfy { saysTheSame($0, $1) }
        case (.mapping(let left), .mapping(let right)):
            return left.count == right.count
                && left.allSatisfy { key, value in right[key].map { saysTheSame(value, $0) } ?? false }
        default:
            return false
        }
    }
}
