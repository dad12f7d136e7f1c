import ArgumentParser
import Foundation
import LegalText
import Reporting
import RuleEngine
import Screening

extension Hegui {
    /// Screens files of records.
    struct Screen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Screen files of records: CSV, TSV, Excel, one JSON object or one name a line.",
            discussion: """
                Files may be compressed (gzip, zstd, xz, bzip2) and in UTF-8, GB18030 or UTF-16; '-' is standard input.

                Columns are found by their headers, in Chinese or English: 企业名称, 经营范围, 简介, 曾用名, 登记状态, 成立日期, \
                name, scope, description and the like. --map says which is which where the headers don't. Several \
                columns of descriptions are all screened. Every column is passed on to the results as it stands; JSON that \
                is nested, or whose keys come late, is kept in tables as text, the latter in a last column 'more'. In CSV \
                a cell that a spreadsheet would run gets a ' before it.

                Only flagged records are printed, in the order of the file; --all prints the others too. Rows that \
                can't be read are listed on standard error with their row and line, and never stop the run; --rejects \
                keeps all of them. A row that ends early is read as if its last cells were empty; one with too many \
                cells is rejected.

                --evidence keeps what is needed to derive every finding again: see 'hegui verify'.

                Exits with 0 when no rule fired, with 1 when one did or a row was rejected, and with 2 when it could \
                not run.

                Example:
                  hegui screen export.csv --map name=单位,scope=业务 --format csv --output flagged.csv
                  hegui screen register.xlsx --sheet 企业 --format html --output report.html
                """
        )

        @Argument(help: "Files of records, or '-' for standard input.")
        var files: [String]

        @Option(help: "How to print results: text, ndjson, csv, xlsx, json, html or sarif.")
        var format = ScreeningFormat.text

        @Flag(help: "Print records without a finding too.")
        var all = false

        @Option(help: ArgumentHelp("Write results to this file, which appears whole or not at all.", valueName: "file"))
        var output: String?

        @Option(help: ArgumentHelp("Keep the rows that can't be read in this file (CSV).", valueName: "file"))
        var rejects: String?

        @Option(help: ArgumentHelp("Keep the evidence of every finding in this new folder.", valueName: "folder"))
        var evidence: String?

        @Option(help: ArgumentHelp("How many blocks are screened at a time.", valueName: "number"))
        var threads: Int?

        @Flag(help: "Print no progress and no summary.")
        var quiet = false

        @OptionGroup var input: InputOptions
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
            if format == .xlsx, output == nil, Terminal.isOutput {
                throw ValidationError("A workbook can't be shown on a terminal; name a file with --output.")
            }
        }

        func run() async throws {
            try WrittenFiles.check(
                [("--output", output), ("--rejects", rejects), ("--evidence", evidence)],
                against: files
            )
            let reading = try input.reading()
            let shelf = try data.folder()
            let rules = try ScreeningRules(shelf, pack: screening.packID(in: shelf))
            let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
            let screener = BatchScreener(pack: rules.pack, workers: workers, keepsClear: all)
            let inputs = try evidence == nil ? nil : EvidenceInputs(files)
            var batch = try BatchRun(files: files, inputs?.paths ?? files, reading)
            let options = report(on: batch, rules)
            let output = try ScreeningOutput(path: output, format, options)
            let rejected = try RejectedRows(path: rejects)
            let folder = try inputs.flatMap { inputs in
                try evidence.map { try EvidenceFolder(path: $0, inputs, options) }
            }
            if !quiet { batch.printRemarks(in: screening.lang) }
            let meter =
                quiet ? nil : ProgressMeter(bytes: batch.size, isBar: Terminal.showsProgress, in: screening.lang)
            let summary = try await batch.screen(with: screener, meter: meter) { rows, source in
                try rejected.note(rows, of: source) { meter?.clear() }
                try output.write(rows, of: source)
                try folder?.write(rows, of: source)
            }
            meter?.clear()
            let manifest = try folder?.finish(
                summary,
                EvidenceOptions(pack: rules.pack.id, language: screening.lang, input)
            )
            try rejected.finish()
            try output.finish(summary)
            if !quiet {
                StandardError.print(SummaryText.text(summary, in: screening.lang))
                if format != .text { StandardError.print(Wording.disclaimer[screening.lang]) }
                if let manifest {
                    let label = LocalizedText(zh: "证据清单：", en: "evidence: manifest ")[screening.lang]
                    StandardError.print("\(label)sha256:\(manifest.sha256)")
                }
            }
            try exit.end(summary.flagged + summary.rejected > 0)
        }

        private func report(on batch: BatchRun, _ rules: ScreeningRules) -> ScreeningReportOptions {
            ScreeningReportOptions(
                packs: [PackIdentity(rules.pack)],
                language: screening.lang,
                usesColor: output == nil && Terminal.showsColor,
                namesFiles: files.count > 1,
                namesSheets: batch.hasSeveralSheets,
                rules: rules.description.rules,
                remarks: RecordRemarks(termDates: rules.description.termDates),
                columns: PassedColumns(batch.columns, takesMore: batch.hasObjects),
                version: Hegui.version
            )
        }
    }
}
