internal import RecordModel
internal import TermMatching

extension RecordReading {
    /// The kinds of actor that the user or the registered name says the party is; empty where neither says.
    func actors(_ lexicon: CompiledLexicon) -> Set<CompiledLexicon.ConceptIndex> {
        let kinds = lexicon.actorKinds
        if let given = record.actor, !given.isEmpty {
            var scratch = MatchScratch()
            var found = Set(lexicon.index(of: "actor-\(given.lowercased())").map { [$0] } ?? []).intersection(kinds)
            for match in lexicon.matcher.matches(in: given, scratch: &scratch) {
                for case .concept(let concept, _) in lexicon.roles[match.term] where kinds.contains(concept) {
                    found.insert(concept)
                }
            }
            if !found.isEmpty { return found }
        }
        let names = readings.filter { $0.field == .name }
        return Set(names.flatMap(\.occurrences).map(\.concept)).intersection(kinds)
    }

    /// Whether the kind of actor that the user gives is a word for `concept`.
    func actorSays(_ concept: ContextConcept, _ lexicon: CompiledLexicon) -> Bool {
        record.actor.map { lexicon.finds(concept, in: $0) } ?? false
    }

    /// The kinds of actor that a unit of a text names.
    func actors(
        in number: Int,
        _ unit: Int,
        _ lexicon: CompiledLexicon
    ) -> Set<CompiledLexicon.ConceptIndex> {
        let named = readings[number].occurrences(inUnit: unit).filter { $0.denial == nil }
        return Set(named.map(\.concept)).intersection(lexicon.actorKinds)
    }
}
