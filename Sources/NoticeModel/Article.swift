public import LegalText

/// The innermost level of a notice whose numbers run on across its parents without restarting:
/// （一）…（十九） through the sections of a notice, 第N条 in a law.
public struct Article: Sendable, Hashable, Identifiable {
    /// The address, such as `art_8`; 第十条之一 is `art_10-1`.
    public let id: ProvisionID

    /// The printed number.
    public let number: Int

    /// The number after 之, such as 1 in 第十条之一.
    public let suffix: Int?

    /// The mark as it is printed, such as （八） or 第八条.
    public let label: String

    /// The inline title, such as 加强经营主体登记和广告管理, where the article has one.
    public let heading: SpannedText?

    /// The whole article with its mark, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The paragraphs (款) in reading order, the first without the mark.
    public let paragraphs: [Paragraph]

    /// What the article lays down, in reading order.
    public let norms: [Norm]

    /// Creates an article.
    public init(
        id: ProvisionID,
        number: Int,
        suffix: Int? = nil,
        label: String,
        heading: SpannedText? = nil,
        span: TextSpan,
        paragraphs: [Paragraph],
        norms: [Norm]
    ) {
        self.id = id
        self.number = number
        self.suffix = suffix
        self.label = label
        self.heading = heading
        self.span = span
        self.paragraphs = paragraphs
        self.norms = norms
    }
}

/// A paragraph (款) of an article, or a point (项, 目) of a paragraph.
public struct Paragraph: Sendable, Hashable, Identifiable {
    /// The address, such as `art_1__para_2`.
    public let id: ProvisionID

    /// The mark as it is printed, or `nil` where the paragraph has none.
    public let label: String?

    /// The paragraph's own words, in UTF-8 bytes of the notice's source, without its points.
    public let span: TextSpan

    /// The points below it, in reading order.
    public let points: [Paragraph]

    /// Creates a paragraph.
    public init(id: ProvisionID, label: String? = nil, span: TextSpan, points: [Paragraph] = []) {
        self.id = id
        self.label = label
        self.span = span
        self.points = points
    }
}
