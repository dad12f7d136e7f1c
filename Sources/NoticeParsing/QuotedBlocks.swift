import LegalText

/// The paragraphs that stand inside quotation marks which an earlier paragraph opened, as the new wording of an article
/// does in an amending decision.
struct QuotedBlocks {
    private let blocks: Set<Int>

    /// The number of paragraphs that one quotation can run through: a decision may quote a whole chapter.
    private static let longest = 400

    /// Follows the quotation marks through the paragraphs of `range`.
    ///
    /// A mark that isn't closed within four hundred paragraphs quotes nothing. Each paragraph of a quotation may open
    /// the marks again, as printers do; only the last one closes them.
    init(_ text: BlockText, _ range: Range<Int>) {
        var quoted: Set<Int> = []
        var pending: [Int] = []
        var isOpen = false
        var reopens = true
        var hasReopened = false
        for block in range {
            let marks = Marks(text, block)
            if isOpen {
                pending.append(block)
                if marks.change < 0 || marks.isClosedFirst || hasReopened && marks.isWhole {
                    quoted.formUnion(pending)
                    isOpen = marks.change + 1 > 0 && !(hasReopened && marks.isWhole)
                    pending = []
                    reopens = true
                    hasReopened = false
                } else if marks.change > 0 {
                    reopens = reopens && marks.opensAtStart
                    // The earlier mark was a slip: count from the new one.
                    hasReopened = reopens
                    if !reopens {
                        pending = []
                        reopens = true
                    }
                } else if !marks.opensAtStart {
                    reopens = false
                }
                if pending.count > Self.longest {
                    isOpen = false
                    pending = []
                }
            } else if marks.change > 0 {
                isOpen = true
                pending = []
                reopens = true
                hasReopened = false
            }
        }
        blocks = quoted
    }

    /// Whether the paragraph at `block` starts inside quotation marks.
    func contains(_ block: Int) -> Bool {
        blocks.contains(block)
    }

    /// The quotation marks of one paragraph.
    private struct Marks {
        /// The number of “ and 「 less that of ” and 」.
        var change = 0
        /// Whether the paragraph starts with “ or 「.
        var opensAtStart = false
        /// Whether the paragraph is one quotation: “…”
        var isWhole = false
        /// Whether the first mark that isn't paired closes: …。”“第七条…
        var isClosedFirst = false

        init(_ text: BlockText, _ block: Int) {
            let span = text.spans[block]
            var index = span.start
            while index + 2 < span.end {
                switch (text.bytes[index], text.bytes[index + 1], text.bytes[index + 2]) {
                case (0xE2, 0x80, 0x9C), (0xE3, 0x80, 0x8C):
                    change += 1
                    if index == span.start { opensAtStart = true }
                case (0xE2, 0x80, 0x9D), (0xE3, 0x80, 0x8D):
                    change -= 1
                    if change < 0 { isClosedFirst = true }
                default: break
                }
                index += 1
            }
            let closing = text.bytes[max(span.start, span.end - 3)..<span.end]
            isWhole =
                change == 0 && opensAtStart
                && (closing.elementsEqual([0xE2, 0x80, 0x9D]) || closing.elementsEqual([0xE3, 0x80, 0x8D]))
        }
    }
}
