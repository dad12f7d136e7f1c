/// The mark in front of a heading, an article or a point: （八）, 第八条, (VIII), 8.
struct Mark: Sendable, Hashable {
    /// How the mark is printed.
    let style: Style

    /// Its number.
    let number: Int

    /// The number after 之, as in 第十条之一.
    let suffix: Int?

    /// The number of scalars of the line before the mark: not 0 for the second mark of a line.
    var start = 0

    /// The number of scalars of the line up to the end of the mark as printed.
    let length: Int

    /// The number of scalars up to the words behind the mark.
    let bodyStart: Int

    /// The numbers of a decimal mark from the outermost on: 2, 3 and 1 in 2.3.1; empty for other marks.
    var path: [Int] = []

    /// Another way to read the mark: (v) is five or the letter after u.
    var alternative: Alternative?

    /// A second reading of one mark.
    struct Alternative: Sendable, Hashable {
        let style: Style
        let number: Int
    }

    /// The mark with its second reading taken.
    var alternatively: Mark? {
        alternative.map {
            Mark(style: $0.style, number: $0.number, suffix: suffix, start: start, length: length, bodyStart: bodyStart)
        }
    }

    /// How marks are printed, from the outermost level that each is used on to the innermost.
    enum Style: Int, Sendable, Hashable, CaseIterable, Comparable {
        /// 第一编, 第一篇, 第一部分, Part I
        case part
        /// 第一分编, Subpart 1
        case subpart
        /// 第一章, Chapter 1
        case chapter
        /// 第一节, Section 1
        case section
        /// 第一条, Article 1
        case article
        /// First, and 第一，
        case ordinalWord
        /// I. and Ⅰ、
        case romanDot
        /// 一、
        case chineseComma
        /// （一）, ㈠
        case chineseParen
        /// (I)
        case romanParen
        /// 1. and ⒈
        case arabicDot
        /// 1、
        case arabicComma
        /// 1.1
        case decimalTwo
        /// 1.1.1
        case decimalThree
        /// 1.1.1.1
        case decimalFour
        /// (1), ⑴
        case arabicParen
        /// 1)
        case arabicHalf
        /// ①
        case circled
        /// A. and a.
        case letterDot
        /// (a)
        case letterParen
        /// a)
        case letterHalf
        /// (i)
        case smallRomanParen

        static func < (left: Style, right: Style) -> Bool { left.rawValue < right.rawValue }

        /// Whether the style alone says that something is a mark: others need a number that fits.
        var isStrong: Bool { self <= .chineseParen && self != .romanDot && self != .ordinalWord }

        /// Whether the style never stands below one that comes behind it here: 一、 never stands below 1.
        var isOutward: Bool { self <= .chineseComma }

        /// Whether the style is one of laws: 编, 章, 节, 条.
        var isOfLaws: Bool { self <= .article }

        /// Styles of one family take turns in one sequence when the numbers run on, as (IV) and (5) do.
        var family: Int {
            switch self {
            case .part, .subpart, .chapter, .section, .article, .ordinalWord: rawValue
            case .romanDot, .chineseComma, .arabicDot, .arabicComma: 100
            case .chineseParen, .romanParen, .arabicParen: 101
            case .arabicHalf, .circled: 102
            case .decimalTwo, .decimalThree, .decimalFour, .letterDot, .letterParen, .letterHalf, .smallRomanParen:
                110 + rawValue
            }
        }
    }
}
