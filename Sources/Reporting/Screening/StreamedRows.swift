package import Screening

/// The rows of a batch as a stream of lines for programs: verdicts as ``ScreeningFormat/ndjson`` writes them, a line for each
/// row that could not be read in its place, and the counts at the end.
package struct StreamedRows: Sendable {
    private let options: ScreeningReportOptions
    private let json: VerdictJSON

    /// Creates a writer.
    package init(_ options: ScreeningReportOptions) {
        self.options = options
        json = VerdictJSON(packs: options.packs, language: options.language)
    }

    /// The lines of `rows`, in order.
    package func lines(_ rows: [ScreenedRow], of source: RowSource) -> String {
        var text = ""
        for row in rows {
            switch row.outcome {
            case .screened(let record, let verdict):
                let place = options.place(of: row, in: source)
                let remarks = options.remarks.remarks(on: record, verdict)
                text += json.document(record, verdict, at: place, remarks: remarks).compact + "\n"
            case .rejected: text += Self.rejection(of: row) ?? ""
            }
        }
        return text
    }

    /// The line that tells of `row`, or `nil` where it could be read.
    package static func rejection(of row: ScreenedRow) -> String? {
        guard case .rejected(let problem) = row.outcome else { return nil }
        let line: JSONValue = [
            "schema": "hegui/rejected/1", "row": .int(row.row), "line": .int(row.line),
            "id": "row/rejected", "reason": .string(problem.description),
        ]
        return line.compact + "\n"
    }

    /// The line with the counts, which shows that the stream is whole.
    package func end(_ summary: ScreeningSummary) -> String {
        let line: JSONValue = [
            "schema": "hegui/summary/1", "packs": .array(options.packs.map(\.json)), "summary": summary.json,
        ]
        return line.compact + "\n"
    }
}
