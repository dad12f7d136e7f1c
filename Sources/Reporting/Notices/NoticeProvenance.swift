import LegalText
package import NoticeCorpus
package import NoticeModel

/// What a corpus says about the text of a notice: which notice it is, and how far its words can be relied on.
package struct NoticeProvenance: Sendable {
    /// The document number in normal form, in Chinese for every text of the notice.
    package let documentNumber: String?

    /// How far the text can be relied on.
    package let status: TextStatus

    /// Where the text came from, in one or two sentences in English.
    package let source: String

    /// The day of publication, where the corpus knows it.
    package let published: LegalDate?

    /// The day of entry into force, where the corpus knows it.
    package let effective: LegalDate?

    /// Creates what a corpus says.
    package init(
        documentNumber: String?,
        status: TextStatus,
        source: String,
        published: LegalDate? = nil,
        effective: LegalDate? = nil
    ) {
        self.documentNumber = documentNumber
        self.status = status
        self.source = source
        self.published = published
        self.effective = effective
    }

    /// Reads what the corpus says about `text`.
    package init(_ text: CorpusText) {
        documentNumber = text.entry.documentNumber
        status = text.status
        source = text.description.source.en
        published = text.entry.published
        effective = text.entry.effective
    }
}
