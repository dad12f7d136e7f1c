import Foundation
import Reporting
import Screening

/// The file that gets every record which another notice touches: CSV, NDJSON or a workbook, by the end of its name.
final class ImpactList {
    private enum Format {
        case csv(ImpactTable)
        case lines(ImpactReport)
        case workbook(ImpactWorkbook)
    }

    private let sink: ResultOutput
    private let format: Format

    /// The ends of file names, and what they stand for.
    static let extensions = ["csv", "ndjson", "jsonl", "xlsx"]

    /// Whether the format of the file at `path` is known by its name.
    static func isKnown(_ path: String) -> Bool {
        extensions.contains(URL(filePath: path).pathExtension.lowercased())
    }

    /// Opens the file at `path`, and writes what stands before the first record.
    init(path: String, _ table: ImpactTable, _ report: ImpactReport) throws {
        sink = try ResultOutput(path: path, option: "--list")
        switch URL(filePath: path).pathExtension.lowercased() {
        case "xlsx":
            guard let file = sink.temporaryPath else {
                throw CommandFailure("--list: a workbook can't be written to '\(path)', which is no file")
            }
            format = .workbook(try Self.writing { try ImpactWorkbook(path: file, table, report) })
        case "ndjson", "jsonl":
            format = .lines(report)
        default:
            format = .csv(table)
            // Excel needs a byte order mark to read Chinese.
            try sink.write("\u{FEFF}" + CSVText.line(table.header))
        }
    }

    /// Writes records in order.
    func write(_ rows: [Impact.Row]) throws {
        guard !rows.isEmpty else { return }
        switch format {
        case .csv(let table): try sink.write(rows.map { CSVText.line(table.cells(of: $0)) }.joined())
        case .lines(let report): try sink.write(rows.map(report.line).joined())
        case .workbook(let workbook): try Self.writing { try workbook.rows(rows) }
        }
    }

    /// Puts the file in its place.
    func finish(_ impact: Impact) throws {
        if case .workbook(let workbook) = format { try Self.writing { try workbook.close(impact) } }
        try sink.finish()
    }

    private static func writing<Value>(_ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let error as WorkbookWriter.Failure {
            throw CommandFailure("--list: can't write the workbook: \(error.reason)")
        }
    }
}
