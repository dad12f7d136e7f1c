import LegalText
import NoticeModel
import Yams

/// Turns one `meta.yaml` into a ``CorpusEntry``, reporting every mistake in the file and not only the first.
struct MetaDecoder {
    private enum Field: String, CaseIterable {
        case id, documentNumber, title, date, published, effective, repeals, address, texts
    }

    private enum TextField: String, CaseIterable {
        case file, status, source, wording, notes
    }

    private enum ClaimField: String, CaseIterable {
        case provision, words
    }

    /// The path that diagnostics name.
    let path: String

    /// The name of the notice's folder, which is its id.
    let folderName: String

    /// What is wrong with the file, in the order it was found.
    private(set) var diagnostics: [Diagnostic] = []

    init(path: String, folderName: String) {
        self.path = path
        self.folderName = folderName
    }

    /// Returns the entry, or `nil` where ``diagnostics`` says why there is none.
    mutating func decode(_ yaml: String) -> CorpusEntry? {
        let root: Node
        do {
            guard let node = try compose(yaml: yaml) else {
                report("corpus/empty", at: nil, "the file is empty")
                return nil
            }
            root = node
        } catch {
            report(error)
            return nil
        }
        guard let fields = fields(of: root, as: Field.self) else { return nil }
        let id = string(required(.id, in: fields, of: root), field: "id")
        if let id, id != folderName {
            report("corpus/wrong-id", at: fields[.id], "the id is '\(id)' and the folder is called '\(folderName)'")
        }
        let entry = CorpusEntry(
            id: folderName,
            documentNumber: string(fields[.documentNumber], field: "documentNumber"),
            title: localized(required(.title, in: fields, of: root), field: "title"),
            date: date(fields[.date], field: "date"),
            published: date(fields[.published], field: "published"),
            effective: date(fields[.effective], field: "effective"),
            repeals: strings(fields[.repeals], field: "repeals"),
            address: string(fields[.address], field: "address"),
            texts: texts(required(.texts, in: fields, of: root))
        )
        return diagnostics.isEmpty ? entry : nil
    }

    private mutating func texts(_ node: Node?) -> [LocalizedText.Language: CorpusEntry.TextDescription] {
        guard let node, let languages = fields(of: node, as: LocalizedText.Language.self) else { return [:] }
        if languages.isEmpty {
            report("corpus/wrong-value", at: node, "'texts' must name at least one text")
        }
        var texts: [LocalizedText.Language: CorpusEntry.TextDescription] = [:]
        for language in LocalizedText.Language.allCases {
            texts[language] = languages[language].flatMap { text($0) }
        }
        return texts
    }

    private mutating func text(_ node: Node) -> CorpusEntry.TextDescription? {
        guard let fields = fields(of: node, as: TextField.self) else { return nil }
        let file = string(required(.file, in: fields, of: node), field: "file")
        if let file, file.contains("/") || file.hasPrefix(".") {
            report("corpus/wrong-value", at: fields[.file], "'file' must be the name of a file in the notice's folder")
        }
        let statusNode = required(.status, in: fields, of: node)
        let status = string(statusNode, field: "status").flatMap(TextStatus.init)
        if let statusNode, status == nil {
            let choices = TextStatus.allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let help = NearestName(TextStatus.allCases.map(\.rawValue)).suggestion(for: statusNode.string ?? "")
            report("corpus/wrong-value", at: statusNode, "'status' must be one of \(choices)", help: help)
        }
        let source = string(required(.source, in: fields, of: node), field: "source")
        let claims = claims(fields[.wording])
        let notes = strings(fields[.notes], field: "notes")
        guard let file, let status, let source else { return nil }
        return CorpusEntry.TextDescription(file: file, status: status, source: source, wording: claims, notes: notes)
    }

    private mutating func claims(_ node: Node?) -> [WordingClaim] {
        guard let node, let lists = fields(of: node, as: Wording.self) else { return [] }
        var claims: [WordingClaim] = []
        for wording in Wording.allCases {
            guard let list = lists[wording] else { continue }
            guard let items = list.sequence else {
                report("corpus/wrong-value", at: list, "'\(wording.rawValue)' must be a list of provisions")
                continue
            }
            claims.append(contentsOf: items.compactMap { claim($0, wording: wording) })
        }
        return claims
    }

    private mutating func claim(_ node: Node, wording: Wording) -> WordingClaim? {
        if let id = node.string {
            return WordingClaim(provision: ProvisionID(rawValue: id), wording: wording)
        }
        guard let fields = fields(of: node, as: ClaimField.self),
            let provision = string(required(.provision, in: fields, of: node), field: "provision")
        else { return nil }
        let words = string(fields[.words], field: "words")
        return WordingClaim(provision: ProvisionID(rawValue: provision), words: words, wording: wording)
    }
}

// MARK: - Values

extension MetaDecoder {
    /// The fields of a mapping; unknown and repeated ones are reported.
    private mutating func fields<Name: RawRepresentable<String> & CaseIterable & Hashable>(
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

    private mutating func required<Name: RawRepresentable<String>>(
        _ field: Name,
        in fields: [Name: Node],
        of root: Node
    ) -> Node? {
        if let node = fields[field] { return node }
        report("corpus/missing-field", at: root, "missing field '\(field.rawValue)'")
        return nil
    }

    private mutating func string(_ node: Node?, field: String) -> String? {
        guard let node else { return nil }
        guard let string = node.string, !string.isEmpty else {
            report("corpus/wrong-value", at: node, "'\(field)' must be a text")
            return nil
        }
        return string
    }

    private mutating func strings(_ node: Node?, field: String) -> [String] {
        guard let node else { return [] }
        guard let items = node.sequence else {
            report("corpus/wrong-value", at: node, "'\(field)' must be a list")
            return []
        }
        return items.compactMap { string($0, field: field) }
    }

    private mutating func date(_ node: Node?, field: String) -> LegalDate? {
        guard let node else { return nil }
        guard let date = node.string.flatMap({ LegalDate(iso: $0) }) else {
            report("corpus/wrong-value", at: node, "'\(field)' must be a date such as 2026-02-06")
            return nil
        }
        return date
    }

    private mutating func localized(_ node: Node?, field: String) -> LocalizedText {
        guard let node, let languages = fields(of: node, as: LocalizedText.Language.self) else {
            return LocalizedText(zh: "", en: "")
        }
        let zh = string(required(.zh, in: languages, of: node), field: field)
        let en = string(required(.en, in: languages, of: node), field: field)
        return LocalizedText(zh: zh ?? "", en: en ?? "")
    }

    private mutating func report(_ id: String, at node: Node?, _ summary: String, help: String? = nil) {
        let location = SourceLocation(path: path, line: node?.mark?.line, column: node?.mark?.column)
        diagnostics.append(Diagnostic(id, .error, in: location, summary, help: help))
    }

    private mutating func report(_ error: any Error) {
        var location = SourceLocation(path: path)
        var problem = "the file isn't YAML"
        if let yamlError = error as? YamlError {
            switch yamlError {
            case .scanner(_, let detail, let mark, _), .parser(_, let detail, let mark, _),
                .composer(_, let detail, let mark, _):
                location = SourceLocation(path: path, line: mark.line, column: mark.column)
                problem += ": \(detail)"
            default:
                break
            }
        }
        diagnostics.append(Diagnostic("corpus/not-yaml", .error, in: location, problem))
    }
}
