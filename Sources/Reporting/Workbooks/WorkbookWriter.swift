internal import CLibXLSXWriter
internal import Glibc

/// Writes an Excel workbook sheet by sheet and row by row, through libxlsxwriter.
///
/// A class because it owns libxlsxwriter's workbook, which is closed and freed once; no pointer of it leaves this file.
/// Rows go to a temporary file as they come, so memory doesn't grow with them.
package final class WorkbookWriter {
    private var workbook: UnsafeMutablePointer<lxw_workbook>?
    private var worksheet: UnsafeMutablePointer<lxw_worksheet>?
    private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]

    /// The row that is written next, from 0.
    private(set) var row: UInt32 = 0

    /// The most rows and columns of a sheet and the most UTF-16 units of a cell, by the limits of Excel.
    private static let rowLimit: UInt32 = 1_048_576
    private static let columnLimit: UInt16 = 16_384
    private static let textLimit = 32_767

    /// How a cell looks.
    enum Style: Hashable {
        case bold
        /// Bold letters of a colour, as 0xRRGGBB.
        case colored(UInt32)
    }

    /// Why a workbook can't be written, in English without a full stop.
    package struct Failure: Error {
        /// What is wrong.
        package let reason: String
    }

    /// Begins a workbook that will be written to `path`.
    init(path: String) throws(Failure) {
        var settings = lxw_workbook_options(constant_memory: 1, tmpdir: nil, use_zip64: 1)
        guard let workbook = workbook_new_opt(path, &settings) else { throw Failure(reason: "there is no memory left") }
        self.workbook = workbook
        // The day on which a file was made is the one thing that would differ between two runs.
        var properties = lxw_doc_properties()
        properties.created = 1_577_836_800
        workbook_set_properties(workbook, &properties)
    }

    deinit {
        if let workbook { lxw_workbook_free(workbook) }
    }

    /// Whether the sheet holds as many rows as a sheet can.
    var isFull: Bool { row >= Self.rowLimit }

    /// Begins a sheet; `widths` are those of its columns, in characters.
    func addSheet(_ name: String, widths: [Double]) throws(Failure) {
        guard let worksheet = workbook_add_worksheet(workbook, name) else {
            throw Failure(reason: "the workbook takes no more sheets")
        }
        self.worksheet = worksheet
        row = 0
        for (column, width) in widths.enumerated() {
            let column = try Self.column(column)
            worksheet_set_column(worksheet, column, column, width, nil)
        }
    }

    /// Begins a sheet whose first row are `titles`, which stay in sight.
    func addTable(_ name: String, titles: [String], width: (Int, String) -> Double) throws(Failure) {
        try addSheet(name, widths: titles.enumerated().map { width($0.offset, $0.element) })
        worksheet_freeze_panes(worksheet, 1, 0)
        for (column, title) in titles.enumerated() { try write(title, column, .bold) }
        row = 1
    }

    /// Lets the rows of a table be filtered by its `columns`.
    func finishTable(columns: Int) {
        if row > 1 { worksheet_autofilter(worksheet, 0, 0, row - 1, UInt16(clamping: max(0, columns - 1))) }
    }

    /// Writes a text into a cell of the row.
    func write(_ text: String, _ column: Int, _ style: Style? = nil) throws(Failure) {
        let column = try Self.column(column)
        try check(worksheet_write_string(worksheet, row, column, Self.fitting(text), style.flatMap(format)))
    }

    /// Writes a number into a cell of the row.
    func write(_ number: Int, _ column: Int) throws(Failure) {
        try check(worksheet_write_number(worksheet, row, try Self.column(column), Double(number), nil))
    }

    /// Goes on to the next row.
    func nextRow() {
        row += 1
    }

    /// Writes the file.
    func close() throws(Failure) {
        guard let workbook else { return }
        self.workbook = nil
        try check(workbook_close(workbook))
    }

    private func format(_ style: Style) -> UnsafeMutablePointer<lxw_format>? {
        if let format = formats[style] { return format }
        let format = workbook_add_format(workbook)
        format_set_bold(format)
        if case .colored(let color) = style { format_set_font_color(format, color) }
        formats[style] = format
        return format
    }

    private static func column(_ column: Int) throws(Failure) -> UInt16 {
        guard let column = UInt16(exactly: column), column < columnLimit else {
            throw Failure(reason: "a sheet has no more than 16,384 columns")
        }
        return column
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
