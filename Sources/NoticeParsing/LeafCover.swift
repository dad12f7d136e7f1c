import LegalText
import NoticeModel

/// Completes the leaves of a notice, so that every byte that isn't blank belongs to exactly one.
struct LeafCover {
    private let bytes: [UInt8]

    /// Covers the UTF-8 `bytes` of a source.
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// `leaves` in order, cut where they overlap, with a skipped leaf for each paragraph, or part of one, that they
    /// leave out; a skipped leaf never holds parts of two of the document's `blocks`.
    func covering(_ leaves: [Leaf], blocks: [TextSpan]) -> [Leaf] {
        var covered: [Leaf] = []
        var end = 0
        for leaf in leaves.sorted(by: { $0.span < $1.span }) {
            let start = max(leaf.span.start, end)
            guard start < leaf.span.end else { continue }
            covered.append(Leaf(leaf.kind, at: TextSpan(start: start, end: leaf.span.end), of: leaf.provision))
            end = leaf.span.end
        }
        var result: [Leaf] = []
        var cursor = 0
        var block = 0
        func fill(upTo limit: Int) {
            while cursor < limit {
                while block < blocks.count, blocks[block].end <= cursor { block += 1 }
                var stop = limit
                if block < blocks.count {
                    let next = blocks[block]
                    stop = min(limit, cursor < next.start ? next.start : next.end)
                }
                if let span = trimmed(cursor, stop) { result.append(Leaf(.skipped, at: span)) }
                cursor = stop
            }
        }
        for leaf in covered {
            fill(upTo: leaf.span.start)
            result.append(leaf)
            cursor = leaf.span.end
        }
        fill(upTo: bytes.count)
        return result
    }

    /// The bytes from `start` to `end` without the blanks around them, or `nil` where there are only blanks.
    private func trimmed(_ start: Int, _ end: Int) -> TextSpan? {
        let line = Line(bytes, at: TextSpan(start: start, end: end))
        let range = line.trimmed(line.range)
        return range.isEmpty ? nil : line.span(range)
    }
}
