internal import RecordModel

/// A rule with its clause looked up and its concepts numbered.
struct CompiledRule: Sendable {
    /// The rule.
    let rule: Rule

    /// The clause as the corpus has it.
    let basis: Basis

    /// The concepts that the rule's condition names.
    let concepts: Set<CompiledLexicon.ConceptIndex>

    /// What must stand in a unit for the rule to fire.
    let condition: CompiledCondition

    /// What the verdict is in doubt without.
    let requirements: [Proviso]

    /// What puts the verdict in doubt.
    let doubts: [Proviso]

    /// A doubt and when it is raised, or isn't.
    struct Proviso: Sendable {
        let doubt: Doubt
        let condition: CompiledCondition
    }

    /// Numbers the concepts of `rule` as `lexicon` does.
    init(_ rule: Rule, basis: Basis, in lexicon: CompiledLexicon) {
        func provisos(_ provisos: [Rule.Proviso]) -> [Proviso] {
            provisos.map {
                Proviso(doubt: Doubt($0.id, $0.reason), condition: CompiledCondition($0.condition, in: lexicon))
            }
        }
        self.rule = rule
        self.basis = basis
        concepts = Set(rule.condition.concepts.compactMap(lexicon.index(of:)))
        condition = CompiledCondition(rule.condition, in: lexicon)
        requirements = provisos(rule.requirements)
        doubts = provisos(rule.doubts)
    }

    /// The units of a text that hold a word of the rule's concepts, in order.
    func units(in reading: FieldReading) -> [Int] {
        var units: [Int] = []
        for occurrence in reading.occurrences
        where occurrence.unit != units.last && concepts.contains(occurrence.concept) {
            units.append(occurrence.unit)
        }
        return units
    }
}
