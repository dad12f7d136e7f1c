import ArgumentParser
import RecordModel
import Screening

/// Measures the rules on labelled records.
struct RulesAccuracy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Measure the rules on labelled records.",
        discussion: """
            The records have a column 'expected' (clear, review, restricted or prohibited) or 'label' (P: to be flagged, \
            A: doubtful, anything but prohibited is right, N: clear). Every record whose verdict is another is listed.

            Exits with 0 when every floor holds, and with 1 when one doesn't.

            Example:
              hegui rules accuracy corpus/records/sample.csv --floor flagged-recall=0.98
            """
    )

    @Argument(help: "Files of labelled records.")
    var files: [String]

    @Option(
        name: .customLong("floor"),
        parsing: .singleValue,
        help: ArgumentHelp(
            """
            The least share that is accepted, from 0 to 1: of exact, flagged-recall, flagged-precision, prohibited-recall \
            or prohibited-precision.
            """,
            valueName: "measure=share"
        )
    )
    var floors: [AccuracyFloor<AccuracyReport.Measure>] = []

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let pack = try data.folder().pack(screening.pack)
        var isBelow = false
        for file in files {
            let report = AccuracyReport(of: try Self.rows(of: file), under: pack)
            let count = report.share(.exact).whole
            guard count > 0 else {
                throw CommandFailure("\(file): no row has a label; expected a column 'expected' or 'label'")
            }
            var lines = ["\(file): \(count) labelled records"]
            for measure in AccuracyReport.Measure.allCases {
                let share = report.share(measure)
                let floor = floors.first { $0.measure == measure }
                let holds = floor.map { share.value >= $0.share } ?? true
                isBelow = isBelow || !holds
                let place = "  \(measure.rawValue): \(share.part) of \(share.whole) (\(percent(share.value)))"
                let limit = floor.map { ", floor \(percent($0.share))\(holds ? "" : ": below it")" } ?? ""
                lines.append(place + limit)
            }
            for miss in report.misses {
                let rules = miss.verdict.findings.map { "\($0.rule) \($0.verdict.rawValue)" }.joined(separator: ", ")
                let why = rules.isEmpty ? "" : " (\(rules))"
                lines.append(
                    "  row \(miss.row) \(miss.name): expected \(miss.label), got \(miss.verdict.level.rawValue)\(why)"
                )
            }
            try ResultOutput.standard.write(lines.joined(separator: "\n") + "\n")
        }
        try exit.end(isBelow)
    }

    private static func rows(of file: String) throws(CommandFailure) -> [ReadRow] {
        do {
            var reader = try RecordReader(path: file)
            return try reader.readAll()
        } catch {
            throw CommandFailure(located: error.description)
        }
    }
}
