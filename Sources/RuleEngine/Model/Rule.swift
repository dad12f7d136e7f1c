package import LegalText
package import RecordModel

/// A rule: which words of a record meet which ban, and what that comes to.
package struct Rule: Sendable, Identifiable {
    /// The id, `<notice>/<name>`, equal to the rule's path below the rules folder.
    package let id: String

    /// What the rule is called.
    package let title: LocalizedText

    /// Whether a word or an activity is banned.
    package let ban: Ban

    /// What the rule is about, such as `mining`.
    package let activity: String

    /// Which way the rule errs.
    package let errs: Bias

    /// What a firm finding comes to.
    package let verdict: Verdict.Level

    /// The clause that the rule enforces.
    package let basis: RuleBasis

    /// Whose matter it is, as the notice says.
    package let authority: LocalizedText?

    /// What would lift the ban.
    package internal(set) var cure: Cure?

    /// The fields that the rule reads.
    package internal(set) var fields: Set<Field>

    /// Where the activity must take place.
    package internal(set) var territory: Territory

    /// Which kinds of actor the ban binds, or `nil` where it binds anyone.
    package internal(set) var bearer: Bearer?

    /// What must stand in a unit.
    package internal(set) var condition: Condition

    /// What else must hold for a firm finding; where one doesn't, the finding is a review that names it.
    package internal(set) var requirements: [Proviso]

    /// What makes the finding a review.
    package internal(set) var doubts: [Proviso]

    /// Rules that say the same more exactly: where one of them fires, this one keeps silent.
    package internal(set) var yieldsTo: [String]

    /// The furthest disguise in which the words of a firm finding may stand; where they are disguised further, it is a
    /// review.
    package let certainTo: Disguise

    /// Why the rule fired, with `{terms}` for the words that fired.
    package let explanation: LocalizedText

    /// Where the rule is defined.
    package let location: SourceLocation

    /// The fields that a person has yet to complete in a drafted rule.
    package var drafted: [String] = []

    /// Where fields are written, by name, and concepts, by `concept` and the name; what the rule takes from another
    /// file isn't among them.
    package var places: [String: SourceLocation] = [:]
}

extension Rule {
    /// Which of the two mistakes a rule prefers.
    package enum Bias: String, Sendable, Hashable, CaseIterable {
        /// Rather a review than a miss.
        case inclusive
        /// Rather a miss than a review.
        case strict
    }

    /// Where a banned activity takes place.
    package enum Territory: String, Sendable, Hashable, CaseIterable {
        /// Anywhere.
        case any
        /// In the country.
        case domestic
        /// From abroad into the country.
        case inbound
        /// Abroad, by domestic parties.
        case outbound
    }

    /// Where the field or concept called `name` is written, or else where the rule is.
    func place(_ name: String) -> SourceLocation {
        places[name] ?? location
    }

    /// The fields that a rule reads where its file names none: what is registered, and for an activity any text.
    static func usualFields(of ban: Ban) -> Set<Field> {
        ban == .term ? [.name, .otherNames, .scope] : Set(Field.allCases)
    }

    /// Every concept that the rule names.
    package var concepts: [String] {
        condition.concepts + (requirements + doubts).flatMap(\.condition.concepts)
            + (bearer.map { $0.kinds + $0.doubtful } ?? [])
    }

    /// The kinds of actor that a ban binds, each the id of a concept whose words name such an actor.
    package struct Bearer: Sendable, Hashable {
        /// The kinds that are bound.
        package internal(set) var kinds: [String]
        /// The kinds of which it is for a person to judge whether they are bound.
        package internal(set) var doubtful: [String]
    }

    /// A condition with the doubt that hangs on it.
    package struct Proviso: Sendable, Hashable {
        /// The doubt's id.
        package let id: String
        /// The condition.
        package internal(set) var condition: Condition
        /// The doubt, in both languages.
        package let reason: LocalizedText
    }
}

/// The clause that a rule enforces, as the rule file gives it.
package struct RuleBasis: Sendable, Hashable {
    /// The notice's id in the corpus.
    package let notice: String

    /// The provision's address.
    package let provision: String

    /// The clause's words by language; each must stand in the provision's text.
    package let quotes: [LocalizedText.Language: QuotedClause]

    /// The words of a clause with the place in the rule file.
    package struct QuotedClause: Sendable, Hashable {
        /// The words.
        package let text: String
        /// Where they are written.
        package let location: SourceLocation
    }
}
