import ArgumentParser
import LegalText
import NoticeCorpus
import Reporting
import RuleEngine

/// Shows what the corpus knows about one notice.
struct CorpusShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Show one notice: its days, what it repeals, its texts, and how far each can be relied on.",
        discussion: """
            Example:
              hegui corpus show yinfa-2026-42 --lang en
            """
    )

    @Argument(help: "The name of a notice in the corpus.")
    var notice: String

    @Option(help: "How to print the notice: text or json.")
    var format = CorpusFormat.text

    @Option(help: "The language of text: zh or en.")
    var lang = LocalizedText.Language.zh

    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let corpus = try folder.corpus()
        let id = String(notice.prefix { $0 != "/" })
        guard let entry = corpus.entry(id) else {
            let names = corpus.entries.map(\.id)
            let near = NearestName(names).suggestion(for: id).map { "; \($0)" } ?? ""
            throw CommandFailure(
                "there is no notice '\(notice)' in the corpus, which has \(names.joined(separator: ", "))\(near)"
            )
        }
        let hasRules = try folder.ruleFolder().packIDs.contains(id)
        let report = CorpusEntryReport(entry, in: corpus, hasRules: hasRules)
        switch format {
        case .text: try ResultOutput.standard.write(report.text(in: lang))
        case .json: try ResultOutput.standard.write(report.document.indented + "\n")
        }
    }
}

/// The formats in which the corpus is shown.
enum CorpusFormat: String, CaseIterable, ExpressibleByArgument {
    case text, json
}
