package import LegalText

/// Checks the notices of a corpus: each text against the metadata, and the texts of a notice against one another.
package struct CorpusVerifier {
    private let corpus: NoticeCorpus
    private let glossary: Glossary

    /// Prepares to check the notices of `corpus`.
    package init(_ corpus: NoticeCorpus, glossary: Glossary) {
        self.corpus = corpus
        self.glossary = glossary
    }

    /// What was found in the notice called `id`.
    ///
    /// - Throws: An error where one of its texts can't be read.
    package func verify(_ entry: CorpusEntry) throws(CorpusError) -> Verification {
        var texts: [LocalizedText.Language: CorpusText] = [:]
        var findings: [CorpusFinding] = []
        for language in LocalizedText.Language.allCases {
            guard let text = try corpus.text(notice: entry.id, language: language) else { continue }
            texts[language] = text
            findings += MetadataCheck(text, in: corpus).run()
        }
        if let zh = texts[.zh], let en = texts[.en] {
            var check = BilingualCheck(zh: zh.notice, en: en.notice, glossary: glossary)
            findings += check.run()
        }
        return Verification(entry: entry, texts: texts, findings: findings)
    }

    /// What was found in one notice.
    package struct Verification: Sendable {
        /// What the corpus says about the notice.
        package let entry: CorpusEntry

        /// The texts that were checked.
        package let texts: [LocalizedText.Language: CorpusText]

        /// The differences, those from the metadata first, then in the order of the Chinese text.
        package let findings: [CorpusFinding]
    }
}
