internal import LegalText
internal import RecordModel
internal import TermMatching

/// A record with everything that the lexicon finds in it.
///
/// An object, since every look at a rule's condition takes it along.
final class RecordReading: Sendable {
    /// The record.
    let record: Record

    /// The texts of the record in the order of its fields.
    let readings: [FieldReading]

    /// Reads every text of `record`.
    convenience init(_ record: Record, lexicon: CompiledLexicon, scratch: inout MatchScratch) {
        self.init(record, Self.words(in: record, lexicon, &scratch), lexicon: lexicon)
    }

    /// Reads every text of `record`, in which `texts` were found.
    ///
    /// - Parameters:
    ///   - record: The record.
    ///   - texts: Its texts with their words.
    ///   - lexicon: What the words mean.
    ///   - concepts: The concepts whose words are read; `nil` for all.
    init(_ record: Record, _ texts: [FoundWords], lexicon: CompiledLexicon, concepts: ConceptSet? = nil) {
        self.record = record
        var readings: [FieldReading] = []
        for found in texts {
            var reading = FieldReading(
                field: found.field,
                index: found.index,
                text: found.text,
                units: ScopeSplitter.units(of: found.text, in: found.field)
            )
            Self.read(found.matches, into: &reading, number: readings.count, lexicon: lexicon, concepts)
            readings.append(reading)
        }
        self.readings = readings
    }

    /// A text of a record with the words that were found in it.
    struct FoundWords {
        let field: Field
        let index: Int
        let text: String
        let matches: [TermMatch]
    }

    /// What is found in the texts of `record`, in the order of its fields.
    static func words(
        in record: Record,
        _ lexicon: CompiledLexicon,
        _ scratch: inout MatchScratch
    ) -> [FoundWords] {
        var found: [FoundWords] = []
        for field in Field.allCases {
            for (index, text) in record.texts(of: field).enumerated() where !text.isEmpty {
                let matches = lexicon.matcher.matches(in: text, scratch: &scratch)
                found.append(FoundWords(field: field, index: index, text: text, matches: matches))
            }
        }
        return found
    }

    /// Every occurrence of the record.
    var occurrences: [Occurrence] { readings.flatMap(\.occurrences) }

    /// Whether a word of `concept` stands in a text of one of `fields`, undenied.
    func holds(_ concept: CompiledLexicon.ConceptIndex?, in fields: Set<Field> = Set(Field.allCases)) -> Bool {
        guard let concept else { return false }
        return readings.contains { reading in
            fields.contains(reading.field)
                && reading.occurrences.contains { $0.concept == concept && $0.denial == nil }
        }
    }
}

extension RecordReading {
    /// Where the occurrences of `unit` stand among `occurrences`, which are in order.
    private static func places(of unit: Int, in occurrences: [Occurrence]) -> Range<Int> {
        occurrences.firstPlace { $0.unit >= unit }..<occurrences.firstPlace { $0.unit > unit }
    }

    /// Sorts the words found into those that count and those that don't.
    private static func read(
        _ matches: [TermMatch],
        into reading: inout FieldReading,
        number: Int,
        lexicon: CompiledLexicon,
        _ concepts: ConceptSet?
    ) {
        var cues: [DenialReader.Cue] = []
        var allowances: [(concept: CompiledLexicon.ConceptIndex, span: TextSpan, allowance: CompiledAllowance)] = []
        for match in matches {
            let span = TextSpan(start: match.start, end: match.end)
            for role in lexicon.roles[match.term] {
                switch role {
                case .negation(let direction, let reach):
                    cues.append(DenialReader.Cue(span: span, direction: direction, reach: reach))
                case .allowance(let concept, let allowance): allowances.append((concept, span, allowance))
                case .concept: break
                }
            }
        }
        let denials = DenialReader(text: reading.text, cues: cues)
        let initialsNeed = lexicon.index(of: .cryptoCue)
        reading.cues = DenialReader.Cue.outermost(cues)
        let isName = reading.field == .name || reading.field == .otherNames
        let industry = lexicon.index(of: .industry)
        var occurrences: [Occurrence] = []
        for match in matches {
            let span = TextSpan(start: match.start, end: match.end)
            for case .concept(let concept, let needs) in lexicon.roles[match.term]
            where (concepts?.contains(concept) ?? true) && (isName || concept != industry) {
                // An excuse covers the word inside it and no other. A word longer than the phrase isn't inside it.
                let excuses = allowances.filter { $0.concept == concept && $0.span.contains(span) }
                let unit = reading.units.index(at: span.start)
                if let excuse = excuses.first(where: { $0.allowance.effect == .clear }) {
                    reading.dismissals.append(
                        Dismissal(
                            concept: concept,
                            span: span,
                            unit: unit,
                            reason: .allowance(excuse.allowance, excuse.span)
                        )
                    )
                    continue
                }
                occurrences.append(
                    Occurrence(
                        concept: concept,
                        span: span,
                        reading: number,
                        unit: unit,
                        clause: reading.units.units.isEmpty ? 0 : reading.units.units[unit].clause,
                        term: lexicon.matcher.terms[match.term].text,
                        steps: match.steps,
                        isDoubtful: match.isDoubtful,
                        needs: needs ?? (match.steps.contains(.initials) ? initialsNeed : nil),
                        denial: denials.denial(of: span),
                        allowance: excuses.first?.allowance
                    )
                )
            }
        }
        for occurrence in occurrences {
            // A word may need a companion in its unit.
            let isAlone = occurrence.needs.map { needs in
                !occurrences[Self.places(of: occurrence.unit, in: occurrences)].contains { other in
                    // Two guesses don't make a certainty.
                    other.concept == needs && !other.span.overlaps(occurrence.span)
                        && !other.steps.contains(.initials)
                }
            }
            if let needs = occurrence.needs, isAlone == true {
                reading.dismissals.append(
                    Dismissal(
                        concept: occurrence.concept,
                        span: occurrence.span,
                        unit: occurrence.unit,
                        reason: .needs(needs)
                    )
                )
            } else {
                reading.occurrences.append(occurrence)
            }
        }
    }
}
