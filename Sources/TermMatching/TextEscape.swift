/// A character written as an escape, or a remnant of markup, as texts hold them that were copied out of pages and code.
package struct TextEscape {
    /// What a reader of the page would have seen.
    package enum Meaning: Sendable, Hashable {
        /// One character: `\u865a`, `&#34394;`, `&nbsp;`, `%E8%99%9A`.
        case scalar(Unicode.Scalar)
        /// Nothing: `<b>`, `</span>`, `<!-- -->`.
        case nothing
    }

    /// What it stands for.
    package let meaning: Meaning

    /// Its length in UTF-8 bytes, with the sign that opens it; it is all ASCII but for the contents of tags.
    package let length: Int

    /// Whether escapes begin with `scalar`.
    static func opens(with scalar: Unicode.Scalar) -> Bool {
        scalar == "\\" || scalar == "&" || scalar == "%" || scalar == "<"
    }

    /// What comes after it.
    package let rest: String.UnicodeScalarView.Iterator

    /// The escape that begins with `opener`, which was just read, so that `rest` comes next.
    ///
    /// The iterator is passed by value, since a loop that lends its own is slower on all other scalars.
    package static func read(
        _ opener: Unicode.Scalar,
        before rest: String.UnicodeScalarView.Iterator
    ) -> TextEscape? {
        guard opens(with: opener) else { return nil }
        var reader = Reader(rest)
        let meaning: Meaning? =
            switch opener {
            case "\\": reader.backslash().map(Meaning.scalar)
            case "&": reader.reference().map(Meaning.scalar)
            case "%": reader.percent().map(Meaning.scalar)
            default: reader.isInlineTag() ? .nothing : nil
            }
        guard let meaning else { return nil }
        return TextEscape(meaning: meaning, length: reader.length, rest: reader.scalars)
    }
}

/// Reads what follows the sign that opens an escape.
private struct Reader {
    private(set) var scalars: String.UnicodeScalarView.Iterator
    private(set) var length = 1

    init(_ scalars: String.UnicodeScalarView.Iterator) {
        self.scalars = scalars
    }

    private mutating func next() -> Unicode.Scalar? {
        let scalar = scalars.next()
        length += scalar.map(UTF8.width) ?? 0
        return scalar
    }

    private var peek: Unicode.Scalar? {
        var ahead = scalars
        return ahead.next()
    }

    private mutating func skip(_ expected: Unicode.Scalar) -> Bool {
        guard peek == expected else { return false }
        _ = next()
        return true
    }

    private mutating func skip(_ expected: String) -> Bool {
        var ahead = self
        for scalar in expected.unicodeScalars where !ahead.skip(scalar) { return false }
        self = ahead
        return true
    }

    /// A number of `count` digits, or of as many as there are.
    private mutating func number(radix: UInt32, digits count: ClosedRange<Int>) -> UInt32? {
        var value: UInt32 = 0
        var digits = 0
        while digits < count.upperBound, let digit = peek.flatMap(Self.digit), digit < radix {
            value = value &* radix &+ digit
            digits += 1
            _ = next()
        }
        return digits >= count.lowerBound ? value : nil
    }

    private static func digit(_ scalar: Unicode.Scalar) -> UInt32? {
        switch scalar {
        case "0"..."9": scalar.value - 0x30
        case "a"..."f": scalar.value - 0x61 + 10
        case "A"..."F": scalar.value - 0x41 + 10
        default: nil
        }
    }

    /// What follows a backslash: `u865a`, `u{865a}`, `U0000865a`.
    mutating func backslash() -> Unicode.Scalar? {
        if skip("U") { return number(radix: 16, digits: 8...8).flatMap(Unicode.Scalar.init) }
        guard skip("u") else { return nil }
        if skip("{") {
            guard let value = number(radix: 16, digits: 1...6), skip("}") else { return nil }
            return Unicode.Scalar(value)
        }
        return unit(followedBy: "\\u")
    }

