import DocumentReading
import Foundation
import Glibc
import LegalText
import NoticeCorpus
import NoticeModel
import NoticeParsing
import Reporting

/// A notice that the user named: a file, standard input, or a text of the corpus.
struct NoticeSource {
    /// The notice.
    let notice: Notice

    /// What the corpus says about its text, where it comes from there.
    let provenance: NoticeProvenance?

    /// The stretches of the text whose words are only reconstructed, in UTF-8 bytes; empty for a file.
    let uncertainSpans: [TextSpan]

    /// How far its text can be relied on, where the corpus says so.
    var status: String? { provenance?.status.rawValue }

    private let name: String
    private let lines: LineIndex

    /// Reads the notice called `name`; a file of that name wins over the corpus.
    init(named name: String, encoding: TextEncoding?, data: DataOptions) throws(CommandFailure) {
        self.name = name == "-" ? "standard input" : name
        let isFile = try Self.isFile(name)
        if name == "-" || isFile {
            let document: ReadDocument
            do {
                document = try DocumentReader().read(Self.bytes(of: name), declaredEncoding: encoding)
            } catch let error as CommandFailure {
                throw error
            } catch {
                throw CommandFailure(located: "\(self.name): error: \(error)")
            }
            notice = NoticeParser().parse(document)
            provenance = nil
            uncertainSpans = []
        } else {
            let found = try Self.corpusText(named: name, data: data)
            notice = found.notice
            provenance = NoticeProvenance(found)
            uncertainSpans = found.uncertainSpans
        }
        lines = LineIndex(notice.source)
    }

    /// A diagnostic with its place in the text that was read.
    func message(of diagnostic: Diagnostic) -> String {
        guard diagnostic.location == nil, let span = diagnostic.span else {
            return diagnostic.location == nil ? "\(name): \(diagnostic)" : "\(diagnostic)"
        }
        return "\(name):\(lines.line(at: span.start)):\(lines.column(at: span.start)): \(diagnostic)"
    }

    /// Whether there is something at `path`, even where it can't be read.
    private static func isFile(_ path: String) throws(CommandFailure) -> Bool {
        var status = stat()
        if stat(path, &status) == 0 { return true }
        guard errno == EACCES else { return false }
        throw CommandFailure(located: "\(path): error: can't be read: \(SystemReason.text(of: EACCES))")
    }

    private static func corpusText(named name: String, data: DataOptions) throws(CommandFailure) -> CorpusText {
        let corpus: NoticeCorpus
        do {
            corpus = try data.folder().corpus()
        } catch {
            // Without a slash or a dot it may be either, so both reasons are worth telling.
            throw CommandFailure(
                located: "\(name): error: there is no such file, and no corpus to ask:\n\(error.message)"
            )
        }
        let text: CorpusText?
        do {
            text = try corpus.text(named: name)
        } catch {
            throw CommandFailure(located: error.description)
        }
        guard let text else {
            let names = corpus.entries.map(\.id).joined(separator: ", ")
            throw CommandFailure(
                located: "\(name): error: there is no such file, and no such notice in the corpus, which has \(names)"
            )
        }
        return text
    }

    private static func bytes(of path: String) throws(CommandFailure) -> [UInt8] {
        do {
            let data =
                path == "-"
                ? try FileHandle.standardInput.readToEnd() ?? Data()
                : try Data(contentsOf: URL(filePath: path))
            return [UInt8](data)
        } catch {
            throw CommandFailure(located: "\(path): error: can't be read: \(SystemReason.text(of: error))")
        }
    }
}
