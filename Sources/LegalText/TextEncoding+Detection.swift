extension TextEncoding {
    /// The encoding that `bytes` are most likely in.
    ///
    /// A byte order mark decides; then the contents, for saved pages often declare the encoding they had on their site.
    /// UTF-16 shows in its NUL bytes, and UTF-8 in its form, even where some sequences are broken. What is left is
    /// `declared`, or GB 18030. Big5 can't be told from GB 18030 by its bytes, so it is found only where declared.
    ///
    /// - Parameters:
    ///   - bytes: A file, or its start.
    ///   - declared: What the file says it is.
    ///   - isWhole: Whether `bytes` is all of the file; if not, a sequence cut off at the end is no fault.
    /// - Returns: The likeliest encoding; a decoder for it may still find faults.
    public static func detected(
        in bytes: ArraySlice<UInt8>,
        declared: TextEncoding? = nil,
        isWhole: Bool = true
    ) -> TextEncoding {
        if let marked = marked(in: bytes) { return marked }
        let tally = UTF8Tally(of: bytes, isWhole: isWhole)
        if let wide = wideEncoding(of: bytes, isUTF8: tally.faults == 0) { return wide }

        // A file that is readable byte by byte is not UTF-16, whatever it declares.
        let hint = declared.flatMap { $0 == .utf16LittleEndian || $0 == .utf16BigEndian ? nil : $0 }
        if tally.faults == 0 {
            // Two characters of GB 18030 may happen to be valid UTF-8 (联通 is the known case); a third won't.
            return tally.sequences < 3 ? hint ?? .utf8 : .utf8
        }
        let tolerance = hint == .utf8 ? 1 : 4
        if tally.sequences >= tally.faults * tolerance { return .utf8 }
        return hint == .big5 ? .big5 : .gb18030
    }
}

extension TextEncoding {
    /// How much of a text looks like UTF-8.
    private struct UTF8Tally {
        /// The number of well-formed sequences of two or more bytes.
        private(set) var sequences = 0
        /// The number of faults.
        private(set) var faults = 0

        /// The number of bytes after the first fault that are looked at; enough to tell which encoding it is.
        private static let reach = 1 << 16

        init(of bytes: ArraySlice<UInt8>, isWhole: Bool) {
            let span = bytes.span
            var searched = 0
            var limit = span.count
            while let fault = UTF8Fault(in: span.extracting(first: limit), from: searched) {
                if faults == 0 { limit = min(span.count, fault.range.upperBound + Self.reach) }
                countSequences(in: span.extracting(searched..<fault.range.lowerBound))
                searched = fault.range.upperBound
                let isCutOff = searched == limit && (!isWhole || limit < span.count)
                faults += isCutOff ? 0 : 1
            }
            countSequences(in: span.extracting(searched..<limit))
        }

        private mutating func countSequences(in bytes: Span<UInt8>) {
            for index in bytes.indices where bytes[index] >= 0xC0 {
                sequences += 1
            }
        }
    }

    /// The number of bytes that are looked at to tell UTF-16.
    private static let wideSample = 1 << 16

    /// UTF-16 of the byte order that makes sense of `bytes`, or `nil` where neither does.
    private static func wideEncoding(of bytes: ArraySlice<UInt8>, isUTF8: Bool) -> TextEncoding? {
        let sample = bytes.prefix(wideSample)
        let nulCount = sample.count { $0 == 0 }
        // Every UTF-16 text has line ends, digits or spaces, hence NULs. One that is also valid UTF-8 is in ASCII
        // letters, and half of it is NULs; with fewer, it is a narrow text with stray NULs.
        guard nulCount > 0, !isUTF8 || nulCount * 3 >= sample.count else { return nil }
        let units = sample.count / 2
        let littleEndian = plausibleUnits(in: sample, lowByteFirst: true)
        let bigEndian = plausibleUnits(in: sample, lowByteFirst: false)
        guard max(littleEndian, bigEndian) * 10 >= units * 9 else { return nil }
        return littleEndian >= bigEndian ? .utf16LittleEndian : .utf16BigEndian
    }

    /// The number of UTF-16 units that Chinese and English texts are made of.
    private static func plausibleUnits(in bytes: ArraySlice<UInt8>, lowByteFirst: Bool) -> Int {
        var count = 0
        var index = bytes.startIndex
        while index + 1 < bytes.endIndex {
            let first = UInt16(bytes[index])
            let second = UInt16(bytes[index + 1])
            switch lowByteFirst ? first | second << 8 : first << 8 | second {
            case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0xA0...0xFF, 0x2000...0x206F, 0x2460...0x24FF, 0x3000...0x303F,
                0x3400...0x9FFF, 0xFF00...0xFFEF:
                count += 1
            default:
                break
            }
            index += 2
        }
        return count
    }
}
