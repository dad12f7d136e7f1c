import ArgumentParser
import Foundation
import LegalText
import Reporting
import Screening

extension Hegui {
    /// Screens files of records.
    struct Screen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Screen files of records: CSV, TSV, or one JSON object a line.",
            discussion: """
                Columns are found by their headers, in Chinese or English: 企业名称, 经营范围, 简介, 曾用名, name, scope, \
                description and the like. --map says which is which where the headers don't. Several columns of \
                descriptions are all screened.

                Only flagged records are printed, in the order of the file; --all prints the others too. Rows that \
                can't be read are listed on standard error with their row and line, and never stop the run. A row \
                that ends early is read as if its last cells were empty; one with too many cells is rejected.

                Exits with 0 when no rule fired, with 1 when one did or a row was rejected, and with 2 when it could \
                not run.

                Example:
                  hegui screen companies.csv --map name=单位,scope=业务 --format csv --output flagged.csv
                """
        )

        @Argument(help: "Files of records, or '-' for standard input.")
        var files: [String]

        @Option(help: "How to print results: text, ndjson, csv or json.")
        var format = ScreeningFormat.text

        @Flag(help: "Print records without a finding too.")
        var all = false

        @Option(
            parsing: .singleValue,
            help: ArgumentHelp(
                "Which column holds which field, by header or number: name=单位,scope=3.",
                valueName: "field=column"
            )
        )
        var map: [String] = []

        @Option(help: "The format of the files, if it can't be told: csv, tsv or ndjson.")
        var inputFormat: RecordFormat?

        @Option(help: "The encoding of the files, if it can't be told, such as GB18030.")
        var encoding: TextEncoding?

        @Option(help: ArgumentHelp("Write results to this file, which appears whole or not at all.", valueName: "file"))
        var output: String?

        @Option(help: ArgumentHelp("How many blocks are screened at a time.", valueName: "number"))
        var threads: Int?

        @Flag(help: "Print no summary.")
        var quiet = false

        @OptionGroup var screening: ScreeningOptions
        @OptionGroup var data: DataOptions
        @OptionGroup var exit: ExitOptions

        func validate() throws {
            if let threads, !(1...256).contains(threads) {
                throw ValidationError("--threads must be from 1 to 256.")
            }
            if files.count(where: { $0 == "-" }) > 1 {
                throw ValidationError("Standard input ('-') can be read only once.")
            }
        }

        func run() async throws {
            let options = try readingOptions()
            let folder = try data.folder()
            let pack = try folder.pack(screening.packID(in: folder))
            let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
            let screener = BatchScreener(pack: pack, workers: workers, keepsClear: all)
            // Every file is opened before anything is written, so that a wrong path costs no hours.
            var readers: [RecordReader] = []
            for file in files {
                readers.append(try Self.reader(file, options))
            }
            let sink = try output.map { path throws(CommandFailure) in try ResultOutput(path: path) } ?? .standard
            var writer = format.writer(
                ScreeningReportOptions(
                    packs: [PackIdentity(pack)],
                    language: screening.lang,
                    usesColor: output == nil && Terminal.showsColor,
                    namesFiles: files.count > 1
                )
            )
            try sink.write(writer.opening())
            var summary = ScreeningSummary()
            for index in readers.indices {
                summary.add(try await screen(&readers[index], with: screener, writer: &writer, into: sink))
            }
            try sink.write(writer.closing(summary))
            try sink.finish()
            if !quiet {
                StandardError.print(SummaryText.text(summary))
                if format != .text { StandardError.print(Wording.disclaimer[screening.lang]) }
            }
            try exit.end(summary.flagged + summary.rejected > 0)
        }

        private func screen(
            _ reader: inout RecordReader,
            with screener: BatchScreener,
            writer: inout any ScreeningWriter,
            into sink: ResultOutput
        ) async throws -> ScreeningSummary {
            let path = reader.path
            do {
                return try await screener.run(&reader) { rows in
                    for row in rows {
                        guard case .rejected(let problem) = row.outcome else { continue }
                        let place = "\(path == "-" ? "standard input" : path):\(row.line)"
                        StandardError.print("\(place): error[row/rejected]: row \(row.row): \(problem)")
                    }
                    try sink.write(writer.rows(rows, of: path))
                }
            } catch let error as RecordFileError {
                throw CommandFailure(located: error.description)
            }
        }

        private func readingOptions() throws(CommandFailure) -> RecordReadingOptions {
            do {
                return RecordReadingOptions(
                    format: inputFormat,
                    encoding: encoding,
                    mapping: try ColumnMapping(map)
                )
            } catch {
                throw CommandFailure("--map: \(error.description)")
            }
        }

        private static func reader(
            _ file: String,
            _ options: RecordReadingOptions
        ) throws(CommandFailure) -> RecordReader {
            do {
                return try RecordReader(path: file, options: options)
            } catch {
                throw CommandFailure(located: error.description)
            }
        }
    }
}
