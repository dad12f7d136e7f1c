public import LegalText

/// A stretch of the source that belongs to exactly one part of the notice.
///
/// The leaves of a notice cover every byte that isn't blank, so that nothing can be lost unseen.
public struct Leaf: Sendable, Hashable {
    /// What the stretch is.
    public let kind: Kind

    /// Where it is, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The provision it belongs to, where there is one.
    public let provision: ProvisionID?

    /// Creates a leaf.
    public init(_ kind: Kind, at span: TextSpan, of provision: ProvisionID? = nil) {
        self.kind = kind
        self.span = span
        self.provision = provision
    }

    /// The kinds of leaf.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// A line of the title.
        case title
        /// The document number.
        case documentNumber = "document-number"
        /// The addressee.
        case addressee
        /// A paragraph before the first provision.
        case preamble
        /// The heading of a section.
        case heading
        /// A paragraph of an article, a section or a point.
        case paragraph
        /// A paragraph after the last provision.
        case conclusions
        /// The signature block.
        case signature
        /// The date.
        case date
        /// A paragraph of an annex.
        case annex
        /// Left out on purpose: menus, other articles, a second copy.
        case skipped
    }
}
