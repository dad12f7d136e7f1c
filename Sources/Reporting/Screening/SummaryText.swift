internal import RecordModel
package import Screening

/// The counts of a batch in a few plain lines, for standard error.
package enum SummaryText {
    /// The counts, each on a line.
    package static func text(_ summary: ScreeningSummary) -> String {
        var lines = ["\(summary.rows) rows: \(counts(summary))"]
        if summary.rejected > 0 { lines.append("\(summary.rejected) rows rejected") }
        if summary.ragged > 0 {
            lines.append("\(summary.ragged) rows screened that had cells missing at the end, or empty ones too many")
        }
        if summary.passed > 0 {
            let read = summary.rows - summary.passed
            lines.append(
                "\(read) rows (\(percent(read, of: summary.rows))) held a word that rules look for, and were read in full"
            )
        }
        let articles = summary.articles.sorted {
            ScreeningChart.articleOrder($0.key) < ScreeningChart.articleOrder($1.key)
        }
        let rules = summary.rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let width = (articles + rules).map { String($0.value).count }.max() ?? 0
        for (heading, counts) in [("by article:", articles), ("by rule:", rules)] where !counts.isEmpty {
            lines.append(heading)
            for (name, count) in counts {
                let digits = String(count)
                lines.append("  " + String(repeating: " ", count: width - digits.count) + "\(digits)  \(name)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Such as `0.5 %`; rounded up, so that only nothing at all is 0.
    private static func percent(_ part: Int, of whole: Int) -> String {
        let hundredths = (part * 10_000 + whole - 1) / max(1, whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
    }

    private static func counts(_ summary: ScreeningSummary) -> String {
        Verdict.Level.allCases.reversed().map { level in
            let name = level == .clear ? "no finding" : level.rawValue
            return "\(summary.count(of: level)) \(name)"
        }
        .joined(separator: ", ")
    }
}
