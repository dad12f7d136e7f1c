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

    let lexicon: CompiledLexicon

    /// For each rule, the concepts of which a word must stand in a record for it to fire; `nil` where none must.
    private let ruleAnchors: [ConceptSet?]

    /// Which rules may fire on the words of a record.
    private let chances: RuleChances

    /// Tells records that hold a word that some rule can't fire without.
    let anchors: TermFilter

    /// The day from which a registered name or scope must not contain a term, as `2021-09-24`.
    var termDates: [String: String] = [:]

    /// Records whose verdicts are tried whenever the pack is made of its files; one that was stored held them all.
    var sentinels: [Sentinel] = []

    init(
        id: String,
        version: String,
        digest: String,
        rules: [CompiledRule],
        lexicon: CompiledLexicon,
        anchors: TermFilter
    ) {
        self.id = id
        self.version = version
        self.digest = digest
        self.rules = rules
        self.lexicon = lexicon
        self.anchors = anchors
        chances = RuleChances(rules, lexicon: lexicon, anchors: anchors)
        ruleAnchors = rules.map { rule in
            let names = rule.rule.condition.anchors { name in
                lexicon.index(of: name).map { lexicon.concepts[$0].isGeneric } ?? false
            }
            return names.map { ConceptSet($0.lazy.compactMap(lexicon.index(of:)), of: lexicon) }
        }
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

    /// Whether `record` holds a word that some rule can't fire without; where it doesn't, ``verdict(on:scratch:)`` finds nothing.
    public func mayFire(on record: Record, scratch: inout EvaluationScratch) -> Bool {
        chances.holdsAnchor(record, lexicon, &scratch.matching)
    }

    /// The words of which one must stand in a record for a rule to fire, as the lexicon writes them, each once, sorted.
    package var anchorTerms: [String] {
        Set(anchors.terms.map { lexicon.matcher.terms[$0].text }).sorted()
    }

    /// Appends to the places at which a rule may fire, one in a line at most, in order, and says whether the bytes are valid
    /// UTF-8, apart from the rest of a line after a place.
    package typealias Scan = @Sendable (_ bytes: Span<UInt8>, _ places: inout [Int]) -> Bool

    /// A scan that misses no place where a rule may fire.
    ///
    /// - Complexity: to begin with, some milliseconds; then linear in the bytes.
    package func scan() -> Scan {
        let scanner = LearningScanner(anchors)
        return { bytes, places in scanner.scan(bytes, into: &places) }
    }

    /// The verdict on `record`.
    ///
    /// - Complexity: linear in the length of the record's texts, and on records that hold a word of a rule
    ///   in the number of rules.
    public func verdict(on record: Record, scratch: inout EvaluationScratch) -> Verdict {
        // Most records hold no word that a rule can't fire without.
        guard mayFire(on: record, scratch: &scratch) else { return Verdict(findings: []) }
        return verdict(onCandidate: record, scratch: &scratch)
    }

    /// The verdict on a record that a scan let through: the same as that of ``verdict(on:scratch:)``, without another look at
    /// what the scan has seen.
    package func verdict(onCandidate record: Record, scratch: inout EvaluationScratch) -> Verdict {
        let texts = RecordReading.words(in: record, lexicon, &scratch.matching)
        let chosen = chances.rules(for: texts)
        guard !chosen.isEmpty else { return Verdict(findings: []) }
        let reading = RecordReading(record, texts, lexicon: lexicon, concepts: chances.concepts(ofRules: chosen))
        let evaluator = evaluated(reading, rules: chosen)
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
        let reading = RecordReading(record, lexicon: lexicon, scratch: &scratch.matching)
        return evaluated(reading, rules: Array(rules.indices)).whyNot(rule)
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

    /// An evaluator that has applied those of the rules at `places` of which a word that they can't fire without was found.
    private func evaluated(_ reading: RecordReading, rules places: [Int]) -> RuleEvaluator {
        var evaluator = RuleEvaluator(reading: reading, lexicon: lexicon)
        let found = ConceptSet(reading.readings.lazy.flatMap(\.occurrences).map(\.concept), of: lexicon)
        for place in places where ruleAnchors[place]?.meets(found) ?? true {
            evaluator.apply(rules[place])
        }
        return evaluator
    }
}
