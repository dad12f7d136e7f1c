internal import TermMatching

/// The words of a compiled lexicon by what they do, so that two lexicons can be compared concept by concept.
struct LexiconWords {
    /// A word with what it does for one concept.
    struct Word: Hashable {
        let term: Term
        /// The id of the concept of which another word must stand beside it.
        let needs: String?
        /// What it excuses words with, or `nil` where it expresses the concept.
        let allowance: CompiledAllowance?
    }

    /// A cue of a denial.
    struct Cue: Hashable {
        let term: Term
        let direction: NegationGroup.Direction
        let reach: Int?
    }

    /// What the engine reads whatever the rules say.
    struct Context: Hashable {
        let words: [String: Set<Word>]
        let cues: Set<Cue>
        let actorKinds: Set<String>
    }

    private var words: [String: Set<Word>] = [:]
    private var cues: Set<Cue> = []
    private let actorKinds: Set<String>

    /// Sorts the words of `lexicon`.
    init(_ lexicon: CompiledLexicon) {
        actorKinds = Set(lexicon.actorKinds.map { lexicon.concepts[$0].id })
        for (place, roles) in lexicon.roles.enumerated() {
            let term = lexicon.matcher.terms[place]
            for role in roles {
                switch role {
                case .concept(let concept, let needs):
                    let word = Word(term: term, needs: needs.map { lexicon.concepts[$0].id }, allowance: nil)
                    words[lexicon.concepts[concept].id, default: []].insert(word)
                case .allowance(let concept, let allowance):
                    let word = Word(term: term, needs: nil, allowance: allowance)
                    words[lexicon.concepts[concept].id, default: []].insert(word)
                case .negation(let direction, let reach):
                    cues.insert(Cue(term: term, direction: direction, reach: reach))
                }
            }
        }
    }

    /// The words of the concept called `name`, and of those that its words need.
    func closure(of name: String) -> [String: Set<Word>] {
        var found: [String: Set<Word>] = [:]
        var pending = [name]
        while let next = pending.popLast() {
            guard found[next] == nil else { continue }
            let words = words[next] ?? []
            found[next] = words
            pending += words.compactMap(\.needs)
        }
        return found
    }

    /// What the engine reads whatever the rules say.
    var context: Context {
        let names = ContextConcept.allCases.map(\.rawValue) + actorKinds
        let words = names.reduce(into: [:]) { all, name in all.merge(closure(of: name)) { first, _ in first } }
        return Context(words: words, cues: cues, actorKinds: actorKinds)
    }
}
