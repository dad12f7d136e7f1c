import ArgumentParser
import LegalText
import RuleEngine

/// Runs the cases that stand beside the rules.
struct RulesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the cases that stand beside the rules.",
        discussion: """
            Exits with 0 when all pass, and with 1 when one fails or there is none.

            Example:
              hegui rules test
            """
    )

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let report = try data.folder().ruleFolder().test()
        DiagnosticList.print(report.failures)
        try ResultOutput.standard.write("\(report.passed) passed, \(report.failures.count) failed\n")
        // A folder without cases has shown nothing.
        if report.passed == 0, report.failures.isEmpty {
            StandardError.print("error[rules/no-cases]: there is no case")
        }
        try exit.end(!report.failures.isEmpty || report.passed == 0)
    }
}
