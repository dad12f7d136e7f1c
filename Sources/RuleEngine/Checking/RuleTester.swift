public import LegalText
internal import RecordModel
internal import TermMatching

/// What the cases of a rules folder came to.
public struct RuleTestReport: Sendable {
    /// The number of cases that came out as they say, however they were dressed.
    public let passed: Int

    /// The number of times that a case was tried, in all its dressings.
    public let runs: Int

    /// The cases that didn't, each with what was expected and what came out; one for each dressing that failed.
    public let failures: [Diagnostic]

    /// The number of cases that failed in one dressing at least.
    public let failed: Int

    /// Both together.
    static func + (left: RuleTestReport, right: RuleTestReport) -> RuleTestReport {
        RuleTestReport(
            passed: left.passed + right.passed,
            runs: left.runs + right.runs,
            failures: left.failures + right.failures,
            failed: left.failed + right.failed
        )
    }
}

/// Runs the cases of a pack, each as it stands and dressed up.
struct RuleTester {
    let pack: CompiledRulePack
    let dresser: CaseDresser

    init(pack: CompiledRulePack, folding: FoldingTable) {
        self.pack = pack
        dresser = CaseDresser(folding)
    }

    /// What every case came to.
    func report(on cases: [RuleCase]) -> RuleTestReport {
        var scratch = EvaluationScratch()
        var failures: [Diagnostic] = []
        var runs = 0
        var failed = 0
        for one in cases {
            let plain = pack.verdict(on: one.record, scratch: &scratch)
            runs += 1
            var found = [Self.failure(of: one, plain)].compactMap(\.self)
            // A case that is wrong as it stands says nothing in other clothes.
            if found.isEmpty {
                for dressing in CaseDressing.allCases where dressing != .plain && !one.undressed.contains(dressing) {
                    let words = Self.words(of: one, in: plain)
                    guard let record = dresser.dressed(one.record, dressing, words: words) else { continue }
                    runs += 1
                    let verdict = pack.verdict(on: record, scratch: &scratch)
                    if let failure = Self.failure(of: one, in: dressing, verdict) { found.append(failure) }
                }
            }
            if !found.isEmpty { failed += 1 }
            failures += found
        }
        return RuleTestReport(passed: cases.count - failed, runs: runs, failures: failures, failed: failed)
    }

    /// The words that made the rule of a case fire, or for which it was released.
    private static func words(of one: RuleCase, in verdict: Verdict) -> [Evidence] {
        verdict.findings.filter { $0.rule == one.rule }.flatMap(\.evidence)
            + verdict.released.filter { $0.rule == one.rule }.flatMap(\.evidence)
    }

    /// What is wrong with the verdict on a dressed sample: only its level is compared.
    private static func failure(of one: RuleCase, in dressing: CaseDressing, _ verdict: Verdict) -> Diagnostic? {
        let findings = verdict.findings.filter { $0.rule == one.rule }
        let level = findings.map(\.verdict).max() ?? .clear
        if level == one.expected { return nil }
        if dressing.mayCastDoubt, one.expected > .clear, level == .review { return nil }
        let doubts = findings.first { $0.verdict == level }?.doubts.map(\.id) ?? []
        let why = doubts.isEmpty ? "" : " (\(doubts.joined(separator: ", ")))"
        let permitted = dressing.mayCastDoubt && one.expected > .review ? " or review" : ""
        return Diagnostic(
            "case/failed-disguised",
            .error,
            in: one.location,
            """
            '\(one.name)' of \(one.rule), \(dressing.label): expected \(one.expected.rawValue)\(permitted), \
            got \(level.rawValue)\(why)
            """,
            help: "where the case can't be written so, add 'disguises: {except: [\(dressing.rawValue)], reason: …}'"
        )
    }

    /// What is wrong with the verdict on a sample as it stands, or `nil` where nothing is.
    static func failure(of one: RuleCase, _ verdict: Verdict) -> Diagnostic? {
        if one.isDraft { return .draft(one) }
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
        if let part = one.namePart {
            let parts = worst?.evidence.flatMap(\.nameParts) ?? []
            if !parts.contains(part) {
                wrong.append("expected the words in the name's \(part.rawValue), got \(parts.map(\.rawValue))")
            }
        }
        guard !wrong.isEmpty else { return nil }
        let what = "'\(one.name)' of \(one.rule): \(wrong.joined(separator: "; "))"
        return Diagnostic("case/failed", .error, in: one.location, what)
    }
}
