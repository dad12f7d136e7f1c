/// Reads the mark at the start of a line.
struct MarkReader {
    private let line: Line

    /// Reads marks of `line`, whose first scalar is the paragraph's first.
    init(_ line: Line) {
        self.line = line
    }

    /// The mark that the line starts with, or `nil` where it starts with words.
    func mark() -> Mark? {
        guard line.count > 0 else { return nil }
        let first = line[0]
        if first == 0x7B2C { return ordinal() }
        if first == 0x28 { return parenthesised() }
        if let known = Self.single(first) { return mark(known.style, known.number, length: 1) }
        if Line.isDigit(first) { return arabic() }
        if Line.isLatin(first) { return latin() }
        return chinese()
    }

    /// 第六条, 第十条之一, 第一章.
    private func ordinal() -> Mark? {
        var index = skippingBlanks(1)
        guard
            let number = PrintedNumber.chinese(in: line, at: index)
                ?? PrintedNumber.arabic(in: line, at: index, limit: 4)
        else { return nil }
        index = skippingBlanks(number.end)
        let style: Mark.Style
        switch line.at(index) {
        case 0x6761: style = .article
        case 0x7AE0: style = .chapter
        case 0x8282: style = .section
        case 0x7F16: style = .part
        default: return nil
        }
        index += 1
        var suffix: Int?
        if line.at(index) == 0x4E4B, let after = PrintedNumber.chinese(in: line, at: index + 1) {
            suffix = after.number
            index = after.end
        }
        // 第六条规定的… at a line's start speaks of an article; it doesn't open one.
        guard Self.mentions.longest(in: line, at: index) == nil else { return nil }
        return mark(style, number.number, suffix: suffix, length: index)
    }

    /// （一）, (1), (I), (a).
    private func parenthesised() -> Mark? {
        let inner = skippingBlanks(1)
        let readings: [(style: Mark.Style, number: (number: Int, end: Int)?)] = [
            (.chineseParen, PrintedNumber.chinese(in: line, at: inner)),
            (.arabicParen, PrintedNumber.arabic(in: line, at: inner, limit: 3)),
            (romanStyle(at: inner), PrintedNumber.roman(in: line, at: inner)),
            (.letterParen, letter(at: inner)),
        ]
        let fitting = readings.compactMap { reading in
            reading.number.flatMap { number -> (style: Mark.Style, number: Int, end: Int)? in
                let close = skippingBlanks(number.end)
                return line.at(close) == 0x29 ? (reading.style, number.number, close + 1) : nil
            }
        }
        return best(of: fitting)
    }

    /// 1. and 1、 and 1), but not 1.5 or 1st.
    private func arabic() -> Mark? {
        guard let number = PrintedNumber.arabic(in: line, at: 0, limit: 3) else { return nil }
        switch line.at(number.end) {
        case 0x2E where !Line.isDigit(line.at(number.end + 1)):
            return mark(.arabicDot, number.number, length: number.end + 1)
        case 0x3001:
            return mark(.arabicComma, number.number, length: number.end + 1)
        case 0x29:
            return mark(.arabicHalf, number.number, length: number.end + 1)
        default:
            return nil
        }
    }

    /// 一、 and 一.
    private func chinese() -> Mark? {
        guard let number = PrintedNumber.chinese(in: line, at: 0), number.number > 0, number.end <= 5 else {
            return nil
        }
        let next = line.at(number.end)
        guard next == 0x3001 || next == 0x2E else { return nil }
        return mark(.chineseComma, number.number, length: number.end + 1)
    }

