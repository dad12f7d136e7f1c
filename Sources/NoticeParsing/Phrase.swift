/// A word or phrase of the grammar, held as the folded scalars that ``Line`` compares.
struct Phrase: ExpressibleByStringLiteral, Sendable, Hashable {
    /// The scalars' values.
    let scalars: [UInt32]

    init(_ text: some StringProtocol) {
        scalars = text.unicodeScalars.map { GrammarFold.folded($0.value) }
    }

    init(stringLiteral text: String) {
        self.init(text)
    }

    /// The number of scalars.
    var count: Int { scalars.count }
}

/// A set of phrases that are looked for together, found by their first scalar.
struct PhraseSet: ExpressibleByArrayLiteral, Sendable {
    /// The phrases that start with each scalar, the longest first.
    private let byFirst: [UInt32: [Phrase]]

    /// The phrases that end with each scalar.
    private let byLast: [UInt32: [Phrase]]

    init(_ phrases: [Phrase]) {
        let filled = phrases.filter { $0.count > 0 }
        byFirst = Dictionary(grouping: filled) { $0.scalars[0] }.mapValues { $0.sorted { $0.count > $1.count } }
        byLast = Dictionary(grouping: filled) { $0.scalars[$0.count - 1] }
    }

    init(arrayLiteral phrases: Phrase...) {
        self.init(phrases)
    }

    /// The longest phrase that stands in `line` at `index`.
    func longest(in line: Line, at index: Int) -> Phrase? {
        guard index < line.count else { return nil }
        return byFirst[line[index]]?.first { line.has($0, at: index) }
    }

    /// The first place in `range` of `line` at which one of the phrases stands, in scalars.
    func first(in line: Line, _ range: Range<Int>) -> Range<Int>? {
        for index in range {
            if let phrase = longest(in: line, at: index), index + phrase.count <= range.upperBound {
                return index..<(index + phrase.count)
            }
        }
        return nil
    }

    /// Whether one of the phrases stands in `range` of `line`.
    func occurs(in line: Line, _ range: Range<Int>) -> Bool {
        first(in: line, range) != nil
    }

    /// Whether one of the phrases ends `range` of `line`.
    func ends(_ line: Line, _ range: Range<Int>) -> Bool {
        guard let last = range.last, let phrases = byLast[line[last]] else { return false }
        return phrases.contains { $0.count <= range.count && line.has($0, at: range.upperBound - $0.count) }
    }

    /// Whether one of the phrases stands in `line` at `index`.
    func startsWith(_ line: Line, _ index: Int) -> Bool {
        longest(in: line, at: index) != nil
    }
}
