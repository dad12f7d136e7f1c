public import LegalText
public import NoticeModel

/// What became of a provision, or of several that belong together, from the old text to the new one.
public struct Change: Sendable, Hashable {
    /// What happened.
    public let kind: Kind

    /// The parts of the old text, in order; empty for an insertion.
    public let old: [Passage]

    /// The parts of the new text, in order; empty for a repeal.
    public let new: [Passage]

    /// How alike the words are, from 0 to 1.
    public let similarity: Double

    /// What the change means for those who are bound.
    public let effect: Effect

    /// Why, each part with its own effect; the most telling first.
    public let reasons: [Reason]

    /// The clauses side by side, in the order of the new text, with what changed inside them.
    public let pairs: [ClausePair]

    /// Whether the number of an article changed.
    public let isRenumbered: Bool

    /// Whether the provision stands in another place among its neighbours.
    public let isMoved: Bool

    /// Whether changed words stand where a text is only reconstructed, so that the change may be an artefact of that.
    public let mayBeArtefact: Bool

    /// What can happen to a provision.
    public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
        /// It is in the new text alone.
        case insertion
        /// It is in the old text alone.
        case `repeal`
        /// Its words changed; where the effect is ``Effect/editorial``, only their form did.
        case substitution
        /// Only its number changed.
        case renumbering
        /// Only its place changed.
        case move
        /// It became several.
        case split
        /// Several became one.
        case merge
        /// Nothing happened to it.
        case unchanged
    }
}

/// A part of one text: a provision, or some sentences of it.
public struct Passage: Sendable, Hashable {
    /// The address of the article or paragraph.
    public let provision: ProvisionID

    /// The mark of the article as it is printed, such as （八）; empty for the preamble and the closing.
    public let label: String

    /// The sentences of the provision that are meant, counted from 1, or `nil` where all of it is.
    public let sentences: [Int]?

    /// Where it stands, in UTF-8 bytes of its text.
    public let span: TextSpan
}

/// Two clauses that became one another, or one that has no counterpart.
public struct ClausePair: Sendable, Hashable {
    /// The clause of the old text in UTF-8 bytes of it, or `nil` for what is new.
    public let old: TextSpan?

    /// The clause of the new text in UTF-8 bytes of it, or `nil` for what is gone.
    public let new: TextSpan?

    /// What changed inside them, in order; empty where one of them is missing.
    public let edits: [Edit]
}

/// A place at which two clauses differ.
public struct Edit: Sendable, Hashable {
    /// The words of the old text in UTF-8 bytes of it, or `nil` for an insertion.
    public let old: TextSpan?

    /// The words of the new text in UTF-8 bytes of it, or `nil` for a deletion.
    public let new: TextSpan?

    /// What differs.
    public let form: Form

    /// Where it is in the old text: the start of ``old``, or the place at which words were inserted, in UTF-8 bytes.
    public let oldOffset: Int

    /// Where it is in the new text: the start of ``new``, or the place at which words are missing, in UTF-8 bytes.
    public let newOffset: Int

    /// What differs at a place.
    public enum Form: String, Sendable, Hashable, Codable, CaseIterable {
        /// The words themselves.
        case words
        /// The name of one and the same body or thing.
        case name
        /// How a number is written.
        case numeral
        /// Traditional, simplified or variant characters.
        case script
        /// Case, width, or the plural of an English word.
        case letterForm = "letter-form"
        /// Punctuation and brackets.
        case punctuation
        /// The number of a provision that was renumbered, in a reference to it.
        case reference

        /// Whether only the form differs.
        public var isEditorial: Bool { self != .words }
    }

    init(old: TextSpan?, new: TextSpan?, form: Form, oldOffset: Int, newOffset: Int) {
        self.old = old
        self.new = new
        self.form = form
        self.oldOffset = oldOffset
        self.newOffset = newOffset
    }
}

/// What a change means for those whom the text binds.
public enum Effect: String, Sendable, Hashable, Codable, CaseIterable {
    /// More is forbidden or demanded, or of more people.
    case stricter
    /// Less is forbidden or demanded, or of fewer people.
    case looser
    /// Stricter in one respect and looser in another.
    case mixed
    /// The substance of the bans and duties is as before, or the change binds authorities among themselves.
    case neutral
    /// Only the form differs.
    case editorial

    /// The effect of several parts together.
    static func combined(_ effects: [Effect]) -> Effect {
        let parts = Set(effects)
        if parts.contains(.mixed) || parts.isSuperset(of: [.stricter, .looser]) { return .mixed }
        if parts.contains(.stricter) { return .stricter }
        if parts.contains(.looser) { return .looser }
        return parts.contains(.neutral) ? .neutral : .editorial
    }

    /// The effect seen from the other side.
    var mirrored: Effect {
        switch self {
        case .stricter: .looser
        case .looser: .stricter
        case .mixed, .neutral, .editorial: self
        }
    }
}

/// One respect in which a provision changed, as data; a report puts it into words.
public struct Reason: Sendable, Hashable {
    /// In what respect.
    public let aspect: Aspect

    /// What this part alone means.
    public let effect: Effect

    /// Words that are new in this respect, as they are printed.
    public let added: [String]

    /// Words that are gone in this respect, as they are printed.
    public let removed: [String]

    /// The kind of the norm in the old text, where the reason is about one.
    public let oldKind: Norm.Kind?

    /// The kind of the norm in the new text, where the reason is about one.
    public let newKind: Norm.Kind?

    /// The norm of the old text.
    public let oldNorm: ProvisionID?

    /// The norm of the new text.
    public let newNorm: ProvisionID?

    /// Whether the effect is a matter of judgement that these words alone don't settle.
    public let isDoubtful: Bool

    /// The respects in which provisions change.
    public enum Aspect: String, Sendable, Hashable, Codable, CaseIterable {
        /// A norm is new or gone.
        case norm
        /// A norm has another force: a permission became a duty, a statement a ban.
        case modality
        /// Who is bound.
        case bearers
        /// A subject that the old text didn't know, or the new one no longer knows.
        case subject
        /// What is done, or to what.
        case scope
        /// On what the force depends.
        case condition
        /// What is taken out.
        case exception
        /// Where it reaches.
        case territory
        /// The words that a ban names.
        case quotedTerms
        /// Who is in charge.
        case authorities
        /// The time limit.
        case deadline
        /// A limit, a threshold or a frequency.
        case quantity
        /// The sanction.
        case penalty
        /// The inline title.
        case heading
        /// The wording, without a part of a norm being affected.
        case wording
        /// A body or thing under another name.
        case names
        /// Punctuation, width, numerals, script.
        case form
        /// A reference that follows a renumbering.
        case reference
        /// A sentence that stands elsewhere now.
        case place
    }

    /// Whether `other` says the same, of whichever norm.
    func says(_ other: Reason) -> Bool {
        aspect == other.aspect && effect == other.effect && added == other.added && removed == other.removed
            && oldKind == other.oldKind && newKind == other.newKind && isDoubtful == other.isDoubtful
    }

    /// Creates a reason.
    init(
        _ aspect: Aspect,
        _ effect: Effect,
        added: [String] = [],
        removed: [String] = [],
        from old: Norm? = nil,
        to new: Norm? = nil,
        isDoubtful: Bool = false
    ) {
        self.aspect = aspect
        self.effect = effect
        self.added = added
        self.removed = removed
        oldKind = old?.kind
        newKind = new?.kind
        oldNorm = old?.id
        newNorm = new?.id
        self.isDoubtful = isDoubtful
    }
}
