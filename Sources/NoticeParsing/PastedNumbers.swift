import LegalText

/// Takes off the line numbers that a pasted copy adds before each paragraph, which look like items.
struct PastedNumbers {
    /// The paragraphs without such numbers, in UTF-8 bytes of the source.
    let spans: [TextSpan]

    /// Looks at the paragraphs `blocks` of the UTF-8 `bytes`.
    ///
    /// Numbers are pasted where every paragraph starts with the number of its line, up to a few, and marks of other
    /// kinds stand behind them.
    init(_ bytes: [UInt8], _ blocks: [TextSpan]) {
        spans = Self.stripped(bytes, blocks) ?? blocks
    }

    /// The number of paragraphs from which on numbers are looked for: three items are no pasted copy.
    private static let fewest = 6

    private static func stripped(_ bytes: [UInt8], _ blocks: [TextSpan]) -> [TextSpan]? {
        guard blocks.count >= fewest else { return nil }
        var result: [TextSpan] = []
        result.reserveCapacity(blocks.count)
        var last = 0
        var inner = 0
        for block in blocks {
            guard let number = number(bytes, block), number.value > last, number.value - last <= 5 else { return nil }
            last = number.value
            let rest = TextSpan(start: number.end, end: block.end)
            if let mark = MarkReader(Line(bytes, at: rest, limit: 16)).mark(), mark.style != .arabicDot { inner += 1 }
            result.append(rest)
        }
        return inner >= 2 ? result : nil
    }

    /// The number that a paragraph starts with and where the words behind it start, in UTF-8 bytes.
    private static func number(_ bytes: [UInt8], _ block: TextSpan) -> (value: Int, end: Int)? {
        let line = Line(bytes, at: block, limit: 24)
        guard let number = PrintedNumber.arabic(in: line, at: 0, limit: 5) else { return nil }
        var index = number.end
        if [0x2E, 0x3A, 0x7C, 0x29].contains(line.at(index)) { index += 1 }
        let start = index
        while Line.isBlank(line.at(index)) { index += 1 }
        guard index > start || index > number.end, index < line.count else { return nil }
        return (number.number, line.span(index..<line.count).start)
    }
}
