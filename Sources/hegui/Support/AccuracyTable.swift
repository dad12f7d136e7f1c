import RecordModel
import Screening

/// What the rules were right about, in columns, for people.
enum AccuracyTable {
    /// The lines for rules, articles and disguises, each where anything was measured.
    static func lines(of report: AccuracyReport) -> [String] {
        let rules = report.rules.sorted { $0.key < $1.key }
        // art_2 stands before art_10.
        let articles = report.articles.sorted { ($0.key.count, $0.key) < ($1.key.count, $1.key) }
        let disguises = report.disguises.sorted { $0.key < $1.key }
        var lines: [String] = []
        for (title, tallies) in [("rule", rules), ("article", articles)] where !tallies.isEmpty {
            lines.append(row([title, "precision", "recall"]))
            lines += tallies.map { row([$0.key, share($0.value.precision), share($0.value.recall)]) }
        }
        if !disguises.isEmpty {
            lines.append(row(["disguise", "precision"]))
            lines += disguises.map { row([$0.key, share($0.value.precision)]) }
        }
        return lines
    }

    /// The lines for what changed since the accepted run.
    static func lines(of changes: [AcceptedRun.Change]) -> [String] {
        guard !changes.isEmpty else { return ["  no change since the accepted run"] }
        func isFlagged(_ outcome: AcceptedRun.Outcome?) -> Bool { outcome.map { $0.verdict > .clear } ?? false }
        let gained = changes.count { !isFlagged($0.accepted) && isFlagged($0.current) }
        let lost = changes.count { isFlagged($0.accepted) && !isFlagged($0.current) }
        let others = changes.count - gained - lost
        return ["  since the accepted run: \(gained) gained, \(lost) lost, \(others) otherwise changed"]
            + changes.map { change in
                let before = change.accepted.map(words) ?? "not there"
                let now = change.current.map(words) ?? "gone"
                return "    row \(change.row)\(change.id.map { " \($0)" } ?? ""): \(before) → \(now)"
            }
    }

    private static func words(_ outcome: AcceptedRun.Outcome) -> String {
        ([outcome.verdict.rawValue] + outcome.rules).joined(separator: " ")
    }

    /// Such as `38 of 40 (95.0 %, 83.5–98.6)`.
    private static func share(_ share: AccuracyReport.Share) -> String {
        guard let interval = share.interval else { return "–" }
        let bounds = [interval.low, interval.high].map { bound in
            let tenths = Int((bound * 1000).rounded())
            return "\(tenths / 10).\(tenths % 10)"
        }
        return "\(share.part) of \(share.whole) (\(percent(share.value)), \(bounds[0])–\(bounds[1]))"
    }

    /// Cells in columns of the same width.
    private static func row(_ cells: [String]) -> String {
        let padded = cells.dropLast().map { $0 + String(repeating: " ", count: max(1, 32 - $0.count)) }
        return "  " + padded.joined() + (cells.last ?? "")
    }
}
