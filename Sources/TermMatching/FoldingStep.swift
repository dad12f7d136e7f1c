/// The folding steps that a piece of text needed before a term could be seen in it.
package struct FoldingSteps: OptionSet, Sendable, Hashable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) {
        self.rawValue = rawValue
    }

    /// Another case.
    package static let `case` = FoldingSteps(rawValue: 1 << 0)
    /// Full-width or half-width forms.
    package static let width = FoldingSteps(rawValue: 1 << 1)
    /// Compatibility forms, and letters with marks.
    package static let compatibility = FoldingSteps(rawValue: 1 << 2)
    /// Traditional or variant characters.
    package static let traditional = FoldingSteps(rawValue: 1 << 3)
    /// Separators inside the term.
    package static let separators = FoldingSteps(rawValue: 1 << 4)
    /// Letters or characters that look alike.
    package static let confusable = FoldingSteps(rawValue: 1 << 5)
}
