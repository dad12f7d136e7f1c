public import LegalText

/// What the screening of one record came to.
public struct Verdict: Sendable, Hashable {
    /// The most severe level of any finding, or `clear`.
    public let level: Level

    /// Every rule that fired, most severe first, then by rule id.
    public let findings: [Finding]

    /// Every rule that would have fired had the text not denied or excused it.
    public let released: [Release]

    /// Creates a verdict; the level is the most severe of the findings'.
    public init(findings: [Finding], released: [Release] = []) {
        self.level = findings.map(\.verdict).max() ?? .clear
        self.findings = findings
        self.released = released
    }

    /// How severe a verdict is.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// No finding under the rules listed and the text given; never "compliant".
        case clear
        /// A person must look; the finding says why.
        case review
        /// Business that the notice lets run only with consent, approval or filing.
        case restricted
        /// A prohibition was met.
        case prohibited

        /// Orders levels from ``clear`` to ``prohibited``.
        public static func < (left: Level, right: Level) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .clear: 0
            case .review: 1
            case .restricted: 2
            case .prohibited: 3
            }
        }
    }
}

/// A rule that fired on a record.
public struct Finding: Sendable, Hashable {
    /// The rule's id, such as `yinfa-2026-42/registration-terms`.
    public let rule: String

    /// Whether the rule bans a word or an activity.
    public let ban: Ban

    /// What the rule is about, such as `mining`.
    public let activity: String

    /// What the finding comes to.
    public let verdict: Verdict.Level

    /// The provision that the rule enforces, with its words.
    public let basis: Basis

    /// Whose matter it is, where the notice says so.
    public let authority: LocalizedText?

    /// What would lift the ban, where the notice lets an approval or filing do so.
    public let cure: Cure?

    /// The item of the business scope that fired, where it was the scope.
    public let item: ScopeItem?

    /// The words that fired, in the order of the record's fields.
    public let evidence: [Evidence]

    /// Why the finding isn't more severe than it is: what is unknown or doubtful.
    public let doubts: [Doubt]

    /// The words beside the evidence that might have excused it and didn't.
    public let considered: [Consideration]

    /// Why the rule fired, in both languages.
    public let explanation: LocalizedText

    /// Creates a finding.
    public init(
        rule: String,
        ban: Ban,
        activity: String,
        verdict: Verdict.Level,
        basis: Basis,
        authority: LocalizedText?,
        cure: Cure?,
        item: ScopeItem?,
        evidence: [Evidence],
        doubts: [Doubt],
        considered: [Consideration] = [],
        explanation: LocalizedText
    ) {
        self.rule = rule
        self.ban = ban
        self.activity = activity
        self.verdict = verdict
        self.basis = basis
        self.authority = authority
        self.cure = cure
        self.item = item
        self.evidence = evidence
        self.doubts = doubts
        self.considered = considered
        self.explanation = explanation
    }
}

/// The two kinds of ban, which treat a denial differently.
public enum Ban: String, Sendable, Hashable, Codable, CaseIterable {
    /// A word that a registered name or scope must not contain, whatever it says with it.
    case term
    /// An activity that must not be carried on; denying it releases the finding.
    case activity
}

/// The provision that a rule enforces.
public struct Basis: Sendable, Hashable {
    /// The notice's id in the corpus, such as `yinfa-2026-42`.
    public let notice: String

    /// The notice's document number, such as 银发〔2026〕42号.
    public let documentNumber: String?

    /// The provision's address, such as `art_8`.
    public let provision: String

    /// The mark of the article as it is printed, such as （八）.
    public let label: String?

    /// The clause, in each language in which the corpus has it.
    public let quotes: [Quote]

    /// Creates a basis.
    public init(notice: String, documentNumber: String?, provision: String, label: String?, quotes: [Quote]) {
        self.notice = notice
        self.documentNumber = documentNumber
        self.provision = provision
        self.label = label
        self.quotes = quotes
    }

    /// The quote in `language`, or else in any language.
    public func quote(in language: LocalizedText.Language) -> Quote? {
        quotes.first { $0.language == language } ?? quotes.first
    }
}

/// The words of a clause, with the status of the text they come from.
public struct Quote: Sendable, Hashable {
    /// The words as the corpus text has them.
    public let text: String

    /// The language of the words.
    public let language: LocalizedText.Language

    /// The status of the text, such as `unofficial-reconstruction`; shown wherever the words are.
    public let status: String

    /// Creates a quote.
    public init(_ text: String, language: LocalizedText.Language, status: String) {
        self.text = text
        self.language = language
        self.status = status
    }
}

/// What would lift a ban.
public struct Cure: Sendable, Hashable {
    /// What is needed, in both languages.
    public let requirement: LocalizedText

    /// Who grants it, in the notice's words, or `nil` where the notice names nobody.
    public let grantor: LocalizedText?

    /// Creates a cure.
    public init(requirement: LocalizedText, grantor: LocalizedText?) {
        self.requirement = requirement
        self.grantor = grantor
    }
}

/// Something that keeps a finding from being surer, such as an unknown territory.
public struct Doubt: Sendable, Hashable {
    /// A stable name, such as `territory-unknown`.
    public let id: String

    /// What is in doubt, in both languages.
    public let reason: LocalizedText

    /// Creates a doubt.
    public init(_ id: String, _ reason: LocalizedText) {
        self.id = id
        self.reason = reason
    }
}

/// A rule that would have fired had the text not denied or excused it.
public struct Release: Sendable, Hashable {
    /// The rule's id.
    public let rule: String

    /// The words that would have fired.
    public let evidence: [Evidence]

    /// The words that released them, such as 不从事, as they stand in the record.
    public let cue: String

    /// Creates a release.
    public init(rule: String, evidence: [Evidence], cue: String) {
        self.rule = rule
        self.evidence = evidence
        self.cue = cue
    }
}
