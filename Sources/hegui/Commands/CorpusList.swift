import ArgumentParser
import LegalText
import NoticeCorpus
import Reporting
import RuleEngine

/// Lists the notices of the corpus with their texts and how far these can be relied on.
struct CorpusList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the notices, their texts and the status of each text.",
        discussion: """
            Example:
              hegui corpus list --lang en
              hegui corpus list --graph
              hegui corpus list --format json
            """
    )

    @Flag(help: "Show which notice repeals which, from the oldest on, with the days from which each counts.")
    var graph = false

    @Option(help: "How to print the list: text or json, which holds the graph too.")
    var format = CorpusFormat.text

    @Option(help: "The language of text: zh or en.")
    var lang = LocalizedText.Language.zh

    @OptionGroup var data: DataOptions

    func run() throws {
        let folder = try data.folder()
        let corpus = try folder.corpus()
        if graph || format == .json {
            let drawing = CorpusGraph(corpus, packs: Set(try folder.ruleFolder().packIDs), language: lang)
            try ResultOutput.standard.write(format == .json ? drawing.document.indented + "\n" : drawing.text)
            return
        }
        var lines: [String] = []
        for entry in corpus.entries {
            let number = entry.documentNumber.map { "\($0) " } ?? ""
            lines.append("\(entry.id)  \(number)\(entry.title[lang])")
            let dates = [
                entry.published.map { LocalizedText(zh: "\($0) 公布", en: "published \($0)") },
                corpus.repealing(entry.id).first.map { LocalizedText(zh: "被 \($0.id) 废止", en: "repealed by \($0.id)") },
            ]
            let facts = dates.compactMap { $0?[lang] }
            if !facts.isEmpty { lines.append("  " + facts.joined(separator: lang == .zh ? "，" : ", ")) }
            for language in LocalizedText.Language.allCases {
                guard let text = entry.texts[language] else { continue }
                lines.append("  \(entry.id)/\(language.rawValue)  \(Wording.status(text.status.rawValue)[lang])")
            }
        }
        try ResultOutput.standard.write(lines.map { $0 + "\n" }.joined())
    }
}
