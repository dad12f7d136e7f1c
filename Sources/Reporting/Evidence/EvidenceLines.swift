import RecordModel
package import Screening

/// The lines of an evidence pack: every record with a finding, and every row that could not be read.
///
/// They name files without their folders and no packs, which the manifest names once.
package struct EvidenceLines: Sendable {
    private let options: ScreeningReportOptions
    private let json: VerdictJSON

    /// Creates a writer for one run.
    package init(_ options: ScreeningReportOptions) {
        self.options = options
        json = VerdictJSON(packs: [], language: options.language)
    }

    /// The line of a row that has a finding or was rejected, with its end; `nil` for others. `file` is the file's name
    /// without its folder.
    package func line(_ row: ScreenedRow, of source: RowSource, in file: String) -> (text: String, isRejected: Bool)? {
        let place = VerdictJSON.Place(file: file, sheet: source.sheet, row: row.row)
        switch row.outcome {
        case .screened(let record, let verdict):
            guard verdict.level > .clear else { return nil }
            let remarks = options.remarks.remarks(on: record, verdict)
            return (json.item(record, verdict, at: place, remarks: remarks).compact + "\n", false)
        case .rejected(let problem):
            let value: JSONValue = [
                "file": .string(file), "sheet": .optional(source.sheet), "row": .int(row.row), "line": .int(row.line),
                "reason": .string(problem.description),
            ]
            return (value.compact + "\n", true)
        }
    }
}
