/// A text taken apart into scalars and the symbols they stand for.
///
/// The arrays are reused from text to text, so the steady state allocates nothing.
struct FoldedText: Sendable {
    /// One scalar of the text.
    struct Element: Sendable {
        let scalar: Unicode.Scalar
        /// The scalar's first byte, in UTF-8 bytes of the text.
        let offset: Int
        let entry: SymbolMap.Entry
        /// Whether the text has an escape in the scalar's place.
        let isEscaped: Bool
    }

    /// Every scalar of the text, in order.
    private(set) var elements: [Element] = []

    /// The symbols of the text; 0 where a scalar breaks every term. Separators give none.
    private(set) var symbols: [UInt16] = []

    /// For each symbol, the index in ``elements`` of the scalar that it comes from.
    private(set) var origins: [Int32] = []

    /// The length of the text in UTF-8 bytes.
    private(set) var length = 0

    /// Takes `text` apart, forgetting what was held before.
    mutating func fold(_ text: String, with map: SymbolMap) {
        elements.removeAll(keepingCapacity: true)
        symbols.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        var offset = 0
        var lineBreaks = 0
        var previousWasReturn = false
        var scalars = text.unicodeScalars.makeIterator()
        while let first = scalars.next() {
            var scalar = first
            var entry = map.entry(of: first)
            var width = UTF8.width(first)
            var isEscaped = false
            if entry.opensEscape, let escape = TextEscape.read(first, before: scalars) {
                scalars = escape.rest
                width = escape.length
                isEscaped = true
                // Markup is never seen, like a zero-width space.
                scalar = if case .scalar(let meant) = escape.meaning { meant } else { "\u{200B}" }
                entry = map.entry(of: scalar)
            }
            let origin = Int32(truncatingIfNeeded: elements.count)
            elements.append(Element(scalar: scalar, offset: offset, entry: entry, isEscaped: isEscaped))
            offset += width
            switch entry.scalarClass {
            case .lineBreak:
                // A carriage return and its line feed are one break; a second break is a blank line.
                if !(scalar == "\n" && previousWasReturn) {
                    lineBreaks += 1
                    if lineBreaks == 2 { append(0, origin) }
                }
            case .blank, .invisible:
                break
            case .hyphen, .punctuation, .enumeration:
                lineBreaks = 0
            case .stop:
                lineBreaks = 0
                append(0, origin)
            case .word, .letter:
                lineBreaks = 0
                if entry.isSequence {
                    for symbol in map.sequences[entry.payload] { append(symbol, origin) }
                } else {
                    append(UInt16(truncatingIfNeeded: entry.payload), origin)
                }
            }
            previousWasReturn = scalar == "\r"
        }
        length = offset
    }

    /// The end of the scalar at `index`, in UTF-8 bytes.
    func end(of index: Int) -> Int {
        index + 1 < elements.count ? elements[index + 1].offset : length
    }

    private mutating func append(_ symbol: UInt16, _ origin: Int32) {
        symbols.append(symbol)
        origins.append(origin)
    }
}
