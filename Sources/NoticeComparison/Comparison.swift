public import NoticeModel

/// What changed from one notice to another.
public struct Comparison: Sendable {
    /// The old notice.
    public let old: Notice

    /// The new notice.
    public let new: Notice

    /// What became of every provision, in the order of the new text; repeals stand where the provision stood.
    public let rows: [Change]

    /// What the head of the notice says otherwise: title, issuers, legal basis, dates, headings of sections.
    public let header: [HeaderChange]

    /// The words that bans name, and that one text names alone.
    public let terms: TermChanges

    /// Subjects that run through one of the texts and that the other one doesn't know.
    public let subjects: TermChanges

    /// The norms that came, went, or bind more or less.
    public let norms: NormChanges

    /// The changes: every row in which something happened.
    public var changes: [Change] { rows.filter { $0.kind != .unchanged } }

    /// Whether the texts say the same in the same words, whatever the form.
    public var isUnchanged: Bool { changes.allSatisfy { $0.effect == .editorial } && header.isEmpty }
}

/// A part of the head of a notice that changed.
public struct HeaderChange: Sendable, Hashable {
    /// What part.
    public let field: Field

    /// What came, as it is printed.
    public let added: [String]

    /// What went, as it is printed.
    public let removed: [String]

    /// What goes under another name now: the old one, and the new one.
    public let renamed: [Renaming]

    /// The parts of the head.
    public enum Field: String, Sendable, Hashable, Codable, CaseIterable {
        /// The title without the issuers.
        case title
        /// The issuing bodies.
        case issuers
        /// The addressee.
        case addressee
        /// The laws and documents that it rests on.
        case legalBasis
        /// When it enters into force.
        case entryIntoForce
        /// The numbered headings.
        case headings
    }

    /// One thing with two names.
    public struct Renaming: Sendable, Hashable {
        /// The name in the old text.
        public let old: String
        /// The name in the new text.
        public let new: String
    }
}

/// Words that came and went.
public struct TermChanges: Sendable, Hashable {
    /// The words of the new text alone.
    public let added: [String]

    /// The words of the old text alone.
    public let removed: [String]
}

/// Norms by what became of them.
public struct NormChanges: Sendable, Hashable {
    /// Norms of the new text without a counterpart.
    public let added: [ProvisionID]

    /// Norms of the old text without a counterpart.
    public let removed: [ProvisionID]

    /// Norms of the new text that bind more than their counterparts.
    public let stricter: [ProvisionID]

    /// Norms of the new text that bind less.
    public let looser: [ProvisionID]

    /// Norms of the new text that changed in both directions, or otherwise.
    public let changed: [ProvisionID]
}
