import ArgumentParser
import NoticeCorpus
import Reporting

/// Checks the texts of a notice against one another, and against what the corpus says about them.
struct CorpusVerify: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that the texts of a notice say the same, and what the metadata says.",
        discussion: """
            The Chinese and the English text are laid side by side, article by article. Reported are parts that one of \
            them lacks, terms without a rendering (after corpus/glossary.yaml), and numbers, dates, citations and \
            prohibitions that differ. That a term is missing doesn't mean that the translation is wrong: the glossary \
            can't know every rendering.

            Exits with 0 when nothing was found, 1 when something was, 2 when a text can't be read.

            Example:
              hegui corpus verify yinfa-2026-42
            """
    )

    @Argument(help: "The name of a notice in the corpus; every notice without it.")
    var notice: String?

    @Option(help: "How to print what was found: text or json.")
    var format = VerificationFormat.text

    @OptionGroup var data: DataOptions
    @OptionGroup var exit: ExitOptions

    func run() throws {
        let folder = try data.folder()
        let corpus = try folder.corpus()
        if let notice, corpus.entry(notice) == nil {
            let names = corpus.entries.map(\.id).joined(separator: ", ")
            throw CommandFailure("there is no notice '\(notice)' in the corpus, which has \(names)")
        }
        let verifications: [CorpusVerifier.Verification]
        do throws(CorpusError) {
            let verifier = CorpusVerifier(corpus, glossary: try Glossary.load(from: folder.corpusFolder))
            var found: [CorpusVerifier.Verification] = []
            for entry in corpus.entries where notice == nil || entry.id == notice {
                found.append(try verifier.verify(entry))
            }
            verifications = found
        } catch {
            throw CommandFailure(located: error.description)
        }
        let reports = verifications.map(VerificationReport.init)
        switch format {
        case .text:
            let marker = SpanMarker(usesColor: Terminal.showsColor)
            try ResultOutput.standard.write(reports.map { $0.text(marker: marker) }.joined(separator: "\n"))
        case .json:
            try ResultOutput.standard.write(VerificationReport.document(of: reports).indented + "\n")
        }
        try exit.end(verifications.contains { !$0.findings.isEmpty })
    }

    /// The formats of what was found.
    enum VerificationFormat: String, CaseIterable, ExpressibleByArgument {
        case text, json
    }
}
