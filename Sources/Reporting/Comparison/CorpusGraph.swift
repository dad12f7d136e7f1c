package import LegalText
package import NoticeCorpus
import NoticeModel

/// Which notice repeals which, as text.
package struct CorpusGraph {
    private let corpus: NoticeCorpus
    private let language: LocalizedText.Language

    /// Creates a graph of the notices of `corpus`.
    package init(_ corpus: NoticeCorpus, language: LocalizedText.Language) {
        self.corpus = corpus
        self.language = language
    }

    /// Every notice from the oldest on, with the days on which it counts, what it repeals and what repeals it.
    package var text: String {
        let entries = corpus.entries.sorted { left, right in
            (left.known?.description ?? "9", left.id) < (right.known?.description ?? "9", right.id)
        }
        var lines: [String] = []
        for entry in entries {
            let start = entry.known?.description ?? said("日期不详", "date unknown")
            let repealing = corpus.repealing(entry.id)
            let end = repealing.compactMap(\.known).min()
            let days =
                end.map { said("\(start) 起，至 \($0) 前一日", "from \(start) to the day before \($0)") }
                ?? said("\(start) 起", "from \(start) on")
            lines.append("● \(entry.id)  \(entry.documentNumber ?? "")  \(days)")
            lines.append("│   \(entry.title[language])")
            if let date = entry.date, let published = entry.published, date != published {
                lines.append("│   " + said("落款 \(date)，公布 \(published)", "dated \(date), published \(published)"))
            }
            for id in entry.repeals { lines.append("├─▶ " + said("废止 \(id)", "repeals \(id)")) }
            for other in repealing { lines.append("├─◀ " + said("被 \(other.id) 废止", "repealed by \(other.id)")) }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
