public import LegalText

/// A numbered heading with the articles below it, such as 三、强化风险监测、防范与处置.
public struct Section: Sendable, Hashable, Identifiable {
    /// The address, such as `sec_3`.
    public let id: ProvisionID

    /// The number as it is printed, such as 三、 or 第一章.
    public let label: String

    /// The heading without its number; empty where there is none.
    public let heading: String

    /// The label and heading in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The articles below it, in reading order.
    public let articles: [ProvisionID]

    /// Creates a section.
    public init(id: ProvisionID, label: String, heading: String, span: TextSpan, articles: [ProvisionID]) {
        self.id = id
        self.label = label
        self.heading = heading
        self.span = span
        self.articles = articles
    }
}
