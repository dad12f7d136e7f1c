import DocumentReading
import Foundation
import LegalText
import NoticeModel
import NoticeParsing

extension CorpusText {
    /// Reads and parses one text of a notice.
    init(
        entry: CorpusEntry,
        language: LocalizedText.Language,
        description: CorpusEntry.TextDescription,
        file: URL
    ) throws(CorpusError) {
        let path = file.path(percentEncoded: false)
        guard let data = FileManager.default.contents(atPath: path) else { throw CorpusError([.unreadable(path)]) }
        let bytes = [UInt8](data)
        let document: ReadDocument
        do {
            document = try DocumentReader().read(bytes)
        } catch {
            let reason = "The text can't be read: \(error)"
            throw CorpusError([Diagnostic("corpus/not-a-text", .error, in: SourceLocation(path: path), reason)])
        }
        self.init(
            entry: entry,
            language: language,
            path: path,
            bytes: bytes,
            notice: NoticeParser().parse(document),
            description: description
        )
    }
}
