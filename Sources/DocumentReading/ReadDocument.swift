public import LegalText

/// A document after its bytes were decoded and its markup was taken off.
public struct ReadDocument: Sendable, Hashable {
    /// The text that every span points into: the decoded text of a plain file, or the words of a page.
    public let source: SourceText

    /// The paragraphs in reading order; together they hold every byte of the source that isn't blank.
    public let blocks: [TextBlock]

    /// What the document was.
    public let format: Format

    /// What a page says about itself outside its text.
    public let metadata: PageMetadata

    /// What was odd about the bytes or the markup.
    public let diagnostics: [Diagnostic]

    /// Creates a document.
    public init(
        source: SourceText,
        blocks: [TextBlock],
        format: Format,
        metadata: PageMetadata = PageMetadata(),
        diagnostics: [Diagnostic] = []
    ) {
        self.source = source
        self.blocks = blocks
        self.format = format
        self.metadata = metadata
        self.diagnostics = diagnostics
    }

    /// The kinds of document that can be read.
    public enum Format: String, Sendable, Hashable, Codable, CaseIterable {
        /// Text without markup.
        case plainText = "text"
        /// A saved web page.
        case html
        /// The Markdown in which this program writes notices.
        case markdown
    }
}

/// One paragraph of a document: a line of a text, or what a page shows as a line of its own.
public struct TextBlock: Sendable, Hashable {
    /// Where the paragraph is, without the blanks around it, in UTF-8 bytes of the document's source.
    public let span: TextSpan

    /// What the markup says the paragraph is; a plain text has only `paragraph`.
    public let role: Role

    /// Whether all of its words are bold.
    public let isBold: Bool

    /// Whether it is centred.
    public let isCentered: Bool

    /// Creates a paragraph.
    public init(span: TextSpan, role: Role = .paragraph, isBold: Bool = false, isCentered: Bool = false) {
        self.span = span
        self.role = role
        self.isBold = isBold
        self.isCentered = isCentered
    }

    /// What the markup says a paragraph is.
    public enum Role: Sendable, Hashable {
        /// Running text.
        case paragraph
        /// A heading of level 1 to 6.
        case heading(level: Int)
        /// An item of a list.
        case listItem
        /// A row of a table; the cells are parted by a tab.
        case tableRow
    }
}

/// What a page says about itself outside its text.
public struct PageMetadata: Sendable, Hashable {
    /// The page's title, which often carries the name of the site.
    public var title: String?

    /// The title of the document on the page, from a field such as `ArticleTitle`.
    public var documentTitle: String?

    /// The date of publication as the page writes it, from a field such as `PubDate`.
    public var published: String?

    /// Creates metadata.
    public init(title: String? = nil, documentTitle: String? = nil, published: String? = nil) {
        self.title = title
        self.documentTitle = documentTitle
        self.published = published
    }
}
