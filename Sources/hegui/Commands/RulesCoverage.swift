import ArgumentParser
import LegalText
import Reporting
import RuleEngine

/// Shows how far the rules enforce the norms of their notices.
struct RulesCoverage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "coverage",
        abstract: "Show which norms of a notice the rules enforce, and which nothing covers.",
        discussion: """
            Counted is every norm of the notice that forbids, or that binds on a condition or with an exception. It is \
            covered where a rule quotes it, and fires on every word that it bans by name, or where 'waivers.yaml' says why \
            no rule does. Rules whose clause is gone or repealed are orphans.

            Exits with 0 when every norm is covered, with 1 when one isn't or a rule is an orphan, and with 2 when a \
            pack or its notice can't be read.

            Example:
              hegui rules coverage yinfa-2026-42 --lang en
            """
    )

    @Argument(help: ArgumentHelp("Packs; all if none is named.", valueName: "pack"))
    var packs: [String] = []

    @Option(help: "How to print the coverage: text or json.")
    var format = CoverageFormat.text

    @Option(help: "The language of text: zh or en.")
    var lang = LocalizedText.Language.zh

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let folder = try data.folder()
        let reports = try folder.coverage(of: packs)
        for problem in reports.flatMap(\.problems) {
            StandardError.print(problem.description)
        }
        switch format {
        case .text:
            let marker = SpanMarker(usesColor: Terminal.showsColor)
            let texts = reports.map { CoverageText($0, language: lang, marker: marker).text }
            try ResultOutput.standard.write(texts.joined(separator: "\n"))
        case .json:
            try ResultOutput.standard.write(CoverageJSON.document(of: reports).indented + "\n")
        }
        try exit.end(!reports.allSatisfy(\.isComplete))
    }

    /// The formats of a coverage.
    enum CoverageFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }
}
