public import LegalText

/// A pointer to a document or a provision.
public struct Citation: Sendable, Hashable {
    /// Where it is printed, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The title between 《 》 or English quotation marks, where there is one.
    public let title: String?

    /// The document number in normal form, where there is one.
    public let documentNumber: String?

    /// The provision it points at, where that was resolved in the same document.
    public let target: ProvisionID?

    /// Creates a citation.
    public init(at span: TextSpan, title: String? = nil, documentNumber: String? = nil, target: ProvisionID? = nil) {
        self.span = span
        self.title = title
        self.documentNumber = documentNumber
        self.target = target
    }
}
