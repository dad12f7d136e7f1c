public import LegalText

/// A pointer to a document or a provision.
public struct Citation: Sendable, Hashable {
    /// Where it is printed, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The title between 《 》 or English quotation marks, where there is one.
    public let title: String?

    /// The document number in normal form, where there is one.
    public let documentNumber: String?

    /// Whether it points into the notice that it stands in: 本通知第（八）项, 前款, 第十条.
    public let isInternal: Bool

    /// The address of the provision as the words give it, such as `art_10__para_2` for 第十条第二款, in whatever document
    /// they point into; `nil` where they name no provision, or only count from their own place, as 前款 does.
    public let provision: ProvisionID?

    /// The last provision of a range, such as `art_15` for 第十条至第十五条, as the words give it.
    public let through: ProvisionID?

    /// The provisions of this notice that it points at: several for a range, none where it points elsewhere or where
    /// there is no such provision.
    public var targets: [ProvisionID]

    /// The provision it points at, where that was resolved in the same document; the first one of a range.
    public var target: ProvisionID? { targets.first }

    /// Creates a citation.
    public init(
        at span: TextSpan,
        title: String? = nil,
        documentNumber: String? = nil,
        isInternal: Bool = false,
        provision: ProvisionID? = nil,
        through: ProvisionID? = nil,
        targets: [ProvisionID] = []
    ) {
        self.span = span
        self.title = title
        self.documentNumber = documentNumber
        self.isInternal = isInternal
        self.provision = provision
        self.through = through
        self.targets = targets
    }
}
