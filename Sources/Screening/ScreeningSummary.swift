public import RecordModel

/// The counts of one run of screening.
public struct ScreeningSummary: Sendable, Hashable {
    /// The number of data rows, rejected ones included and blank lines not.
    public private(set) var rows = 0

    /// The number of rows that could not be read.
    public private(set) var rejected = 0

    /// The number of rows with cells missing at the end, or empty ones too many, which were screened all the same.
    public private(set) var ragged = 0

    /// The number of records that were told to be clear without being read in full.
    public private(set) var passed = 0

    private var counts: [Verdict.Level: Int] = [:]

    /// The number of screened records by verdict.
    public var levels: [Verdict.Level: Int] {
        passed == 0 ? counts : counts.merging([.clear: passed], uniquingKeysWith: +)
    }

    /// The number of records on which each rule fired.
    public private(set) var rules: [String: Int] = [:]

    /// The number of records with a finding under each article, by notice and article: `yinfa-2026-42/art_8`.
    public private(set) var articles: [String: Int] = [:]

    /// Creates a summary of nothing.
    public init() {}

    /// The number of records that came to `level`.
    public func count(of level: Verdict.Level) -> Int {
        levels[level, default: 0]
    }

    /// The number of records with at least one finding.
    public var flagged: Int {
        levels.reduce(0) { $0 + ($1.key == .clear ? 0 : $1.value) }
    }

    /// Counts a record that was screened.
    mutating func note(_ verdict: Verdict, isRagged: Bool) {
        rows += 1
        if isRagged { ragged += 1 }
        counts[verdict.level, default: 0] += 1
        for rule in Set(verdict.findings.map(\.rule)) {
            rules[rule, default: 0] += 1
        }
        for article in Set(verdict.findings.map(\.basis.article)) {
            articles[article, default: 0] += 1
        }
    }

    /// Counts a record that was passed over, since nothing in it can fire.
    mutating func notePassed(isRagged: Bool) {
        rows += 1
        passed += 1
        if isRagged { ragged += 1 }
    }

    /// Counts a row that could not be read.
    mutating func noteRejected() {
        rows += 1
        rejected += 1
    }

    /// Adds the counts of another part of the run.
    public mutating func add(_ other: ScreeningSummary) {
        rows += other.rows
        rejected += other.rejected
        passed += other.passed
        ragged += other.ragged
        counts.merge(other.counts, uniquingKeysWith: +)
        rules.merge(other.rules, uniquingKeysWith: +)
        articles.merge(other.articles, uniquingKeysWith: +)
    }
}

extension Basis {
    /// The notice and the article that the provision belongs to, such as `yinfa-2026-42/art_8`.
    package var article: String {
        let end = provision.firstRange(of: "__")?.lowerBound ?? provision.endIndex
        return "\(notice)/\(provision[..<end])"
    }
}
