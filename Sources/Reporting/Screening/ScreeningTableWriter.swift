import LegalText
import RecordModel
import Screening

/// Writes one CSV line a record, for a spreadsheet: with a byte order mark, which Excel needs to read Chinese.
struct ScreeningTableWriter: ScreeningWriter {
    private let table: ScreeningTable

    init(_ options: ScreeningReportOptions) {
        table = ScreeningTable(options)
    }

    func opening() -> String {
        "\u{FEFF}" + CSVText.line(table.header)
    }

    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String {
        rows.compactMap { table.cells(of: $0, in: source).map(CSVText.line) }.joined()
    }

    func closing(_ summary: ScreeningSummary) -> String { "" }
}
