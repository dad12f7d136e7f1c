/// Tells texts that may hold one of some terms of a ``TermMatcher`` from those that can't.
package struct TermFilter: Sendable {
    /// The indices of the terms in the matcher.
    package let terms: [Int]

    let map: SymbolMap
    let automaton: TermAutomaton

    /// Whether a term may stand in `text`: never `false` where the matcher finds one of the filter's terms.
    ///
    /// Gaps, edges and neighbours aren't looked at, so that one pass without memory suffices.
    package func mayMatch(in text: String) -> Bool {
        var state = automaton.start
        for scalar in text.unicodeScalars {
            let entry = map.entry(of: scalar)
            switch entry.scalarClass {
            case .blank, .lineBreak, .invisible, .hyphen, .punctuation, .enumeration:
                continue
            case .stop:
                state = automaton.start
            case .word, .letter:
                if entry.isSequence {
                    for symbol in map.sequences[entry.payload] {
                        state = automaton.next(state, symbol)
                        if automaton.isAccepting(state) { return true }
                    }
                } else {
                    state = automaton.next(state, UInt16(truncatingIfNeeded: entry.payload))
                    if automaton.isAccepting(state) { return true }
                }
            }
        }
        return false
    }
}

extension TermMatcher {
    /// A filter for some of the terms, given by their indices.
    package func filter(for indices: some Sequence<Int>) -> TermFilter {
        let terms = Array(indices)
        return TermFilter(
            terms: terms,
            map: map,
            automaton: TermAutomaton(terms.map { compiled[$0].symbols }, symbolCount: map.count)
        )
    }
}
