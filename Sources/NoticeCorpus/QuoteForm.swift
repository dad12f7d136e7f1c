import LegalText

/// The form in which quotes are compared: without white space, and with letters and punctuation in one width.
struct QuoteForm {
    /// The scalars that count.
    private var scalars: [UInt32] = []

    /// The UTF-8 byte offset at which each scalar starts.
    private var starts: [Int] = []

    /// The UTF-8 byte offset at which each scalar ends.
    private var ends: [Int] = []

    /// Reads `text`, whose first byte stands at `offset`.
    init(_ text: Substring, from offset: Int) {
        var offset = offset
        scalars.reserveCapacity(text.utf8.count / 2)
        for scalar in text.unicodeScalars {
            let length = UTF8.width(scalar)
            defer { offset += length }
            guard !scalar.properties.isWhitespace else { continue }
            scalars.append(Self.folded(scalar))
            starts.append(offset)
            ends.append(offset + length)
        }
    }

    /// Where `quote` stands first, or `nil` where it doesn't or is empty.
    func firstSpan(of quote: QuoteForm) -> TextSpan? {
        let needle = quote.scalars
        guard let first = needle.first, needle.count <= scalars.count else { return nil }
        for start in 0...(scalars.count - needle.count) where scalars[start] == first {
            guard scalars[start..<(start + needle.count)] == needle[...] else { continue }
            return TextSpan(start: starts[start], end: ends[start + needle.count - 1])
        }
        return nil
    }

    /// Whether both are the same words, wherever they stand.
    func hasSameWords(as other: QuoteForm) -> Bool {
        scalars == other.scalars
    }

    /// One width, one form of quotation marks and brackets.
    private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
        switch scalar {
        case "“", "”", "„", "«", "»", "「", "」", "『", "』", "＂": 0x22
        case "‘", "’", "＇": 0x27
        case "﹝", "［", "〔", "【": 0x5B
        case "﹞", "］", "〕", "】": 0x5D
        case "。", "｡": 0x3002
        case "–", "—", "―", "－": 0x2D
        case "\u{FF01}"..."\u{FF5E}": scalar.value - 0xFEE0
        default: scalar.value
        }
    }
}
