public import LegalText

/// Why a rule did not fire on a record, and how close the record came.
public struct WhyNot: Sendable, Hashable {
    /// The rule's id.
    public let rule: String

    /// What kept the rule from firing.
    public let obstacle: Obstacle

    /// The obstacle in one sentence, in both languages.
    public let explanation: LocalizedText

    /// The words of the record that the rule looks for, in the place that came closest.
    public let closest: [Evidence]

    /// Creates an answer.
    public init(rule: String, obstacle: Obstacle, explanation: LocalizedText, closest: [Evidence]) {
        self.rule = rule
        self.obstacle = obstacle
        self.explanation = explanation
        self.closest = closest
    }

    /// The kinds of obstacle.
    public enum Obstacle: String, Sendable, Hashable, Codable, CaseIterable {
        /// There is none: the rule fired.
        case none
        /// The text denies or forbids the activity, or quotes a title.
        case denied
        /// The word stands inside a phrase that means something else.
        case otherMeaning = "other-meaning"
        /// The characters of a word stand there and are part of another: 矿机 in 煤矿机械, RWA in NORWAY.
        case boundary
        /// The word counts only beside another, which is missing.
        case contextMissing = "context-missing"
        /// One part of the condition is missing.
        case conditionMissing = "condition-missing"
        /// The words stand too far apart.
        case tooFar = "too-far"
        /// Something stands in the text that the rule excludes.
        case excluded
        /// The activity takes place where the rule doesn't reach.
        case territory
        /// The party is of a kind that the rule doesn't bind.
        case actor
        /// A more exact rule fired in its place.
        case yielded
        /// The record has no text in the fields that the rule reads.
        case nothingToRead = "nothing-to-read"
        /// No word of the rule stands in the record.
        case noWord = "no-word"
    }
}
