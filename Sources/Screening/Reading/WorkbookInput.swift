internal import WorkbookReading

/// The rows of one sheet of a workbook as a delimited text in ``Dialect/workbook``.
///
/// Rows that a sheet leaves out are blank lines, so that the number of a line is the number beside the row.
final class WorkbookInput: InputSource {
    private let path: String
    private let size: Int?
    private var rows = 0

    /// The rest of the sheet; gone at its end, so that a workbook of many small sheets, all of which are looked at before the
    /// first is screened, doesn't hold as many streams.
    private var reader: SheetReader?

    /// The number of bytes that were read of a sheet that is at its end.
    private var consumedCount = 0

    /// What keeps a file of few rows with far numbers from becoming a long one; the last row that a sheet can have.
    private static let lastRow = 1_048_576

    /// The copy that the workbook is read from, where it came as a stream.
    private let spool: SpooledInput?

    init(_ reader: SheetReader, path: String, size: Int?, keeping spool: SpooledInput? = nil) {
        self.spool = spool
        self.reader = reader
        self.path = path
        self.size = size
    }

    var progress: InputProgress { InputProgress(read: reader?.consumedCount ?? consumedCount, whole: size) }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(RecordFileError) -> Bool {
        let end = bytes.count + count
        while bytes.count < end {
            let row: SheetReader.Row?
            do {
                row = try reader?.next()
            } catch {
                throw RecordFileError(.unreadable, path: path, reason: error.reason)
            }
            guard let row else {
                consumedCount = reader?.consumedCount ?? consumedCount
                reader = nil
                return true
            }
            guard row.number <= Self.lastRow else {
                let reason = "row \(row.number) is beyond the last row that a sheet can have"
                throw RecordFileError(.unreadable, path: path, reason: reason)
            }
            while rows + 1 < row.number {
                bytes.append(Dialect.workbook.lineEnd)
                rows += 1
            }
            append(row.cells, to: &bytes)
            rows = row.number
        }
        return false
    }

    private func append(_ cells: [String], to bytes: inout [UInt8]) {
        // Empty cells at the end are cells that were formatted and never filled.
        let count = (cells.lastIndex { !$0.isEmpty } ?? -1) + 1
        for (column, cell) in cells.prefix(count).enumerated() {
            if column > 0 { bytes.append(Dialect.workbook.delimiter) }
            if cell.utf8.contains(where: { $0 == Dialect.workbook.delimiter || $0 == Dialect.workbook.lineEnd }) {
                // Two control characters that no one types stand between cells and rows.
                for byte in cell.utf8 {
                    let isFree = byte != Dialect.workbook.delimiter && byte != Dialect.workbook.lineEnd
                    bytes += isFree ? [byte] : Array("\u{FFFD}".utf8)
                }
            } else {
                bytes += cell.utf8
            }
        }
        bytes.append(Dialect.workbook.lineEnd)
    }
}
