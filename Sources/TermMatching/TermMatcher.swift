/// Finds the terms of one set in texts, however they are written.
///
/// The matcher is immutable, and tasks share one freely; each brings its own ``MatchScratch``.
package struct TermMatcher: Sendable {
    /// The terms, in the order in which matches number them.
    package let terms: [Term]

    let compiled: [CompiledTerm]
    let map: SymbolMap
    let automaton: TermAutomaton

    /// Compiles `terms`; those that fold to nothing are never found.
    package init(_ terms: [Term], folding: FoldingTable) {
        self.terms = terms
        let alphabet = terms.flatMap { term in
            ([term.text] + term.notBefore + term.notAfter).map { CompiledTerm.folded($0, folding) }
        }
        let map = SymbolMap(terms: alphabet, folding: folding)
        let compiled = terms.map { CompiledTerm($0, folding: folding, symbol: map.symbol(of:)) }
        self.map = map
        self.compiled = compiled
        automaton = TermAutomaton(compiled.map(\.symbols), symbolCount: map.count)
    }

    /// Every place in `text` where a term stands, ordered by start, the longer first; overlaps included.
    ///
    /// - Complexity: O(*n* + *m*) for *n* scalars and *m* matches, however many terms there are.
    package func matches(in text: String, scratch: inout MatchScratch) -> [TermMatch] {
        scratch.text.fold(text, with: map)
        let verifier = TermVerifier(text: scratch.text)
        var matches: [TermMatch] = []
        var state = automaton.start
        for (position, symbol) in scratch.text.symbols.enumerated() {
            state = automaton.next(state, symbol)
            guard automaton.isAccepting(state) else { continue }
            automaton.forEachTerm(endingIn: state) { index in
                let term = compiled[index]
                let range = (position + 1 - term.symbols.count)..<(position + 1)
                if let match = verifier.match(term, index: index, symbols: range) {
                    matches.append(match)
                }
            }
        }
        return matches.sorted(by: Self.precedes)
    }

    /// The reference: tries every term at every symbol, without the automaton.
    ///
    /// Slow; tests compare ``matches(in:scratch:)`` with it.
    package func naiveMatches(in text: String) -> [TermMatch] {
        var folded = FoldedText()
        folded.fold(text, with: map)
        let verifier = TermVerifier(text: folded)
        var matches: [TermMatch] = []
        for start in folded.symbols.indices {
            for (index, term) in compiled.enumerated() where !term.symbols.isEmpty {
                let end = start + term.symbols.count
                guard end <= folded.symbols.count, folded.symbols[start..<end].elementsEqual(term.symbols),
                    let match = verifier.match(term, index: index, symbols: start..<end)
                else { continue }
                matches.append(match)
            }
        }
        return matches.sorted(by: Self.precedes)
    }

    private static func precedes(_ left: TermMatch, _ right: TermMatch) -> Bool {
        (left.start, -left.end, left.term) < (right.start, -right.end, right.term)
    }
}

/// What a matcher needs while it works; one for each task, reused from text to text.
package struct MatchScratch: Sendable {
    var text = FoldedText()

    package init() {}
}
