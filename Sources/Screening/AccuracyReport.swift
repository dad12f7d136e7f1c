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

        /// Reads a label: a level, `P`, `A`, or `N` for clear; the names of rules behind it are read by ``rules(of:)``.
        package init?(_ text: String) {
            switch text.prefix(while: { !$0.isWhitespace }).lowercased() {
            case "p": self = .flagged
            case "a": self = .ambiguous
            case "n": self = .level(.clear)
            default:
                let word = text.prefix { !$0.isWhitespace }.lowercased()
                guard let level = Verdict.Level(rawValue: word) else { return nil }
                self = .level(level)
            }
        }

        /// The rules that a label names behind the level, `prohibited mining registration-terms`, without their pack; `nil`
        /// where it names none.
        package static func rules(of text: String) -> Set<String>? {
            let words = text.split { $0.isWhitespace }.dropFirst()
            return words.isEmpty ? nil : Set(words.map(String.init))
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

        /// Creates a share of nothing.
        package init() {}

        /// The share from 0 to 1; 1 where there is nothing to count among.
        package var value: Double { whole == 0 ? 1 : Double(part) / Double(whole) }

        /// Counts one more record.
        package mutating func count(_ isPart: Bool) {
            whole += 1
            if isPart { part += 1 }
        }

        /// The bounds between which the true share lies with a certainty of 95 % (Wilson's interval); `nil` where there is
        /// nothing to count among.
        package var interval: (low: Double, high: Double)? {
            guard whole > 0 else { return nil }
            let (share, count, z) = (value, Double(whole), 1.959964)
            let centre = share + z * z / (2 * count)
            let spread = z * (share * (1 - share) / count + z * z / (4 * count * count)).squareRoot()
            let scale = 1 + z * z / count
            return (max(0, (centre - spread) / scale), min(1, (centre + spread) / scale))
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

    /// What was measured for each rule, without its pack, each article, and each disguise; in order.
    package private(set) var rules: [String: Tally] = [:]
    package private(set) var articles: [String: Tally] = [:]
    package private(set) var disguises: [String: Tally] = [:]

    /// What every labelled record came to, in order, to be compared with an accepted run.
    package private(set) var outcomes: [AcceptedRun.Outcome] = []

    /// How often a part of the pack was right.
    package struct Tally: Sendable, Hashable {
        /// The share of records it fired on whose label is to be flagged and, where it names rules, names this one.
        package fileprivate(set) var precision = Share()
        /// The share of records whose label names the rule, or a rule of the article, on which it fired.
        package fileprivate(set) var recall = Share()
    }

    /// Screens the labelled rows among `rows`; a label that can't be read counts as none.
    package init(of rows: [ReadRow], under pack: CompiledRulePack) {
        var scratch = EvaluationScratch()
        for row in rows {
            guard let record = row.record, let text = row.label, let label = Label(text) else { continue }
            let verdict = pack.verdict(on: record, scratch: &scratch)
            count(verdict.level, label)
            count(verdict, label, named: Label.rules(of: text), pack)
            let fired = Set(verdict.findings.map { Self.name(of: $0.rule) }).sorted()
            outcomes.append(AcceptedRun.Outcome(row: row.row, id: record.id, verdict: verdict.level, rules: fired))
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

    /// A rule's name without its pack.
    private static func name(of rule: String) -> String {
        String(rule.drop { $0 != "/" }.dropFirst())
    }

    private mutating func count(_ verdict: Verdict, _ label: Label, named: Set<String>?, _ pack: CompiledRulePack) {
        guard let isPositive = label.isPositive else { return }
        func article(of rule: String) -> String? { pack.basis(of: "\(pack.id)/\(rule)")?.provision }
        let fired = Set(verdict.findings.map { Self.name(of: $0.rule) })
        for rule in fired {
            rules[rule, default: Tally()].precision.count(named?.contains(rule) ?? isPositive)
        }
        let firedArticles = Set(fired.compactMap(article))
        let namedArticles = named.map { Set($0.compactMap(article)) }
        for article in firedArticles {
            articles[article, default: Tally()].precision.count(namedArticles?.contains(article) ?? isPositive)
        }
        for rule in named ?? [] { rules[rule, default: Tally()].recall.count(fired.contains(rule)) }
        for article in namedArticles ?? [] {
            articles[article, default: Tally()].recall.count(firedArticles.contains(article))
        }
        let steps = Set(verdict.findings.flatMap(\.evidence).flatMap(\.disguise).map(\.rawValue))
        for step in steps.isEmpty && !fired.isEmpty ? ["none"] : steps {
            disguises[step, default: Tally()].precision.count(isPositive)
        }
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
