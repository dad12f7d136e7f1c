internal import CLibXLSXWriter
internal import LegalText
internal import NoticeComparison
package import Screening

/// Writes the records that another notice touches as an Excel workbook, through libxlsxwriter: a sheet of records, and one of
/// the changes that touch them.
///
/// A class because it owns libxlsxwriter's workbook, which is closed and freed once; no pointer of it leaves this file.
/// Rows go to a temporary file as they come, so memory doesn't grow with them.
package final class ImpactWorkbook {
    private let report: ImpactReport
    private let table: ImpactTable
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var worksheet: UnsafeMutablePointer<lxw_worksheet>?
    private var bold: UnsafeMutablePointer<lxw_format>?
    private var row: UInt32 = 0
    private var sheetCount = 0

    /// The most rows of a sheet and the most UTF-16 units of a cell, by the limits of Excel.
    private static let rowLimit: UInt32 = 1_048_576
    private static let textLimit = 32_767

    /// Why a workbook can't be written.
    package typealias Failure = ScreeningWorkbook.Failure

    /// Begins a workbook that will be written to `path`.
    package init(path: String, _ table: ImpactTable, _ report: ImpactReport) throws(Failure) {
        self.table = table
        self.report = report
        var settings = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 1)
        guard let workbook = workbook_new_opt(path, &settings) else { throw Failure(reason: "there is no memory left") }
        self.workbook = workbook
        // The day on which a file was made is the one thing that would differ between two runs.
        var properties = lxw_doc_properties()
        properties.created = 1_577_836_800
        workbook_set_properties(workbook, &properties)
        bold = workbook_add_format(workbook)
        format_set_bold(bold)
        try startSheet()
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Adds records, in order.
    package func rows(_ rows: [Impact.Row]) throws(Failure) {
        for entry in rows {
            if row >= Self.rowLimit {
                finishSheet()
                try startSheet()
            }
            for (column, cell) in table.cells(of: entry).enumerated() where !cell.isEmpty {
                if column == table.leadingCount {
                    try number(entry.row, column)
                } else {
                    try write(cell, column)
                }
            }
            row += 1
        }
    }

    /// Adds the changes with their counts, and writes the file.
    package func close(_ impact: Impact) throws(Failure) {
        finishSheet()
        try add(report.said("变化", "Changes"), widths: [14, 26, 26, 12, 12, 60, 12, 12, 12, 12, 12, 12])
        for line in report.summaryRows(impact) {
            for (column, cell) in line.enumerated() {
                switch cell {
                case .text(let text): if !text.isEmpty { try write(text, column, row == 0 ? bold : nil) }
                case .number(let count): try number(count, column)
                }
            }
            row += 1
        }
        guard let workbook else { return }
        self.workbook = nil
        try check(workbook_close(workbook))
    }

    private func startSheet() throws(Failure) {
        sheetCount += 1
        let header = table.header
        let widths = header.indices.map { index -> Double in
            switch header[index] {
            case "row", "old", "new", "effect", "change_kind": 11
            case "id", "rule", "outcome", "outcome_zh", "provision", "clause", "change_old", "change_new": 22
            default: 40
            }
        }
        try add(report.said("记录", "Records") + (sheetCount == 1 ? "" : " \(sheetCount)"), widths: widths)
        worksheet_freeze_panes(worksheet, 1, 0)
        for (column, title) in header.enumerated() { try write(title, column, bold) }
        row = 1
    }

    private func add(_ name: String, widths: [Double]) throws(Failure) {
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw Failure(reason: "the workbook takes no more sheets")
        }
        self.worksheet = worksheet
        row = 0
        for (column, width) in widths.enumerated() {
            guard let column = UInt16(exactly: column), column < 16_384 else { break }
            worksheet_set_column(worksheet, column, column, width, nil)
        }
    }

    private func finishSheet() {
        if row > 1 { worksheet_autofilter(worksheet, 0, 0, row - 1, UInt16(clamping: max(0, table.header.count - 1))) }
    }

    private func number(_ number: Int, _ column: Int) throws(Failure) {
        try check(worksheet_write_number(worksheet, row, UInt16(clamping: column), Double(number), nil))
    }

    private func write(
        _ text: String,
        _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>? = nil
    ) throws(Failure) {
        guard let column = UInt16(exactly: column), column < 16_384 else {
            throw Failure(reason: "a sheet has no more than 16,384 columns")
        }
        try check(worksheet_write_string(worksheet, row, column, Self.fitting(text), format))
    }

    /// The text as far as a cell holds it, without the character that would end it.
    private static func fitting(_ text: String) -> String {
        var text = text
        if text.utf8.contains(0) { text = text.replacing("\u{0}", with: "\u{2400}") }
        guard text.utf8.count > textLimit, text.utf16.count > textLimit else { return text }
        let note = "…[cut]"
        return String(decoding: Array(text.utf16.prefix(textLimit - note.utf16.count - 1)), as: UTF16.self) + note
    }

    private func check(_ error: lxw_error) throws(Failure) {
        guard error != LXW_NO_ERROR else { return }
        let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
        throw Failure(reason: reason)
    }
}
