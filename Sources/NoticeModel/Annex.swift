public import LegalText

/// A text that is attached to a notice, such as 附件1, whose numbers start again.
public struct Annex: Sendable, Hashable, Identifiable {
    /// The address, such as `annex_1`.
    public let id: ProvisionID

    /// The mark as it is printed, such as 附件1; empty where the text only follows the notice.
    public let label: String

    /// The title, where the annex has one.
    public let title: SpannedText?

    /// The whole annex with its mark, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The numbered headings, such as `annex_1__chp_2`.
    public let sections: [Section]

    /// The articles in reading order, such as `annex_1__art_3`; empty for a form or a list.
    public let articles: [Article]

    /// Creates an annex.
    public init(
        id: ProvisionID,
        label: String,
        title: SpannedText?,
        span: TextSpan,
        sections: [Section],
        articles: [Article]
    ) {
        self.id = id
        self.label = label
        self.title = title
        self.span = span
        self.sections = sections
        self.articles = articles
    }
}
