import ArgumentParser
import RuleEngine

/// Begins a rule.
struct RulesNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Begin a rule: its folder with rule.yaml and cases.yaml to complete.",
        discussion: """
            With --norm, quote, verdict, words and territory are taken from a norm of the pack's notice. Nothing is \
            written over.

            Example:
              hegui rules new yinfa-2026-42/display-of-prices --norm art_7__norm_1
            """
    )

    @Argument(help: ArgumentHelp("The pack and the rule's name.", valueName: "pack/rule"))
    var rule: String

    @Option(help: ArgumentHelp("The norm to enforce, such as art_7__norm_1.", valueName: "norm"))
    var norm: String?

    @OptionGroup var data: DataOptions

    func validate() throws {
        let parts = rule.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        if parts.count != 2 || !parts.allSatisfy(RuleName.isValid) {
            throw ValidationError(
                "'\(rule)' names no rule; expected pack and name of small letters, digits and hyphens, such as yinfa-2026-42/mining"
            )
        }
    }

    func run() throws {
        let folder = try data.folder()
        let writer = DraftOutput(folder.url)
        guard !writer.holds("rules/\(rule)") else {
            throw CommandFailure("'\(writer.shown("rules/\(rule)"))' is there already; nothing was written")
        }
        let files = try folder.newRule(rule, norm: norm)
        try writer.write(files.map(\.inDataFolder))
        let paths = files.map { "  \(writer.shown("rules/\($0.path)"))" }.joined(separator: "\n")
        let isLoadable = norm != nil
        let pack = rule.prefix { $0 != "/" }
        let place = data.shown(nil)
        try ResultOutput.standard.write(
            """
            written:
            \(paths)
            next:
              1. rule.yaml: write what 'draft' lists, and take out each name when it is done\
            \(isLoadable ? "" : "; until the quote and 'when' are written, the pack doesn't load")
              2. cases.yaml: write at least two cases that fire, two that don't and a near miss
              3. hegui rules lint\(place); hegui rules test \(pack)\(place); hegui rules coverage \(pack)\(place)

            """
        )
    }
}
