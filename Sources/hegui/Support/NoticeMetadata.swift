import LegalText
import NoticeCorpus
import NoticeModel

/// What the `meta.yaml` of a notice that is taken into a corpus says.
struct NoticeMetadata {
    /// The notice's id.
    let id: String
    /// The title in both languages.
    let title: LocalizedText
    /// The document number.
    var documentNumber: String?
    /// The date on the document.
    var date: LegalDate?
    /// The day of publication.
    var published: LegalDate?
    /// The day from which it binds.
    var effective: LegalDate?
    /// The ids of the notices that it repeals.
    var repeals: [String] = []
    /// The official address.
    var address: String?
    /// The language of the text.
    let language: LocalizedText.Language
    /// The name of the text's file.
    let file: String
    /// The SHA-256 of the text's file in hexadecimal digits.
    var sha256: String?
    /// How far the text can be relied on.
    var status = TextStatus.transcription
    /// Where the text came from.
    let source: String

    /// The metadata of a notice that was read from a file called `name`, as far as the notice gives them.
    init(_ id: String, _ notice: Notice, title: LocalizedText, file: String, from name: String) {
        let header = notice.header
        self.id = id
        self.title = title
        documentNumber = header.documentNumber?.text
        date = header.date?.date
        published = header.publishedDate?.date
        language = header.language.isChinese ? .zh : .en
        self.file = file
        source = "Taken from \(name); where that comes from is to be completed."
    }

    /// The metadata as the file has them.
    var text: String {
        text(source: source)
    }

    /// The metadata with another word on where the text came from.
    func text(source: String) -> String {
        var lines = ["id: \(id)"]
        if let documentNumber { lines.append("documentNumber: \(Self.quoted(documentNumber))") }
        lines.append("title: {zh: \(Self.quoted(title.zh)), en: \(Self.quoted(title.en))}")
        if let date { lines.append("date: \(date)") }
        if let published { lines.append("published: \(published)") }
        if let effective { lines.append("effective: \(effective)") }
        if let address { lines.append("address: \(Self.quoted(address))") }
        lines.append(
            repeals.isEmpty
                ? "# What the notice repeals is to be named under 'repeals', by the ids of the corpus."
                : "repeals: [\(repeals.joined(separator: ", "))]"
        )
        lines += [
            "texts:",
            "  \(language.rawValue):",
            "    file: \(file)",
        ]
        if let sha256 { lines.append("    sha256: \(sha256)") }
        lines += [
            "    status: \(status.rawValue)           # \(TextStatus.allCases.map(\.rawValue).joined(separator: ", "))",
            "    source: \(Self.quoted(source))",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        let plain = flat.unicodeScalars.filter { $0.properties.generalCategory != .control }
        return "\""
            + String(String.UnicodeScalarView(plain)).replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
            + "\""
    }
}
