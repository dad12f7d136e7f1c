package import RecordModel

/// How long each rule of a pack takes, and how often it looks at a record for nothing.
package struct RuleProfile: Sendable {
    /// What one rule did.
    package struct Entry: Sendable {
        /// The rule's id.
        package let rule: String
        /// The number of records that hold a word which the rule can't fire without.
        package fileprivate(set) var candidates = 0
        /// The number of records that the rule looked at: those with any word of its condition.
        package fileprivate(set) var evaluated = 0
        /// The number of records on which it fired.
        package fileprivate(set) var findings = 0
        /// The time it took, all records together.
        package fileprivate(set) var time: Duration = .zero
    }

    /// The number of records.
    package private(set) var records = 0

    /// The number of records that hold a word of any rule, which alone are read closely.
    package private(set) var candidates = 0

    /// The time that looking for words took, on all records.
    package private(set) var scanTime: Duration = .zero

    /// The time that reading the candidates took: their items, words, denials.
    package private(set) var readingTime: Duration = .zero

    /// The time of all rules together.
    package var ruleTime: Duration { entries.reduce(.zero) { $0 + $1.time } }

    private var entries: [Entry]
    private let pack: CompiledRulePack
    private var scratch = EvaluationScratch()

    /// Measures the rules of `pack`.
    package init(of pack: CompiledRulePack) {
        self.pack = pack
        entries = pack.rules.map { Entry(rule: $0.rule.id) }
    }

    /// The rules, those that took longest first.
    package var rules: [Entry] {
        entries.sorted { $0.time == $1.time ? $0.rule < $1.rule : $0.time > $1.time }
    }

    /// Screens one record with the clock running.
    package mutating func add(_ record: Record) {
        let clock = ContinuousClock()
        records += 1
        var mayFire = false
        scanTime += clock.measure { mayFire = pack.mayFire(on: record, scratch: &scratch) }
        guard mayFire else { return }
        candidates += 1
        let start = clock.now
        var evaluator = pack.evaluator(of: record, &scratch)
        readingTime += clock.now - start
        for (index, rule) in pack.rules.enumerated() {
            if pack.holdsAnchor(of: rule, evaluator.reading) { entries[index].candidates += 1 }
            if evaluator.reading.readings.contains(where: { !rule.units(in: $0).isEmpty }) {
                entries[index].evaluated += 1
            }
            let before = evaluator.findings.count
            entries[index].time += clock.measure { evaluator.apply(rule) }
            if evaluator.findings.count > before { entries[index].findings += 1 }
        }
    }
}

extension RuleProfile.Entry {
    /// What is worth a look about the rule, or `nil`.
    package enum Remark: Sendable, Hashable {
        /// Many records hold a word that it can't fire without, and it fires on few: the word is too common.
        case broad
        /// It takes more than a third of all rules' time.
        case slow
    }

    /// What is worth a look, given the time of all rules.
    package func remarks(ruleTime: Duration) -> [Remark] {
        var remarks: [Remark] = []
        if candidates >= 100, findings * 50 < candidates { remarks.append(.broad) }
        if candidates >= 100, time * 3 > ruleTime { remarks.append(.slow) }
        return remarks
    }
}
