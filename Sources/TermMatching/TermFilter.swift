/// Tells texts that may hold one of some terms of a ``TermMatcher`` from those that can't.
package struct TermFilter: Sendable {
    /// The indices of the terms in the matcher.
    package let terms: Set<Int>

    /// The indices of the spellings of the terms in the matcher, in the automaton's order.
    let spellings: [Int]

    let matcher: TermMatcher
    let automaton: TermAutomaton

    var map: SymbolMap { matcher.map }

    /// Whether a term may stand in `text`: never `false` where ``matches(in:scratch:)`` finds one.
    ///
    /// Gaps, edges and neighbours aren't looked at, so that one pass without memory suffices.
    package func mayMatch(in text: String) -> Bool {
        var state = automaton.start
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            var entry = map.entry(of: scalar)
            if entry.opensEscape, let escape = TextEscape.read(scalar, before: scalars) {
                scalars = escape.rest
                guard case .scalar(let meant) = escape.meaning else { continue }
                entry = map.entry(of: meant)
            }
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
        let terms = Set(indices)
        let spellings = compiled.indices.filter { terms.contains(compiled[$0].term) }
        return TermFilter(
            terms: terms,
            spellings: spellings,
            matcher: self,
            automaton: TermAutomaton(spellings.map { compiled[$0].symbols }, symbolCount: map.count)
        )
    }
}
