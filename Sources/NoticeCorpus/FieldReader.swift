import LegalText
import Yams

/// Takes values out of a YAML document of the corpus and notes every mistake with its line and column.
struct FieldReader {
    /// The path that diagnostics name.
    let path: String

    /// What is wrong with the file, in the order it was found.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the file that diagnostics call `path`.
    init(path: String) {
        self.path = path
    }

    /// The document in `yaml`, or `nil` where it is empty or isn't YAML.
    mutating func document(_ yaml: String) -> Node? {
        do {
            guard let node = try YAMLDocument.root(of: yaml) else {
                report("corpus/empty", at: nil, "the file is empty")
                return nil
            }
            return node
        } catch {
            report(error)
            return nil
        }
    }

    /// Where `node` stands, or the file where it stands nowhere.
    func location(of node: Node?) -> SourceLocation {
        SourceLocation(path: path, line: node?.mark?.line, column: node?.mark?.column)
    }
}

extension FieldReader {
    /// The fields of a mapping; unknown and repeated ones are reported.
    mutating func fields<Name: RawRepresentable<String> & CaseIterable & Hashable>(
        of node: Node,
        as _: Name.Type
    ) -> [Name: Node]? {
        guard let mapping = node.mapping else {
            report("corpus/not-a-mapping", at: node, "this must be a mapping of fields")
            return nil
        }
        var fields: [Name: Node] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard let field = Name(rawValue: name) else {
                let help = NearestName(Name.allCases.map(\.rawValue)).suggestion(for: name)
                report("corpus/unknown-field", at: key, "unknown field '\(name)'", help: help)
                continue
            }
            fields[field] = value
        }
        return fields
    }

    /// The value of a field, reported where it is missing.
    mutating func required<Name: RawRepresentable<String>>(
        _ field: Name,
        in fields: [Name: Node],
        of root: Node
    ) -> Node? {
        if let node = fields[field] { return node }
        report("corpus/missing-field", at: root, "missing field '\(field.rawValue)'")
        return nil
    }

    /// A text that isn't empty.
    mutating func string(_ node: Node?, field: String) -> String? {
        guard let node else { return nil }
        guard let string = node.string, !string.isEmpty else {
            report("corpus/wrong-value", at: node, "'\(field)' must be a text")
            return nil
        }
        return string
    }

    /// The texts of a list; none where the field is missing.
    mutating func strings(_ node: Node?, field: String) -> [String] {
        guard let node else { return [] }
        guard let items = node.sequence else {
            report("corpus/wrong-value", at: node, "'\(field)' must be a list")
            return []
        }
        return items.compactMap { string($0, field: field) }
    }

    /// One of the cases of an enumeration.
    mutating func choice<Choice: CaseIterable & RawRepresentable<String>>(
        _ node: Node?,
        as _: Choice.Type,
        field: String
    ) -> Choice? {
        guard let node else { return nil }
        if let choice = node.string.flatMap(Choice.init) { return choice }
        let names = Choice.allCases.map(\.rawValue)
        let choices = names.map { "'\($0)'" }.joined(separator: ", ")
        let help = NearestName(names).suggestion(for: node.string ?? "")
        report("corpus/wrong-value", at: node, "'\(field)' must be one of \(choices)", help: help)
        return nil
    }

    /// Notes a mistake.
    mutating func report(_ id: String, at node: Node?, _ summary: String, help: String? = nil) {
        diagnostics.append(Diagnostic(id, .error, in: location(of: node), summary, help: help))
    }

    private mutating func report(_ error: any Error) {
        var location = SourceLocation(path: path)
        var problem = "the file isn't YAML"
        if let refusal = error as? YAMLDocument.Refusal {
            location = SourceLocation(path: path, line: refusal.line)
            problem = refusal.reason
        } else if let yamlError = error as? YamlError {
            switch yamlError {
            case .scanner(_, let detail, let mark, _), .parser(_, let detail, let mark, _),
                .composer(_, let detail, let mark, _):
                location = SourceLocation(path: path, line: mark.line, column: mark.column)
                problem += ": \(detail)"
            case .duplicatedKeysInMapping(let names, let context):
                location = SourceLocation(path: path, line: context.mark.line, column: context.mark.column)
                problem = "these fields stand here twice: \(names.sorted().joined(separator: ", "))"
            default:
                break
            }
        }
        diagnostics.append(Diagnostic("corpus/not-yaml", .error, in: location, problem))
    }
}
