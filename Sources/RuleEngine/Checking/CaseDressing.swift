/// A way of writing the sample of a case that must not hide it from its rule.
package enum CaseDressing: String, Sendable, Hashable, CaseIterable {
    /// As it stands.
    case plain
    /// Upper case for lower case and the reverse.
    case `case`
    /// Full-width letters.
    case width
    /// Letters in compatibility forms: Ⓡⓦⓐ.
    case compatibility
    /// Traditional characters.
    case traditional
    /// An invisible character after each one.
    case invisible
    /// A pictograph before each text, which moves every span.
    case surroundings
    /// A mark between the characters of each word that fired.
    case separators
    /// Letters of another script that look alike, in each word that fired.
    case confusable

    /// Whether the words that fired are dressed, and not the whole text.
    ///
    /// A whole text with marks between its characters has no items, clauses or distances left.
    var isOfTerms: Bool {
        self == .separators || self == .confusable
    }

    /// Whether a finding may become a review: the dressing is a disguise that leaves room for doubt.
    ///
    /// A name in traditional characters may not be a registered one, and 矿·机 may be two words.
    var mayCastDoubt: Bool {
        switch self {
        case .plain, .case, .width, .invisible, .surroundings: false
        case .compatibility, .traditional, .separators, .confusable: true
        }
    }

    /// What the dressing is called in messages.
    var label: String {
        switch self {
        case .plain: "as it stands"
        case .case: "in the other case"
        case .width: "in full-width letters"
        case .compatibility: "in compatibility forms"
        case .traditional: "in traditional characters"
        case .invisible: "with invisible characters"
        case .surroundings: "after a pictograph"
        case .separators: "with marks inside the words that fired"
        case .confusable: "with look-alike letters in the words that fired"
        }
    }
}
