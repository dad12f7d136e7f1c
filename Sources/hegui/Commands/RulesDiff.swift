import ArgumentParser
import Foundation
import LegalText
import NoticeCorpus
import Reporting
import RuleEngine
import Screening

/// Shows what another rule pack finds in a file of records.
struct RulesDiff: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Show the findings gained and lost between two rule packs on a file of records.",
        discussion: """
            A pack is named by its id, or by its folder, such as a copy of 'rules/yinfa-2026-42' before a change. Rules of the \
            same name are compared, whatever their packs are called.

            Exits with 0 when nothing changes, and with 1 when a finding is gained, lost or comes to another verdict.

            Example:
              hegui rules diff yinfa-2021-237 yinfa-2026-42 --on registry.csv
              hegui rules diff /tmp/before/rules/yinfa-2026-42 yinfa-2026-42 --on registry.csv --format json
            """
    )

    /// How the changes are printed.
    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text
        case json
    }

    @Argument(help: ArgumentHelp("The pack as it was: an id or a folder.", valueName: "pack-a"))
    var old: String

    @Argument(help: ArgumentHelp("The pack as it is: an id or a folder.", valueName: "pack-b"))
    var new: String

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("A file of records, '-' for standard input.", valueName: "file")
    )
    var file: String

    @Option(help: "How many records to show for each rule and kind of change, from 0 to 1000.")
    var samples = 3

    @Option(help: "text or json.")
    var format = Format.text

    @Option(help: "The language of text: zh or en.")
    var lang = LocalizedText.Language.zh

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func validate() throws {
        guard (0...1000).contains(samples) else { throw ValidationError("--samples must be from 0 to 1000.") }
    }

    func run() throws {
        let (before, after) = (try pack(old), try pack(new))
        var comparison = PackComparison(before, after, samples: samples)
        do {
            var reader = try RecordReader(path: file)
            try comparison.add(&reader)
        } catch {
            throw CommandFailure(located: error.description)
        }
        let report = PackComparisonReport(comparison, old: PackIdentity(before), new: PackIdentity(after), file: file)
        try ResultOutput.standard.write(format == .json ? report.json.indented + "\n" : report.text(lang))
        try exit.end(!comparison.isEmpty)
    }

    /// The pack called `name`, or the one in the folder of that path.
    private func pack(_ name: String) throws(CommandFailure) -> CompiledRulePack {
        let folder = URL(filePath: name, directoryHint: .isDirectory)
        let manifest = folder.appending(path: "pack.yaml").path(percentEncoded: false)
        guard name.contains("/"), FileManager.default.fileExists(atPath: manifest) else {
            return try data.folder().pack(name)
        }
        let rules = folder.standardizedFileURL.deletingLastPathComponent()
        let corpus = rules.deletingLastPathComponent().appending(path: "corpus", directoryHint: .isDirectory)
        do {
            // Rules that were copied alone cite the notices of the data folder.
            let isBeside = FileManager.default.fileExists(atPath: corpus.path(percentEncoded: false))
            let notices = isBeside ? try NoticeCorpus.load(from: corpus) : try data.folder().corpus()
            let id = folder.standardizedFileURL.lastPathComponent
            return try RuleFolder(rules: rules, corpus: notices).pack(id)
        } catch let error as RulePackError {
            throw CommandFailure(located: error.description)
        } catch let error as CorpusError {
            throw CommandFailure(located: error.diagnostics.map(\.description).joined(separator: "\n"))
        } catch let error as CommandFailure {
            throw error
        } catch {
            throw CommandFailure("\(error)")
        }
    }
}
