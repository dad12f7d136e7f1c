internal import LegalText
internal import RecordModel

extension RuleEvaluator {
    /// The words beside `evidence` that might have excused it and didn't: denials in its clauses that don't reach it,
    /// and phrases in its texts in which a word of `concepts` means something else.
    func considered(
        _ evidence: [Occurrence],
        _ concepts: Set<CompiledLexicon.ConceptIndex>
    ) -> [Consideration] {
        var found: [Consideration] = []
        for (number, words) in Dictionary(grouping: evidence, by: \.reading).sorted(by: { $0.key < $1.key }) {
            let text = reading.readings[number]
            let denials = Set(words.compactMap { $0.denial?.cue })
            let units = Set(words.map(\.unit))
            for cue in text.cues where units.contains(text.units.index(at: cue.span.start)) {
                found.append(negation(cue, denials, in: text))
            }
            let excuses = Set(
                text.dismissals.compactMap { dismissal -> Excuse? in
                    guard concepts.contains(dismissal.concept),
                        case .allowance(let allowance, let phrase) = dismissal.reason
                    else { return nil }
                    return Excuse(span: phrase, allowance: allowance)
                }
            )
            for excuse in excuses.sorted(by: { $0.span < $1.span }) {
                found.append(
                    Consideration(
                        kind: .allowance,
                        field: text.field,
                        span: excuse.span,
                        text: String(SourceText(text.text)[excuse.span]),
                        reason: LocalizedText(
                            zh: "只及于其自身：\(excuse.allowance.reason.zh)",
                            en: "covers its own words only: \(excuse.allowance.reason.en)"
                        )
                    )
                )
            }
        }
        return found
    }

    private struct Excuse: Hashable {
        let span: TextSpan
        let allowance: CompiledAllowance
    }

    private func negation(_ cue: DenialReader.Cue, _ denials: Set<String>, in text: FieldReading) -> Consideration {
        let reason: LocalizedText
        if cue.direction == .none {
            reason = LocalizedText(zh: "不构成否定", en: "denies nothing")
        } else if denials.contains(String(SourceText(text.text)[cue.span])) {
            reason = LocalizedText(zh: "及于该词，本条仍须判断", en: "reaches the word; the rule applies all the same")
        } else {
            reason = LocalizedText(zh: "不及于该词", en: "doesn't reach the word")
        }
        return Consideration(
            kind: .negation,
            field: text.field,
            span: cue.span,
            text: String(SourceText(text.text)[cue.span]),
            reason: reason
        )
    }
}
