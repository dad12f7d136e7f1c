internal import LegalText

/// What is left of a concept once its words are compiled.
struct CompiledConcept: Sendable, Hashable {
    /// The id.
    let id: String

    /// What it is called.
    let title: LocalizedText

    /// Whether its words are too common to make a record worth a closer look by themselves.
    let isGeneric: Bool

    /// Concepts whose words express this one too.
    let includes: [String]
}

extension CompiledConcept {
    /// What is left of `concept`.
    init(_ concept: Concept) {
        self.init(
            id: concept.id,
            title: concept.title,
            isGeneric: concept.isGeneric,
            includes: concept.includes
        )
    }
}

/// What is left of an allowance once its phrases are compiled.
struct CompiledAllowance: Sendable, Hashable {
    /// What the phrase does to the word inside it.
    let effect: Allowance.Effect

    /// Why, in both languages.
    let reason: LocalizedText
}
