import ArgumentParser
import LegalText
import NoticeComparison
import Reporting

extension Hegui {
    /// Compares two notices.
    struct Diff: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show what changed from one notice or law to another, and what that means.",
            discussion: """
                Articles and paragraphs are aligned by what they say, through renumbering, moves, splits and merges. \
                Every change says whether it is stricter, looser, mixed, neutral or editorial, and why. Punctuation, \
                width, numerals, traditional characters and the new names of old bodies are no changes of substance \
                and are told apart as editorial.

                Exits with 0 where the texts say the same, with 1 where they don't, and with 2 when it could not run.

                Example:
                  hegui diff yinfa-2021-237 yinfa-2026-42
                  hegui diff old-law.html new-law.html --format html > changes.html
                """
        )

        @Argument(help: "The old notice: a saved web page, a text, '-' for standard input, or a name in the corpus.")
        var old: String

        @Argument(help: "The new notice.")
        var new: String

        @Option(help: "How to print the changes: text, json, markdown or html.")
        var format = DiffFormat.text

        @Flag(help: "Print provisions that did not change too.")
        var all = false

        @Option(help: "The language of the report: zh or en.")
        var lang = LocalizedText.Language.zh

        @Option(help: "The encoding of the files, if it can't be told, such as GB18030.")
        var encoding: TextEncoding?

        @Option(help: ArgumentHelp("Write the report to this file.", valueName: "file"))
        var output: String?

        @OptionGroup var data: DataOptions
        @OptionGroup var exit: ExitOptions

        func validate() throws {
            if old == "-", new == "-" { throw ValidationError("Standard input ('-') can be read only once.") }
        }

        func run() throws {
            try WrittenFiles.check([("--output", output)], against: [old, new])
            let compared = try ComparedNotices(old, new, encoding: encoding, data: data)
            let sink = try output.map { path throws(CommandFailure) in try ResultOutput(path: path) } ?? .standard
            try sink.write(report(compared))
            try sink.finish()
            try exit.end(!compared.comparison.changes.isEmpty || !compared.comparison.header.isEmpty)
        }

        /// What rules there are for the new notice; `nil` too where they can't be read, which is said: the texts differ all the same.
        private func enforcement(of compared: ComparedNotices) -> NoticeEnforcement? {
            do {
                return try compared.enforcement(data)
            } catch {
                StandardError.print(error.message)
                StandardError.print(
                    "warning[diff/no-rules]: the rules can't be read, so nothing is said of whether they cover the changes"
                )
                return nil
            }
        }

        private func report(_ compared: ComparedNotices) -> String {
            let (comparison, old, new) = (compared.comparison, compared.old, compared.new)
            let enforcement = enforcement(of: compared)
            switch format {
            case .text:
                var writer = ComparisonText(
                    comparison,
                    old: old,
                    new: new,
                    language: lang,
                    usesColor: output == nil && Terminal.showsColor,
                    showsUnchanged: all
                )
                writer.enforcement = enforcement
                return writer.text
            case .json:
                var writer = ComparisonJSON(comparison, old: old, new: new, showsUnchanged: all)
                writer.enforcement = enforcement
                return writer.document.indented + "\n"
            case .markdown:
                var writer = ComparisonMarkdown(comparison, old: old, new: new, language: lang)
                writer.enforcement = enforcement
                return writer.text
            case .html:
                var writer = ComparisonPage(comparison, old: old, new: new, language: lang)
                writer.enforcement = enforcement
                return writer.text
            }
        }
    }

    /// The formats of a comparison.
    enum DiffFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json, markdown, html
    }
}
