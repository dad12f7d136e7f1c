import LegalText
import Yams

/// Turns `glossary.yaml` into terms, reporting every mistake in the file and not only the first.
struct GlossaryDecoder {
    private enum Field: String, CaseIterable {
        case zh, en, note, each, both, governs, silent
    }

    /// The path that diagnostics name.
    private let path: String

    /// What is wrong with the file, in the order it was found.
    private(set) var diagnostics: [Diagnostic] = []

    private var known: Set<String> = []

    init(path: String) {
        self.path = path
    }

    /// The terms of every group, in order.
    mutating func decode(_ yaml: String) -> [Glossary.Term] {
        let root: Node
        do {
            guard let node = try YAMLDocument.root(of: yaml) else {
                report("corpus/empty", at: nil, "the file is empty")
                return []
            }
            root = node
        } catch {
            report("corpus/not-yaml", at: nil, "the file isn't YAML: \(error)")
            return []
        }
        guard let groups = root.mapping else {
            report("corpus/not-a-mapping", at: root, "the glossary must be a mapping of groups")
            return []
        }
        var terms: [Glossary.Term] = []
        for (name, group) in groups {
            guard let items = group.sequence else {
                report("corpus/wrong-value", at: group, "'\(name.string ?? "")' must be a list of terms")
                continue
            }
            terms += items.compactMap { term($0) }
        }
        return terms
    }

    private mutating func term(_ node: Node) -> Glossary.Term? {
        guard let mapping = node.mapping else {
            report("corpus/not-a-mapping", at: node, "a term must be a mapping of fields")
            return nil
        }
        var fields: [Field: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard let field = Field(rawValue: name) else {
                let help = NearestName(Field.allCases.map(\.rawValue)).suggestion(for: name)
                report("corpus/unknown-field", at: key, "unknown field '\(name)'", help: help)
                continue
            }
            fields[field] = value
        }
        guard let zh = fields[.zh]?.string, !zh.isEmpty else {
            report("corpus/missing-field", at: node, "a term must have its words in 'zh'")
            return nil
        }
        if !known.insert(zh).inserted { report("corpus/wrong-value", at: node, "'\(zh)' is listed twice") }
        let renderings = strings(.en, fields, of: zh)
        if renderings.isEmpty { report("corpus/missing-field", at: node, "'\(zh)' must have renderings in 'en'") }
        guard let note = fields[.note]?.string, !note.isEmpty else {
            report("corpus/missing-field", at: node, "'\(zh)' must have a note")
            return nil
        }
        return Glossary.Term(
            zh: zh,
            en: renderings,
            governing: strings(.governs, fields, of: zh),
            note: note,
            isCounted: flag(.each, fields),
            isTwoSided: flag(.both, fields),
            isSilent: flag(.silent, fields)
        )
    }

    private mutating func strings(_ field: Field, _ fields: [Field: Node], of zh: String) -> [String] {
        guard let node = fields[field] else { return [] }
        let texts = node.sequence?.compactMap(\.string).filter { !$0.isEmpty }
        guard let texts, texts.count == node.sequence?.count else {
            report("corpus/wrong-value", at: node, "'\(field.rawValue)' of '\(zh)' must be a list of words")
            return []
        }
        return texts
    }

    private mutating func flag(_ field: Field, _ fields: [Field: Node]) -> Bool {
        guard let node = fields[field] else { return false }
        guard let flag = node.bool else {
            report("corpus/wrong-value", at: node, "'\(field.rawValue)' must be true or false")
            return false
        }
        return flag
    }

    private mutating func report(_ id: String, at node: Node?, _ summary: String, help: String? = nil) {
        let location = SourceLocation(path: path, line: node?.mark?.line, column: node?.mark?.column)
        diagnostics.append(Diagnostic(id, .error, in: location, summary, help: help))
    }
}
