import Foundation
import Glibc
import Reporting
import Screening

/// Where the results of a batch go, in any format.
final class ScreeningOutput {
    private let sink: ResultOutput
    private var writer: (any ScreeningWriter)?
    private var workbook: ScreeningWorkbook?

    /// The file of a workbook that goes to a stream.
    private var spool: String?

    /// Opens the file at `path`, or standard output, and writes what stands before the first row.
    init(path: String?, _ format: ScreeningFormat, _ options: ScreeningReportOptions) throws {
        sink = try path.map { path throws(CommandFailure) in try ResultOutput(path: path) } ?? .standard
        writer = format.writer(options)
        if let writer {
            try sink.write(writer.opening())
            return
        }
        let file = sink.temporaryPath ?? NSTemporaryDirectory() + "/hegui-\(getpid()).xlsx"
        if sink.temporaryPath == nil {
            spool = file
            Interruption.willWrite(file)
        }
        workbook = try Self.writing { try ScreeningWorkbook(path: file, options) }
    }

    deinit {
        guard let spool else { return }
        unlink(spool)
        Interruption.didWrite(spool)
    }

    /// Writes rows in order; those that were rejected are left out by every format.
    func write(_ rows: [ScreenedRow], of source: RowSource) throws {
        if let text = writer?.rows(rows, of: source), !text.isEmpty { try sink.write(text) }
        if let workbook { try Self.writing { try workbook.rows(rows, of: source) } }
    }

    /// Writes what stands after the last row, and puts the file in its place.
    func finish(_ summary: ScreeningSummary) throws {
        if let writer { try sink.write(writer.closing(summary)) }
        if let workbook { try Self.writing { try workbook.close(summary) } }
        if let spool {
            let bytes = try Data(contentsOf: URL(filePath: spool), options: .alwaysMapped)
            try bytes.withUnsafeBytes { try sink.write($0) }
        }
        try sink.finish()
    }

    private static func writing<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as WorkbookWriter.Failure {
            throw CommandFailure("--output: can't write the workbook: \(error.reason)")
        }
    }
}
