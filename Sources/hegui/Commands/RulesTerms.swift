import ArgumentParser
import RuleEngine

/// Prints the words that a pack looks for, for use with other tools.
struct RulesTerms: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "terms",
        abstract: "Print the words of which one must stand in a record for a rule to fire, one a line.",
        discussion: """
            Example:
              hegui rules terms > terms.txt && grep -F -i -c -f terms.txt companies.csv
            """
    )

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let terms = try folder.pack(screening.packID(in: folder)).anchorTerms
        try ResultOutput.standard.write(terms.joined(separator: "\n") + "\n")
    }
}
