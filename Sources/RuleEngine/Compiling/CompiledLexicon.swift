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
    var concepts: [CompiledConcept]

    /// The words; a match's term is an index into ``roles``.
    let matcher: TermMatcher

    /// What each word does.
    var roles: [[Role]]

    let indices: [String: ConceptIndex]

    /// The places of the concepts that the engine reads itself, in the order of ``ContextConcept/allCases``.
    let contexts: [ConceptIndex?]

    /// Compiles the concepts called `names`, with all that they include, and the negations.
    ///
    /// The words of `extra` are found too and mean nothing until ``replace(_:in:)`` gives them a role.
    init(_ lexicon: Lexicon, concepts names: Set<String>, folding: FoldingTable, extra: [Term] = []) {
        let concepts = lexicon.concepts.values.filter { names.contains($0.id) }.sorted { $0.id < $1.id }
        let indices = Dictionary(uniqueKeysWithValues: concepts.enumerated().map { ($1.id, $0) })
        var words = WordList()
        for (index, concept) in concepts.enumerated() {
            for (word, role) in Self.words(of: concept.id, at: index, in: lexicon, indices) {
                words.add(word, role)
            }
        }
        for (word, role) in Self.words(of: lexicon.negations) {
            words.add(word, role)
        }
        for word in extra {
            words.add(word)
        }
        self.concepts = concepts.map(CompiledConcept.init)
        self.indices = indices
        contexts = ContextConcept.places(in: indices)
        matcher = TermMatcher(words.terms, folding: folding)
        roles = words.roles
    }

    /// The words of a concept and of those that it includes, each with what it does.
    private static func words(
        of name: String,
        at index: ConceptIndex,
        in lexicon: Lexicon,
        _ indices: [String: ConceptIndex]
    ) -> [(word: Term, role: Role)] {
        closure(of: name, in: lexicon).flatMap { source in
            let terms = source.groups.flatMap { group in
                group.words.map { ($0, Role.concept(index, needs: group.needs.flatMap { indices[$0] })) }
            }
            let phrases = source.allowances.flatMap { allowance in
                let excuse = CompiledAllowance(effect: allowance.effect, reason: allowance.reason)
                return allowance.phrases.map { (Term($0.text), Role.allowance(index, excuse)) }
            }
            return terms + phrases
        }
    }

    /// The cues of negations, each with what it does.
    private static func words(of negations: [NegationGroup]) -> [(word: Term, role: Role)] {
        negations.flatMap { group in
            group.cues.map { (Term($0.text), Role.negation(group.direction, reach: group.reach)) }
        }
    }

    /// The kinds of actor: the concepts that the concept `actor` includes.
    var actorKinds: Set<ConceptIndex> {
        let names = index(of: .actor).map { concepts[$0].includes } ?? []
        return Set(names.compactMap(index(of:)))
    }

    /// The place of the concept called `name`, or `nil` where it wasn't compiled.
    func index(of name: String) -> ConceptIndex? {
        indices[name]
    }

    /// The place of `concept`, or `nil` where it wasn't compiled.
    func index(of concept: ContextConcept) -> ConceptIndex? {
        contexts[concept.number]
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

    /// Whether a word for `concept` stands in `text`.
    func finds(_ concept: ContextConcept, in text: String) -> Bool {
        guard !text.isEmpty, let index = index(of: concept) else { return false }
        var scratch = MatchScratch()
        return matcher.matches(in: text, scratch: &scratch).contains { match in
            roles[match.term].contains { role in
                if case .concept(index, _) = role { true } else { false }
            }
        }
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

extension CompiledLexicon {
    /// Gives the words the meaning that they have in `lexicon`, where one concept or the negations are others.
    ///
    /// Nothing is compiled again, so words that the matcher doesn't find stay unknown.
    ///
    /// - Parameters:
    ///   - changed: The concept that is another one, or `nil` for the negations.
    ///   - lexicon: The lexicon with the change.
    ///   - places: Where each word stands in ``roles``.
    /// - Returns: The words that do something else than before.
    mutating func replace(_ changed: Concept?, in lexicon: Lexicon, places: [Term: Int]) -> Set<Int> {
        var affected: Set<ConceptIndex> = []
        if let changed {
            let names = concepts.indices.filter { index in
                Self.closure(of: concepts[index].id, in: lexicon).contains { $0.id == changed.id }
            }
            affected = Set(names)
            if let index = index(of: changed.id) {
                concepts[index] = CompiledConcept(changed)
                affected.insert(index)
            }
        }
        var renewed: [Int: [Role]] = [:]
        for place in roles.indices where roles[place].contains(where: { $0.belongs(to: affected, changed == nil) }) {
            renewed[place] = roles[place].filter { !$0.belongs(to: affected, changed == nil) }
        }
        let words =
            changed == nil
            ? Self.words(of: lexicon.negations)
            : affected.sorted().flatMap { Self.words(of: concepts[$0].id, at: $0, in: lexicon, indices) }
        for (word, role) in words {
            guard let place = places[word] else { continue }
            if !renewed[place, default: roles[place]].contains(role) {
                renewed[place, default: roles[place]].append(role)
            }
        }
        var touched: Set<Int> = []
        for (place, roles) in renewed where Set(roles) != Set(self.roles[place]) {
            self.roles[place] = roles
            touched.insert(place)
        }
        return touched
    }
}

extension CompiledLexicon.Role {
    /// Whether the role says something about one of `concepts`, or denies where `isNegation` is set.
    fileprivate func belongs(to concepts: Set<CompiledLexicon.ConceptIndex>, _ isNegation: Bool) -> Bool {
        switch self {
        case .concept(let index, _), .allowance(let index, _): concepts.contains(index)
        case .negation: isNegation
        }
    }
}

extension TermGroup {
    /// The words of the group with their limits.
    var words: [TermMatching.Term] {
        terms.map { term in
            TermMatching.Term(
                term.text,
                notBefore: notBefore,
                notAfter: notAfter,
                disguises: term.language == .zh ? FoldingSteps(disguises) : []
            )
        }
    }
}

/// Words with their roles, equal words held once.
private struct WordList {
    private(set) var terms: [Term] = []
    private(set) var roles: [[CompiledLexicon.Role]] = []
    private var places: [Term: Int] = [:]

    mutating func add(_ term: Term, _ role: CompiledLexicon.Role? = nil) {
        let place = places[term] ?? terms.count
        if place == terms.count {
            places[term] = place
            terms.append(term)
            roles.append([])
        }
        if let role, !roles[place].contains(role) { roles[place].append(role) }
    }
}

extension FoldingSteps {
    /// The steps of the disguises that a group of terms allows.
    init(_ disguises: Set<TermDisguise>) {
        self = disguises.reduce(into: []) { steps, disguise in
            switch disguise {
            case .split: steps.insert(.split)
            case .pinyin: steps.insert(.pinyin)
            case .initials: steps.insert(.initials)
            case .homophone: steps.formUnion([.homophone, .lookalike])
            }
        }
    }
}
