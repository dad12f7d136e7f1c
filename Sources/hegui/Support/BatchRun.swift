import Foundation
import LegalText
import Reporting
import Screening

/// The tables of all files of a batch, ready to be screened one after the other.
///
/// Every file is looked at before anything is written, so that a wrong path costs no hours; but only the first, and streams,
/// which can't be opened twice, stay open, so that neither memory nor descriptors grow with the number of files.
struct BatchRun {
    /// The files that are still to be screened, in order.
    private var files: [File] = []

    /// What the user should hear about the files before they are screened.
    private let remarks: [(file: String, remark: ReadingRemark)]

    /// The headers of every table, in order.
    let columns: [[String]]

    /// Whether a record may have more columns than its table, as objects may whose keys come late.
    let hasObjects: Bool

    /// The size of all files together in bytes, or `nil` where one is a stream.
    let size: Int?

    /// Whether more than one sheet is read of any workbook.
    let hasSeveralSheets: Bool

    private let options: RecordReadingOptions

    private struct File {
        /// The path as the user gave it, and the one under which it is read.
        let name: String
        let path: String

        /// What the tables were found to be.
        let tables: [Table]

        /// The readers, where the file stays open.
        var readers: [RecordReader]?
    }

    private struct Table: Equatable {
        let sheet: String?
        let columns: [String]

        init(_ reader: RecordReader) {
            sheet = reader.sheet
            columns = reader.columns
        }
    }

    /// Looks at every file.
    ///
    /// - Parameters:
    ///   - files: The paths as the user gave them.
    ///   - paths: The paths under which the files are read, in the same order.
    ///   - options: How they are read.
    /// - Throws: What is wrong with the first file that can't be read or screened.
    init(files: [String], _ paths: [String], _ options: RecordReadingOptions) throws(CommandFailure) {
        self.options = options
        var remarks: [(file: String, remark: ReadingRemark)] = []
        var hasObjects = false
        var size: Int? = 0
        for (name, path) in zip(files, paths) {
            let opened = try Self.opened(name, path, options)
            let readers = opened.readers
            remarks += opened.remarks.map { (RowSource(file: name).label, $0) }
            hasObjects = hasObjects || readers.contains { $0.format == .ndjson }
            // Each sheet of a workbook is read from the start of the file.
            let sizes = readers.map(\.progress.whole)
            for part in sizes { size = size.flatMap { size in part.map { size + $0 } } }
            // Standard input goes on where it was left, even where it is a file.
            let staysOpen = self.files.isEmpty || path == "-" || sizes.contains(nil)
            self.files.append(
                File(name: name, path: path, tables: readers.map(Table.init), readers: staysOpen ? readers : nil)
            )
        }
        self.remarks = remarks
        self.hasObjects = hasObjects
        self.size = size
        columns = self.files.flatMap { $0.tables.map(\.columns) }
        hasSeveralSheets = self.files.contains { $0.tables.count > 1 }
    }

    /// Prints what the user should hear about the files.
    func printRemarks(in language: LocalizedText.Language) {
        let label = LocalizedText(zh: "提示：", en: "note: ")[language]
        for (file, remark) in remarks { StandardError.print("\(file): \(label)\(remark.text[language])") }
    }

    private static func opened(
        _ name: String,
        _ path: String,
        _ options: RecordReadingOptions
    ) throws(CommandFailure) -> RecordTables {
        do {
            return try RecordTables(path: name, readAt: path, options: options)
        } catch {
            throw CommandFailure(located: error.description)
        }
    }

    /// The readers of `file`, opened again where it didn't stay open.
    private func readers(of file: File) throws(CommandFailure) -> [RecordReader] {
        if let readers = file.readers { return readers }
        let readers = try Self.opened(file.name, file.path, options).readers
        guard readers.map(Table.init) == file.tables else {
            throw CommandFailure(located: "\(file.name): error: the file's columns changed after the run began")
        }
        return readers
    }

    /// Screens every table, passing rows to `emit` in order; `meter` is told how far it is.
    mutating func screen(
        with screener: BatchScreener,
        meter: ProgressMeter?,
        emit: ([ScreenedRow], RowSource) throws -> Void
    ) async throws -> ScreeningSummary {
        try await forEachTable(meter: meter) { reader, source, progress in
            try await screener.run(&reader) { summary, read in
                progress(summary, read)
            } emit: { rows in
                try emit(rows, source)
            }
        }
    }

    /// Passes every table in order to `body`, which tells how far it is; their counts together are returned.
    mutating func forEachTable(
        meter: ProgressMeter?,
        _ body: (inout RecordReader, RowSource, (ScreeningSummary, InputProgress) -> Void) async throws ->
            ScreeningSummary
    ) async throws -> ScreeningSummary {
        var summary = ScreeningSummary()
        // Taken off one by one, so that the memory of a table goes with it.
        while !files.isEmpty {
            var readers = try readers(of: files.removeFirst())
            while !readers.isEmpty {
                var reader = readers.removeFirst()
                let source = RowSource(file: reader.path, sheet: reader.sheet)
                do {
                    let part = try await body(&reader, source) { summary, progress in
                        meter?.update(summary, progress)
                    }
                    meter?.finish(part, reader.progress)
                    summary.add(part)
                } catch let error as RecordFileError {
                    meter?.clear()
                    throw CommandFailure(located: error.description)
                }
            }
        }
        return summary
    }
}
