package import NoticeModel

/// The words of a notice without what stands around them on a page: a paragraph a line.
package struct NoticeText {
    private let notice: Notice

    /// Creates the text of `notice`.
    package init(_ notice: Notice) {
        self.notice = notice
    }

    /// The parts of the notice in order, with what was left out on purpose left out; the lines of a title are one.
    package var text: String {
        var lines: [String] = []
        var previous: Leaf?
        for leaf in notice.leaves where leaf.kind != .skipped {
            let words = Self.flowed(notice.text(at: leaf.span))
            if words.isEmpty { continue }
            if leaf.kind == .title, previous?.kind == .title, let last = lines.popLast() {
                let joint = notice.header.language == .english ? " " : ""
                lines.append(last + joint + words)
            } else {
                if let previous, Self.opensGroup(leaf, after: previous) { lines.append("") }
                lines.append(words)
            }
            previous = leaf
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether a blank line parts a leaf from the one before it.
    private static func opensGroup(_ leaf: Leaf, after previous: Leaf) -> Bool {
        switch leaf.kind {
        case .heading, .conclusions: previous.kind != leaf.kind
        case .addressee: true
        case .signature: previous.kind != .signature
        case .annex: previous.kind != .annex
        default: false
        }
    }

    /// The words with each run of blanks made one space, and with none where a line of Chinese was broken.
    ///
    /// A blank within a line is kept also between Chinese characters: it parts the issuers in a title.
    private static func flowed(_ text: String) -> String {
        var words = ""
        var gap: (isBroken: Bool, isOpen: Bool) = (false, false)
        for character in text {
            if character.isWhitespace {
                gap = (gap.isBroken || character.isNewline, true)
                continue
            }
            if gap.isOpen, let last = words.last, !(gap.isBroken && isHan(last) && isHan(character)) { words += " " }
            gap = (false, false)
            words.append(character)
        }
        return SpanMarker.visible(words)
    }

    private static func isHan(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x3000...0x303F, 0x3400...0x9FFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: return true
        default: return false
        }
    }
}
