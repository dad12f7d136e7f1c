import ArgumentParser
import LegalText
import Reporting
import RuleEngine

/// Shows one rule with its clause, its condition, its words and its cases.
struct RulesShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one rule: clause, condition, words, doubts, cases.",
        discussion: """
            The rule's id may leave out the pack.

            Example:
              hegui rules show mining
            """
    )

    @Argument(help: "The rule's id.")
    var rule: String

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let (pack, lexicon) = try folder.contents(of: screening.packID(in: folder))
        guard let found = pack.rules.first(where: { $0.id == rule || $0.id == "\(pack.id)/\(rule)" }),
            let basis = try folder.pack(screening.packID(in: folder)).basis(of: found.id)
        else {
            let names =
                pack.rules.map(\.id) + pack.rules.compactMap { $0.id.split(separator: "/").last.map(String.init) }
            let near = NearestName(names).suggestion(for: rule).map { "; \($0)" } ?? ""
            throw CommandFailure("the pack \(pack.id) has no rule '\(rule)'\(near)")
        }
        let writer = RuleText(pack, lexicon: lexicon, language: screening.lang)
        try ResultOutput.standard.write(writer.text(of: found, basis: basis))
    }
}
