internal import LegalText

/// A line of a page while its words come in.
struct LineDraft {
    /// The words, in UTF-8.
    private(set) var text: [UInt8] = []

    /// What the line is.
    var kind = HTMLBlock.Kind.paragraph

    /// Whether the line is centred.
    private(set) var isCentered = false

    private(set) var characterCount = 0
    private(set) var linkedCount = 0
    private var boldCount = 0

    /// The length of ``text`` up to its last character that isn't blank.
    private var trimmedCount = 0

    /// The last character that isn't blank.
    private var last: Unicode.Scalar = " "

    /// White space that shows only once a word follows it.
    private var gap = Gap.none

    private enum Gap {
        case none
        case space
        case lineEnd
    }

    var isEmpty: Bool { characterCount == 0 }

    /// Whether every character is bold.
    var isBold: Bool { characterCount > 0 && boldCount == characterCount }
}

extension LineDraft {
    /// Says that the next characters come from another run of text.
    ///
    /// A line end between two runs stays a space, as browsers show it: `<a>首页</a>⏎<a>新闻</a>` are two words.
    mutating func beginRun() {
        if gap == .lineEnd { gap = .space }
    }

    /// Adds white space that collapses.
    mutating func appendCollapsing(isLineEnd: Bool) {
        gap = isLineEnd || gap == .lineEnd ? .lineEnd : .space
    }

    /// Adds a character; blanks before the first word are dropped, and a no-break space becomes a space.
    mutating func append(_ character: Unicode.Scalar, style: TextStyle) {
        let scalar = character.asBrowsersRead
        let isBlank = scalar.isBlank
        if isEmpty {
            gap = .none
            if isBlank { return }
            isCentered = style.isCentered
        }
        if gap != .none {
            // A line end inside running Chinese text parts no words.
            if gap == .space || !scalar.joinsLine(after: last) { text.append(0x20) }
            gap = .none
        }
        if scalar == "\u{A0}" {
            text.append(0x20)
        } else {
            text.append(contentsOf: scalar.utf8)
        }
        guard !isBlank else { return }
        last = scalar
        trimmedCount = text.count
        characterCount += 1
        boldCount += style.isBold ? 1 : 0
        linkedCount += style.isLinked ? 1 : 0
    }

    /// Drops the blanks after the last word.
    mutating func trim() {
        text.removeLast(text.count - trimmedCount)
        gap = .none
    }

    /// Puts a mark that the page leaves to the browser before the words.
    mutating func insertMark(_ mark: String) {
        text.insert(contentsOf: mark.utf8, at: 0)
        trimmedCount += mark.utf8.count
    }

    /// Adds another line's words behind this one's and `separator`.
    mutating func join(_ other: LineDraft, separator: String) {
        text += separator.utf8
        text += other.text
        trimmedCount = text.count
        last = other.last
        isCentered = isEmpty ? other.isCentered : isCentered && other.isCentered
        characterCount += other.characterCount
        boldCount += other.boldCount
        linkedCount += other.linkedCount
    }

    /// The blank that belongs between this line and `other` if a narrow cell alone broke them apart.
    func cellSeparator(before other: LineDraft) -> String {
        let first = String(decoding: other.text.prefix(4), as: UTF8.self).unicodeScalars.first
        return first.map { $0.joinsLine(after: last) } == true ? "" : " "
    }
}

/// How characters are shown where they stand.
struct TextStyle {
    var isBold = false
    var isCentered = false
    var isLinked = false
}

extension Unicode.Scalar {
    /// The character that browsers show for a reference such as `&#147;`, which means a quotation mark of Windows, though
    /// by its number it is a control character.
    fileprivate var asBrowsersRead: Unicode.Scalar {
        switch value {
        case 0x80: "€"
        case 0x85: "…"
        case 0x91: "‘"
        case 0x92: "’"
        case 0x93: "“"
        case 0x94: "”"
        case 0x95: "•"
        case 0x96: "–"
        case 0x97: "—"
        case 0x99: "™"
        default: self
        }
    }

    /// Whether no space belongs between `previous` at a line's end and this character at the next one's start.
    fileprivate func joinsLine(after previous: Unicode.Scalar) -> Bool {
        (isWide && previous.isWideOrNeutral) || (isWideOrNeutral && previous.isWide)
    }

    /// Whether the character is Chinese writing or its punctuation.
    private var isWide: Bool {
        switch value {
        case 0x2E80...0x303F, 0x3100...0x312F, 0x3200...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60,
            0xFFE0...0xFFE6, 0x20000...0x3FFFF:
            true
        default:
            false
        }
    }

    /// Whether the character is wide, or punctuation that Chinese shares with other writing.
    private var isWideOrNeutral: Bool {
        switch value {
        case 0xB7, 0x2014, 0x2018...0x201D, 0x2026: true
        default: isWide
        }
    }
}
