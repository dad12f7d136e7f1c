/// Some of the terms of a ``TermMatcher``, with an automaton of their own, for a ``TermScanner`` to look for.
package struct TermFilter: Sendable {
    /// The indices of the terms in the matcher.
    package let terms: Set<Int>

    /// The indices of the spellings of the terms in the matcher, in the automaton's order.
    let spellings: [Int]

    let matcher: TermMatcher
    let automaton: TermAutomaton

    var map: SymbolMap { matcher.map }
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
