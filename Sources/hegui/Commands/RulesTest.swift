import ArgumentParser
import LegalText
import RuleEngine

/// Runs the cases that stand beside the rules, or takes the rules apart to see whether the cases notice.
struct RulesTest: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test",
        abstract: "Run the cases that stand beside the rules.",
        discussion: """
            Each case is tried as it stands and in other dress: in the other case, full-width letters, compatibility \
            forms, traditional characters, with invisible characters, marks or look-alike letters in it.

            With --mutations, every condition of a rule and every group of terms and allow-phrase of the lexicon is \
            taken out, one at a time; each that no case misses is listed.

            Exits with 0 when all is well, and with 1 when a case fails, a part isn't missed, or there is no case.

            Example:
              hegui rules test yinfa-2026-42/mining
              hegui rules test --mutations
            """
    )

    @Argument(help: ArgumentHelp("A pack or a rule; all of them by default.", valueName: "pack/rule"))
    var subject: String?

    @Flag(help: "Take out one part after the other, and list those that no case misses.")
    var mutations = false

    @Flag(help: "With --mutations: take out single terms, boundaries and cues too.")
    var eachTerm = false

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func validate() throws {
        if eachTerm, !mutations { throw ValidationError("--each-term goes with --mutations") }
    }

    func run() throws {
        try mutations ? mutate() : test()
    }

    private func test() throws {
        let report = try data.folder().ruleFolder().test(subject)
        DiagnosticList.print(report.failures)
        try ResultOutput.standard.write(
            "\(report.passed) passed, \(report.failed) failed (\(report.runs) runs in all dressings)\n"
        )
        try exit.end(!report.failures.isEmpty)
    }

    private func mutate() throws {
        let report = try data.folder().mutations(of: subject, isThorough: eachTerm)
        DiagnosticList.print(report.failures + report.survivors)
        let noticed = report.tried - report.survivors.count
        try ResultOutput.standard.write(
            "\(report.tried) parts taken out, \(noticed) missed by a case, \(report.survivors.count) by none\n"
        )
        try exit.end(!report.failures.isEmpty || !report.survivors.isEmpty)
    }
}
