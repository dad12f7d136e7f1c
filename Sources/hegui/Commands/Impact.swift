import ArgumentParser
import LegalText
import NoticeComparison
import Reporting
import RuleEngine
import Screening

extension Hegui {
    /// Says whom a new notice touches.
    struct Impact: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Show which records change verdict from one notice to another, and which change of text causes it.",
            discussion: """
                Both notices need rules. Every record is screened under both; the records that change are grouped by \
                the change of the notice that makes the difference.

                Exits with 0 where no record changes, with 1 where one does, and with 2 when it could not run.

                Example:
                  hegui impact yinfa-2021-237 yinfa-2026-42 --records companies.csv
                  hegui impact yinfa-2021-237 yinfa-2026-42 --records companies.csv --list changed.csv
                """
        )

        @Argument(help: "The old notice: a name in the corpus that has rules.")
        var old: String

        @Argument(help: "The new notice.")
        var new: String

        @Option(
            parsing: .singleValue,
            help: ArgumentHelp("A file of records; may be given again.", valueName: "file")
        )
        var records: [String]

        @Option(
            parsing: .singleValue,
            help: ArgumentHelp("Which column holds which field: name=单位,scope=3.", valueName: "field=column")
        )
        var map: [String] = []

        @Option(help: "How to print the summary: text or json.")
        var format = ImpactFormat.text

        @Option(help: ArgumentHelp("How many samples of each group to print.", valueName: "number"))
        var samples = 3

        @Option(
            help: ArgumentHelp(
                "Write every record that changes to this file: CSV, or NDJSON where the name ends in .ndjson.",
                valueName: "file"
            )
        )
        var list: String?

        @Option(help: "The language of the report: zh or en.")
        var lang = LocalizedText.Language.zh

        @OptionGroup var data: DataOptions
        @OptionGroup var exit: ExitOptions

        func validate() throws {
            guard (0...1000).contains(samples) else { throw ValidationError("--samples must be from 0 to 1000.") }
        }

        func run() throws {
            let folder = try data.folder()
            let before = try pack(of: old, in: folder)
            let after = try pack(of: new, in: folder)
            let compared = try ComparedNotices(old, new, data: data)
            let report = ImpactReport(
                compared.comparison,
                packs: [PackIdentity(before), PackIdentity(after)],
                language: lang
            )
            let sink = try list.map { path throws(CommandFailure) in try ResultOutput(path: path) }
            let isLines = list?.hasSuffix(".ndjson") ?? false
            if !isLines { try sink?.write(ImpactReport.csvHeader) }
            var impact = Screening.Impact(before, after, compared.comparison, samples: samples)
            let mapping: ColumnMapping
            do {
                mapping = try ColumnMapping(map)
            } catch {
                throw CommandFailure("--map: \(error.description)")
            }
            for path in records {
                do {
                    var reader = try RecordReader(path: path, options: RecordReadingOptions(mapping: mapping))
                    var pending = ""
                    try reader.forEachRecord { record, row in
                        guard let changed = impact.add(record, row: row), sink != nil else { return }
                        pending += isLines ? report.line(changed) : report.csvLine(changed)
                    }
                    try sink?.write(pending)
                } catch let error as RecordFileError {
                    throw CommandFailure(located: error.description)
                }
            }
            try sink?.finish()
            switch format {
            case .text: try ResultOutput.standard.write(report.text(impact))
            case .json: try ResultOutput.standard.write(report.document(impact).indented + "\n")
            }
            try exit.end(!impact.outcomes.isEmpty)
        }

        /// The rules of the notice called `name`, in whichever language it was named.
        private func pack(of name: String, in folder: DataFolder) throws(CommandFailure) -> CompiledRulePack {
            let id = name.split(separator: "/").first.map(String.init) ?? name
            let packs = try folder.ruleFolder().packIDs
            guard packs.contains(id) else {
                throw CommandFailure(
                    "there are no rules for '\(name)'; rules exist for \(packs.joined(separator: ", ")). "
                        + "'hegui rules draft' makes their skeletons from a notice"
                )
            }
            return try folder.pack(id)
        }
    }

    /// The formats of an impact.
    enum ImpactFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }
}
