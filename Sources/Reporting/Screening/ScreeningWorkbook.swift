internal import CLibXLSXWriter
internal import Glibc
internal import LegalText
internal import RecordModel
internal import RuleEngine
package import Screening

/// Writes the results of a batch as an Excel workbook, through libxlsxwriter.
///
/// A class because it owns libxlsxwriter's workbook, which is closed and freed once; no pointer of it leaves this file.
/// Rows go to a temporary file as they come, so memory doesn't grow with them.
package final class ScreeningWorkbook {
    private let options: ScreeningReportOptions
    private let table: ScreeningTable
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var worksheet: UnsafeMutablePointer<lxw_worksheet>?
    private var row: UInt32 = 0
    private var sheetCount = 0
    private var formats: [Verdict.Level: UnsafeMutablePointer<lxw_format>] = [:]
    private var bold: UnsafeMutablePointer<lxw_format>?

    /// The most rows of a sheet and the most UTF-16 units of a cell, by the limits of Excel.
    private static let rowLimit: UInt32 = 1_048_576
    private static let textLimit = 32_767

    /// Why a workbook can't be written, in English without a full stop.
    package struct Failure: Error {
        /// What is wrong.
        package let reason: String
    }

    /// Begins a workbook that will be written to `path`.
    package init(path: String, _ options: ScreeningReportOptions) throws(Failure) {
        self.options = options
        table = ScreeningTable(options)
        var settings = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 1)
        guard let workbook = workbook_new_opt(path, &settings) else { throw Failure(reason: "there is no memory left") }
        self.workbook = workbook
        // The day on which a file was made is the one thing that would differ between two runs.
        var properties = lxw_doc_properties()
        properties.created = 1_577_836_800
        workbook_set_properties(workbook, &properties)
        bold = workbook_add_format(workbook)
        format_set_bold(bold)
        for (level, color) in [
            (Verdict.Level.prohibited, 0xB42318 as UInt32), (.restricted, 0x8A4B00), (.review, 0x6B5900),
            (.clear, 0x1A7F37),
        ] {
            guard let format = workbook_add_format(workbook) else { continue }
            format_set_bold(format)
            format_set_font_color(format, color)
            formats[level] = format
        }
        try startSheet()
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Adds the rows that were screened, in order.
    package func rows(_ rows: [ScreenedRow], of source: RowSource) throws(Failure) {
        for row in rows {
            guard let cells = table.cells(of: row, in: source), let verdict = row.screened?.verdict else { continue }
            if self.row >= Self.rowLimit {
                finishSheet()
                try startSheet()
            }
            for (column, cell) in cells.enumerated() where !cell.isEmpty {
                if column == table.leadingCount {
                    try check(worksheet_write_number(worksheet, self.row, UInt16(column), Double(row.row), nil))
                } else {
                    let isVerdict = column == table.leadingCount + 3 || column == table.leadingCount + 4
                    try write(cell, column, isVerdict ? formats[verdict.level] : nil)
                }
            }
            self.row += 1
        }
    }

    /// Adds the counts and the clauses, and writes the file.
    package func close(_ summary: ScreeningSummary) throws(Failure) {
        finishSheet()
        try writeSummary(summary)
        guard let workbook else { return }
        self.workbook = nil
        try check(workbook_close(workbook))
    }

    private func startSheet() throws(Failure) {
        sheetCount += 1
        let name = said("结果", "Results") + (sheetCount == 1 ? "" : " \(sheetCount)")
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw Failure(reason: "the workbook takes no more sheets")
        }
        self.worksheet = worksheet
        row = 0
        let header = table.header
        worksheet_freeze_panes(worksheet, 1, 0)
        for (column, title) in header.enumerated() {
            let width: Double =
                switch title {
                case "row", "verdict": 11
                case "id", "label", "articles": 22
                default: column < table.leadingCount + 14 ? 40 : 24
                }
            worksheet_set_column(worksheet, UInt16(column), UInt16(column), width, nil)
            try write(title, column, bold)
        }
        row = 1
    }

    private func finishSheet() {
        let last = UInt16(max(0, table.header.count - 1))
        if row > 1 { worksheet_autofilter(worksheet, 0, 0, row - 1, last) }
    }

    private func writeSummary(_ summary: ScreeningSummary) throws(Failure) {
        guard let worksheet = workbook_add_worksheet(workbook, said("汇总", "Summary")) else {
            throw Failure(reason: "the workbook takes no more sheets")
        }
        self.worksheet = worksheet
        worksheet_set_column(worksheet, 0, 0, 44, nil)
        worksheet_set_column(worksheet, 1, 2, 60, nil)
        row = 0
        try line([Wording.disclaimer[options.language]])
        for pack in options.packs {
            try line([said("规则包", "rule pack"), "\(pack.id) \(pack.version)", pack.digest])
        }
        try line([said("行", "rows")], count: summary.rows)
        for level in Verdict.Level.allCases.reversed() {
            try line([Wording.label(of: level, in: options.language)], count: summary.count(of: level))
        }
        try line([said("无法读取", "rejected")], count: summary.rejected)
        for article in summary.articles.keys.sorted(by: {
            ScreeningChart.articleOrder($0) < ScreeningChart.articleOrder($1)
        }) {
            let title = options.rules.first { $0.basis.article == article }?.basis.title
            try line([title ?? article], count: summary.articles[article] ?? 0)
        }
        for rule in options.rules {
            guard let count = summary.rules[rule.id] else { continue }
            let quote = rule.basis.quote(in: options.language)
            let clause = quote.map { "\($0.text) 〔\(Wording.status($0.status)[options.language])〕" } ?? ""
            try line([rule.title[options.language] + "  " + rule.id, "", clause], count: count)
        }
    }

    /// Writes a line of the summary; `count` goes into its second cell.
    private func line(_ texts: [String], count: Int? = nil) throws(Failure) {
        for (column, text) in texts.enumerated() where !text.isEmpty { try write(text, column, nil) }
        if let count { try check(worksheet_write_number(worksheet, row, 1, Double(count), nil)) }
        row += 1
    }

    private func write(
        _ text: String,
        _ column: Int,
        _ format: UnsafeMutablePointer<lxw_format>?
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

    private func said(_ zh: String, _ en: String) -> String {
        options.language == .zh ? zh : en
    }

    private func check(_ error: lxw_error) throws(Failure) {
        let code = errno
        guard error != LXW_NO_ERROR else { return }
        let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
        // The library says that something went wrong with the file, the system what: a full disk, say.
        let isOfFile = [LXW_ERROR_CREATING_XLSX_FILE, LXW_ERROR_CREATING_TMPFILE, LXW_ERROR_ZIP_FILE_OPERATION]
            .contains(error)
        guard isOfFile, code != 0, let system = strerror(code) else { throw Failure(reason: reason) }
        throw Failure(reason: String(cString: system))
    }
}
