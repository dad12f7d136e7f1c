public import RecordModel

/// What became of one row of a file of records.
public struct ScreenedRow: Sendable, Hashable {
    /// The number of the row among the data rows of its file, counted from 1; rejected rows count too.
    public let row: Int

    /// The number of the line on which the row begins, counted from 1.
    public let line: Int

    /// What became of it.
    public let outcome: Outcome

    /// The words of a row that was rejected, as far as they were kept, or `nil`.
    public let text: String?

    /// Creates a row.
    public init(row: Int, line: Int, outcome: Outcome, text: String? = nil) {
        self.row = row
        self.line = line
        self.outcome = outcome
        self.text = text
    }

    /// Creates a row that was rejected, its line counted from the start of its block.
    init(rejected row: BlockParser.Row, number: Int, _ problem: RowProblem) {
        self.init(row: number, line: row.lineOffset, outcome: .rejected(problem), text: row.text)
    }

    /// The row with its numbers counted from further ahead in the file.
    func moved(rows: Int, lines: Int) -> ScreenedRow {
        ScreenedRow(row: row + rows, line: line + lines, outcome: outcome, text: text)
    }

    /// What became of a row.
    public enum Outcome: Sendable, Hashable {
        /// The record was screened.
        case screened(Record, Verdict)
        /// The row could not be read.
        case rejected(RowProblem)
    }
}
