/// The folding steps that a piece of text needed before a term could be seen in it.
package struct FoldingSteps: OptionSet, Sendable, Hashable {
    package let rawValue: UInt16

    package init(rawValue: UInt16) {
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
    /// A character written as its parts: 石广 for 矿.
    package static let split = FoldingSteps(rawValue: 1 << 6)
    /// An ordinary character in the place of one that sounds like it: 壁 for 币.
    package static let homophone = FoldingSteps(rawValue: 1 << 7)
    /// An ordinary character in the place of one that looks like it: 贷 for 货.
    package static let lookalike = FoldingSteps(rawValue: 1 << 8)
    /// Characters written in pinyin.
    package static let pinyin = FoldingSteps(rawValue: 1 << 9)
    /// The first letters of the term's pinyin.
    package static let initials = FoldingSteps(rawValue: 1 << 10)
    /// Escapes of characters: `\u865a`, `&#34394;`.
    package static let escape = FoldingSteps(rawValue: 1 << 11)

    /// The steps that lead away from the term's own characters, which a term must allow: see ``Term/disguises``.
    package static let guessed: FoldingSteps = [.split, .homophone, .lookalike, .pinyin, .initials]
}
