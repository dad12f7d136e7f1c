import LegalText
import NoticeModel

/// The provisions of a notice before their norms are read.
struct Outline {
    /// The numbered headings.
    var sections: [Section] = []

    /// The articles.
    var articles: [ArticleDraft] = []

    /// Every paragraph in reading order, those that stand in no article too.
    var paragraphs: [ParagraphDraft] = []

    /// The leaves of the body, in reading order.
    var leaves: [Leaf] = []

    /// What was odd about the numbering.
    var diagnostics: [Diagnostic] = []

    /// An article without its norms.
    struct ArticleDraft {
        let id: ProvisionID
        let mark: Mark
        let label: String
        let heading: SpannedText?
        var span: TextSpan
    }

    /// A paragraph or a point, with what it stands below.
    struct ParagraphDraft {
        let id: ProvisionID
        /// The provision that the paragraph's norms are counted with: its article or section, else itself.
        let owner: ProvisionID
        let label: String?
        /// The paragraph with its mark, in UTF-8 bytes of the source.
        let span: TextSpan
        /// The words that norms are read from: without the mark, and without a heading that lays nothing down.
        let words: TextSpan
        /// The article, by its place in ``Outline/articles``, or `nil` outside of articles.
        let article: Int?
        /// The paragraph that this one is a point of, by its place in ``Outline/paragraphs``.
        let parent: Int?
    }
}
