package import LegalText
package import NoticeModel

/// Something in which the texts of a notice differ from one another, or from what the metadata says.
package struct CorpusFinding: Sendable, Hashable {
    /// What differs.
    package let kind: Kind

    /// The provision, or `nil` for the notice as a whole.
    package let provision: ProvisionID?

    /// What differs, in one sentence in English without a full stop.
    package let summary: String

    /// The Chinese words, where there are some to show.
    package var zh: Quote?

    /// The English words, where there are some to show.
    package var en: Quote?

    /// The term that one of the texts lacks, where that is the difference.
    package var term: TermCount?

    /// Creates a finding.
    package init(_ kind: Kind, at provision: ProvisionID?, _ summary: String) {
        self.kind = kind
        self.provision = provision
        self.summary = summary
    }

    /// Words of a text.
    package struct Quote: Sendable, Hashable {
        /// The words as they are printed.
        package let text: String

        /// Where they are, in UTF-8 bytes of the notice's source.
        package let span: TextSpan
    }

    /// How often a term stands in either text.
    package struct TermCount: Sendable, Hashable {
        /// The Chinese term.
        package let term: String
        /// The renderings that were looked for.
        package let renderings: [String]
        /// What the glossary says about the term.
        package let note: String
        /// The number of times in the Chinese text.
        package let zh: Int
        /// The number of times in the English text.
        package let en: Int
    }

    /// The kinds of difference, by their stable ids.
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A text that could not be read without an error.
        case unreadable = "verify/unreadable"
        /// A document number other than the metadata's.
        case documentNumber = "verify/document-number"
        /// A title other than the metadata's.
        case title = "verify/title"
        /// A date other than the metadata's, or than the other text's.
        case date = "verify/date"
        /// Repeals other than the metadata's.
        case repeals = "verify/repeals"
        /// A claim about words that the text hasn't got.
        case wordingClaim = "verify/wording-claim"
        /// A part that one of the texts lacks: an article, headings, the signature.
        case missingPart = "verify/missing-part"
        /// Another number of paragraphs.
        case paragraphs = "verify/paragraphs"
        /// A Chinese term without a rendering.
        case missingTerm = "verify/missing-term"
        /// An English term without a Chinese one.
        case addedTerm = "verify/added-term"
        /// Another force: a prohibition in one text only.
        case modality = "verify/modality"
        /// Another number.
        case number = "verify/number"
        /// 等十部门 counted as ten others.
        case countOfBodies = "verify/count-of-bodies"
        /// Another number of quoted terms.
        case quotedTerms = "verify/quoted-terms"
        /// Another number of citations.
        case citations = "verify/citations"
    }
}
