/// A spelling of a term as the matcher holds it: its symbols, and where it may be broken.
///
/// An object, since one is looked at wherever its characters are found, and copying its parts would cost more than the look.
final class CompiledTerm: Sendable {
    /// The index of the term among the matcher's terms.
    let term: Int

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
    convenience init(
        _ term: Term,
        at index: Int,
        spelling: Spelling,
        notBefore: [[Unicode.Scalar]],
        notAfter: [[Unicode.Scalar]],
        symbol: (Unicode.Scalar) -> UInt16
    ) {
        let letters = spelling.signs.count { $0.isLetter }
        // Half a word in other characters is no longer the word, nor is an abbreviation that is mostly digits.
        let count = spelling.characterCount
        let allowsSubstitutes = term.disguises.contains(.homophone) || term.disguises.contains(.lookalike)
        self.init(
            term: index,
            spelling: spelling,
            symbols: spelling.signs.map { symbol($0.folded) },
            mostSubstitutes: allowsSubstitutes && count >= Spelling.leastCharacters ? count / 2 : 0,
            mostConfusables: letters < 3 || spelling.steps.contains(.initials) ? 0 : max(1, letters / 3),
            notBefore: notBefore.map { $0.reversed() },
            notAfter: notAfter
        )
    }

    /// Creates a term of its parts.
    init(
        term: Int,
        spelling: Spelling,
        symbols: [UInt16],
        mostSubstitutes: Int,
        mostConfusables: Int,
        notBefore: [[Unicode.Scalar]],
        notAfter: [[Unicode.Scalar]]
    ) {
        self.term = term
        self.spelling = spelling
        self.symbols = symbols
        isLatin = spelling.signs.map(\.isLetter)
        self.mostSubstitutes = mostSubstitutes
        self.mostConfusables = mostConfusables
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}
