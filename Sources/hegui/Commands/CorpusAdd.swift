public import ArgumentParser
import Foundation
import LegalText
public import NoticeCorpus
import NoticeModel

/// Takes a notice into the corpus.
struct CorpusAdd: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Take a notice into the corpus, from a text or a saved page.",
        discussion: """
            A folder is made for the notice, with the text as it is and a 'meta.yaml'. Title, number, dates and what the \
            notice repeals are read off the text as far as it gives them; options go before. Nothing is written over.

            The folder is made in the data folder, or in --output, which becomes a data folder of its own with a copy of \
            the rules and notices.

            Example:
              hegui corpus add notice.html --id csrc-2026-1 --published 2026-02-06
              hegui corpus add notice.txt --id pboc-2027-9 --repeals yinfa-2026-42 --output my-data
            """
    )

    @Argument(help: "A saved web page or a text.")
    var file: String

    @Option(help: ArgumentHelp("What the notice is to be called, such as csrc-2026-1.", valueName: "id"))
    var id: String

    @Option(help: ArgumentHelp("The document number, such as 银发〔2026〕42号.", valueName: "number"))
    var number: String?

    @Option(help: ArgumentHelp("The title in Chinese.", valueName: "title"))
    var titleZh: String?

    @Option(help: ArgumentHelp("The title in English.", valueName: "title"))
    var titleEn: String?

    @Option(help: ArgumentHelp("The date on the document, such as 2026-02-06.", valueName: "date"))
    var dated: LegalDate?

    @Option(
        help: ArgumentHelp(
            "The day of publication, such as 2026-02-06; --as-of uses the notice from then on.",
            valueName: "date"
        )
    )
    var published: LegalDate?

    @Option(help: ArgumentHelp("The day from which the notice binds, such as 2026-03-01.", valueName: "date"))
    var effective: LegalDate?

    @Option(
        parsing: .singleValue,
        help: ArgumentHelp("A notice of the corpus that it repeals; may be given again.", valueName: "id")
    )
    var repeals: [String] = []

    @Option(
        help: ArgumentHelp(
            "How far the text can be relied on: official, transcription, unofficial-translation, unofficial-reconstruction.",
            valueName: "status"
        )
    )
    var status = TextStatus.transcription

    @Option(help: ArgumentHelp("Where the text comes from, in a sentence.", valueName: "text"))
    var source: String?

    @Option(help: ArgumentHelp("The official address of the notice.", valueName: "address"))
    var address: String?

    @Option(help: ArgumentHelp("Write into this data folder, which may be new.", valueName: "folder"))
    var output: String?

    @OptionGroup var data: DataOptions

    func run() throws {
        guard FileManager.default.fileExists(atPath: file) else {
            throw CommandFailure(located: "\(file): error: there is no such file; expected a saved page or a text")
        }
        let folder = try data.folder()
        let corpus = try folder.corpus()
        let target = output.map { URL(filePath: $0, directoryHint: .isDirectory) } ?? folder.url
        let writer = DraftOutput(target)
        guard RuleName.isValid(id), id != "lexicon" else {
            throw CommandFailure(
                "--id: '\(id)' can't be a notice's id; expected small letters, digits and hyphens, such as yinfa-2026-42"
            )
        }
        guard !writer.holds("corpus/notices/\(id)"), corpus.entry(id) == nil else {
            throw CommandFailure("--id: the corpus has a notice '\(id)' already; nothing was written")
        }
        for name in repeals where corpus.entry(name) == nil {
            let names = corpus.entries.map(\.id)
            let near = NearestName(names).suggestion(for: name) ?? "it has \(names.joined(separator: ", "))"
            throw CommandFailure("--repeals: the corpus has no notice '\(name)'; \(near)")
        }
        let notice = try NoticeSource(named: file, encoding: nil, data: data).notice
        guard !notice.text(at: notice.source.span).allSatisfy(\.isWhitespace) else {
            throw CommandFailure(located: "\(file): error: there is no text in it")
        }
        var metadata = metadata(of: notice, corpus)
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CommandFailure(located: "\(file): error: can't be read")
        }
        metadata.sha256 = FileDigest(of: bytes).sha256
        if output != nil {
            for name in ["rules", "corpus/notices", "corpus/glossary.yaml"] { try writer.copy(name, from: folder.url) }
        }
        let text = source.map { metadata.text(source: $0) } ?? metadata.text
        try writer.write([
            ("corpus/notices/\(id)/meta.yaml", Data(text.utf8)), ("corpus/notices/\(id)/\(metadata.file)", bytes),
        ])
        try check(target)
        try report(metadata, notice, corpus, at: writer.shown("corpus/notices/\(id)"))
    }

    /// Sees to it that the corpus can still be read; where it can't, the notice is taken out again.
    private func check(_ target: URL) throws(CommandFailure) {
        do {
            _ = try NoticeCorpus.load(from: target.appending(path: "corpus", directoryHint: .isDirectory))
        } catch {
            try? FileManager.default.removeItem(at: target.appending(path: "corpus/notices/\(id)"))
            throw CommandFailure(located: error.description)
        }
    }

    private func metadata(of notice: Notice, _ corpus: NoticeCorpus) -> NoticeMetadata {
        let isPage = ["html", "htm", "xhtml", "mht"].contains(URL(filePath: file).pathExtension.lowercased())
        let isChinese = notice.header.language.isChinese
        let printed = notice.header.title?.text ?? notice.header.documentNumber?.text ?? id
        let toDo = LocalizedText(zh: "待补充", en: "to be completed")
        var metadata = NoticeMetadata(
            id,
            notice,
            title: LocalizedText(
                zh: titleZh ?? (isChinese ? printed : toDo.zh),
                en: titleEn ?? (isChinese ? toDo.en : printed)
            ),
            file: "\(isChinese ? "zh" : "en").\(isPage ? "html" : "txt")",
            from: URL(filePath: file).lastPathComponent
        )
        metadata.documentNumber = number ?? metadata.documentNumber
        metadata.date = dated ?? metadata.date
        metadata.published = published ?? metadata.published
        metadata.effective = effective
        metadata.address = address
        metadata.status = status
        metadata.repeals = repeals
        for repealed in notice.header.repeals {
            guard let entry = corpus.entries.first(where: { $0.documentNumber == repealed.text }) else { continue }
            if !metadata.repeals.contains(entry.id) { metadata.repeals.append(entry.id) }
        }
        return metadata
    }

    /// Says what was read, and what is to be done next.
    private func report(
        _ metadata: NoticeMetadata,
        _ notice: Notice,
        _ corpus: NoticeCorpus,
        at path: String
    ) throws {
        for repealed in notice.header.repeals
        where !corpus.entries.contains(where: { $0.documentNumber == repealed.text && metadata.repeals.contains($0.id) }
        ) {
            StandardError.print(
                "warning[corpus/unknown-repeal]: the text repeals \(repealed.text), which the corpus hasn't got by that number"
            )
        }
        if notice.articles.isEmpty {
            StandardError.print("\(file): warning[corpus/no-articles]: no article was found in the text")
        }
        if metadata.published == nil, metadata.date == nil {
            StandardError.print(
                "warning[corpus/no-date]: neither a date nor a day of publication is known, so --as-of never uses the notice"
            )
        }
        let place = data.shown(output)
        let norms = notice.articles.reduce(0) { $0 + $1.norms.count }
        var lines = [
            path,
            "  \(metadata.documentNumber ?? "no document number")  \(metadata.title[metadata.language])",
            "  \(notice.articles.count) articles, \(norms) norms; dated \(metadata.date.map { "\($0)" } ?? "unknown"), "
                + "published \(metadata.published.map { "\($0)" } ?? "unknown")",
        ]
        if !metadata.repeals.isEmpty { lines.append("  repeals \(metadata.repeals.joined(separator: ", "))") }
        lines += [
            "next: complete meta.yaml, then",
            "  hegui corpus verify \(id)\(place)",
            "  hegui corpus list --graph\(place)",
        ]
        if let old = metadata.repeals.first { lines.append("  hegui diff \(old) \(id)\(place)") }
        lines.append("  hegui rules draft \(id)\(place)")
        for old in metadata.repeals {
            lines.append(
                "  and write 'successor: \(id)' into rules/\(old)/pack.yaml, to keep its rules for earlier dates"
            )
        }
        try ResultOutput.standard.write(lines.joined(separator: "\n") + "\n")
    }
}

extension TextStatus: ExpressibleByArgument {}
