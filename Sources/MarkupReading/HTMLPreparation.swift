/// Mends those mistakes of a page that libxml2 would pay for with text.
///
/// libxml2 is no browser. A browser drops NULs, reads `</br>` as a line break, shows a `<` that no tag can follow (as in
/// `关于<促进产业结构调整暂行规定>的决定`), hides `<![if !supportLists]>`, and ends a comment at `<!-->`. So comments, and the
/// contents of scripts and style sheets, are left out here already, in a browser's way.
struct HTMLPreparation {
    private let source: ArraySlice<UInt8>
    private var page: [UInt8] = []

    /// Where the part of ``source`` begins that isn't in ``page`` yet.
    private var copied: Int

    /// Whether a tag was found that never ends.
    ///
    /// After that no end is looked for: only one such search may go through the whole page, or reading it would take
    /// time in the square of its length.
    private var hasEndlessTag = false

    /// The names of the elements that were found not to be closed any more, for the same reason.
    private var endlessElements: Set<String> = []

    /// Where the last tag of the page ends; no `<` behind it is one.
    private let lastEnd: Int

    private init(_ source: ArraySlice<UInt8>) {
        self.source = source
        copied = source.startIndex
        lastEnd = source.lastIndex(of: UInt8(ascii: ">")) ?? source.startIndex
        page.reserveCapacity(source.count + 64)
    }

    /// The page, mended.
    ///
    /// - Complexity: O(*n*) for *n* bytes.
    static func prepared(_ source: ArraySlice<UInt8>) -> [UInt8] {
        var preparation = HTMLPreparation(source)
        preparation.run()
        return preparation.page
    }

    private mutating func run() {
        var index = source.startIndex
        while index < source.endIndex {
            switch source[index] {
            case 0:
                replace(index..<(index + 1))
                index += 1
            case UInt8(ascii: "<"):
                index = mend(at: index)
            default:
                index += 1
            }
        }
        page += source[copied...]
    }

    /// Mends what the `<` at `index` begins, and returns where to go on.
    private mutating func mend(at index: Int) -> Int {
        let rest = source[(index + 1)...]
        switch rest.first {
        case UInt8(ascii: "!") where index < lastEnd || rest.starts(with: "!--".utf8):
            return mendDeclaration(at: index)
        case UInt8(ascii: "/"):
            if begins(rest, with: "/br") {
                replace((index + 1)..<(index + 2))
            }
            return index + 2
        case UInt8(ascii: "?"):
            return index + 1
        case let byte? where Self.isLetter(byte):
            return passTag(at: index)
        default:
            replace(index..<(index + 1), with: "&lt;")
            return index + 1
        }
    }

    private mutating func mendDeclaration(at index: Int) -> Int {
        let rest = source[(index + 2)...]
        if begins(rest, with: "doctype") { return index + 2 }
        let end: Int?
        if rest.starts(with: "--".utf8) {
            let content = rest.dropFirst(2)
            if content.starts(with: ">".utf8) {
                end = content.startIndex + 1
            } else if content.starts(with: "->".utf8) {
                end = content.startIndex + 2
            } else {
                end = commentEnd(in: content)
            }
        } else {
            end = rest.firstIndex(of: UInt8(ascii: ">")).map { $0 + 1 }
        }
        let upperBound = end ?? source.endIndex
        replace(index..<upperBound)
        return upperBound
    }

    private func commentEnd(in content: ArraySlice<UInt8>) -> Int? {
        var index = content.startIndex
        while index + 2 < content.endIndex {
            if content[index] == UInt8(ascii: "-"), content[index + 1] == UInt8(ascii: "-") {
                if content[index + 2] == UInt8(ascii: ">") { return index + 3 }
                if content[(index + 2)...].starts(with: "!>".utf8) { return index + 4 }
            }
            index += 1
        }
        return nil
    }

    /// Passes over a tag, whose attributes may hold anything, and drops the contents of a script or a style sheet.
    private mutating func passTag(at index: Int) -> Int {
        guard !hasEndlessTag, let end = tagEnd(after: index) else {
            hasEndlessTag = true
            return index + 1
        }
        let rest = source[(index + 1)...]
        guard let name = ["script", "style"].first(where: { begins(rest, with: $0) }), !endlessElements.contains(name),
            // XHTML closes an empty script in the tag itself.
            source[end - 2] != UInt8(ascii: "/")
        else { return end }
        guard let close = closingTag(of: name, after: end) else {
            endlessElements.insert(name)
            return end
        }
        replace(end..<close)
        return close
    }

    /// Where the tag that begins at `index` ends: behind the first `>` outside of quotes.
    private func tagEnd(after index: Int) -> Int? {
        var quote: UInt8?
        var previous: UInt8 = 0
        for position in (index + 1)..<source.endIndex {
            let byte = source[position]
            if let open = quote {
                if byte == open { quote = nil }
            } else if byte == UInt8(ascii: ">") {
                return position + 1
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"), previous == UInt8(ascii: "=") {
                // A quote opens a value only behind an equals sign; elsewhere it is a stray.
                quote = byte
            }
            if byte > 0x20 { previous = byte }
        }
        return nil
    }

    private func closingTag(of name: String, after index: Int) -> Int? {
        var rest = source[index...]
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            if begins(source[(open + 1)...], with: "/" + name) { return open }
            rest = source[(open + 1)...]
        }
        return nil
    }

    private mutating func replace(_ range: Range<Int>, with replacement: String = "") {
        page += source[copied..<range.lowerBound]
        page += replacement.utf8
        copied = range.upperBound
    }

    /// Whether `bytes` begin with `name` in any case, and with no more letters after it.
    private func begins(_ bytes: ArraySlice<UInt8>, with name: String) -> Bool {
        let names = bytes.starts(with: name.utf8) { $0 == $1 || (Self.isLetter($1) && $0 | 0x20 == $1) }
        return names && !(bytes.dropFirst(name.utf8.count).first.map(Self.isLetter) ?? false)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }
}
