/// A term as the matcher holds it: its symbols, and where it may be broken.
struct CompiledTerm: Sendable {
    /// The folded term.
    let symbols: [UInt16]

    /// The scalar of the term that each symbol comes from, which tells whether a text's scalar was folded.
    let scalars: [Unicode.Scalar]

    /// For each gap between two symbols, whether the term itself parts two words there.
    let isWordBreak: [Bool]

    /// For each symbol, whether it stands for a Latin letter or a digit.
    let isLatin: [Bool]

    /// The symbols of what must not stand directly before the term, each reversed.
    let notBefore: [[UInt16]]

    /// The symbols of what must not stand directly after the term.
    let notAfter: [[UInt16]]

    /// Folds `term`; blanks, hyphens and other separators in it become word breaks.
    init(_ term: Term, folding: FoldingTable, symbol: (Unicode.Scalar) -> UInt16) {
        var symbols: [UInt16] = []
        var scalars: [Unicode.Scalar] = []
        var isWordBreak: [Bool] = []
        var isLatin: [Bool] = []
        var parted = false
        for (scalar, folded) in Self.parts(of: term.text, folding: folding) {
            guard let folded else {
                parted = true
                continue
            }
            if !symbols.isEmpty {
                let touchesScripts = isLatin.last != Self.isLatin(folded)
                isWordBreak.append(parted || touchesScripts)
            }
            symbols.append(symbol(folded))
            scalars.append(scalar)
            isLatin.append(Self.isLatin(folded))
            parted = false
        }
        self.symbols = symbols
        self.scalars = scalars
        self.isWordBreak = isWordBreak
        self.isLatin = isLatin
        notBefore = term.notBefore.map { Self.folded($0, folding).map(symbol).reversed() }
        notAfter = term.notAfter.map { Self.folded($0, folding).map(symbol) }
    }

    /// The folded scalars of `text` without its separators.
    static func folded(_ text: String, _ folding: FoldingTable) -> [Unicode.Scalar] {
        parts(of: text, folding: folding).compactMap(\.folded)
    }

    /// The scalars of a term with what each folds to; `nil` for a separator.
    private static func parts(
        of text: String,
        folding: FoldingTable
    ) -> [(scalar: Unicode.Scalar, folded: Unicode.Scalar?)] {
        text.unicodeScalars.flatMap { scalar -> [(scalar: Unicode.Scalar, folded: Unicode.Scalar?)] in
            let isFolded = folding.foldings[scalar] != nil
            if !isFolded, ScalarClass(scalar).isSeparator {
                return [(scalar, nil)]
            }
            return folding.folding(of: scalar).scalars.map { (scalar, $0) }
        }
    }

    private static func isLatin(_ scalar: Unicode.Scalar) -> Bool {
        ScalarClass(scalar) == .letter
    }
}
