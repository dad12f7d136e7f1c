package import NoticeCorpus
import NoticeModel

/// One of the two texts of a comparison, as the user named it.
package struct ComparedSource: Sendable {
    /// The file or the name in the corpus.
    package let name: String

    /// How far the text can be relied on, where the corpus says so.
    package let status: TextStatus?

    /// Creates a source.
    package init(name: String, status: TextStatus?) {
        self.name = name
        self.status = status
    }
}

/// The title of a notice in one line: 银发〔2026〕42号 关于…的通知.
extension Notice {
    var shortTitle: String {
        let title = header.title.map { FlowedText.flowed($0.text) } ?? ""
        // Without the issuers, who are many: 关于…的通知, "Notice on …".
        var name = title.firstRange(of: "关于").map { String(title[$0.lowerBound...]) } ?? title
        if header.language == .english, let start = title.firstRange(of: " on ") {
            name = "…" + title[start.lowerBound...]
        }
        return [header.documentNumber?.text, name.isEmpty ? nil : name].compactMap(\.self).joined(separator: " ")
    }
}
