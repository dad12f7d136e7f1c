import DocumentReading
import LegalText

/// The paragraphs of a document, ready to be read as folded lines.
struct BlockText: Sendable {
    /// The source's UTF-8.
    let bytes: [UInt8]

    /// The paragraphs in reading order, in UTF-8 bytes of the source, none overlapping another.
    let spans: [TextSpan]

    /// The paragraphs that are rows of a table.
    let rows: Set<Int>

    /// Takes the paragraphs of `document`; what doesn't lie in the source, or overlaps, is left out.
    init(_ document: ReadDocument) {
        bytes = Array(document.source.string.utf8)
        var spans: [TextSpan] = []
        var rows: Set<Int> = []
        spans.reserveCapacity(document.blocks.count)
        var end = 0
        for block in document.blocks where block.span.start >= end && block.span.end <= bytes.count {
            guard !block.span.isEmpty else { continue }
            if block.role == .tableRow { rows.insert(spans.count) }
            spans.append(block.span)
            end = block.span.end
        }
        self.rows = rows
        self.spans = PastedNumbers(bytes, spans).spans
    }

    /// The number of paragraphs.
    var count: Int { spans.count }

    /// The whole paragraph at `index`.
    func line(_ index: Int) -> Line {
        Line(bytes, at: spans[index])
    }

    /// The first `limit` scalars of the paragraph at `index`.
    func head(_ index: Int, limit: Int = 300) -> Line {
        Line(bytes, at: spans[index], limit: limit)
    }

    /// About the last `limit` bytes of the paragraph at `index`.
    func tail(_ index: Int, limit: Int = 240) -> Line {
        let span = spans[index]
        var start = max(span.start, span.end - limit)
        while start < span.end, start > span.start, bytes[start] & 0xC0 == 0x80 { start += 1 }
        return Line(bytes, at: TextSpan(start: start, end: span.end))
    }

    /// The words at `span`, as they are printed.
    func printed(_ span: TextSpan) -> String {
        String(decoding: bytes[span.range], as: UTF8.self)
    }

    /// The span from the start of the first paragraph of `range` to the end of its last one.
    func span(_ range: Range<Int>) -> TextSpan {
        guard !range.isEmpty else {
            let place = range.lowerBound < count ? spans[range.lowerBound].start : bytes.count
            return TextSpan(start: place, end: place)
        }
        return TextSpan(start: spans[range.lowerBound].start, end: spans[range.upperBound - 1].end)
    }
}
