import ArgumentParser
import RuleEngine

/// Compiles the packs once, for those who install the program.
struct RulesCompile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compile",
        abstract: "Compile the packs and store them beside the rules, so that every start is quick.",
        discussion: """
            A stored pack is used by the very program that made it, as long as no file that it was made of changes; so \
            run this after installing both. Without it, each user's first start stores the packs in the user's cache \
            folder ($XDG_CACHE_HOME/hegui or ~/.cache/hegui). HEGUI_CACHE=off does without either.

            Example:
              hegui rules compile
            """
    )

    @Option(help: ArgumentHelp("The pack, named after its notice; all packs if left out.", valueName: "id"))
    var pack: String?

    @Option(help: ArgumentHelp("Where to store packs instead of 'compiled' in the data folder.", valueName: "folder"))
    var output: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let packs = try pack.map { [$0] } ?? folder.ruleFolder().packIDs
        for id in packs {
            let stored = try folder.compile(id, into: output ?? folder.compiledFolder)
            try ResultOutput.standard.write("\(stored.path): \(stored.size) bytes\n")
        }
    }
}
