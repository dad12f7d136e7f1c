internal import LegalText
internal import NoticeComparison
package import Screening

/// Writes the records that another notice touches as an Excel workbook: a sheet of records, and one of the changes that touch
/// them.
package final class ImpactWorkbook {
    private let report: ImpactReport
    private let table: ImpactTable
    private let writer: WorkbookWriter
    private var sheetCount = 0

    /// Begins a workbook that will be written to `path`.
    package init(path: String, _ table: ImpactTable, _ report: ImpactReport) throws(WorkbookWriter.Failure) {
        self.table = table
        self.report = report
        writer = try WorkbookWriter(path: path)
        try startSheet()
    }

    /// Adds records, in order.
    package func rows(_ rows: [Impact.Row]) throws(WorkbookWriter.Failure) {
        for entry in rows {
            if writer.isFull {
                writer.finishTable(columns: table.header.count)
                try startSheet()
            }
            for (column, cell) in table.cells(of: entry).enumerated() where !cell.isEmpty {
                if column == table.leadingCount {
                    try writer.write(entry.row, column)
                } else {
                    try writer.write(cell, column)
                }
            }
            writer.nextRow()
        }
    }

    /// Adds the changes with their counts, and writes the file.
    package func close(_ impact: Impact) throws(WorkbookWriter.Failure) {
        writer.finishTable(columns: table.header.count)
        let widths: [Double] = [14, 26, 26, 12, 12, 60, 12, 12, 12, 12, 12, 12]
        try writer.addSheet(report.said("变化", "Changes"), widths: widths)
        for line in report.summaryRows(impact) {
            for (column, cell) in line.enumerated() {
                switch cell {
                case .text(let text):
                    if !text.isEmpty { try writer.write(text, column, writer.row == 0 ? .bold : nil) }
                case .number(let count): try writer.write(count, column)
                }
            }
            writer.nextRow()
        }
        try writer.close()
    }

    private func startSheet() throws(WorkbookWriter.Failure) {
        sheetCount += 1
        let name = report.said("记录", "Records") + (sheetCount == 1 ? "" : " \(sheetCount)")
        try writer.addTable(name, titles: table.header) { _, title in
            switch title {
            case "row", "old", "new", "effect", "change_kind": 11
            case "id", "rule", "outcome", "outcome_zh", "provision", "clause", "change_old", "change_new": 22
            default: 40
            }
        }
    }
}
