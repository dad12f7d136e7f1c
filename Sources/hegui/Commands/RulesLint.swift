import ArgumentParser
import LegalText
import RuleEngine

/// Reports every mistake of the rule files.
struct RulesLint: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lint",
        abstract: "Report every mistake in the rule files, with its file, line and column.",
        discussion: """
            Exits with 0 when there is none, with 1 when there is an error or a warning, and with 2 when there are \
            no rules to read.

            Example:
              hegui rules lint --data .
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let diagnostics = try data.folder().ruleFolder().lint()
        DiagnosticList.print(diagnostics)
        let faults = diagnostics.filter { $0.severity > .note }
        try ResultOutput.standard.write(
            faults.isEmpty ? "no mistakes found\n" : "\(DiagnosticList.counts(diagnostics))\n"
        )
        try exit.end(!faults.isEmpty)
    }
}
