import LegalText

/// Some words of the source, folded for the grammar, with the place of each scalar.
///
/// Indices and ranges count scalars of the line; ``span(_:)`` turns them into UTF-8 bytes of the source.
struct Line: Sendable {
    /// The folded scalars.
    let scalars: [UInt32]

    /// The UTF-8 byte offset in the source at which each scalar starts, and the end of the last one.
    let offsets: [Int]

    /// Reads the UTF-8 `bytes` of a source at `span`, or at most the first `limit` scalars of them.
    init(_ bytes: [UInt8], at span: TextSpan, limit: Int = .max) {
        var scalars: [UInt32] = []
        var offsets: [Int] = []
        let capacity = min(span.count, limit)
        scalars.reserveCapacity(capacity)
        offsets.reserveCapacity(capacity + 1)
        var index = span.start
        while index < span.end, scalars.count < limit {
            let (value, length) = Self.decode(bytes, at: index, before: span.end)
            scalars.append(GrammarFold.folded(value))
            offsets.append(index)
            index += length
        }
        offsets.append(index)
        self.scalars = scalars
        self.offsets = offsets
    }

    /// The number of scalars.
    var count: Int { scalars.count }

    /// All indices of the line.
    var range: Range<Int> { 0..<count }

    /// The folded scalar at `index`.
    subscript(index: Int) -> UInt32 { scalars[index] }

    /// The folded scalar at `index`, or 0 where the line has none there.
    func at(_ index: Int) -> UInt32 {
        scalars.indices.contains(index) ? scalars[index] : 0
    }

    /// Where the scalars of `range` stand, in UTF-8 bytes of the source.
    func span(_ range: Range<Int>) -> TextSpan {
        TextSpan(start: offsets[range.lowerBound], end: offsets[range.upperBound])
    }

    /// The index of the scalar that starts at `offset`, or of the one after it; `offset` counts UTF-8 bytes of the
    /// source.
    func index(at offset: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if offsets[middle] < offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low
    }

    /// The indices that stand for `span` of the source.
    func range(of span: TextSpan) -> Range<Int> {
        let start = index(at: span.start)
        return start..<max(start, index(at: span.end))
    }

    /// Whether `phrase` stands at `index`.
    func has(_ phrase: Phrase, at index: Int) -> Bool {
        let end = index + phrase.count
        guard index >= 0, end <= count else { return false }
        for place in 0..<phrase.count where scalars[index + place] != phrase.scalars[place] {
            return false
        }
        return true
    }

    /// The first place in `range` at which `phrase` stands.
    func first(_ phrase: Phrase, in range: Range<Int>) -> Range<Int>? {
        guard phrase.count > 0, range.count >= phrase.count else { return nil }
        for index in range.lowerBound...(range.upperBound - phrase.count) where has(phrase, at: index) {
            return index..<(index + phrase.count)
        }
        return nil
    }

    /// The last place in `range` at which `phrase` stands.
    func last(_ phrase: Phrase, in range: Range<Int>) -> Range<Int>? {
        guard phrase.count > 0, range.count >= phrase.count else { return nil }
        for index in (range.lowerBound...(range.upperBound - phrase.count)).reversed() where has(phrase, at: index) {
            return index..<(index + phrase.count)
        }
        return nil
    }

    /// `range` without the blanks at its two ends.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, Self.isBlank(scalars[start]) { start += 1 }
        while end > start, Self.isBlank(scalars[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The folded words of `range` as text.
    func text(_ range: Range<Int>) -> String {
        var text = ""
        for value in scalars[range] {
            text.unicodeScalars.append(Unicode.Scalar(value) ?? "\u{FFFD}")
        }
        return text
    }

    /// Whether a folded scalar is white space, or takes no room.
    static func isBlank(_ value: UInt32) -> Bool {
        switch value {
        case 0x20, 0x09...0x0D, 0x85, 0x1680, 0x2028, 0x2029, 0x200B, 0x2060, 0xFEFF: true
        case 0xA0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: true
        default: false
        }
    }

    /// Whether a folded scalar is a Chinese character.
    static func isHan(_ value: UInt32) -> Bool {
        switch value {
        case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007, 0x20000...0x3FFFF: true
        default: false
        }
    }

    /// Whether a folded scalar is a Latin letter of ASCII.
    static func isLatin(_ value: UInt32) -> Bool {
        isUpper(value) || (0x61...0x7A).contains(value)
    }

    /// Whether a folded scalar is a capital Latin letter of ASCII.
    static func isUpper(_ value: UInt32) -> Bool {
        (0x41...0x5A).contains(value)
    }

    /// Whether a folded scalar is a digit.
    static func isDigit(_ value: UInt32) -> Bool {
        (0x30...0x39).contains(value)
    }

    /// The scalar that starts at `index`, and its length in bytes; a malformed byte counts as U+FFFD.
    private static func decode(_ bytes: [UInt8], at index: Int, before end: Int) -> (value: UInt32, length: Int) {
        let lead = bytes[index]
        let length: Int
        var value: UInt32
        switch lead {
        case 0x00...0x7F: return (UInt32(lead), 1)
        case 0xC2...0xDF: (length, value) = (2, UInt32(lead & 0x1F))
        case 0xE0...0xEF: (length, value) = (3, UInt32(lead & 0x0F))
        case 0xF0...0xF4: (length, value) = (4, UInt32(lead & 0x07))
        default: return (0xFFFD, 1)
        }
        guard index + length <= end else { return (0xFFFD, 1) }
        for place in 1..<length {
            let byte = bytes[index + place]
            guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (value, length)
    }
}
