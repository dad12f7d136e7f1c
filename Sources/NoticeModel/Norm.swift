public import LegalText

/// One thing that a provision lays down: who must, must not, may or need not do what, or what something is.
public struct Norm: Sendable, Hashable, Identifiable {
    /// The address, such as `art_8__norm_2`.
    public let id: ProvisionID

    /// What the norm does.
    public let kind: Kind

    /// The whole norm, in UTF-8 bytes of the notice's source.
    public let span: TextSpan

    /// The words that gave the norm its kind, such as 不得.
    public let cue: TextSpan?

    /// Who must act; empty where the drafter left it unsaid.
    public var bearers: [Part] = []

    /// What is to be done or left undone.
    public var action: Part?

    /// What the action is done to.
    public var object: Part?

    /// What the force depends on, such as 未经相关部门依法依规同意.
    public var condition: Part?

    /// What is taken out, such as …除外.
    public var exception: Part?

    /// Where the norm reaches.
    public var territory: Territory?

    /// The members of an enumeration that a rule can cite one by one.
    public var items: [Part] = []

    /// The words in quotation marks that a term ban names, in reading order, without the marks.
    public var quotedTerms: [SpannedText] = []

    /// The bodies that are in charge.
    public var authorities: [Part] = []

    /// The time limit.
    public var deadline: Part?

    /// The sanction.
    public var penalty: Part?

    /// The provisions and documents that the norm points at.
    public var citations: [Citation] = []

    /// How sure the reading is.
    public var confidence: Confidence

    /// Creates a norm of which only the kind is known.
    public init(id: ProvisionID, kind: Kind, span: TextSpan, cue: TextSpan?, confidence: Confidence = .high) {
        self.id = id
        self.kind = kind
        self.span = span
        self.cue = cue
        self.confidence = confidence
    }
}

extension Norm {
    /// What a norm does, in LegalRuleML's terms.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// Forbids.
        case prohibition
        /// Demands.
        case obligation
        /// Allows.
        case permission
        /// Lifts what would otherwise bind.
        case exemption
        /// Says what a word means.
        case definition
        /// Sets a sanction.
        case penalty
        /// Sets an effect in private law, such as 无效 or 自行承担.
        case civilEffect = "civil-effect"
        /// Sets the day from which the text binds.
        case entryIntoForce = "entry-into-force"
        /// Ends another text.
        case repeal
        /// States a fact or an aim.
        case statement
    }

    /// A part of a norm.
    public struct Part: Sendable, Hashable {
        /// Where it is printed, in UTF-8 bytes of the notice's source.
        public let span: TextSpan

        /// Whether it was carried forward from an earlier clause.
        public let isInherited: Bool

        /// Creates a part.
        public init(at span: TextSpan, isInherited: Bool = false) {
            self.span = span
            self.isInherited = isInherited
        }
    }

    /// Where a norm reaches.
    public enum Territory: String, Sendable, Hashable, Codable, CaseIterable {
        /// What is done in the country.
        case domestic
        /// What is done abroad.
        case overseas
        /// What reaches into the country from abroad.
        case inbound
        /// What domestic parties do abroad.
        case outbound
    }

    /// How sure a reading is, and why it isn't surer.
    public enum Confidence: Sendable, Hashable {
        /// Read from an explicit cue.
        case high
        /// Read with a doubt that `reason` names in English.
        case low(reason: String)
    }
}
