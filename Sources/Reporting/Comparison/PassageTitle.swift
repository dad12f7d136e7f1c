package import LegalText
package import NoticeComparison
import NoticeModel

/// Names the parts of a text: （一）第2款第3句, "(1) para. 2, sentence 3".
package struct PassageTitle {
    private let language: LocalizedText.Language

    package init(language: LocalizedText.Language) {
        self.language = language
    }

    /// The names of `passages`, or a dash where there are none.
    package func text(_ passages: [Passage]) -> String {
        guard !passages.isEmpty else { return "—" }
        return passages.map(text).joined(separator: language == .zh ? "、" : "; ")
    }

    /// The names of the first and the last of several: 第三条至第九条, "Article 3 to Article 9".
    func range(from first: [Passage], to last: [Passage]) -> String {
        "\(text(first))\(language == .zh ? "至" : " to ")\(text(last))"
    }

    private func text(_ passage: Passage) -> String {
        var title = passage.label.isEmpty ? name(of: passage.provision) : passage.label
        let parts = passage.provision.rawValue.split(separator: "__").map(String.init)
        if !passage.label.isEmpty, let paragraph = parts.last(where: { $0.hasPrefix("para_") })?.dropFirst(5) {
            title += language == .zh ? "第\(paragraph)款" : " para. \(paragraph)"
        }
        guard let sentences = passage.sentences else { return title }
        let list = sentences.map(String.init).joined(separator: language == .zh ? "、" : ", ")
        return title + (language == .zh ? "第\(list)句" : ", sentence \(list)")
    }

    private func name(of provision: ProvisionID) -> String {
        let parts = provision.rawValue.split(separator: "__")
        switch parts.first {
        case "preamble": return language == .zh ? "序言" : "preamble"
        case "conclusions": return language == .zh ? "结尾" : "closing"
        default: return provision.rawValue
        }
    }
}
