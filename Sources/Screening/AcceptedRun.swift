package import RecordModel

/// What the records of labelled files came to when somebody last looked and found it good.
///
/// It is kept as lines of file, row, id, verdict and rules, parted by tabs, so that a change shows in a review.
package struct AcceptedRun: Sendable {
    /// What one record came to.
    package struct Outcome: Sendable, Hashable {
        /// The number of the row, counted from 1.
        package let row: Int
        /// The key of the record.
        package let id: String?
        /// The verdict.
        package let verdict: Verdict.Level
        /// The rules that fired, without their pack, sorted.
        package let rules: [String]

        /// Creates an outcome.
        package init(row: Int, id: String?, verdict: Verdict.Level, rules: [String]) {
            self.row = row
            self.id = id
            self.verdict = verdict
            self.rules = rules
        }
    }

    /// A record that came to something else than in the accepted run.
    package struct Change: Sendable, Hashable {
        /// The number of the row now, or then where it is gone.
        package let row: Int
        /// The key of the record.
        package let id: String?
        /// What it came to then; `nil` where it wasn't there.
        package let accepted: Outcome?
        /// What it comes to now; `nil` where it is gone.
        package let current: Outcome?
    }

    /// The files by name, each with its records.
    private var files: [String: [Outcome]] = [:]

    /// Creates a run of no files.
    package init() {}

    /// Reads the lines of an accepted run.
    ///
    /// - Throws: The number of the first line that isn't one, counted from 1.
    package init(_ text: String) throws(LineError) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            guard cells.count == 5, let row = Int(cells[1]), let verdict = Verdict.Level(rawValue: cells[3]) else {
                throw LineError(line: number + 1)
            }
            files[cells[0], default: []].append(
                Outcome(
                    row: row,
                    id: cells[2].isEmpty ? nil : cells[2],
                    verdict: verdict,
                    rules: cells[4].split(separator: " ").map(String.init)
                )
            )
        }
    }

    /// A line of an accepted run that can't be read.
    package struct LineError: Error {
        /// The number of the line, counted from 1.
        package let line: Int
    }

    /// Takes the records of the file called `name` as they came out now.
    package mutating func accept(_ outcomes: [Outcome], of name: String) {
        files[name] = outcomes
    }

    /// Whether the run has the file called `name`.
    package func holds(_ name: String) -> Bool {
        files[name] != nil
    }

    /// The records of the file called `name` that came to something else; records are matched by id, or else by row.
    package func changes(to outcomes: [Outcome], of name: String) -> [Change] {
        func key(_ outcome: Outcome) -> String { outcome.id.map { "id \($0)" } ?? "row \(outcome.row)" }
        var accepted = Dictionary((files[name] ?? []).map { (key($0), $0) }) { first, _ in first }
        var changes: [Change] = []
        for current in outcomes {
            let before = accepted.removeValue(forKey: key(current))
            if let before, before.verdict == current.verdict, before.rules == current.rules { continue }
            changes.append(Change(row: current.row, id: current.id, accepted: before, current: current))
        }
        let gone = accepted.values.sorted { $0.row < $1.row }
        return changes + gone.map { Change(row: $0.row, id: $0.id, accepted: $0, current: nil) }
    }

    /// The run as lines, sorted by file and in the order of rows.
    package var text: String {
        var lines = ["# file\trow\tid\tverdict\trules: what the labelled records came to when last accepted"]
        for (name, outcomes) in files.sorted(by: { $0.key < $1.key }) {
            for one in outcomes {
                let rules = one.rules.joined(separator: " ")
                lines.append(
                    [name, String(one.row), one.id ?? "", one.verdict.rawValue, rules].joined(separator: "\t")
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
