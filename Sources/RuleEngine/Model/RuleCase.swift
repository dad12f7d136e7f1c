package import LegalText
package import RecordModel

/// A sample that says what a rule does with it.
package struct RuleCase: Sendable, Hashable {
    /// The rule that the case is about.
    package let rule: String

    /// What the case shows.
    package let name: String

    /// The sample.
    package let record: Record

    /// What the rule's most severe finding comes to; `clear` where the rule must not fire.
    package let expected: Verdict.Level

    /// Words that must be among the evidence.
    package let evidence: [String]

    /// Doubts that the finding must name.
    package let doubts: [String]

    /// The cue that must have released the rule, or `nil` where that isn't asked.
    package let released: String?

    /// The part of a registered name that must hold the words, or `nil` where that isn't asked.
    package let namePart: CompanyName.Kind?

    /// Whether the sample nearly fires.
    package let isNearMiss: Bool

    /// Whether a person has yet to write the sample and what to expect; such a case fails.
    package let isDraft: Bool

    /// The dressings under which the sample isn't tried.
    package let undressed: Set<CaseDressing>

    /// Where the case is written.
    package let location: SourceLocation
}
