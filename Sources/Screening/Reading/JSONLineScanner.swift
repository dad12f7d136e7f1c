internal import RecordModel

/// Reads one JSON object with the texts of its top level, and where each value stands.
///
/// Written for lines of records: numbers keep their digits, so a long key isn't rounded, and nothing recurses.
struct JSONLineScanner {
    private let bytes: ArraySlice<UInt8>
    private var index: Int

    /// Why a line isn't an object.
    struct Failure: Error {
        let reason: String
    }

    private init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        index = bytes.startIndex
    }

    /// One member of an object.
    struct Member {
        let key: String

        /// What it says: a string, number or truth value is one text, `null` is none, and a list or an object the texts that
        /// count in it (see ``JSONLineScanner/nested()``).
        let texts: [String]

        /// The value as it stands in the line.
        let source: ArraySlice<UInt8>

        /// How deep lists and objects go in it; 0 for a string, number, truth value or `null`.
        let depth: Int

        /// The value as JSON, or as a string where it is nested so deep that readers of JSON would refuse it.
        var value: RecordColumn.Value {
            guard depth <= Self.depthLimit else { return .text(String(decoding: source, as: UTF8.self)) }
            return .json(String(decoding: source, as: UTF8.self))
        }

        private static let depthLimit = 64
    }

    /// The members of the object in `line`, which is valid UTF-8, in order.
    static func members(of line: ArraySlice<UInt8>) throws(Failure) -> [Member] {
        var scanner = JSONLineScanner(line)
        return try scanner.object()
    }

    private mutating func object() throws(Failure) -> [Member] {
        var members: [Member] = []
        try expect("{", "'{'")
        if takes("}") { return try ended(members) }
        while true {
            skipBlanks()
            guard peek == UInt8(ascii: "\"") else { throw failure("a key in quotes") }
            let key = try string()
            try expect(":", "':'")
            skipBlanks()
            let start = index
            let (texts, depth) = try texts()
            members.append(Member(key: key, texts: texts, source: bytes[start..<index], depth: depth))
            if takes("}") { return try ended(members) }
            try expect(",", "',' or '}'")
        }
    }

    private mutating func ended(_ members: [Member]) throws(Failure) -> [Member] {
        skipBlanks()
        guard peek == nil else { throw failure("the end of the line") }
        return members
    }

    private mutating func texts() throws(Failure) -> (texts: [String], depth: Int) {
        switch peek {
        case UInt8(ascii: "{"), UInt8(ascii: "["): try nested()
        default: (try scalar().map { [$0] } ?? [], 0)
        }
    }

    /// Reads an object or array, without recursion.
    ///
    /// The texts that count are those that an array holds directly, and in objects those under a key that says they are
    /// screened: of `[{"name":"甲公司","until":"2019"}]` it is `甲公司`.
    private mutating func nested() throws(Failure) -> (texts: [String], depth: Int) {
        var open: [UInt8] = []
        /// For each object or array that is open, whether the texts directly in it count.
        var counts: [Bool] = []
        var depth = 0
        var texts: [String] = []
        var wantsValue = true
        repeat {
            skipBlanks()
            guard let byte = peek else { throw failure("the end of what is nested") }
            switch byte {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard wantsValue else { throw failure("',' or an end") }
                counts.append(byte == UInt8(ascii: "[") && (counts.last ?? true))
                open.append(byte)
                depth = max(depth, open.count)
                index += 1
                if takes("}", closing: &open, of: "{") || takes("]", closing: &open, of: "[") {
                    counts.removeLast()
                    wantsValue = false
                } else if byte == UInt8(ascii: "{") {
                    counts[counts.count - 1] = try key()
                }
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                guard !wantsValue, open.last == (byte == UInt8(ascii: "}") ? UInt8(ascii: "{") : UInt8(ascii: "["))
                else { throw failure("a value") }
                open.removeLast()
                counts.removeLast()
                index += 1
            case UInt8(ascii: ","):
                guard !wantsValue else { throw failure("a value") }
                index += 1
                wantsValue = true
                if open.last == UInt8(ascii: "{") { counts[counts.count - 1] = try key() }
            default:
                guard wantsValue else { throw failure("',' or an end") }
                if let text = try scalar(), counts.last == true { texts.append(text) }
                wantsValue = false
            }
        } while !open.isEmpty
        return (texts, depth)
    }

    /// Reads a key and its colon.
    ///
    /// - Returns: Whether the key says that its value is screened.
    private mutating func key() throws(Failure) -> Bool {
        skipBlanks()
        guard peek == UInt8(ascii: "\"") else { throw failure("a key in quotes") }
        let key = try string()
        try expect(":", "':'")
        return ColumnRole(header: key)?.isScreened ?? false
    }

    private mutating func takes(_ end: Unicode.Scalar, closing open: inout [UInt8], of start: Unicode.Scalar) -> Bool {
        guard open.last == UInt8(ascii: start), takes(end) else { return false }
        open.removeLast()
        return true
    }

    private mutating func scalar() throws(Failure) -> String? {
        if peek == UInt8(ascii: "\"") { return try string() }
        let start = index
        while let byte = peek, Self.isWordByte(byte) { index += 1 }
        let word = String(decoding: bytes[start..<index], as: UTF8.self)
        if word == "null" { return nil }
        if word == "true" || word == "false" { return word }
        guard let first = word.utf8.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
            Double(word) != nil
        else {
            index = start
            throw failure("a value")
        }
        return word
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."): true
        default: false
        }
    }

    private mutating func string() throws(Failure) -> String {
        index += 1
        var start = index
        var text = ""
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                index += 1
                return text
            case UInt8(ascii: "\\"):
                text += String(decoding: bytes[start..<index], as: UTF8.self)
                index += 1
                text.unicodeScalars.append(try escaped())
                start = index
            default:
                index += 1
            }
        }
        throw failure("the quote that ends a string")
    }

    private mutating func escaped() throws(Failure) -> Unicode.Scalar {
        guard let byte = peek else { throw failure("the rest of an escape") }
        index += 1
        switch byte {
        case UInt8(ascii: "n"): return "\n"
        case UInt8(ascii: "t"): return "\t"
        case UInt8(ascii: "r"): return "\r"
        case UInt8(ascii: "b"): return "\u{8}"
        case UInt8(ascii: "f"): return "\u{C}"
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
        case UInt8(ascii: "u"): break
        default: throw failure("a JSON escape")
        }
        let high = try hex()
        if let scalar = Unicode.Scalar(high) { return scalar }
        // Half of a surrogate pair alone becomes U+FFFD: the rest of the record is still worth screening.
        guard (0xD800...0xDBFF).contains(high), bytes[index...].starts(with: [0x5C, 0x75]) else { return "\u{FFFD}" }
        let mark = index
        index += 2
        let low = try hex()
        guard (0xDC00...0xDFFF).contains(low) else {
            index = mark
            return "\u{FFFD}"
        }
        return Unicode.Scalar(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)) ?? "\u{FFFD}"
    }

    private mutating func hex() throws(Failure) -> UInt32 {
        let digits = bytes[index...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ Self.isHexDigit($0) }),
            let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw failure("four hexadecimal digits") }
        index += 4
        return value
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
    }

    private var peek: UInt8? { index < bytes.endIndex ? bytes[index] : nil }

    private mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || (0x09...0x0D).contains(byte) { index += 1 }
    }

    private mutating func takes(_ scalar: Unicode.Scalar) -> Bool {
        skipBlanks()
        guard peek == UInt8(ascii: scalar) else { return false }
        index += 1
        return true
    }

    private mutating func expect(_ scalar: Unicode.Scalar, _ what: String) throws(Failure) {
        guard takes(scalar) else { throw failure(what) }
    }

    private func failure(_ expected: String) -> Failure {
        let found = peek == nil ? ", but the line ends" : ""
        return Failure(reason: "\(expected) expected at byte \(index - bytes.startIndex + 1)\(found)")
    }
}
