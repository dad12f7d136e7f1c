package import RecordModel
package import RuleEngine

/// How the verdicts on labelled records compare with what a person said of them.
package struct AccuracyReport: Sendable {
    /// A label that a person gave a record.
    package enum Label: Sendable, Hashable {
        /// The verdict should be this one.
        case level(Verdict.Level)
        /// The record should be flagged, whatever the level (`P`).
        case flagged
        /// Doubtful even to a person: any verdict but `prohibited` is right (`A`).
        case ambiguous

        /// Reads a label: a level, `P`, `A`, or `N` for clear.
        package init?(_ text: String) {
            switch text.lowercased() {
            case "p": self = .flagged
            case "a": self = .ambiguous
            case "n": self = .level(.clear)
            default:
                guard let level = Verdict.Level(rawValue: text.lowercased()) else { return nil }
                self = .level(level)
            }
        }

        /// Whether `level` is what the label asks for.
        func admits(_ level: Verdict.Level) -> Bool {
            switch self {
            case .level(let expected): level == expected
            case .flagged: level > .clear
            case .ambiguous: level < .prohibited
            }
        }

        /// Whether a person would have the record flagged; `nil` where a person wouldn't say.
        var isPositive: Bool? {
            switch self {
            case .level(let expected): expected > .clear
            case .flagged: true
            case .ambiguous: nil
            }
        }
    }

    /// A record whose verdict isn't the one its label asks for.
    package struct Miss: Sendable {
        /// The number of the row, counted from 1.
        package let row: Int
        /// What the record is called.
        package let name: String
        /// What a person said.
        package let label: String
        /// What the rules said.
        package let verdict: Verdict
    }

    /// A share of records, such as 38 of 40.
    package struct Share: Sendable, Hashable {
        /// The records that count.
        package private(set) var part = 0
        /// The records they are counted among.
        package private(set) var whole = 0

        /// The share from 0 to 1; 1 where there is nothing to count among.
        package var value: Double { whole == 0 ? 1 : Double(part) / Double(whole) }

        fileprivate mutating func count(_ isPart: Bool) {
            whole += 1
            if isPart { part += 1 }
        }
    }

    /// The measures by the names under which floors are set.
    package enum Measure: String, Sendable, CaseIterable {
        /// The share of records whose verdict is the label's.
        case exact
        /// The share of records to be flagged that are.
        case flaggedRecall = "flagged-recall"
        /// The share of flagged records that should be.
        case flaggedPrecision = "flagged-precision"
        /// The share of records labelled prohibited that are found so.
        case prohibitedRecall = "prohibited-recall"
        /// The share of records found prohibited that no label says are less.
        case prohibitedPrecision = "prohibited-precision"
    }

    private var shares: [Measure: Share] = [:]

    /// The records whose verdict isn't the label's, in order.
    package private(set) var misses: [Miss] = []

    /// Screens the labelled rows among `rows`; a label that can't be read counts as none.
    package init(of rows: [ReadRow], under pack: CompiledRulePack) {
        var scratch = EvaluationScratch()
        for row in rows {
            guard let record = row.record, let text = row.label, let label = Label(text) else { continue }
            let verdict = pack.verdict(on: record, scratch: &scratch)
            count(verdict.level, label)
            if !label.admits(verdict.level) {
                let name = record.name ?? record.otherNames.first?.text ?? record.id ?? ""
                misses.append(Miss(row: row.row, name: name, label: text, verdict: verdict))
            }
        }
    }

    /// One measure.
    package func share(_ measure: Measure) -> Share {
        shares[measure] ?? Share()
    }

    private mutating func count(_ level: Verdict.Level, _ label: Label) {
        shares[.exact, default: Share()].count(label.admits(level))
        if let isPositive = label.isPositive {
            if isPositive { shares[.flaggedRecall, default: Share()].count(level > .clear) }
            if level > .clear { shares[.flaggedPrecision, default: Share()].count(isPositive) }
        }
        if label == .level(.prohibited) {
            shares[.prohibitedRecall, default: Share()].count(level == .prohibited)
        }
        if level == .prohibited {
            shares[.prohibitedPrecision, default: Share()].count(label == .level(.prohibited) || label == .flagged)
        }
    }
}
