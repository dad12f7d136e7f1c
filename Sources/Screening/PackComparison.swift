package import RecordModel
package import RuleEngine

/// What changes for the records of a file when one rule pack takes the place of another.
///
/// Rules are matched by their names without the pack, so that `yinfa-2021-237/mining` and `yinfa-2026-42/mining` are one.
package struct PackComparison: Sendable {
    /// What became of one rule.
    package struct RuleChange: Sendable {
        /// The name without the pack.
        package let rule: String
        /// The number of records on which the new pack's rule fires and the old one's doesn't.
        package fileprivate(set) var gained = 0
        /// The number of records on which the old pack's rule fires and the new one's doesn't.
        package fileprivate(set) var lost = 0
        /// The number of records on which both fire and come to another verdict.
        package fileprivate(set) var changed = 0
        /// The first records of each kind.
        package fileprivate(set) var samples: [Sample] = []
    }

    /// A record with what a rule came to under each pack.
    package struct Sample: Sendable {
        /// The number of the row, counted from 1.
        package let row: Int
        /// The key of the record.
        package let id: String?
        /// What the record is called, or the start of its text.
        package let name: String
        /// What the rule came to under the old pack; `clear` where it didn't fire.
        package let old: Verdict.Level
        /// What it came to under the new pack.
        package let new: Verdict.Level
        /// The words that fired, under the new pack or else the old.
        package let words: [String]
    }

    /// A change of a record's verdict.
    package struct VerdictChange: Sendable, Hashable {
        /// The verdict under the old pack.
        package let old: Verdict.Level
        /// The verdict under the new pack.
        package let new: Verdict.Level
    }

    /// The number of records that were screened.
    package private(set) var records = 0

    /// How many records each change of the verdict concerns.
    package private(set) var verdicts: [VerdictChange: Int] = [:]

    private var changes: [String: RuleChange] = [:]
    private let old: CompiledRulePack
    private let new: CompiledRulePack
    private let sampleCount: Int
    private var scratch = EvaluationScratch()

    /// Compares `old` and `new`, keeping so many samples of each rule's gains, losses and changes.
    package init(_ old: CompiledRulePack, _ new: CompiledRulePack, samples: Int) {
        self.old = old
        self.new = new
        sampleCount = samples
    }

    /// The rules for which anything changes, by name.
    package var rules: [RuleChange] { changes.values.sorted { $0.rule < $1.rule } }

    /// Whether anything changes.
    package var isEmpty: Bool { changes.isEmpty && verdicts.isEmpty }

    /// Screens every record that `reader` has left.
    package mutating func add(_ reader: inout RecordReader) throws(RecordFileError) {
        try reader.forEachRecord { add($0, row: $1) }
    }

    /// Screens one record under both packs.
    package mutating func add(_ record: Record, row: Int) {
        records += 1
        let before = old.verdict(on: record, scratch: &scratch)
        let after = new.verdict(on: record, scratch: &scratch)
        if before.level != after.level {
            verdicts[VerdictChange(old: before.level, new: after.level), default: 0] += 1
        }
        let (left, right) = (Self.strongest(before), Self.strongest(after))
        for name in Set(left.keys).union(right.keys).sorted() {
            let (one, other) = (left[name], right[name])
            guard one?.verdict != other?.verdict else { continue }
            var change = changes[name] ?? RuleChange(rule: name)
            let number: Int
            switch (one, other) {
            case (nil, _):
                change.gained += 1
                number = change.gained
            case (_, nil):
                change.lost += 1
                number = change.lost
            default:
                change.changed += 1
                number = change.changed
            }
            if number <= sampleCount {
                let words = (other ?? one)?.evidence.map(\.text) ?? []
                change.samples.append(
                    Sample(
                        row: row,
                        id: record.id,
                        name: Self.name(of: record),
                        old: one?.verdict ?? .clear,
                        new: other?.verdict ?? .clear,
                        words: words
                    )
                )
            }
            changes[name] = change
        }
    }

    /// The most severe finding of each rule, by the rule's name without its pack.
    private static func strongest(_ verdict: Verdict) -> [String: Finding] {
        var found: [String: Finding] = [:]
        for finding in verdict.findings {
            let name = String(finding.rule.drop { $0 != "/" }.dropFirst())
            if found[name].map({ $0.verdict < finding.verdict }) ?? true { found[name] = finding }
        }
        return found
    }

    private static func name(of record: Record) -> String {
        let text = record.name ?? record.otherNames.first?.text ?? record.scope ?? record.description ?? ""
        return text.count > 40 ? "\(text.prefix(40))…" : text
    }
}
