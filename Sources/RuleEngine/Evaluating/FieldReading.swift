internal import LegalText
internal import RecordModel
internal import TermMatching

/// One text of a record with the words of the lexicon that stand in it.
struct FieldReading {
    /// The field.
    let field: Field

    /// Which of the field's texts this is.
    let index: Int

    /// The text.
    let text: String

    /// The text cut into units.
    let units: TextUnits

    /// The words that express concepts, ordered by where they stand.
    var occurrences: [Occurrence] = []

    /// The words that may deny others, those that deny nothing included, ordered by where they stand.
    var cues: [DenialReader.Cue] = []

    /// The words that were found and don't count, with the reason.
    var dismissals: [Dismissal] = []
}

extension FieldReading {
    // Occurrences stand in order, and so do the numbers of what holds them.

    /// The occurrences in the unit called `unit`.
    func occurrences(inUnit unit: Int) -> ArraySlice<Occurrence> {
        occurrences[occurrences.firstPlace { $0.unit >= unit }..<occurrences.firstPlace { $0.unit > unit }]
    }

    /// The occurrences in the clause called `clause`.
    func occurrences(inClause clause: Int) -> ArraySlice<Occurrence> {
        occurrences[occurrences.firstPlace { $0.clause >= clause }..<occurrences.firstPlace { $0.clause > clause }]
    }

    /// Where words of `concepts` stand in the text, denied or not, in order and each place once.
    func spans(of concepts: ContextConcept..., in lexicon: CompiledLexicon) -> [TextSpan] {
        let wanted = Set(concepts.compactMap { lexicon.index(of: $0) })
        return Set(occurrences.filter { wanted.contains($0.concept) }.map(\.span)).sorted()
    }
}

/// A word that was found and doesn't count.
struct Dismissal {
    /// The concept that the word would express.
    let concept: CompiledLexicon.ConceptIndex

    /// Where it is, in UTF-8 bytes of its text.
    let span: TextSpan

    /// The unit of the text that holds it.
    let unit: Int

    /// Why it doesn't count.
    let reason: Reason

    enum Reason {
        /// The phrase at a place around it means something else.
        case allowance(CompiledAllowance, TextSpan)
        /// No word of this concept stands in the same unit.
        case needs(CompiledLexicon.ConceptIndex)
    }
}

/// A word that expresses a concept, at one place of a record.
///
/// An object, since conditions hand them on from part to part.
final class Occurrence: Sendable {
    /// The concept.
    let concept: CompiledLexicon.ConceptIndex

    /// Where it is, in UTF-8 bytes of its text.
    let span: TextSpan

    /// The index of the text among the record's texts.
    let reading: Int

    /// The unit of the text that holds it.
    let unit: Int

    /// The clause of the text that holds it.
    let clause: Int

    /// The word as the lexicon writes it.
    let term: String

    /// The folding steps that were needed.
    let steps: FoldingSteps

    /// Whether the word may be two words side by side.
    let isDoubtful: Bool

    /// The concept of which another word must stand in the same unit.
    let needs: CompiledLexicon.ConceptIndex?

    /// The words that deny it, or the title that quotes it.
    let denial: Denial?

    /// Why it counts only with a person's look.
    let allowance: CompiledAllowance?

    init(
        concept: CompiledLexicon.ConceptIndex,
        span: TextSpan,
        reading: Int,
        unit: Int,
        clause: Int,
        term: String,
        steps: FoldingSteps,
        isDoubtful: Bool,
        needs: CompiledLexicon.ConceptIndex?,
        denial: Denial?,
        allowance: CompiledAllowance?
    ) {
        self.concept = concept
        self.span = span
        self.reading = reading
        self.unit = unit
        self.clause = clause
        self.term = term
        self.steps = steps
        self.isDoubtful = isDoubtful
        self.needs = needs
        self.denial = denial
        self.allowance = allowance
    }
}

/// What takes the assertion out of a word.
package struct Denial: Sendable, Hashable {
    /// The words that do it, as they stand in the text.
    package let cue: String

    /// Whether it is certain that they reach the word.
    package let isCertain: Bool
}