    /// A UTF-16 unit of four digits, or two of them that make up a pair of surrogates.
    private mutating func unit(followedBy opener: String) -> Unicode.Scalar? {
        guard let value = number(radix: 16, digits: 4...4) else { return nil }
        guard (0xD800..<0xDC00).contains(value) else { return Unicode.Scalar(value) }
        guard skip(opener), let low = number(radix: 16, digits: 4...4), (0xDC00..<0xE000).contains(low) else {
            return nil
        }
        return Unicode.Scalar(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00))
    }

    /// What follows an ampersand: `#34394;`, `#x865a;`, `nbsp;`; the ampersand may have been escaped itself.
    mutating func reference() -> Unicode.Scalar? {
        var escapes = 0
        while escapes < 3, skip("amp;") { escapes += 1 }
        if skip("#") {
            let isHexadecimal = skip("x") || skip("X")
            let value = number(radix: isHexadecimal ? 16 : 10, digits: 1...7)
            _ = skip(";")
            return value.flatMap(Unicode.Scalar.init)
        }
        let name = Self.names.first { skip($0.name + ";") }
        if let name { return name.scalar }
        return escapes > 0 ? "&" : nil
    }

    /// The named references that stand for something unseen, a blank or a mark, which a term may be broken with.
    private static let names: [(name: String, scalar: Unicode.Scalar)] = [
        ("nbsp", "\u{A0}"), ("ensp", "\u{2002}"), ("emsp", "\u{2003}"), ("thinsp", "\u{2009}"), ("shy", "\u{AD}"),
        ("zwnj", "\u{200C}"), ("zwj", "\u{200D}"), ("lrm", "\u{200E}"), ("rlm", "\u{200F}"), ("middot", "·"),
        ("quot", "\""), ("apos", "'"), ("lt", "<"), ("gt", ">"), ("ldquo", "“"), ("rdquo", "”"), ("hellip", "…"),
        ("bull", "•"), ("NoBreak", "\u{2060}"), ("ZeroWidthSpace", "\u{200B}"),
    ]

    /// What follows a per cent sign: the bytes of a character beyond ASCII, `E8%99%9A`, or `u865A`.
    mutating func percent() -> Unicode.Scalar? {
        if skip("u") { return unit(followedBy: "%u") }
        guard let lead = number(radix: 16, digits: 2...2), (0xC2..<0xF5).contains(lead) else { return nil }
        let count = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3
        var value = lead & (0x3F >> UInt32(count))
        for _ in 0..<count {
            guard skip("%"), let byte = number(radix: 16, digits: 2...2), byte & 0xC0 == 0x80 else { return nil }
            value = value << 6 | byte & 0x3F
        }
        return Unicode.Scalar(value)
    }

    /// Whether what follows a less-than sign is a tag of phrasing markup, which parts nothing, or a comment.
    mutating func isInlineTag() -> Bool {
        if skip("!--") {
            for _ in 0..<200 {
                if skip("-->") { return true }
                guard next() != nil else { return false }
            }
            return false
        }
        _ = skip("/")
        var name = ""
        while let scalar = peek, scalar.isASCII, scalar.properties.isAlphabetic, name.utf8.count < 8 {
            name.unicodeScalars.append(scalar)
            _ = next()
        }
        guard Self.phrasing.contains(name.lowercased()) else { return false }
        guard let end = peek, end == ">" || end == "/" || end.properties.isWhitespace else { return false }
        for _ in 0..<200 {
            guard let scalar = next(), scalar != "<" else { return false }
            if scalar == ">" { return true }
        }
        return false
    }

    private static let phrasing: Set<String> = [
        "a", "abbr", "b", "big", "code", "del", "em", "font", "i", "ins", "kbd", "mark", "s", "small", "span",
        "strike", "strong", "sub", "sup", "tt", "u", "var", "wbr",
    ]
}
