import ArgumentParser
import LegalText
import Reporting
import RuleEngine

/// Lists the rules of a pack.
struct RulesList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the rules of a pack, with provision, verdict and title.",
        discussion: """
            Example:
              hegui rules list --lang en
            """
    )

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let (pack, lexicon) = try folder.contents(of: screening.packID(in: folder))
        try ResultOutput.standard.write(RuleText(pack, lexicon: lexicon, language: screening.lang).list())
    }
}
