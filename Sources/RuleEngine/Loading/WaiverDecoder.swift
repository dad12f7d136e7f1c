internal import LegalText
internal import NoticeModel
internal import Yams

/// Turns one `waivers.yaml` into ``Waiver`` values.
struct WaiverDecoder {
    private var reader: NodeReader

    /// Creates a decoder for the file at `path`.
    init(path: String) {
        reader = NodeReader(path: path)
    }

    /// What is wrong with the file.
    var diagnostics: [Diagnostic] { reader.diagnostics }

    /// The waivers in `text`.
    mutating func waivers(_ text: String) -> [Waiver] {
        guard let root = reader.document(text) else { return [] }
        guard let members = root.sequence else {
            reader.report("yaml/wrong-type", at: root, "a file of waivers must be a list of waivers")
            return []
        }
        return members.compactMap { waiver($0) }
    }

    private mutating func waiver(_ node: Node) -> Waiver? {
        guard
            let fields = reader.fields(
                of: node,
                allowed: ["norm", "quote", "reason", "draft", "note"],
                what: "a waiver"
            )
        else { return nil }
        let norm = reader.value(
            "norm",
            in: fields,
            of: node,
            expecting: "a norm's address such as 'art_6__norm_6'",
            convert: NodeReader.text
        )
        let quotes = reader.value("quote", in: fields, of: node, expecting: "words of the norm", convert: \.self)
            .map { reader.quotes($0) }
        let reason = reader.localized("reason", in: fields, of: node)
        let isDraft = reader.optional("draft", in: fields, expecting: "true or false", convert: \.bool) ?? false
        guard let norm, let quotes, let reason else { return nil }
        return Waiver(
            norm: ProvisionID(rawValue: norm),
            quotes: quotes,
            reason: reason,
            isDraft: isDraft,
            location: reader.location(of: node)
        )
    }
}

extension NodeReader {
    /// The words of a clause in zh, en or both.
    mutating func quotes(_ node: Node) -> [LocalizedText.Language: RuleBasis.QuotedClause] {
        guard let fields = fields(of: node, allowed: ["zh", "en"], what: "'quote'") else { return [:] }
        var quotes: [LocalizedText.Language: RuleBasis.QuotedClause] = [:]
        for language in LocalizedText.Language.allCases {
            guard let node = fields[language.rawValue] else { continue }
            guard let text = Self.text(node) else {
                report("yaml/wrong-value", at: node, "a quote must be a text")
                continue
            }
            quotes[language] = RuleBasis.QuotedClause(text: text, location: location(of: node))
        }
        if quotes.isEmpty {
            report("rule/no-quote", at: node, "'quote' must give the clause in zh or en")
        }
        return quotes
    }
}
