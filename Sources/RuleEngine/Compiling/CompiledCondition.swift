/// A condition with its concepts numbered, as it is looked at record by record.
indirect enum CompiledCondition: Sendable {
    case concept([CompiledLexicon.ConceptIndex])
    case all([CompiledCondition])
    case any([CompiledCondition])
    case not(CompiledCondition)
    case near([CompiledLexicon.ConceptIndex], [CompiledLexicon.ConceptIndex], within: Int, isOrdered: Bool)
    case clause(CompiledCondition)
    case field(CompiledCondition)
    case record(CompiledCondition)

    /// Numbers the concepts of `condition`; one that `lexicon` doesn't have is left out.
    init(_ condition: Condition, in lexicon: CompiledLexicon) {
        func numbers(_ names: [String]) -> [CompiledLexicon.ConceptIndex] { names.compactMap(lexicon.index(of:)) }
        func compiled(_ parts: [Condition]) -> [CompiledCondition] { parts.map { CompiledCondition($0, in: lexicon) } }
        switch condition {
        case .concept(let names): self = .concept(numbers(names))
        case .all(let parts): self = .all(compiled(parts))
        case .any(let parts): self = .any(compiled(parts))
        case .not(let part): self = .not(CompiledCondition(part, in: lexicon))
        case .near(let left, let right, let distance, let isOrdered):
            self = .near(numbers(left), numbers(right), within: distance, isOrdered: isOrdered)
        case .clause(let part): self = .clause(CompiledCondition(part, in: lexicon))
        case .field(let part): self = .field(CompiledCondition(part, in: lexicon))
        case .record(let part): self = .record(CompiledCondition(part, in: lexicon))
        }
    }
}
