package import RecordModel

/// What becomes of the records of a batch when one notice takes the place of another, by the change that causes it.
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
        /// The verdict stays, for another reason: another rule fires, or the same one for other words or doubts.
        case otherReason = "other-reason"
    }

    /// A record for which something changes.
    package struct Row: Sendable, Hashable {
        /// The file, as the user named it.
        package var file = ""
        /// The sheet of a workbook.
        package var sheet: String?
        /// The number of the row in its file, counted from 1; rows that can't be read count too.
        package var row: Int
        /// The number of the line on which the row begins, counted from 1.
        package var line: Int
        /// The record.
        package var record: Record
        /// The verdict under the old notice.
        package let old: Verdict.Level
        /// The verdict under the new notice.
        package let new: Verdict.Level
        /// What becomes of the record.
        package let outcome: Outcome
        /// The finding that makes the difference: the gravest that is new, or else that is gone.
        package let finding: Finding
        /// Whether the finding is one under the new notice.
        package let isFound: Bool
        /// The change that causes it, as an index into the comparison's rows; `nil` where no change of the text is known to.
        package let change: Int?
        /// The other changes that touch the record too, in the order of the comparison.
        package let alsoTouching: [Int]
    }

    /// The records that one change of the notice touches.
    package struct Group: Sendable {
        /// The change, as an index into the comparison's rows.
        package let change: Int?
        /// How many records come to what; each record counts under one change.
        package fileprivate(set) var outcomes: [Outcome: Int] = [:]
        /// How many records the change touches that count under another one.
        package fileprivate(set) var alsoTouched = 0
        /// The first records.
        package fileprivate(set) var samples: [Row] = []

        /// The number of records that count under the change.
        package var count: Int { outcomes.values.reduce(0, +) }
    }

    /// The number of rows, those included that could not be read.
    package private(set) var rows = 0

    /// The number of rows that could not be read.
    package private(set) var rejected = 0

    /// The number of records that hold a word of a rule that was run, and were screened under both notices.
    package private(set) var screened = 0

    /// How many records come to what.
    package private(set) var outcomes: [Outcome: Int] = [:]

    /// The number of records that could be read.
    package var records: Int { rows - rejected }

    /// The number of records for which something changes.
    package var changed: Int { outcomes.values.reduce(0, +) }

    private var found: [Int?: Group] = [:]
    private let sampleCount: Int

    /// Creates an impact of nothing; `samples` are kept of each group.
    package init(samples: Int) {
        sampleCount = samples
    }

    /// The groups, the one with the most records first.
    package var groups: [Group] {
        found.values.sorted { left, right in
            (right.count, right.alsoTouched, left.change ?? .max) < (left.count, left.alsoTouched, right.change ?? .max)
        }
    }

    /// Counts what became of a block of rows.
    package mutating func add(_ part: ImpactPart) {
        rows += part.summary.rows
        rejected += part.summary.rejected
        screened += part.screened
        for row in part.rows {
            outcomes[row.outcome, default: 0] += 1
            var group = found[row.change] ?? Group(change: row.change)
            group.outcomes[row.outcome, default: 0] += 1
            if group.samples.count < sampleCount { group.samples.append(row) }
            found[row.change] = group
            for other in row.alsoTouching { found[other, default: Group(change: other)].alsoTouched += 1 }
        }
    }
}

/// What became of the rows of a block.
package struct ImpactPart: Sendable {
    /// The records for which something changes, in order.
    package internal(set) var rows: [Impact.Row] = []

    /// The rows that could not be read, in order.
    package internal(set) var rejected: [ScreenedRow] = []

    /// How many records were screened under both notices.
    package internal(set) var screened = 0

    /// The counts of the rows; those for which nothing changes are passed ones.
    package internal(set) var summary = ScreeningSummary()

    /// The number of line ends.
    var lines = 0
}
