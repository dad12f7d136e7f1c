extension JSONLineScanner {
    /// Whether the line at `range` of `bytes` surely is an object of plain strings, numbers, truth values and `null`.
    ///
    /// Nothing is made of what it holds, so that lines of which nothing is wanted are told to be whole at little cost. An escape, a
    /// list or an object in it makes a line not plain.
    static func isPlainObject(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
        guard bytes.offset(of: UInt8(ascii: "\\"), from: range.lowerBound, to: range.upperBound) == range.upperBound
        else {
            return false
        }
        var reader = PlainReader(index: range.lowerBound, end: range.upperBound)
        guard reader.takes(UInt8(ascii: "{"), in: bytes) else { return false }
        if reader.takes(UInt8(ascii: "}"), in: bytes) { return reader.isAtEnd(of: bytes) }
        repeat {
            guard reader.takesString(in: bytes), reader.takes(UInt8(ascii: ":"), in: bytes),
                reader.takesValue(in: bytes)
            else { return false }
        } while reader.takes(UInt8(ascii: ","), in: bytes)
        return reader.takes(UInt8(ascii: "}"), in: bytes) && reader.isAtEnd(of: bytes)
    }
}

/// Goes through a line of JSON without escapes.
private struct PlainReader {
    private var index: Int
    private let end: Int

    init(index: Int, end: Int) {
        self.index = index
        self.end = end
    }

    private mutating func skipBlanks(in bytes: Span<UInt8>) {
        while index < end, bytes[index] == 0x20 || (0x09...0x0D).contains(bytes[index]) { index += 1 }
    }

    mutating func isAtEnd(of bytes: Span<UInt8>) -> Bool {
        skipBlanks(in: bytes)
        return index == end
    }

    mutating func takes(_ sign: UInt8, in bytes: Span<UInt8>) -> Bool {
        skipBlanks(in: bytes)
        guard index < end, bytes[index] == sign else { return false }
        index += 1
        return true
    }

    mutating func takesString(in bytes: Span<UInt8>) -> Bool {
        guard takes(UInt8(ascii: "\""), in: bytes) else { return false }
        let quote = bytes.offset(of: UInt8(ascii: "\""), from: index, to: end)
        guard quote < end else { return false }
        index = quote + 1
        return true
    }

    mutating func takesValue(in bytes: Span<UInt8>) -> Bool {
        skipBlanks(in: bytes)
        guard index < end else { return false }
        switch bytes[index] {
        case UInt8(ascii: "\""): return takesString(in: bytes)
        case UInt8(ascii: "t"): return takes("true", in: bytes)
        case UInt8(ascii: "f"): return takes("false", in: bytes)
        case UInt8(ascii: "n"): return takes("null", in: bytes)
        default: return takesNumber(in: bytes)
        }
    }

    private mutating func takes(_ word: String, in bytes: Span<UInt8>) -> Bool {
        for letter in word.utf8 {
            guard index < end, bytes[index] == letter else { return false }
            index += 1
        }
        return true
    }

    /// Takes an integer or a decimal; one with an exponent isn't plain.
    private mutating func takesNumber(in bytes: Span<UInt8>) -> Bool {
        if bytes[index] == UInt8(ascii: "-") { index += 1 }
        guard takesDigits(in: bytes) else { return false }
        guard index < end, bytes[index] == UInt8(ascii: ".") else { return true }
        index += 1
        return takesDigits(in: bytes)
    }

    private mutating func takesDigits(in bytes: Span<UInt8>) -> Bool {
        let start = index
        while index < end, (0x30...0x39).contains(bytes[index]) { index += 1 }
        return index > start
    }
}
