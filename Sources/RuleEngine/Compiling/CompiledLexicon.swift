internal import LegalText
internal import TermMatching

/// The words of a lexicon, each compiled once, with what every one of them means.
struct CompiledLexicon: Sendable {
    /// What a word does where it is found; a word may do several things.
    enum Role: Sendable, Hashable {
        /// Expresses a concept, if a word of `needs` stands in the same item.
        case concept(ConceptIndex, needs: ConceptIndex?)
        /// Excuses the words of a concept that it holds.
        case allowance(ConceptIndex, CompiledAllowance)
        /// Denies what stands beside it.
        case negation(NegationGroup.Direction, reach: Int?)
    }

    /// A concept's place in ``concepts``.
    typealias ConceptIndex = Int

    /// The concepts in the order of their ids.
    let concepts: [CompiledConcept]

    /// The words; a match's term is an index into ``roles``.
    let matcher: TermMatcher

    /// What each word does.
    let roles: [[Role]]

    let indices: [String: ConceptIndex]

    /// Compiles the concepts called `names`, with all that they include, and the negations.
    init(_ lexicon: Lexicon, concepts names: Set<String>, folding: FoldingTable) {
        let concepts = lexicon.concepts.values.filter { names.contains($0.id) }.sorted { $0.id < $1.id }
        let indices = Dictionary(uniqueKeysWithValues: concepts.enumerated().map { ($1.id, $0) })
        var words = WordList()
        for (index, concept) in concepts.enumerated() {
            for source in Self.closure(of: concept.id, in: lexicon) {
                for group in source.groups {
                    let needs = group.needs.flatMap { indices[$0] }
                    for term in group.terms {
                        let word = Term(term.text, notBefore: group.notBefore, notAfter: group.notAfter)
                        words.add(word, .concept(index, needs: needs))
                    }
                }
                for allowance in source.allowances {
                    let excuse = CompiledAllowance(effect: allowance.effect, reason: allowance.reason)
                    for phrase in allowance.phrases {
                        words.add(Term(phrase.text), .allowance(index, excuse))
                    }
                }
            }
        }
        for group in lexicon.negations {
            for cue in group.cues {
                words.add(Term(cue.text), .negation(group.direction, reach: group.reach))
            }
        }
        self.concepts = concepts.map { CompiledConcept(id: $0.id, title: $0.title, includes: $0.includes) }
        self.indices = indices
        matcher = TermMatcher(words.terms, folding: folding)
        roles = words.roles
    }

    /// The kinds of actor: the concepts that the concept `actor` includes.
    var actorKinds: Set<ConceptIndex> {
        let names = index(of: ContextConcept.actor.rawValue).map { concepts[$0].includes } ?? []
        return Set(names.compactMap(index(of:)))
    }

    /// The place of the concept called `name`, or `nil` where it wasn't compiled.
    func index(of name: String) -> ConceptIndex? {
        indices[name]
    }

    /// A filter for the words of the concepts called `names`.
    func anchorFilter(for names: Set<String>) -> TermFilter {
        let wanted = Set(names.compactMap(index(of:)))
        let words = roles.indices.filter { word in
            roles[word].contains { role in
                if case .concept(let concept, _) = role { wanted.contains(concept) } else { false }
            }
        }
        return matcher.filter(for: words)
    }

    /// The concept called `name` and all that it includes, directly or not.
    static func closure(of name: String, in lexicon: Lexicon) -> [Concept] {
        var found: [Concept] = []
        var pending = [name]
        var seen: Set<String> = []
        while let next = pending.popLast() {
            guard seen.insert(next).inserted, let concept = lexicon.concepts[next] else { continue }
            found.append(concept)
            pending.append(contentsOf: concept.includes)
        }
        return found
    }

    /// Every concept that `names` lead to: what they include, and what their words need.
    static func required(by names: Set<String>, in lexicon: Lexicon) -> Set<String> {
        var required: Set<String> = []
        var pending = Array(names)
        while let next = pending.popLast() {
            guard required.insert(next).inserted, let concept = lexicon.concepts[next] else { continue }
            pending.append(contentsOf: concept.includes)
            pending.append(contentsOf: concept.groups.compactMap(\.needs))
        }
        return required
    }
}

/// Words with their roles, equal words held once.
private struct WordList {
    private(set) var terms: [Term] = []
    private(set) var roles: [[CompiledLexicon.Role]] = []
    private var places: [Term: Int] = [:]

    mutating func add(_ term: Term, _ role: CompiledLexicon.Role) {
        if let place = places[term] {
            if !roles[place].contains(role) { roles[place].append(role) }
        } else {
            places[term] = terms.count
            terms.append(term)
            roles.append([role])
        }
    }
}
