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
            The rule's id may leave out the pack, and otherwise says which pack is meant.

            Example:
              hegui rules show mining
              hegui rules show yinfa-2021-237/registration-terms
            """
    )

    @Argument(help: "The rule's id.")
    var rule: String

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let id = try packID(in: folder)
        let (pack, lexicon) = try folder.contents(of: id)
        guard let found = pack.rules.first(where: { $0.id == rule || $0.id == "\(pack.id)/\(rule)" }),
            let basis = try folder.pack(id).basis(of: found.id)
        else {
            let near = NearestName(rules: pack.rules.map(\.id)).suggestion(for: rule).map { "; \($0)" } ?? ""
            throw CommandFailure("the pack \(pack.id) has no rule '\(rule)'\(near)")
        }
        let writer = RuleText(pack, lexicon: lexicon, language: screening.lang)
        try ResultOutput.standard.write(writer.text(of: found, basis: basis))
    }

    /// The pack that the rule's id begins with, where nothing else says which one is meant.
    private func packID(in folder: DataFolder) throws -> String {
        let parts = rule.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2, screening.pack == nil, screening.asOf == nil else {
            return try screening.packID(in: folder)
        }
        return parts[0]
    }
}
