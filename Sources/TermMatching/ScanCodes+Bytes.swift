extension ScanCodes {
    /// The code of the scalar at `index`, with its length in bytes; of what is none, the length is 1.
    func code(at index: Int, in bytes: Span<UInt8>) -> (code: UInt16, length: Int) {
        let lead = bytes[index]
        if lead < 0x80 {
            let code = plane[Int(lead)]
            // Where a word begins isn't told here, and a mark too many finds no less.
            return (code > Self.holding && code < Self.mark ? code | Self.mark : code, 1)
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard let scalar = Self.scalar(at: index, length, in: bytes) else { return (Self.fault, 1) }
        return (length < 4 ? plane[Int(scalar.value)] : code(of: scalar), length)
    }

    /// The scalar whose `length` bytes begin at `index`, or `nil` where there is none.
    static func scalar(at index: Int, _ length: Int, in bytes: Span<UInt8>) -> Unicode.Scalar? {
        let lead = bytes[index]
        if length == 1 { return lead < 0x80 ? Unicode.Scalar(lead) : nil }
        guard index + length <= bytes.count, lead >= 0xC2, lead < 0xF5 else { return nil }
        var value = UInt32(lead & (0x7F >> UInt8(length)))
        for place in (index + 1)..<(index + length) {
            guard bytes[place] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else { return nil }
        return Unicode.Scalar(value)
    }
}

extension TextEscape {
    /// Whether an escape or a tag may begin with the sign at `index`: `\u`, `&#`, `&lt;`, `%E8`, `<b`, `</`.
    static func mayBegin(at index: Int, in bytes: Span<UInt8>) -> Bool {
        func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        let next = byte(1)
        switch bytes[index] {
        case UInt8(ascii: "\\"):
            return next | 0x20 == UInt8(ascii: "u")
        case UInt8(ascii: "&"):
            if next == UInt8(ascii: "#") { return true }
            var length = 1
            while length < 20, isLetter(byte(length)) { length += 1 }
            return length > 1 && byte(length) == UInt8(ascii: ";")
        case UInt8(ascii: "%"):
            return next | 0x20 == UInt8(ascii: "u") || isHexDigit(next) && isHexDigit(byte(2))
        default:
            return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
