/// A spelling of a term as the matcher holds it: its symbols, and where it may be broken.
struct CompiledTerm: Sendable {
    /// The index of the term among the matcher's terms.
    private(set) var term: Int

    /// The spelling.
    let spelling: Spelling

    /// The folded spelling.
    let symbols: [UInt16]

    /// For each symbol, whether it stands for a Latin letter or a digit.
    let isLatin: [Bool]

    /// The most Chinese characters that may be replaced by others that sound or look alike.
    let mostSubstitutes: Int

    /// The most letters that may be replaced by digits and letters that look alike.
    let mostConfusables: Int

    /// What must not stand directly before the term, folded and reversed.
    let notBefore: [[Unicode.Scalar]]

    /// What must not stand directly after the term, folded.
    let notAfter: [[Unicode.Scalar]]

    /// Turns a spelling of `term`, the matcher's term at `index`, into symbols; its neighbours are given folded.
    init(
        _ term: Term,
        at index: Int,
        spelling: Spelling,
        notBefore: [[Unicode.Scalar]],
        notAfter: [[Unicode.Scalar]],
        symbol: (Unicode.Scalar) -> UInt16
    ) {
        self.term = index
        self.spelling = spelling
        symbols = spelling.signs.map { symbol($0.folded) }
        isLatin = spelling.signs.map(\.isLetter)
        let letters = isLatin.count { $0 }
        // Half a word in other characters is no longer the word, nor is an abbreviation that is mostly digits.
        let count = spelling.characterCount
        let allowsSubstitutes = term.disguises.contains(.homophone) || term.disguises.contains(.lookalike)
        mostSubstitutes = allowsSubstitutes && count >= Spelling.leastCharacters ? count / 2 : 0
        mostConfusables = letters < 3 || spelling.steps.contains(.initials) ? 0 : max(1, letters / 3)
        self.notBefore = notBefore.map { $0.reversed() }
        self.notAfter = notAfter
    }

    /// The same, as the term at `index` of another matcher.
    func renumbered(_ index: Int) -> CompiledTerm {
        var term = self
        term.term = index
        return term
    }
}
