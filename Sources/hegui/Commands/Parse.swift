import ArgumentParser
import LegalText
import NoticeModel
import Reporting

extension Hegui {
    /// Reads a notice and prints its structure.
    struct Parse: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Read a notice into its sections, articles and norms.",
            discussion: """
                What was odd about the text goes to standard error and doesn't change the exit status: 0 when the \
                notice was read, 2 when it could not be.

                Example:
                  hegui parse saved-page.html --format json
                  hegui parse yinfa-2021-237/en
                """
        )

        @Argument(help: "A saved web page, a text, '-' for standard input, or a name in the corpus.")
        var file: String

        @Option(help: "How to print the notice: outline, text or json.")
        var format = NoticeFormat.outline

        @Option(help: "The encoding of the file, if it can't be told, such as GB18030.")
        var encoding: TextEncoding?

        @OptionGroup var data: DataOptions

        func run() throws {
            let source = try NoticeSource(named: file, encoding: encoding, data: data)
            for diagnostic in source.notice.diagnostics where diagnostic.severity > .note || format != .json {
                StandardError.print(source.message(of: diagnostic))
            }
            try ResultOutput.standard.write(text(of: source))
        }

        private func text(of source: NoticeSource) -> String {
            switch format {
            case .outline: NoticeOutline(source.notice).text
            case .text: NoticeText(source.notice).text
            case .json: NoticeJSON(source.notice, status: source.status).document.indented + "\n"
            }
        }
    }

    /// The formats of a notice.
    enum NoticeFormat: String, CaseIterable, ExpressibleByArgument {
        case outline, text, json
    }
}
