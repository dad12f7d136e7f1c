public import LegalText

/// A regulatory notice or law, read into its parts.
///
/// All spans are UTF-8 byte offsets into ``source``. Nothing that is printed is altered: normal forms
/// stand beside the spans of the words that they were read from.
public struct Notice: Sendable, Hashable {
    /// The text that every span of the notice points into.
    public let source: SourceText

    /// What stands above the provisions and below them: title, number, issuers, dates.
    public let header: NoticeHeader

    /// The numbered headings in reading order; empty where the notice has none.
    public let sections: [Section]

    /// The articles of the notice in reading order, through all sections.
    public let articles: [Article]

    /// The texts attached to the notice, whose numbers start again, in reading order.
    public let annexes: [Annex]

    /// Norms that stand outside any article: in the preamble, under a bare heading, in the closing.
    public let looseNorms: [Norm]

    /// Every part of the source, in order and without gaps other than blank bytes.
    public let leaves: [Leaf]

    /// What was odd about the text, in reading order.
    public let diagnostics: [Diagnostic]

    /// Creates a notice from its parts.
    public init(
        source: SourceText,
        header: NoticeHeader,
        sections: [Section],
        articles: [Article],
        annexes: [Annex] = [],
        looseNorms: [Norm],
        leaves: [Leaf],
        diagnostics: [Diagnostic]
    ) {
        self.source = source
        self.header = header
        self.sections = sections
        self.articles = articles
        self.annexes = annexes
        self.looseNorms = looseNorms
        self.leaves = leaves
        self.diagnostics = diagnostics
    }
}

extension Notice {
    /// The words at `span`, as they are printed.
    public func text(at span: TextSpan) -> String {
        String(source[span])
    }

    /// The article at `id`, or the one that `id` lies in; `nil` where there is none.
    public func article(at id: ProvisionID) -> Article? {
        articles.first { id.isInside($0.id) } ?? annexes.lazy.flatMap(\.articles).first { id.isInside($0.id) }
    }
}
