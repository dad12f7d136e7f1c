public import LegalText

/// Something that a person who judges a record should know, and that changes no verdict.
public struct Remark: Sendable, Hashable {
    /// A stable name, such as `historical`.
    public let id: String

    /// What it is, in both languages.
    public let text: LocalizedText

    /// Creates a remark.
    public init(_ id: String, _ text: LocalizedText) {
        self.id = id
        self.text = text
    }
}
