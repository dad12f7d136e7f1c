package import LegalText
package import RecordModel

/// What a report says of the rules that records were screened against.
package struct PackDescription: Sendable {
    /// The rules by id.
    package let rules: [RuleDescription]

    /// The day from which a registered name or scope must not contain a term, as `2021-09-24`.
    package let termDates: [String: String]

    /// One rule.
    package struct RuleDescription: Sendable, Hashable {
        /// The rule's id.
        package let id: String
        /// What the rule is called.
        package let title: LocalizedText
        /// Whether it bans a word or an activity.
        package let ban: Ban
        /// What a firm finding comes to.
        package let verdict: Verdict.Level
        /// The clause that it enforces.
        package let basis: Basis

        /// Creates a description of a rule.
        package init(id: String, title: LocalizedText, ban: Ban, verdict: Verdict.Level, basis: Basis) {
            self.id = id
            self.title = title
            self.ban = ban
            self.verdict = verdict
            self.basis = basis
        }
    }

    /// Creates a description of a pack and of the days of its terms.
    package init(rules: [RuleDescription], termDates: [String: String]) {
        self.rules = rules
        self.termDates = termDates
    }

    /// Describes `compiled`.
    package init(_ compiled: CompiledRulePack) {
        rules = compiled.rules.map { rule in
            RuleDescription(
                id: rule.rule.id,
                title: rule.rule.title,
                ban: rule.rule.ban,
                verdict: rule.rule.verdict,
                basis: rule.basis
            )
        }
        .sorted { $0.id < $1.id }
        termDates = compiled.termDates
    }

    /// The days of the terms that `pack` bans, by the lexicon.
    static func termDates(of pack: RulePack, lexicon: Lexicon) -> [String: String] {
        var dates: [String: String] = [:]
        for rule in pack.rules where rule.ban == .term {
            var seen: Set<String> = []
            var pending = rule.condition.concepts
            while let id = pending.popLast() {
                guard seen.insert(id).inserted, let concept = lexicon.concepts[id] else { continue }
                pending += concept.includes
                guard let since = concept.since else { continue }
                for term in concept.groups.flatMap(\.terms) {
                    dates[term.text] = min(since, dates[term.text] ?? since)
                }
            }
        }
        return dates
    }
}
