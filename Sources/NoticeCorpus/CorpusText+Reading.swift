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
        self.init(
            entry: entry,
            language: language,
            path: path,
            bytes: bytes,
            notice: NoticeParser().parse(ReadDocument(lines: bytes)),
            description: description
        )
    }
}

extension ReadDocument {
    /// Reads UTF-8 text, one paragraph per line.
    fileprivate init(lines bytes: [UInt8]) {
        let source = SourceText(decoding: bytes)
        var blocks: [TextBlock] = []
        var offset = 0
        for line in source.string.split(separator: "\n", omittingEmptySubsequences: false) {
            let blank = line.unicodeScalars.prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
            let tail = line.unicodeScalars.reversed().prefix { $0.properties.isWhitespace }
                .reduce(0) { $0 + UTF8.width($1) }
            if blank < line.utf8.count {
                blocks.append(
                    TextBlock(span: TextSpan(start: offset + blank, end: offset + line.utf8.count - tail))
                )
            }
            offset += line.utf8.count + 1
        }
        self.init(source: source, blocks: blocks, format: .plainText)
    }
}
