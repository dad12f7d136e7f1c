package import NoticeComparison
import NoticeModel
package import RecordModel
package import RuleEngine

/// What becomes of the records of a file when one notice takes the place of another, by the change that causes it.
package struct Impact: Sendable {
    /// What becomes of a record.
    package enum Outcome: String, Sendable, Hashable, CaseIterable {
        /// It becomes prohibited.
        case prohibited
        /// It becomes restricted.
        case restricted
        /// It becomes a matter of review.
        case review
        /// Nothing is found any more.
        case released
        /// The verdict stays, for another reason.
        case otherReason = "other-reason"
    }

    /// A record for which something changes.
    package struct Row: Sendable {
        /// The number of the row in its file, counted from 1.
        package let row: Int
        /// The key of the record.
        package let id: String?
        /// What the record is called, or the start of its text.
        package let name: String
        /// The verdict under the old notice.
        package let old: Verdict.Level
        /// The verdict under the new notice.
        package let new: Verdict.Level
        /// What becomes of the record.
        package let outcome: Outcome
        /// The finding that makes the difference: the new one, or the old one that is gone.
        package let finding: Finding
        /// The change that causes it, as an index into the comparison's rows; `nil` where none is known.
        package let change: Int?
    }

    /// The records that one change of the notice touches.
    package struct Group: Sendable {
        /// The change, as an index into the comparison's rows.
        package let change: Int?
        /// How many records come to what.
        package fileprivate(set) var outcomes: [Outcome: Int] = [:]
        /// The first records.
        package fileprivate(set) var samples: [Row] = []

        /// The number of records.
        package var count: Int { outcomes.values.reduce(0, +) }
    }

    /// The number of records.
    package private(set) var records = 0

    /// The number of records that hold a word of a rule, which alone can change.
    package private(set) var screened = 0

    /// How many records come to what.
    package private(set) var outcomes: [Outcome: Int] = [:]

    /// The rules that can make a difference, by name: those of one pack alone, and those whose clause changed.
    package let rulesThatCanChange: [String]

    private var found: [Int: Group] = [:]
    private let old: CompiledRulePack
    private let new: CompiledRulePack
    private let comparison: Comparison
    private let sampleCount: Int
    private var scratch = EvaluationScratch()

    /// Prepares to screen records under the packs of the two notices of `comparison`.
    package init(_ old: CompiledRulePack, _ new: CompiledRulePack, _ comparison: Comparison, samples: Int) {
        self.old = old
        self.new = new
        self.comparison = comparison
        sampleCount = samples
        let (before, after) = (Set(old.ruleIDs.map(Self.name)), Set(new.ruleIDs.map(Self.name)))
        let touched = new.ruleIDs.filter { id in
            guard let provision = new.basis(of: id)?.provision,
                let place = Self.row(of: provision, in: comparison, isNew: true)
            else { return true }
            return ![.unchanged, .renumbering, .move].contains(comparison.rows[place].kind)
        }
        rulesThatCanChange = before.symmetricDifference(after).union(touched.map(Self.name)).sorted()
    }

    /// The groups, the one with the most records first.
    package var groups: [Group] {
        found.values.sorted { ($1.count, $0.change ?? -1) < ($0.count, $1.change ?? -1) }
    }

    /// Screens one record under both packs; `nil` where nothing changes for it.
    package mutating func add(_ record: Record, row: Int) -> Row? {
        records += 1
        guard old.mayFire(on: record) || new.mayFire(on: record) else { return nil }
        screened += 1
        let before = old.verdict(on: record, scratch: &scratch)
        let after = new.verdict(on: record, scratch: &scratch)
        guard let (outcome, finding, isNew) = difference(before, after) else { return nil }
        let change = Self.row(of: finding.basis.provision, in: comparison, isNew: isNew)
        let text = record.name ?? record.otherNames.first?.text ?? record.scope ?? record.description ?? ""
        let entry = Row(
            row: row,
            id: record.id,
            name: text.count > 60 ? "\(text.prefix(60))…" : text,
            old: before.level,
            new: after.level,
            outcome: outcome,
            finding: finding,
            change: change
        )
        outcomes[outcome, default: 0] += 1
        var group = found[change ?? -1] ?? Group(change: change)
        group.outcomes[outcome, default: 0] += 1
        if group.samples.count < sampleCount { group.samples.append(entry) }
        found[change ?? -1] = group
        return entry
    }

    /// What makes two verdicts differ: the finding of the new one, or of the old one where it is gone.
    private func difference(_ before: Verdict, _ after: Verdict) -> (Outcome, Finding, isNew: Bool)? {
        let (left, right) = (Self.strongest(before), Self.strongest(after))
        let come = after.findings.first { finding in
            left[Self.name(finding.rule)].map { $0 < finding.verdict } ?? true
        }
        let gone = before.findings.first { finding in
            right[Self.name(finding.rule)].map { $0 < finding.verdict } ?? true
        }
        if after.level > before.level {
            guard let cause = come ?? after.findings.first else { return nil }
            return (Self.outcome(of: after.level), cause, true)
        }
        if after.level < before.level {
            guard let cause = gone ?? before.findings.first else { return nil }
            return (Self.outcome(of: after.level), cause, false)
        }
        guard Set(left.keys) != Set(right.keys) || left != right else { return nil }
        if let come { return (.otherReason, come, true) }
        return gone.map { (.otherReason, $0, false) }
    }

    private static func outcome(of level: Verdict.Level) -> Outcome {
        switch level {
        case .prohibited: .prohibited
        case .restricted: .restricted
        case .review: .review
        case .clear: .released
        }
    }

    /// The most severe verdict of each rule, by the rule's name without its pack.
    private static func strongest(_ verdict: Verdict) -> [String: Verdict.Level] {
        verdict.findings.reduce(into: [:]) { levels, finding in
            let name = name(finding.rule)
            levels[name] = max(levels[name] ?? .clear, finding.verdict)
        }
    }

    private static func name(_ rule: String) -> String { String(rule.drop { $0 != "/" }.dropFirst()) }

    /// The row of the comparison that is about `provision`, the narrowest where there are several.
    private static func row(of provision: String, in comparison: Comparison, isNew: Bool) -> Int? {
        let id = ProvisionID(rawValue: provision)
        func fits(_ passage: Passage) -> Bool {
            passage.provision.isInside(id) || id.isInside(passage.provision)
        }
        let rows = comparison.rows.indices.filter { index in
            (isNew ? comparison.rows[index].new : comparison.rows[index].old).contains(where: fits)
        }
        let whole = rows.first { index in
            (isNew ? comparison.rows[index].new : comparison.rows[index].old).contains {
                $0.provision == id && $0.sentences == nil
            }
        }
        return whole ?? rows.first
    }
}
