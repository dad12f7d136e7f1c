import LegalText
import NoticeModel

/// Words of a notice with each run of blanks made one space, and with none where a line of Chinese was broken.
///
/// A blank within a line is kept also between Chinese characters: it parts the issuers in a title.
struct FlowedText {
    private let notice: Notice

    /// Reads the words of `notice`.
    init(_ notice: Notice) {
        self.notice = notice
    }

    /// The words at `span`, without blanks around them.
    func text(at span: TextSpan) -> String {
        pieces([span]).joined()
    }

    /// `text` by the same rule.
    static func flowed(_ text: String) -> String {
        var gatherer = Gatherer()
        return gatherer.words(text[...]).words
    }

    /// The words at `spans`, which follow upon one another; blanks between two of them go to the first.
    ///
    /// Joined, the pieces are the text of the whole.
    func pieces(_ spans: [TextSpan]) -> [String] {
        var gatherer = Gatherer()
        var pieces: [String] = []
        for span in spans {
            let (hasBlankBefore, words) = gatherer.words(notice.source[span])
            if hasBlankBefore {
                if pieces.isEmpty { pieces.append("") }
                pieces[pieces.count - 1] += " "
            }
            pieces.append(words)
        }
        return pieces
    }

    /// Goes through a text piece by piece.
    private struct Gatherer {
        private var last: Character?
        private var gap: (isBroken: Bool, isOpen: Bool) = (false, false)

        /// The words of the next piece, and whether a blank stands between them and those before.
        mutating func words(_ text: Substring) -> (hasBlankBefore: Bool, words: String) {
            var words = ""
            var hasBlankBefore = false
            for character in text {
                if character.isWhitespace {
                    gap = (gap.isBroken || character.isNewline, true)
                    continue
                }
                if gap.isOpen, let last, !(gap.isBroken && isHan(last) && isHan(character)) {
                    if words.isEmpty { hasBlankBefore = true } else { words += " " }
                }
                gap = (false, false)
                words.append(character)
                last = character
            }
            return (hasBlankBefore, words)
        }
    }

    private static func isHan(_ character: Character) -> Bool {
        guard let scalar = character.unicodeScalars.first else { return false }
        switch scalar.value {
        case 0x3000...0x303F, 0x3400...0x9FFF, 0xFF00...0xFF60, 0x20000...0x3FFFF: return true
        default: return false
        }
    }
}
