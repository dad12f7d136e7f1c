import LegalText
import NoticeModel
import Yams

/// Turns one `meta.yaml` into a ``CorpusEntry``, reporting every mistake in the file and not only the first.
struct MetaDecoder {
    private enum Field: String, CaseIterable {
        case id, documentNumber, title, date, published, effective, repeals, address, texts, format
    }

    private enum TextField: String, CaseIterable {
        case file, sha256, retrieved, status, source, wording, notes
    }

    private enum ClaimField: String, CaseIterable {
        case provision, words
    }

    /// The name of the notice's folder, which is its id.
    let folderName: String

    /// What is wrong with the file, in the order it was found.
    var diagnostics: [Diagnostic] { reader.diagnostics }

    private var reader: FieldReader

    /// Reads the file that diagnostics call `path`.
    init(path: String, folderName: String) {
        self.folderName = folderName
        reader = FieldReader(path: path)
    }

    /// Returns the entry, or `nil` where ``diagnostics`` says why there is none.
    mutating func decode(_ yaml: String) -> CorpusEntry? {
        guard let root = reader.document(yaml) else { return nil }
        // A file of another format may have fields that mean nothing here.
        if let node = root.mapping?["format"], let mistake = DataFormat.mistake(node.string ?? "") {
            reader.report("corpus/format", at: node, mistake.summary, help: mistake.help)
            return nil
        }
        guard let fields = reader.fields(of: root, as: Field.self) else { return nil }
        let id = reader.string(reader.required(.id, in: fields, of: root), field: "id")
        if let id, id != folderName {
            let summary = "the id is '\(id)' and the folder is called '\(folderName)'"
            reader.report("corpus/wrong-id", at: fields[.id], summary)
        }
        let entry = CorpusEntry(
            id: folderName,
            documentNumber: reader.string(fields[.documentNumber], field: "documentNumber"),
            title: localized(reader.required(.title, in: fields, of: root), field: "title"),
            date: date(fields[.date], field: "date"),
            published: date(fields[.published], field: "published"),
            effective: date(fields[.effective], field: "effective"),
            repeals: reader.strings(fields[.repeals], field: "repeals"),
            address: reader.string(fields[.address], field: "address"),
            texts: texts(reader.required(.texts, in: fields, of: root))
        )
        return diagnostics.isEmpty ? entry : nil
    }

    private mutating func texts(_ node: Node?) -> [LocalizedText.Language: CorpusEntry.TextDescription] {
        guard let node, let languages = reader.fields(of: node, as: LocalizedText.Language.self) else { return [:] }
        if languages.isEmpty {
            reader.report("corpus/wrong-value", at: node, "'texts' must name at least one text")
        }
        var texts: [LocalizedText.Language: CorpusEntry.TextDescription] = [:]
        for language in LocalizedText.Language.allCases {
            texts[language] = languages[language].flatMap { text($0) }
        }
        return texts
    }

    private mutating func text(_ node: Node) -> CorpusEntry.TextDescription? {
        guard let fields = reader.fields(of: node, as: TextField.self) else { return nil }
        let file = reader.string(reader.required(.file, in: fields, of: node), field: "file")
        if let file, file.contains("/") || file.hasPrefix(".") {
            let summary = "'file' must be the name of a file in the notice's folder"
            reader.report("corpus/wrong-value", at: fields[.file], summary)
        }
        let statusNode = reader.required(.status, in: fields, of: node)
        let status = reader.choice(statusNode, as: TextStatus.self, field: "status")
        let source = reader.required(.source, in: fields, of: node).flatMap { sentence($0, field: "source") }
        let sha256 = sha256(fields[.sha256])
        let retrieved = date(fields[.retrieved], field: "retrieved")
        let claims = claims(fields[.wording])
        let notes = notes(fields[.notes])
        guard let file, let status, let source else { return nil }
        return CorpusEntry.TextDescription(
            file: file,
            sha256: sha256,
            retrieved: retrieved,
            status: status,
            source: source,
            wording: claims,
            notes: notes
        )
    }

    private mutating func claims(_ node: Node?) -> [WordingClaim] {
        guard let node, let lists = reader.fields(of: node, as: Wording.self) else { return [] }
        var claims: [WordingClaim] = []
        for wording in Wording.allCases {
            guard let list = lists[wording] else { continue }
            guard let items = list.sequence else {
                reader.report("corpus/wrong-value", at: list, "'\(wording.rawValue)' must be a list of provisions")
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
        guard let fields = reader.fields(of: node, as: ClaimField.self),
            let provision = reader.string(reader.required(.provision, in: fields, of: node), field: "provision")
        else { return nil }
        let words = reader.string(fields[.words], field: "words")
        return WordingClaim(provision: ProvisionID(rawValue: provision), words: words, wording: wording)
    }
}

// MARK: - Values

extension MetaDecoder {
    private mutating func date(_ node: Node?, field: String) -> LegalDate? {
        guard let node else { return nil }
        guard let date = node.string.flatMap({ LegalDate(iso: $0) }) else {
            reader.report("corpus/wrong-value", at: node, "'\(field)' must be a date such as 2026-02-06")
            return nil
        }
        return date
    }

    private mutating func sha256(_ node: Node?) -> String? {
        guard let node else { return nil }
        guard let digest = node.string, digest.utf8.count == 64, digest.wholeMatch(of: /[0-9a-f]+/) != nil else {
            reader.report("corpus/wrong-value", at: node, "'sha256' must be 64 hexadecimal digits in small letters")
            return nil
        }
        return digest
    }

    /// A sentence in both languages, or one that stands for both.
    private mutating func sentence(_ node: Node, field: String) -> LocalizedText? {
        if node.mapping != nil { return localized(node, field: field) }
        return reader.string(node, field: field).map { LocalizedText(zh: $0, en: $0) }
    }

    private mutating func notes(_ node: Node?) -> [LocalizedText] {
        guard let node else { return [] }
        guard let items = node.sequence else {
            reader.report("corpus/wrong-value", at: node, "'notes' must be a list")
            return []
        }
        return items.compactMap { sentence($0, field: "notes") }
    }

    private mutating func localized(_ node: Node?, field: String) -> LocalizedText {
        guard let node, let languages = reader.fields(of: node, as: LocalizedText.Language.self) else {
            return LocalizedText(zh: "", en: "")
        }
        let zh = reader.string(reader.required(.zh, in: languages, of: node), field: field)
        let en = reader.string(reader.required(.en, in: languages, of: node), field: field)
        return LocalizedText(zh: zh ?? "", en: en ?? "")
    }
}
