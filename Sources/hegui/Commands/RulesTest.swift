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

            Exits with 0 when all is well, with 1 when a case fails, a part isn't missed, or there is no case, and with 2 \
            when there is no such pack or rule.

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
        let folder = try data.folder().ruleFolder()
        let report = folder.test(subject)
        if let subject, report.runs == 0 { try checkName(subject, in: folder) }
        DiagnosticList.print(report.failures)
        try ResultOutput.standard.write(
            "\(report.passed) passed, \(report.failed) failed (\(report.runs) runs in all dressings)\n"
        )
        try exit.end(!report.failures.isEmpty)
    }

    /// Sees to it that there is a pack or a rule called `name`, where no case of it was found.
    private func checkName(_ name: String, in folder: RuleFolder) throws(CommandFailure) {
        let packs = folder.packIDs
        let rules = packs.flatMap { pack in (try? folder.contents(of: pack))?.pack.rules.map(\.id) ?? [] }
        guard !packs.contains(name), !rules.contains(name) else { return }
        let last = name.split(separator: "/").last.map(String.init) ?? name
        let near = NearestName(rules: rules).nearest(to: last)
        let meant = rules.filter { rule in near.map { rule.hasSuffix("/\($0)") } ?? false }.map { "'\($0)'" }
        let help =
            meant.isEmpty
            ? "packs are \(packs.joined(separator: ", "))" : "did you mean \(meant.joined(separator: " or "))?"
        throw CommandFailure("there is no pack or rule '\(name)'; \(help)")
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
