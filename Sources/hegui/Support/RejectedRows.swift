import Reporting
import Screening

/// Tells of the rows that could not be read: the first ones on standard error, all of them in a file where one is asked
/// for.
final class RejectedRows {
    private let file: ResultOutput?
    private var listed = 0

    /// How many rows are told one by one on standard error.
    private static let limit = 50

    /// Creates a teller; `path` is the file that keeps all of them.
    init(path: String?) throws {
        file = try path.map { path throws(CommandFailure) in try ResultOutput(path: path, option: "--rejects") }
        try file?.write("\u{FEFF}" + CSVText.line(["file", "sheet", "row", "line", "reason", "text"]))
    }

    /// Tells of the rows among `rows` that were rejected.
    func note(_ rows: [ScreenedRow], of source: RowSource, before print: () -> Void) throws {
        for row in rows {
            guard case .rejected(let problem) = row.outcome else { continue }
            try file?.write(
                CSVText.line([
                    source.file, source.sheet ?? "", String(row.row), String(row.line), problem.description,
                    row.text ?? "",
                ])
            )
            listed += 1
            if listed > Self.limit + 1 { continue }
            print()
            if listed <= Self.limit {
                StandardError.print("\(source.label):\(row.line): error[row/rejected]: row \(row.row): \(problem)")
            } else {
                StandardError.print("more rows were rejected and are not listed here; --rejects keeps all of them")
            }
        }
    }

    /// Puts the file in its place.
    func finish() throws(CommandFailure) {
        try file?.finish()
    }
}