    /// Article 5, Chapter II, I., A.
    private func latin() -> Mark? {
        for (word, style) in Self.englishWords where line.has(word, at: 0) {
            let index = word.count
            guard
                let number = PrintedNumber.arabic(in: line, at: index, limit: 4)
                    ?? PrintedNumber.roman(in: line, at: index)
            else { return nil }
            let next = line.at(number.end)
            let after = line.at(skippingBlanks(number.end))
            // "Article 5 of the Law" speaks of an article; it doesn't open one.
            guard
                [0, 0x2E, 0x3A, 0x3002].contains(next)
                    || (next == 0x20 && !(0x61...0x7A).contains(after) && after != 0x28)
            else { return nil }
            let isClosed = next == 0x2E || next == 0x3A
            return mark(style, number.number, length: number.end + (isClosed ? 1 : 0))
        }
        let readings = [
            (style: Mark.Style.romanDot, number: Line.isUpper(line[0]) ? PrintedNumber.roman(in: line, at: 0) : nil),
            (style: Mark.Style.letterDot, number: letter(at: 0)),
        ]
        let fitting = readings.compactMap { reading in
            reading.number.flatMap { number -> (style: Mark.Style, number: Int, end: Int)? in
                let isClosed = line.at(number.end) == 0x2E && [0, 0x20].contains(line.at(number.end + 1))
                return isClosed ? (reading.style, number.number, number.end + 1) : nil
            }
        }
        return best(of: fitting)
    }

    /// The first reading, with the second as its alternative; a lone C or V is a letter before it is a number.
    private func best(of readings: [(style: Mark.Style, number: Int, end: Int)]) -> Mark? {
        guard let first = readings.first else { return nil }
        guard readings.count > 1 else { return mark(first.style, first.number, length: first.end) }
        let second = readings[1]
        let (main, other) =
            first.number == 1 || second.number > 1 && first.number < 50 ? (first, second) : (second, first)
        var result = mark(main.style, main.number, length: main.end)
        result.alternative = Mark.Alternative(style: other.style, number: other.number)
        return result
    }

    private func romanStyle(at index: Int) -> Mark.Style {
        Line.isUpper(line.at(index)) ? .romanParen : .smallRomanParen
    }

    private func letter(at index: Int) -> (number: Int, end: Int)? {
        guard Line.isLatin(line.at(index)), !Line.isLatin(line.at(index + 1)) else { return nil }
        return (Int((line.at(index) | 0x20) - 0x60), index + 1)
    }

    private func mark(_ style: Mark.Style, _ number: Int, suffix: Int? = nil, length: Int) -> Mark {
        var body = skippingBlanks(length)
        // （一）、 and 第一条： carry a second mark of their own.
        if [0x3001, 0x3A].contains(line.at(body)) { body = skippingBlanks(body + 1) }
        return Mark(style: style, number: number, suffix: suffix, length: length, bodyStart: min(body, line.count))
    }

    private func skippingBlanks(_ index: Int) -> Int {
        var index = index
        while index < line.count, Line.isBlank(line[index]) { index += 1 }
        return index
    }

    /// The marks that are one character each.
    private static func single(_ value: UInt32) -> (style: Mark.Style, number: Int)? {
        switch value {
        case 0x2460...0x2473: (.circled, Int(value - 0x245F))
        case 0x3251...0x325F: (.circled, Int(value - 0x3251) + 21)
        case 0x2776...0x277F: (.circled, Int(value - 0x2775))
        case 0x2474...0x2487: (.arabicParen, Int(value - 0x2473))
        case 0x2488...0x249B: (.arabicDot, Int(value - 0x2487))
        case 0x3220...0x3229: (.chineseParen, Int(value - 0x321F))
        default: nil
        }
    }

    /// What follows 第六条 where the words only speak of it.
    private static let mentions: PhraseSet = [
        "规定", "第", "的", "所", "、", "至", "和", "及", "中", "修改", "删去", "增加", ",", "或",
    ]

    private static let englishWords: [(Phrase, Mark.Style)] = [
        ("Article ", .article), ("ARTICLE ", .article), ("Art. ", .article), ("Chapter ", .chapter),
        ("CHAPTER ", .chapter), ("Section ", .section), ("SECTION ", .section), ("Part ", .part), ("PART ", .part),
    ]
}
