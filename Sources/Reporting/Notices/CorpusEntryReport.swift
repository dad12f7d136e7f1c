package import LegalText
package import NoticeCorpus
import NoticeModel

/// What a corpus knows about one notice: its days, what it repeals and what repeals it, its texts and how far they can be
/// relied on.
package struct CorpusEntryReport {
    private let entry: CorpusEntry
    private let corpus: NoticeCorpus
    private let hasRules: Bool

    /// Creates a report on a notice of `corpus`; `hasRules` says whether there is a pack for it.
    package init(_ entry: CorpusEntry, in corpus: NoticeCorpus, hasRules: Bool) {
        self.entry = entry
        self.corpus = corpus
        self.hasRules = hasRules
    }

    /// The first day on which the notice no longer counts, or `nil` where nothing repeals it.
    private var end: LegalDate? { corpus.repealing(entry.id).compactMap(\.known).min() }

    /// The notice for a person.
    package func text(in language: LocalizedText.Language) -> String {
        func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        var lines = ["\(entry.id)  \(entry.documentNumber ?? "")", entry.title[language]]
        func add(_ zh: String, _ en: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            lines.append("\(said(zh, en))\(said("：", ": "))\(value)")
        }
        add("落款日期", "dated", entry.date.map { "\($0)" })
        add("公布日期", "published", entry.published.map { "\($0)" })
        add("施行日期", "in force from", entry.effective.map { "\($0)" })
        add("废止", "repeals", entry.repeals.joined(separator: said("、", ", ")))
        add("被废止于", "repealed by", corpus.repealing(entry.id).map(\.id).joined(separator: said("、", ", ")))
        add("截至日期筛查中自此日起不再适用", "no longer used by --as-of from", end.map { "\($0)" })
        add("官方地址", "official address", entry.address)
        add(
            "规则",
            "rules",
            hasRules
                ? said("有，见 hegui rules list", "yes, see 'hegui rules list'")
                : said("暂无，hegui rules draft \(entry.id) 可起草", "none yet, 'hegui rules draft \(entry.id)' begins them")
        )
        for key in LocalizedText.Language.allCases {
            guard let text = entry.texts[key] else { continue }
            lines.append("")
            lines.append("\(entry.id)/\(key.rawValue)  \(text.file)  \(Wording.status(text.status.rawValue)[language])")
            lines.append("  \(SpanMarker.visible(text.source[language]))")
            lines += text.notes.map { "  · \(SpanMarker.visible($0[language]))" }
            for claim in text.wording {
                let words =
                    claim.words.map { " 「\(SpanMarker.visible(String($0.prefix(40))))\($0.count > 40 ? "…" : "")」" }
                    ?? ""
                lines.append("  \(claim.wording.rawValue): \(claim.provision)\(words)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The form `hegui/corpus-entry/1`.
    package var document: JSONValue {
        [
            "schema": .string("hegui/corpus-entry/1"),
            "notice": json,
            "texts": .array(
                LocalizedText.Language.allCases.compactMap { language in
                    entry.texts[language].map { text in
                        [
                            "name": .string("\(entry.id)/\(language.rawValue)"),
                            "language": .string(language.rawValue),
                            "file": .string(text.file),
                            "status": .string(text.status.rawValue),
                            "source": .string(text.source.en),
                            "notes": .strings(text.notes.map(\.en)),
                            "wording": .array(
                                text.wording.map { claim in
                                    [
                                        "provision": .string(claim.provision.rawValue),
                                        "words": .optional(claim.words),
                                        "wording": .string(claim.wording.rawValue),
                                    ]
                                }
                            ),
                        ]
                    }
                }
            ),
        ]
    }

    /// The notice as a member of a list.
    var json: JSONValue {
        [
            "id": .string(entry.id),
            "documentNumber": .optional(entry.documentNumber),
            "title": ["zh": .string(entry.title.zh), "en": .string(entry.title.en)],
            "date": .optional(entry.date.map { "\($0)" }),
            "published": .optional(entry.published.map { "\($0)" }),
            "effective": .optional(entry.effective.map { "\($0)" }),
            "from": .optional(entry.known.map { "\($0)" }),
            "until": .optional(end.map { "\($0)" }),
            "repeals": .strings(entry.repeals),
            "repealedBy": .strings(corpus.repealing(entry.id).map(\.id)),
            "hasRules": .bool(hasRules),
        ]
    }
}
