internal import RecordModel
internal import TermMatching

/// Tells from the words of a record alone which rules may fire on it, so that few records need be read closely.
struct RuleChances: Sendable {
    /// The concepts that each word of the lexicon expresses: those of word `n` stand from `starts[n]` to `starts[n + 1]`.
    private let concepts: [Int]
    private let starts: [Int]

    /// The concepts whose words each word excuses where it holds them, kept in the same way.
    private let excused: [Int]
    private let excusedStarts: [Int]

    /// Whether each word is one that some rule can't fire without.
    private let isAnchor: [Bool]

    /// What each rule needs, in the order of the rules.
    private let needs: [NeededConcepts]

    /// For each rule, the concepts whose words tell what it comes to, apart from ``common``.
    private let told: [ConceptSet]

    /// The concepts whose words the engine reads itself.
    private let common: ConceptSet

    private let none: ConceptSet

    /// Learns what `rules` need, whose anchors `filter` looks for.
    init(_ rules: [CompiledRule], lexicon: CompiledLexicon, anchors filter: TermFilter) {
        var concepts: [Int] = []
        var starts = [0]
        var excused: [Int] = []
        var excusedStarts = [0]
        for roles in lexicon.roles {
            for role in roles {
                switch role {
                case .concept(let concept, _): concepts.append(concept)
                case .allowance(let concept, let allowance): if allowance.effect == .clear { excused.append(concept) }
                case .negation: break
                }
            }
            starts.append(concepts.count)
            excusedStarts.append(excused.count)
        }
        self.concepts = concepts
        self.starts = starts
        self.excused = excused
        self.excusedStarts = excusedStarts
        var isAnchor = Array(repeating: false, count: lexicon.roles.count)
        for term in filter.terms { isAnchor[term] = true }
        self.isAnchor = isAnchor
        needs = rules.map { NeededConcepts($0.condition, in: lexicon) }
        let companions = Self.companions(in: lexicon)
        func all(_ concepts: some Sequence<CompiledLexicon.ConceptIndex>) -> ConceptSet {
            var all = ConceptSet(of: lexicon)
            var pending = Array(concepts)
            while let next = pending.popLast() {
                if all.contains(next) { continue }
                all.insert(next)
                pending += companions[next]
            }
            return all
        }
        told = rules.map { all($0.rule.concepts.compactMap(lexicon.index(of:))) }
        common = all(ContextConcept.allCases.compactMap(lexicon.index(of:)) + lexicon.actorKinds)
        none = ConceptSet(of: lexicon)
    }

    /// For each concept, those of which a word must stand beside some of its own for them to count.
    private static func companions(in lexicon: CompiledLexicon) -> [Set<CompiledLexicon.ConceptIndex>] {
        var companions = Array(repeating: Set<CompiledLexicon.ConceptIndex>(), count: lexicon.concepts.count)
        for case .concept(let concept, let needs?) in lexicon.roles.joined() { companions[concept].insert(needs) }
        return companions
    }

    /// The concepts whose words tell what the rules at `places` come to; no other word does.
    func concepts(ofRules places: [Int]) -> ConceptSet {
        places.reduce(into: common) { $0.formUnion(told[$1]) }
    }

    /// Whether a text of `record` holds a word that some rule can't fire without.
    func holdsAnchor(_ record: Record, _ lexicon: CompiledLexicon, _ scratch: inout MatchScratch) -> Bool {
        for field in Field.allCases {
            for text in record.texts(of: field)
            where lexicon.matcher.holds(anyOf: isAnchor, in: text, scratch: &scratch) {
                return true
            }
        }
        return false
    }

    /// The places of the rules that may fire on a record in which `texts` were found; none of the others does.
    func rules(for texts: [RecordReading.FoundWords]) -> [Int] {
        var found = none
        for text in texts {
            let excuses = text.matches.filter { excusedStarts[$0.term] < excusedStarts[$0.term + 1] }
            for match in text.matches {
                for place in starts[match.term]..<starts[match.term + 1]
                where !isExcused(concepts[place], match, excuses) {
                    found.insert(concepts[place])
                }
            }
        }
        return needs.indices.filter { needs[$0].isMet(by: found) }
    }

    /// Whether a phrase of `excuses` holds `match` and says that it doesn't mean `concept` there.
    private func isExcused(_ concept: Int, _ match: TermMatch, _ excuses: [TermMatch]) -> Bool {
        excuses.contains { excuse in
            excuse.start <= match.start && match.end <= excuse.end
                && excused[excusedStarts[excuse.term]..<excusedStarts[excuse.term + 1]].contains(concept)
        }
    }
}
