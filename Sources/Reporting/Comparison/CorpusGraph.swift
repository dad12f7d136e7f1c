package import LegalText
package import NoticeCorpus
import NoticeModel

/// Which notice repeals which, for people and for programs.
package struct CorpusGraph {
    private let corpus: NoticeCorpus
    private let packs: Set<String>
    private let language: LocalizedText.Language

    /// Creates a graph of the notices of `corpus`; `packs` are the ids of those that have rules.
    package init(_ corpus: NoticeCorpus, packs: Set<String>, language: LocalizedText.Language) {
        self.corpus = corpus
        self.packs = packs
        self.language = language
    }

    /// The notices from the oldest on; those without a day stand last.
    private var entries: [CorpusEntry] {
        corpus.entries.sorted { left, right in
            (left.known?.description ?? "9", left.id) < (right.known?.description ?? "9", right.id)
        }
    }

    /// Every notice from the oldest on, with the days on which it counts, what it repeals and what repeals it.
    package var text: String {
        var lines: [String] = []
        let entries = entries
        for (index, entry) in entries.enumerated() {
            let bar = index == entries.count - 1 ? " " : "│"
            let rules = packs.contains(entry.id) ? "" : said("  〔暂无规则〕", "  [no rules yet]")
            lines.append("● \(entry.id)  \(entry.documentNumber.map { "\($0)  " } ?? "")\(days(of: entry))\(rules)")
            lines.append("\(bar)   \(entry.title[language])")
            if let date = entry.date, let published = entry.published, date != published {
                lines.append("\(bar)   " + said("落款 \(date)，公布 \(published)", "dated \(date), published \(published)"))
            }
            for id in entry.repeals { lines.append("\(bar)   ↑ " + said("废止 \(id)", "repeals \(id)")) }
            for other in corpus.repealing(entry.id) {
                lines.append("\(bar)   ↓ " + said("被 \(other.id) 废止", "repealed by \(other.id)"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private func days(of entry: CorpusEntry) -> String {
        guard let start = entry.known else { return said("日期不详", "date unknown") }
        guard let end = corpus.repealing(entry.id).compactMap(\.known).min() else {
            return said("\(start) 起", "from \(start) on")
        }
        guard start < end else { return said("从未适用", "never in force") }
        return said("\(start) 起，至 \(end) 前一日", "from \(start) to the day before \(end)")
    }

    /// The form `hegui/corpus/1`: every notice, and every repeal with the day from which it counts.
    package var document: JSONValue {
        [
            "schema": .string("hegui/corpus/1"),
            "notices": .array(
                entries.map { CorpusEntryReport($0, in: corpus, hasRules: packs.contains($0.id)).json }
            ),
            "repeals": .array(
                entries.flatMap { entry in
                    entry.repeals.map { id in
                        ["by": .string(entry.id), "of": .string(id), "from": .optional(entry.known.map { "\($0)" })]
                    }
                }
            ),
        ]
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
