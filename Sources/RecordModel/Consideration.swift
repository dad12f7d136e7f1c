public import LegalText

/// Words beside the evidence of a finding that might have excused it, and didn't.
public struct Consideration: Sendable, Hashable {
    /// What kind of words they are.
    public let kind: Kind

    /// The field that holds them.
    public let field: Field

    /// Where they are, in UTF-8 bytes of the field's value.
    public let span: TextSpan

    /// The words as they stand in the record.
    public let text: String

    /// Why they don't excuse the finding, in both languages.
    public let reason: LocalizedText

    /// Creates a consideration.
    public init(kind: Kind, field: Field, span: TextSpan, text: String, reason: LocalizedText) {
        self.kind = kind
        self.field = field
        self.span = span
        self.text = text
        self.reason = reason
    }

    /// The kinds of words that may excuse a finding.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Words that deny or forbid, such as 不从事.
        case negation
        /// A phrase in which a word of the rule means something else, such as 网络游戏虚拟货币.
        case allowance
    }
}
