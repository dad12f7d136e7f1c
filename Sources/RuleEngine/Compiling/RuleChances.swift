internal import TermMatching

/// Tells from the words of a record alone which rules may fire on it, so that few records need be read closely.
struct RuleChances: Sendable {
    /// The concepts that each word of the lexicon expresses: those of word `n` stand from `starts[n]` to `starts[n + 1]`.
    private let concepts: [Int]
    private let starts: [Int]

    /// Whether each word is one that some rule can't fire without.
    private let isAnchor: [Bool]

    /// What each rule needs, in the order of the rules.
    private let needs: [NeededConcepts]

    private let none: ConceptSet

    /// Learns what `rules` need, whose anchors `filter` looks for.
    init(_ rules: [CompiledRule], lexicon: CompiledLexicon, anchors filter: TermFilter) {
        var concepts: [Int] = []
        var starts = [0]
        for roles in lexicon.roles {
            for case .concept(let concept, _) in roles { concepts.append(concept) }
            starts.append(concepts.count)
        }
        self.concepts = concepts
        self.starts = starts
        var isAnchor = Array(repeating: false, count: lexicon.roles.count)
        for term in filter.terms { isAnchor[term] = true }
        self.isAnchor = isAnchor
        needs = rules.map { NeededConcepts($0.rule.condition, in: lexicon) }
        none = ConceptSet(of: lexicon)
    }

    /// The places of the rules that may fire on a record in which `texts` were found; none of the others does.
    func rules(for texts: [RecordReading.FoundWords]) -> [Int] {
        guard texts.contains(where: { $0.matches.contains { isAnchor[$0.term] } }) else { return [] }
        var found = none
        for text in texts {
            for match in text.matches {
                for place in starts[match.term]..<starts[match.term + 1] { found.insert(concepts[place]) }
            }
        }
        return needs.indices.filter { needs[$0].isMet(by: found) }
    }
}
