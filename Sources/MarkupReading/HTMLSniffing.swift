package import LegalText

/// What the bytes of a file say about being a page, before they are decoded.
package enum HTMLSniffing {
    /// The number of bytes at a page's start in which it may declare its encoding.
    ///
    /// Browsers look at 1024; pages that begin with long comments are read as they were meant.
    package static let declarationLimit = 4096

    /// The encoding that a page declares in a `<meta>` or in an XML declaration, or `nil` where it declares none.
    package static func declaredEncoding(in bytes: ArraySlice<UInt8>) -> TextEncoding? {
        let head = bytes.prefix(declarationLimit).map { $0 & 0x80 == 0 ? $0 : UInt8(ascii: "?") }
        let text = String(decoding: head, as: UTF8.self).lowercased()
        for tag in text.split(separator: "<", omittingEmptySubsequences: false).dropFirst() {
            let key: String
            if tag.hasPrefix("meta") {
                key = "charset"
            } else if tag.hasPrefix("?xml") {
                key = "encoding"
            } else {
                continue
            }
            let content = tag.prefix { $0 != ">" }
            for mention in content.ranges(of: key) {
                let rest = content[mention.upperBound...].drop { $0.isWhitespace }
                guard rest.first == "=" else { continue }
                let name = rest.dropFirst().drop { $0.isWhitespace || $0 == "\"" || $0 == "'" }
                    .prefix { $0.isLetter || $0.isNumber || "-_:.".contains($0) }
                if let encoding = TextEncoding(declaredName: name) { return encoding }
            }
        }
        return nil
    }

    /// Whether a decoded text is a page or a piece of one, and not a text that happens to hold a `<`.
    ///
    /// A page begins with a tag, apart from comments, declarations and blanks; a piece of one may begin with words, but
    /// then has a number of tags. `关于<促进产业结构调整暂行规定>的决定` is a title in brackets, and no tag.
    package static func looksLikePage(_ utf8: ArraySlice<UInt8>) -> Bool {
        var rest = utf8.prefix(searchLimit)
        var isAtStart = true
        var tags = 0
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            isAtStart = isAtStart && String(decoding: rest[..<open], as: UTF8.self).isBlank
            rest = rest[(open + 1)...]
            if isAtStart, rest.starts(with: "!--".utf8) {
                rest = afterComment(rest)
                continue
            }
            guard let name = tagName(in: rest) else { continue }
            if name == "!doctype" {
                let root = rest.dropFirst(name.utf8.count).drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }
                if isAtStart, tagName(in: root) == "html" { return true }
            } else if elements.contains(name) {
                tags += isAtStart ? tagsOfPiece : 1
            } else if !name.hasPrefix("?"), !name.hasPrefix("!") {
                isAtStart = false
            }
            if tags >= tagsOfPiece { return true }
            rest = rest.drop { $0 != UInt8(ascii: ">") }.dropFirst()
        }
        return false
    }

    /// The number of bytes that are searched for tags.
    private static let searchLimit = 1 << 16

    /// The number of tags from which on a text that begins with words counts as a piece of a page.
    private static let tagsOfPiece = 3

    /// The elements that tell a page, besides those that ``ElementKind`` lists.
    private static let elements = ElementKind.blocks.union(ElementKind.unseen).union([
        "a", "b", "br", "em", "font", "i", "img", "input", "button", "label", "noscript", "small", "span", "strong",
        "sub", "sup", "u",
    ])

    private static func afterComment(_ rest: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var rest = rest.dropFirst(3)
        while let dash = rest.firstIndex(of: UInt8(ascii: "-")) {
            rest = rest[dash...]
            if rest.starts(with: "-->".utf8) { return rest.dropFirst(3) }
            rest = rest.dropFirst()
        }
        return rest.suffix(0)
    }

    /// The name of the tag or declaration that `rest` begins with, in lower case; `nil` where it is neither.
    private static func tagName(in rest: ArraySlice<UInt8>) -> String? {
        let afterSlash = rest.first == UInt8(ascii: "/") ? rest.dropFirst() : rest
        let name = afterSlash.prefix { byte in
            (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "!")
                || byte == UInt8(ascii: "?")
        }
        guard let first = name.first, !(0x30...0x39).contains(first),
            let after = afterSlash.dropFirst(name.count).first,
            [0x20, 0x09, 0x0A, 0x0C, 0x0D, UInt8(ascii: "/"), UInt8(ascii: ">")].contains(after)
        else { return nil }
        return String(decoding: name, as: UTF8.self).lowercased()
    }
}
