internal import LegalText

/// The paragraphs of a plain text: its lines without the blanks around them.
///
/// The text stays as it stands, line ends and all, so that spans point into the file's own words.
struct PlainTextBlocks {
    /// The lines that aren't blank, in order.
    let blocks: [TextBlock]

    init(_ source: SourceText) {
        var blocks: [TextBlock] = []
        var start: Int?
        var end = 0
        var offset = 0
        for scalar in source.string.unicodeScalars {
            let next = offset + UTF8.width(scalar)
            if Self.endsLine(scalar) {
                if let begun = start { blocks.append(TextBlock(span: TextSpan(start: begun, end: end))) }
                start = nil
            } else if !scalar.isBlank {
                start = start ?? offset
                end = next
            }
            offset = next
        }
        if let begun = start { blocks.append(TextBlock(span: TextSpan(start: begun, end: end))) }
        self.blocks = blocks
    }

    /// Whether a line ends here: besides line feed and return, word processors write U+000B and U+2028 inside a
    /// paragraph, and converters a form feed between pages.
    private static func endsLine(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\n", "\r", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}": true
        default: false
        }
    }
}
