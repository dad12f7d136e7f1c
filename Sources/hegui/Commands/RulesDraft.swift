import ArgumentParser
import Foundation
import RuleEngine

/// Drafts a pack of rules from a notice.
struct RulesDraft: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "draft",
        abstract: "Draft rules from a notice, for a person to complete.",
        discussion: """
            A rule is drafted for each norm that forbids something or demands a consent, with its quote, the words that it \
            bans by name, its verdict, authority and territory as far as the notice says them. Other norms that hang on a \
            condition come into 'waivers.yaml'. What a person must write or confirm is marked as a draft: 'rules lint' lists \
            it, and 'rules test' fails until it is done.

            The draft is written into the data folder, or into --output, which becomes a data folder of its own with a \
            copy of the lexicon. Nothing is written over. The same notice gives the same draft.

            Example:
              hegui rules draft notice.html --id csrc-2026-1 --output draft
              hegui rules lint --data draft
            """
    )

    @Argument(help: "A saved web page, a text, or a notice of the corpus such as yinfa-2026-42.")
    var notice: String

    @Option(help: ArgumentHelp("What a notice from a file is to be called, such as csrc-2026-1.", valueName: "id"))
    var id: String?

    @Option(help: ArgumentHelp("Write into this data folder, which may be new.", valueName: "folder"))
    var output: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        let source = try DraftedNotice(named: notice, id: id, data: data)
        let folder = try data.folder()
        let files = try folder.draft(source.draft)
        let target = output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? folder.url
        let writer = DraftOutput(target)
        let pack = source.draft.id
        guard !writer.holds("rules/\(pack)") else {
            throw CommandFailure(
                "'\(writer.shown("rules/\(pack)"))' is there already; give another folder with --output, or remove it first"
            )
        }
        if output != nil {
            try writer.copy("rules/lexicon", from: folder.url)
            // A notice may repeal others, which must be there too.
            try writer.copy("corpus/notices", from: folder.url)
        }
        try writer.write(source.files + files.map(\.inDataFolder))
        let rules = files.count { $0.path.hasSuffix("/rule.yaml") }
        let concepts = files.filter { $0.path.hasPrefix("lexicon/") }.map { "  \(writer.shown("rules/\($0.path)"))\n" }
        let hasWaivers = files.contains { $0.path.hasSuffix("/waivers.yaml") }
        let place = data.shown(output)
        try ResultOutput.standard.write(
            """
            \(writer.shown("rules/\(pack)")): \(rules) rules drafted, with their words in
            \(concepts.joined())\
            next: complete what 'draft' lists in each rule.yaml, the words, the cases with 'draft: true'\
            \(hasWaivers ? ", waivers.yaml" : ""), and add sentinels.yaml; then
              hegui rules lint\(place)
              hegui rules test \(pack)\(place)
              hegui rules coverage \(pack)\(place)

            """
        )
    }
}
