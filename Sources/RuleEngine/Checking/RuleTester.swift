public import LegalText
internal import RecordModel

/// What the cases of a rules folder came to.
public struct RuleTestReport: Sendable {
    /// The number of cases that came out as they say.
    public let passed: Int

    /// The cases that didn't, each with what was expected and what came out.
    public let failures: [Diagnostic]
}

/// Runs the cases of a pack.
struct RuleTester {
    let pack: CompiledRulePack

    /// What every case came to.
    func report(on cases: [RuleCase]) -> RuleTestReport {
        var scratch = EvaluationScratch()
        let failures = cases.compactMap { failure(of: $0, &scratch) }
        return RuleTestReport(passed: cases.count - failures.count, failures: failures)
    }

    private func failure(of one: RuleCase, _ scratch: inout EvaluationScratch) -> Diagnostic? {
        if one.isDraft { return .draft(one) }
        let verdict = pack.verdict(on: one.record, scratch: &scratch)
        let findings = verdict.findings.filter { $0.rule == one.rule }
        let level = findings.map(\.verdict).max() ?? .clear
        let worst = findings.first { $0.verdict == level }
        let evidence = worst?.evidence.map(\.text) ?? []
        let doubts = worst?.doubts.map(\.id) ?? []
        var wrong: [String] = []
        if level != one.expected {
            let why = doubts.isEmpty ? "" : " (\(doubts.joined(separator: ", ")))"
            wrong.append("expected \(one.expected.rawValue), got \(level.rawValue)\(why)")
        }
        for word in one.evidence where !evidence.contains(word) {
            wrong.append("expected '\(word)' among the evidence, got \(evidence)")
        }
        for doubt in one.doubts where !doubts.contains(doubt) {
            wrong.append("expected the doubt '\(doubt)', got \(doubts)")
        }
        if let cue = one.released {
            let cues = verdict.released.filter { $0.rule == one.rule }.map(\.cue)
            if !cues.contains(cue) { wrong.append("expected to be released by '\(cue)', got \(cues)") }
        }
        guard !wrong.isEmpty else { return nil }
        return Diagnostic("case/failed", .error, in: one.location, "'\(one.name)': \(wrong.joined(separator: "; "))")
    }
}
