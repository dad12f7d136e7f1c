internal import LegalText
internal import RecordModel

/// Tries the sentinels of a pack.
struct SentinelCheck {
    let pack: CompiledRulePack

    /// A diagnostic for each sentinel that comes out otherwise than it says, naming the rule.
    ///
    /// - Complexity: One verdict for each sentinel, some tens of microseconds.
    func diagnostics(of sentinels: [Sentinel]) -> [Diagnostic] {
        var scratch = EvaluationScratch()
        let known = Set(pack.ruleIDs)
        return sentinels.flatMap { diagnostics(of: $0, known: known, &scratch) }
    }

    private func diagnostics(
        of sentinel: Sentinel,
        known: Set<String>,
        _ scratch: inout EvaluationScratch
    ) -> [Diagnostic] {
        let verdict = pack.verdict(on: sentinel.record, scratch: &scratch)
        var levels: [String: Verdict.Level] = [:]
        for finding in verdict.findings {
            levels[finding.rule] = max(levels[finding.rule] ?? .clear, finding.verdict)
        }
        var expected = sentinel.expected
        if sentinel.staysClear {
            for rule in levels.keys { expected[rule] = .clear }
        }
        return expected.sorted { $0.key < $1.key }.compactMap { rule, level in
            guard known.contains(rule) else {
                let help = NearestName(known.sorted()).suggestion(for: rule)
                let summary = "the sentinel '\(sentinel.name)' names the rule '\(rule)', which the pack hasn't got"
                return Diagnostic("sentinel/unknown-rule", .error, in: sentinel.location, summary, help: help)
            }
            let found = levels[rule] ?? .clear
            guard found != level else { return nil }
            return Diagnostic(
                found < level ? "sentinel/fell-silent" : "sentinel/fires",
                .error,
                in: sentinel.location,
                """
                the sentinel '\(sentinel.name)' expects \(level.rawValue) of the rule '\(rule)' and got \
                \(found.rawValue), so the pack isn't used
                """,
                help: "mend the rule or its words; change the sentinel only if what it expects is wrong"
            )
        }
    }
}
