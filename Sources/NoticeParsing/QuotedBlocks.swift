import LegalText

/// The paragraphs that stand inside quotation marks which an earlier paragraph opened, as the new wording of an article
/// does in an amending decision.
struct QuotedBlocks {
    private let blocks: Set<Int>

    /// Follows the quotation marks through the paragraphs of `range`.
    ///
    /// A mark that isn't closed within two hundred paragraphs quotes nothing.
    init(_ text: BlockText, _ range: Range<Int>) {
        var quoted: Set<Int> = []
        var pending: [Int] = []
        var depth = 0
        for block in range {
            if depth > 0 { pending.append(block) }
            let change = Self.change(text, block)
            depth += change
            if depth <= 0 {
                if change < 0 { quoted.formUnion(pending) }
                depth = 0
                pending = []
            } else if change > 0, depth > 1 || pending.count > 200 {
                // The earlier mark was a slip: count from the new one.
                depth = min(depth, 1)
                pending = []
            } else if pending.count > 200 {
                depth = 0
                pending = []
            }
        }
        blocks = quoted
    }

    /// Whether the paragraph at `block` starts inside quotation marks.
    func contains(_ block: Int) -> Bool {
        blocks.contains(block)
    }

    /// The number of “ and 「 in a paragraph less that of ” and 」.
    private static func change(_ text: BlockText, _ block: Int) -> Int {
        let span = text.spans[block]
        var change = 0
        var index = span.start
        while index + 2 < span.end {
            switch (text.bytes[index], text.bytes[index + 1], text.bytes[index + 2]) {
            case (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8C): change += 1
            case (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8D): change -= 1
            default: break
            }
            index += 1
        }
        return change
    }
}
