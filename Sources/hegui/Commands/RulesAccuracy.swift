import ArgumentParser
import Foundation
import RecordModel
import Screening

/// Measures the rules on labelled records.
struct RulesAccuracy: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accuracy",
        abstract: "Measure the rules on labelled records.",
        discussion: """
            The records have a column 'expected' (clear, review, restricted or prohibited) or 'label' (P: to be flagged, \
            A: doubtful, anything but prohibited is right, N: clear). Behind the level the names of all rules that should \
            fire may follow: 'prohibited mining registration-terms'. Every record whose verdict is another is listed.

            For each rule, article and disguise: how many of the records that it fired on were to be flagged, and, where \
            labels name rules, on how many of those it fired; with intervals of 95 % (Wilson). What changed since the run \
            that was last accepted (corpus/records/accepted.tsv) is listed; --accept writes that file anew.

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

    @Option(
        help: ArgumentHelp(
            "The accepted run that this one is compared with; by default the data folder's own.",
            valueName: "file"
        )
    )
    var accepted: String?

    @Flag(help: "Write what comes out now to the accepted run.")
    var accept = false

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let folder = try data.folder()
        let pack = try folder.pack(screening.packID(in: folder))
        let runFile =
            accepted.map { URL(filePath: $0) } ?? folder.corpusFolder.appending(path: "records/accepted.tsv")
        var acceptedRun = try Self.acceptedRun(at: runFile, isNamed: accepted != nil && !accept)
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
            lines += AccuracyTable.lines(of: report)
            let name = URL(filePath: file).lastPathComponent
            if acceptedRun.holds(name) {
                lines += AccuracyTable.lines(of: acceptedRun.changes(to: report.outcomes, of: name))
            }
            acceptedRun.accept(report.outcomes, of: name)
            for miss in report.misses {
                let rules = miss.verdict.findings.map { "\($0.rule) \($0.verdict.rawValue)" }.joined(separator: ", ")
                let why = rules.isEmpty ? "" : " (\(rules))"
                lines.append(
                    "  row \(miss.row) \(miss.name): expected \(miss.label), got \(miss.verdict.level.rawValue)\(why)"
                )
            }
            try ResultOutput.standard.write(lines.joined(separator: "\n") + "\n")
        }
        if accept {
            do {
                try acceptedRun.text.write(to: runFile, atomically: true, encoding: .utf8)
            } catch {
                let path = runFile.path(percentEncoded: false)
                throw CommandFailure("can't write '\(path)': \(SystemReason.text(of: error))")
            }
        }
        try exit.end(isBelow)
    }

    private static func acceptedRun(at file: URL, isNamed: Bool) throws(CommandFailure) -> AcceptedRun {
        let path = file.path(percentEncoded: false)
        guard let data = FileManager.default.contents(atPath: path) else {
            if isNamed { throw CommandFailure("--accepted: can't read '\(path)'") }
            return AcceptedRun()
        }
        do {
            return try AcceptedRun(String(decoding: data, as: UTF8.self))
        } catch {
            throw CommandFailure(
                located:
                    "\(path):\(error.line): error[accuracy/accepted]: "
                    + "expected file, row, id, verdict and rules, parted by tabs"
            )
        }
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
