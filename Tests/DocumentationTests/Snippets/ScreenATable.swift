import RecordModel
import RuleEngine
import Screening

/// The rows of a file on which a rule fired, with the rules.
func flaggedRows(of path: String, under pack: CompiledRulePack) async throws -> [String] {
    var reader = try RecordReader(path: path)
    let screener = BatchScreener(pack: pack, workers: 2)

    var lines: [String] = []
    let summary = try await screener.run(&reader) { rows in
        for row in rows {
            switch row.outcome {
            case .screened(let record, let verdict):
                let rules = verdict.findings.map(\.rule).joined(separator: " ")
                lines.append("\(row.row) \(record.name ?? "") \(verdict.level.rawValue): \(rules)")
            case .rejected(let problem):
                lines.append("\(row.row) not read: \(problem)")
            }
        }
    }

    lines.append("\(summary.rows) rows, \(summary.flagged) flagged, \(summary.rejected) rejected")
    return lines
}
