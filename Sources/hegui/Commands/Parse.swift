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
                  hegui parse yinfa-2026-42 --norms
                  hegui parse yinfa-2021-237/en --format akn
                """
        )

        @Argument(help: "A saved web page, a text, '-' for standard input, or a name in the corpus.")
        var file: String

        @Option(help: "How to print the notice: outline, text, markdown, json or akn (Akoma Ntoso 3.0).")
        var format = NoticeFormat.outline

        @Flag(help: "List each norm in the outline, with its kind, its bearers and what it rests on.")
        var norms = false

        @Option(help: "The encoding of the file, if it can't be told, such as GB18030.")
        var encoding: TextEncoding?

        @Option(help: "The language of the outline: zh or en.")
        var lang = LocalizedText.Language.zh

        @OptionGroup var data: DataOptions

        func validate() throws {
            if norms, format != .outline { throw ValidationError("--norms goes with --format outline") }
        }

        func run() throws {
            let source = try NoticeSource(named: file, encoding: encoding, data: data)
            for diagnostic in source.notice.diagnostics where diagnostic.severity > .note || !format.isForPrograms {
                StandardError.print(source.message(of: diagnostic))
            }
            try ResultOutput.standard.write(try text(of: source))
        }

        private func text(of source: NoticeSource) throws -> String {
            switch format {
            case .outline:
                NoticeOutline(
                    source.notice,
                    listsNorms: norms,
                    language: lang,
                    usesColor: Terminal.showsColor
                ).text
            case .markdown: NoticeMarkdown(source.notice, status: source.status).text
            case .akn: try AkomaNtoso(source.notice, provenance: source.provenance).text()
            case .text: NoticeText(source.notice).text
            case .json: NoticeJSON(source.notice, provenance: source.provenance).document.indented + "\n"
            }
        }
    }

    /// The formats of a notice.
    enum NoticeFormat: String, CaseIterable, ExpressibleByArgument {
        case outline, text, markdown, json, akn

        /// Whether programs read it, which want no notes beside it.
        var isForPrograms: Bool { self == .json || self == .akn }
    }
}
