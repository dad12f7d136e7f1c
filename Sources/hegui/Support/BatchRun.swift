import Foundation
import Reporting
import Screening

/// The tables of all files of a batch, opened and ready to be screened one after the other.
struct BatchRun {
    /// The files with their tables, in order.
    private(set) var readers: [RecordReader] = []

    /// What the user should hear about the files before they are screened.
    let remarks: [String]

    /// Opens every file before anything is written, so that a wrong path costs no hours.
    ///
    /// - Parameters:
    ///   - files: The paths as the user gave them.
    ///   - paths: The paths under which the files are read, in the same order.
    ///   - options: How they are read.
    /// - Throws: What is wrong with the first file that can't be read or screened.
    init(files: [String], _ paths: [String], _ options: RecordReadingOptions) throws(CommandFailure) {
        var remarks: [String] = []
        for (file, path) in zip(files, paths) {
            do {
                let tables = try RecordTables(path: file, readAt: path, options: options)
                readers += tables.readers
                remarks += tables.remarks.map { "\(RowSource(file: file).label): note: \($0)" }
            } catch {
                throw CommandFailure(located: error.description)
            }
        }
        self.remarks = remarks
    }

    /// The size of all files together in bytes, or `nil` where one is a stream.
    var size: Int? {
        var sizes: [String: Int] = [:]
        for reader in readers {
            guard let whole = reader.progress.whole else { return nil }
            // The sheets of a workbook share one file, and each of them is read from its start.
            sizes[reader.path, default: 0] += whole
        }
        return sizes.values.reduce(0, +)
    }

    /// Whether more than one sheet is read of any workbook.
    var hasSeveralSheets: Bool {
        Dictionary(grouping: readers.filter { $0.sheet != nil }, by: \.path).values.contains { $0.count > 1 }
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
        return summary
    }
}
