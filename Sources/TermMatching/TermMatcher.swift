/// Finds the terms of one set in texts, however they are written.
///
/// The matcher is an immutable object, and tasks share one freely; each brings its own ``MatchScratch``.
package final class TermMatcher: Sendable {
    /// The terms, in the order in which matches number them.
    package let terms: [Term]

    let compiled: [CompiledTerm]
    let map: SymbolMap
    let automaton: TermAutomaton

    /// Compiles `terms`; those that fold to nothing are never found.
    package convenience init(_ terms: [Term], folding: FoldingTable) {
        let spellings = terms.map { Spelling.all(of: $0, folding: folding) }
        let notBefore = terms.map { $0.notBefore.map { Spelling.folded($0, folding) } }
        let notAfter = terms.map { $0.notAfter.map { Spelling.folded($0, folding) } }
        var alphabet = Set(spellings.lazy.joined().flatMap { $0.signs.lazy.map(\.folded) })
        alphabet.formUnion((notBefore + notAfter).lazy.joined().joined())
        let map = SymbolMap(alphabet: alphabet, folding: folding)
        var compiled: [CompiledTerm] = []
        for (index, term) in terms.enumerated() {
            compiled += spellings[index].map { spelling in
                CompiledTerm(
                    term,
                    at: index,
                    spelling: spelling,
                    notBefore: notBefore[index],
                    notAfter: notAfter[index],
                    symbol: map.symbol(of:)
                )
            }
        }
        let automaton = TermAutomaton(compiled.map(\.symbols), symbolCount: map.count)
        self.init(terms: terms, compiled: compiled, map: map, automaton: automaton)
    }

    /// Creates a matcher of its parts.
    init(terms: [Term], compiled: [CompiledTerm], map: SymbolMap, automaton: TermAutomaton) {
        self.terms = terms
        self.compiled = compiled
        self.map = map
        self.automaton = automaton
    }

    /// Every place in `text` where a term stands, ordered by start, the longer first; overlaps included.
    ///
    /// - Complexity: O(*n* + *m*) for *n* scalars and *m* matches, however many terms there are.
    package func matches(in text: String, scratch: inout MatchScratch) -> [TermMatch] {
        scratch.text.fold(text, with: map)
        let verifier = TermVerifier(text: scratch.text, map: map)
        var matches: [TermMatch] = []
        var state = automaton.start
        for (position, symbol) in scratch.text.symbols.enumerated() {
            state = automaton.next(state, symbol)
            guard automaton.isAccepting(state) else { continue }
            automaton.forEachTerm(endingIn: state) { index in
                let term = compiled[index]
                let range = (position + 1 - term.symbols.count)..<(position + 1)
                if let match = verifier.match(term, symbols: range) {
                    matches.append(match)
                }
            }
        }
        return Self.ordered(matches)
    }

    /// Whether one of the terms that `isWanted` picks, by their numbers, stands in `text`.
    ///
    /// - Complexity: As ``matches(in:scratch:)``; but what isn't wanted is not verified.
    package func holds(anyOf isWanted: [Bool], in text: String, scratch: inout MatchScratch) -> Bool {
        scratch.text.fold(text, with: map)
        let verifier = TermVerifier(text: scratch.text, map: map)
        var state = automaton.start
        var isFound = false
        for (position, symbol) in scratch.text.symbols.enumerated() {
            state = automaton.next(state, symbol)
            guard automaton.isAccepting(state) else { continue }
            automaton.forEachTerm(endingIn: state) { index in
                guard !isFound, isWanted[compiled[index].term] else { return }
                let range = (position + 1 - compiled[index].symbols.count)..<(position + 1)
                isFound = verifier.match(compiled[index], symbols: range) != nil
            }
            if isFound { return true }
        }
        return false
    }

    /// The reference: tries every term at every symbol, without the automaton.
    ///
    /// Slow; tests compare ``matches(in:scratch:)`` with it.
    package func naiveMatches(in text: String) -> [TermMatch] {
        var folded = FoldedText()
        folded.fold(text, with: map)
        let verifier = TermVerifier(text: folded, map: map)
        var matches: [TermMatch] = []
        for start in folded.symbols.indices {
            for term in compiled {
                let end = start + term.symbols.count
                guard end <= folded.symbols.count, folded.symbols[start..<end].elementsEqual(term.symbols),
                    let match = verifier.match(term, symbols: start..<end)
                else { continue }
                matches.append(match)
            }
        }
        return Self.ordered(matches)
    }

    /// The matches by start, the longer first; where a place can be read as a term in two ways, the plainer one alone.
    private static func ordered(_ matches: [TermMatch]) -> [TermMatch] {
        guard matches.count > 1 else { return matches }
        let sorted = matches.sorted { left, right in
            (left.start, -left.end, left.term, left.steps.rawValue)
                < (right.start, -right.end, right.term, right.steps.rawValue)
        }
        var ordered: [TermMatch] = []
        for match in sorted {
            if let last = ordered.last, (last.start, last.end, last.term) == (match.start, match.end, match.term) {
                continue
            }
            ordered.append(match)
        }
        return ordered
    }
}

/// What a matcher needs while it works; one for each task, reused from text to text.
package struct MatchScratch: Sendable {
    var text = FoldedText()

    package init() {}
}
