import DocumentReading
import LegalText
import NoticeModel
import NoticeParsing

/// Made-up notices, read from text or as if from a page.
enum SampleNotice {
    /// Reads `text`, one paragraph for each line that isn't blank.
    static func parse(_ text: String, as format: ReadDocument.Format = .plainText) -> Notice {
        NoticeParser().parse(document(text, as: format))
    }

    /// The document with one paragraph for each line that isn't blank.
    static func document(_ text: String, as format: ReadDocument.Format = .plainText) -> ReadDocument {
        let source = SourceText(text)
        var blocks: [TextBlock] = []
        var start = 0
        let bytes = Array(source.string.utf8)
        for end in bytes.indices where bytes[end] == 0x0A {
            add(start..<end)
            start = end + 1
        }
        add(start..<bytes.count)

        func add(_ range: Range<Int>) {
            let line = String(decoding: bytes[range], as: UTF8.self).unicodeScalars
            let lead = line.prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
            guard lead < range.count else { return }
            let trail = line.reversed().prefix { $0.properties.isWhitespace }.reduce(0) { $0 + UTF8.width($1) }
            let span = TextSpan(start: range.lowerBound + lead, end: range.upperBound - trail)
            blocks.append(TextBlock(span: span))
        }
        return ReadDocument(source: source, blocks: blocks, format: format)
    }

    /// A notice of an office that doesn't exist about a thing that needs no rules, with `body` as its provisions.
    static func framed(_ body: String) -> String {
        """
        甲省示例委员会关于加强纸风车管理的通知
        甲示发〔2031〕7号
        各市人民政府：
        为规范纸风车活动，依据《纸风车条例》等规定，现就有关事项通知如下：
        \(body)
        本通知自印发之日起施行。《关于纸风车的旧通知》（甲示发〔2020〕3号）同时废止。
        甲省示例委员会
        2031年3月4日
        """
    }
}

extension Notice {
    /// The addresses of the articles and sections, and of what lies below, in one line.
    var tree: String {
        articles.map { article in
            let points = article.paragraphs.flatMap { $0.points }
            return article.id.rawValue + (points.isEmpty ? "" : "(\(points.count))")
        }.joined(separator: " ")
    }

    /// The ids of the diagnostics.
    var oddities: [String] { diagnostics.map(\.id) }
}
