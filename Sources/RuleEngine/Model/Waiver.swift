package import LegalText
package import NoticeModel

/// The reason why no rule enforces a norm of a notice.
package struct Waiver: Sendable, Hashable {
    /// The norm's address, such as `art_6__norm_6`.
    package let norm: ProvisionID

    /// Words of the norm by language, by which a waiver shows that it means this norm still.
    package let quotes: [LocalizedText.Language: RuleBasis.QuotedClause]

    /// Why no rule enforces the norm.
    package let reason: LocalizedText

    /// Whether a person has yet to decide between a rule and a reason.
    package let isDraft: Bool

    /// Where the waiver is written.
    package let location: SourceLocation
}
