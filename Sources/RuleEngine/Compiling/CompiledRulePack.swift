package import LegalText
public import RecordModel
internal import TermMatching

/// A rule pack ready to be applied: immutable, and shared by every task.
public struct CompiledRulePack: Sendable {
    /// The id of the pack, equal to its notice's.
    public let id: String

    /// The version of the rules.
    public let version: String

    /// The SHA-256 of every file that the verdicts depend on, `sha256:…`.
    public let digest: String

    /// The rules, those that others yield to first.
    let rules: [CompiledRule]

    /// Records whose verdicts are tried whenever the pack is loaded.
    var sentinels: [Sentinel] = []

    private let lexicon: CompiledLexicon
    private let anchors: TermMatcher

    init(
        id: String,
        version: String,
        digest: String,
        rules: [CompiledRule],
        lexicon: CompiledLexicon,
        anchors: TermMatcher
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.rules = rules
        self.lexicon = lexicon
        self.anchors = anchors
    }

    /// The ids of the rules in the pack, in order.
    public var ruleIDs: [String] { rules.map(\.rule.id).sorted() }

    /// The clause that the rule called `id` enforces, or `nil` where the pack has no such rule.
    package func basis(of id: String) -> Basis? {
        rules.first { $0.rule.id == id }?.basis
    }

    /// A diagnostic for each sentinel that comes out otherwise than it says; a pack with one isn't to be used.
    ///
    /// Whoever loads a pack asks this first, wherever the pack comes from.
    package func fallenSentinels() -> [Diagnostic] {
        SentinelCheck(pack: self).diagnostics(of: sentinels)
    }

    /// Whether any rule may fire on `record`: never `false` where ``verdict(on:scratch:)`` finds something.
    ///
    /// One pass over the record's texts for the words that rules can't fire without.
    public func mayFire(on record: Record) -> Bool {
        Field.allCases.contains { field in record.texts(of: field).contains(where: anchors.mayMatch) }
    }

    /// The verdict on `record`.
    ///
    /// - Complexity: linear in the length of the record's texts, and on records that hold a word of a rule
    ///   in the number of rules.
    public func verdict(on record: Record, scratch: inout EvaluationScratch) -> Verdict {
        guard mayFire(on: record) else { return Verdict(findings: []) }
        let evaluator = evaluated(record, &scratch)
        return Verdict(
            findings: evaluator.findings.sorted { left, right in
                left.verdict == right.verdict ? left.rule < right.rule : left.verdict > right.verdict
            },
            released: evaluator.released.sorted { $0.rule < $1.rule }
        )
    }

    /// Why the rule called `id` did not fire on `record`, or `nil` where the pack has no such rule.
    ///
    /// The id may leave out the pack: `mining` for `yinfa-2026-42/mining`.
    public func whyNot(_ id: String, on record: Record, scratch: inout EvaluationScratch) -> WhyNot? {
        guard let rule = rules.first(where: { $0.rule.id == id || $0.rule.id == "\(self.id)/\(id)" }) else {
            return nil
        }
        return evaluated(record, &scratch).whyNot(rule)
    }

    /// An evaluator that has read `record` and applied no rule.
    func evaluator(of record: Record, _ scratch: inout EvaluationScratch) -> RuleEvaluator {
        let reading = RecordReading(record, lexicon: lexicon, scratch: &scratch.matching)
        return RuleEvaluator(reading: reading, lexicon: lexicon)
    }

    /// Whether a record holds a word that `rule` can't fire without, counting those that mean something else there.
    func holdsAnchor(of rule: CompiledRule, _ reading: RecordReading) -> Bool {
        let names = rule.rule.condition.anchors { name in
            lexicon.index(of: name).map { lexicon.concepts[$0].isGeneric } ?? false
        }
        let anchors = Set((names ?? []).compactMap(lexicon.index(of:)))
        return reading.readings.contains { text in
            text.occurrences.contains { anchors.contains($0.concept) }
                || text.dismissals.contains { anchors.contains($0.concept) }
        }
    }

    private func evaluated(_ record: Record, _ scratch: inout EvaluationScratch) -> RuleEvaluator {
        var evaluator = evaluator(of: record, &scratch)
        for rule in rules {
            evaluator.apply(rule)
        }
        return evaluator
    }
}

/// A rule with its clause looked up and its concepts numbered.
struct CompiledRule: Sendable {
    /// The rule.
    let rule: Rule

    /// The clause as the corpus has it.
    let basis: Basis

    /// The concepts that the rule's condition names.
    let concepts: Set<CompiledLexicon.ConceptIndex>

    /// The units of a text that hold a word of the rule's concepts, in order.
    func units(in reading: FieldReading) -> [Int] {
        Set(reading.occurrences.lazy.filter { concepts.contains($0.concept) }.map(\.unit)).sorted()
    }
}
