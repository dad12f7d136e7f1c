import LegalText
package import NoticeCorpus
import NoticeModel

/// The JSON form `hegui/notices/1` of a corpus: which notices there are, and how far their texts can be relied on.
package struct CorpusJSON {
    private let corpus: NoticeCorpus

    /// Creates a writer.
    package init(_ corpus: NoticeCorpus) {
        self.corpus = corpus
    }

    /// Every notice, in the order of their ids.
    package var document: JSONValue {
        ["schema": "hegui/notices/1", "notices": .array(corpus.entries.map(json))]
    }

    private func json(_ entry: CorpusEntry) -> JSONValue {
        [
            "id": .string(entry.id),
            "documentNumber": .optional(entry.documentNumber),
            "title": ["zh": .string(entry.title.zh), "en": .string(entry.title.en)],
            "date": .optional(entry.date?.description),
            "publishedDate": .optional(entry.published?.description),
            "effectiveDate": .optional(entry.effective?.description),
            "address": .optional(entry.address),
            "repeals": .strings(entry.repeals),
            "repealedBy": .strings(corpus.repealing(entry.id).map(\.id)),
            "texts": .array(
                LocalizedText.Language.allCases.compactMap { language in
                    entry.texts[language].map { text in
                        [
                            "id": .string("\(entry.id)/\(language.rawValue)"), "language": .string(language.rawValue),
                            "status": .string(text.status.rawValue), "source": .string(text.source.en),
                        ]
                    }
                }
            ),
        ]
    }
}
