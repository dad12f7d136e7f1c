/// A set of concepts as bits, for questions that are asked of every record.
struct ConceptSet: Sendable, Hashable {
    private var words: [UInt64]

    /// An empty set of the concepts of `lexicon`.
    init(of lexicon: CompiledLexicon) {
        words = Array(repeating: 0, count: (lexicon.concepts.count + 63) / 64)
    }

    /// A set of `concepts`, which are those of `lexicon`.
    init(_ concepts: some Sequence<CompiledLexicon.ConceptIndex>, of lexicon: CompiledLexicon) {
        self.init(of: lexicon)
        for concept in concepts { insert(concept) }
    }

    /// Adds the concept.
    mutating func insert(_ concept: CompiledLexicon.ConceptIndex) {
        words[concept >> 6] |= 1 << UInt64(concept & 63)
    }

    /// Adds the concepts of another set.
    mutating func formUnion(_ other: ConceptSet) {
        for place in words.indices { words[place] |= other.words[place] }
    }

    /// Whether the concept belongs to the set.
    func contains(_ concept: CompiledLexicon.ConceptIndex) -> Bool {
        words[concept >> 6] >> UInt64(concept & 63) & 1 != 0
    }

    /// Whether a concept belongs to both sets.
    func meets(_ other: ConceptSet) -> Bool {
        for (word, otherWord) in zip(words, other.words) where word & otherWord != 0 { return true }
        return false
    }
}

/// What a record must hold for a condition to have a chance: its concepts, wherever they stand and whatever denies them.
indirect enum NeededConcepts: Sendable {
    /// Nothing: the condition may hold in any record.
    case none
    /// A word of one of the concepts.
    case one(ConceptSet)
    /// What each part needs.
    case all([NeededConcepts])
    /// What one of the parts needs.
    case any([NeededConcepts])

    /// What `condition` needs.
    init(_ condition: CompiledCondition, in lexicon: CompiledLexicon) {
        func one(_ concepts: [CompiledLexicon.ConceptIndex]) -> NeededConcepts {
            .one(ConceptSet(concepts, of: lexicon))
        }
        switch condition {
        case .concept(let concepts): self = one(concepts)
        case .near(let left, let right, _, _): self = .all([one(left), one(right)])
        case .all(let parts): self = .all(parts.map { NeededConcepts($0, in: lexicon) })
        case .any(let parts): self = .any(parts.map { NeededConcepts($0, in: lexicon) })
        case .clause(let part), .field(let part), .record(let part): self = NeededConcepts(part, in: lexicon)
        case .not: self = .none
        }
    }

    /// Whether a record that holds words of `found` may meet the condition.
    func isMet(by found: ConceptSet) -> Bool {
        switch self {
        case .none: true
        case .one(let set): set.meets(found)
        case .all(let parts): parts.allSatisfy { $0.isMet(by: found) }
        case .any(let parts): parts.contains { $0.isMet(by: found) }
        }
    }
}
