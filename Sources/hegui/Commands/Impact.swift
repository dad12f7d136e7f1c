import ArgumentParser
import Foundation
import LegalText
import NoticeComparison
import NoticeCorpus
import NoticeModel
import Reporting
import RuleEngine
import Screening

extension Hegui {
    /// Says whom a new notice touches.
    struct Impact: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show which records change verdict from one notice to another, and which change of text causes it.",
            discussion: """
                Both notices need rules. Only rules that differ from one notice to the other are run, and only on records \
                that hold one of their words; the outcome is that of two full screenings. The records that change are \
                grouped by the change of the notice that makes the difference. With --as-of only the new notice is named: \
                the old one is that in force on the day.

                Files are read as by 'hegui screen'. --list keeps every record that changes, as CSV, NDJSON or an Excel \
                workbook by the end of its name (.csv, .ndjson, .xlsx).

                Exits with 0 where no record changes, with 1 where one does or a row was rejected, and with 2 when it could \
                not run.

                Example:
                  hegui impact yinfa-2021-237 yinfa-2026-42 --records companies.csv --list changed.xlsx
                  hegui impact yinfa-2026-42 --as-of 2024-01-01 --records companies.csv
                """
        )

        @Argument(
            help: ArgumentHelp(
                "The old and the new notice, by their names in the corpus; with --as-of the new one alone.",
                valueName: "notice"
            )
        )
        var notices: [String]

        @Option(
            parsing: .singleValue,
            help: ArgumentHelp("A file of records, or '-' for standard input; may be given again.", valueName: "file")
        )
        var records: [String]

        @Option(
            help: ArgumentHelp(
                "Compare with the notice that was in force on this day, such as 2024-01-01.",
                valueName: "date"
            )
        )
        var asOf: LegalDate?

        @Option(help: "How to print the summary: text or json.")
        var format = ImpactFormat.text

        @Option(help: ArgumentHelp("How many samples of each group to print.", valueName: "number"))
        var samples = 3

        @Option(
            help: ArgumentHelp(
                "Write every record that changes to this file, which appears whole or not at all.",
                valueName: "file"
            )
        )
        var list: String?

        @Option(
            help: ArgumentHelp("Write the summary to this file, which appears whole or not at all.", valueName: "file")
        )
        var output: String?

        @Option(help: ArgumentHelp("Keep the rows that can't be read in this file (CSV).", valueName: "file"))
        var rejects: String?

        @Option(help: ArgumentHelp("How many blocks are screened at a time.", valueName: "number"))
        var threads: Int?

        @Flag(help: "Print no progress.")
        var quiet = false

        @Option(help: "The language of the report: zh or en.")
        var lang = LocalizedText.Language.zh

        @OptionGroup var input: InputOptions
        @OptionGroup var data: DataOptions
        @OptionGroup var exit: ExitOptions

        func validate() throws {
            guard (0...1000).contains(samples) else { throw ValidationError("--samples must be from 0 to 1000.") }
            if let threads, !(1...256).contains(threads) {
                throw ValidationError("--threads must be from 1 to 256.")
            }
            if records.count(where: { $0 == "-" }) > 1 {
                throw ValidationError("Standard input ('-') can be read only once.")
            }
            if asOf == nil, notices.count != 2 {
                throw ValidationError("Expected two notices, the old and the new one, or one with --as-of.")
            }
            if asOf != nil, notices.count != 1 {
                throw ValidationError("--as-of says which notice is the old one: name the new one alone.")
            }
            if let list, !ImpactList.isKnown(list) {
                let ends = ImpactList.extensions.map { ".\($0)" }.joined(separator: ", ")
                throw ValidationError("--list: expected a name that ends in one of \(ends).")
            }
        }

        func run() async throws {
            try WrittenFiles.check(
                [("--output", output), ("--list", list), ("--rejects", rejects)],
                against: records + notices
            )
            let reading = try input.reading()
            let folder = try data.folder()
            let (old, new) = try names(in: folder)
            let before = try pack(of: old, in: folder)
            let after = try pack(of: new, in: folder)
            let compared = try ComparedNotices(old, new, data: data)
            let workers = threads ?? ProcessInfo.processInfo.activeProcessorCount
            let screener = ImpactScreener(
                before,
                after,
                locator: try locator(compared.comparison, (old, before), (new, after), in: folder),
                workers: workers
            )
            var batch = try BatchRun(files: records, records, reading)
            let report = ImpactReport(
                compared.comparison,
                packs: [PackIdentity(before), PackIdentity(after)],
                difference: screener.difference,
                language: lang,
                namesFiles: records.count > 1 || batch.hasSeveralSheets
            )
            let sink = try output.map { path throws(CommandFailure) in try ResultOutput(path: path) } ?? .standard
            let list = try list.map { try ImpactList(path: $0, table(compared.comparison, batch), report) }
            let rejected = try RejectedRows(path: rejects)
            if !quiet { batch.printRemarks(in: lang) }
            let meter = quiet ? nil : ProgressMeter(bytes: batch.size, isBar: Terminal.showsProgress, in: lang)
            var impact = Screening.Impact(samples: samples)
            _ = try await batch.forEachTable(meter: meter) { reader, source, progress in
                try await screener.run(&reader, progress: progress) { part in
                    try rejected.note(part.rejected, of: source) { meter?.clear() }
                    try list?.write(part.rows)
                    impact.add(part)
                }
            }
            meter?.clear()
            switch format {
            case .text: try sink.write(report.text(impact))
            case .json: try sink.write(report.document(impact).indented + "\n")
            }
            try rejected.finish()
            try list?.finish(impact)
            try sink.finish()
            try exit.end(impact.changed + impact.rejected > 0)
        }

        /// The old and the new notice as the user named them, or as the day says.
        private func names(in folder: DataFolder) throws(CommandFailure) -> (old: String, new: String) {
            guard let asOf else { return (notices[0], notices[1]) }
            let language = notices[0].split(separator: "/").dropFirst().first.map { "/\($0)" } ?? ""
            return (try ScreeningOptions.pack(inForceOn: asOf, in: folder) + language, notices[0])
        }

        /// The rules of the notice called `name`, in whichever language it was named.
        private func pack(of name: String, in folder: DataFolder) throws(CommandFailure) -> CompiledRulePack {
            let id = String(name.prefix { $0 != "/" })
            let packs = try folder.ruleFolder().packIDs
            guard packs.contains(id) else {
                let known = try folder.corpus().entry(id) != nil || FileManager.default.fileExists(atPath: name)
                let help =
                    known
                    ? "'hegui rules draft \(name)' makes their skeletons"
                    : "the corpus has no notice of that name either; 'hegui corpus add' takes one in, and "
                        + "'hegui rules draft' makes the skeletons of its rules"
                throw CommandFailure(
                    "there are no rules for '\(name)' yet; \(help). Rules exist for \(packs.joined(separator: ", "))"
                )
            }
            return try folder.pack(id)
        }

        /// What finds the change of text behind a finding.
        private func locator(
            _ comparison: Comparison,
            _ old: (name: String, pack: CompiledRulePack),
            _ new: (name: String, pack: CompiledRulePack),
            in folder: DataFolder
        ) throws(CommandFailure) -> ChangeLocator {
            let corpus = try folder.corpus()
            do throws(CorpusError) {
                let texts = (try corpus.text(named: old.name), try corpus.text(named: new.name))
                return ChangeLocator(
                    comparison,
                    oldClauses: texts.0.map(old.pack.clauses) ?? [:],
                    newClauses: texts.1.map(new.pack.clauses) ?? [:]
                )
            } catch {
                throw CommandFailure(located: error.description)
            }
        }

        private func table(_ comparison: Comparison, _ batch: BatchRun) -> ImpactTable {
            ImpactTable(
                comparison,
                namesFiles: records.count > 1,
                namesSheets: batch.hasSeveralSheets,
                columns: PassedColumns(batch.columns, takesMore: batch.hasObjects)
            )
        }
    }

    /// The formats of an impact.
    enum ImpactFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }
}
