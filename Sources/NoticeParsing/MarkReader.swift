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

    /// The mark right behind `mark`, as (i) in (a)(i) and （一） in 一、（一）; it opens a level of its own, and its
    /// places count from the line's start.
    func mark(behind mark: Mark) -> Mark? {
        guard mark.style >= .article, line.at(mark.bodyStart) == 0x28,
            var inner = parenthesised(from: mark.bodyStart)
        else { return nil }
        inner.start = mark.bodyStart
        let readings = [inner, inner.alternatively].compactMap(\.self)
        let fitting = readings.filter { $0.style > mark.style }
        return fitting.first { $0.number == 1 } ?? fitting.first
    }

    /// 第六条, 第十条之一, 第一章, 第一，.
    private func ordinal() -> Mark? {
        var index = skippingBlanks(1)
        guard
            let number = PrintedNumber.chinese(in: line, at: index)
                ?? PrintedNumber.arabic(in: line, at: index, limit: 4)
        else { return nil }
        if line.at(number.end) == 0x2C { return mark(.ordinalWord, number.number, length: number.end + 1) }
        index = skippingBlanks(number.end)
        guard let (style, end) = division(at: index) else { return nil }
        index = end
        var suffix: Int?
        if line.at(index) == 0x4E4B, let after = PrintedNumber.chinese(in: line, at: index + 1) {
            suffix = after.number
            index = after.end
        }
        // 第六条规定的… at a line's start speaks of an article; it doesn't open one.
        guard Self.mentions.longest(in: line, at: index) == nil else { return nil }
        return mark(style, number.number, suffix: suffix, length: index)
    }

    /// What a numbered division is called, and where its name ends.
    private func division(at index: Int) -> (Mark.Style, Int)? {
        switch line.at(index) {
        case 0x6761: (.article, index + 1)
        case 0x7AE0: (.chapter, index + 1)
        case 0x8282: (.section, index + 1)
        case 0x7F16, 0x7BC7: (.part, index + 1)
        case 0x5206 where line.at(index + 1) == 0x7F16: (.subpart, index + 2)
        case 0x90E8 where line.at(index + 1) == 0x5206: (.part, index + 2)
        default: nil
        }
    }

    /// （一）, (1), (I), (a).
    private func parenthesised(from start: Int = 0) -> Mark? {
        let inner = skippingBlanks(start + 1)
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

    /// 1. and 1、 and 1) and 1.1, but not 1.5米 or 1st.
    private func arabic() -> Mark? {
        guard let number = PrintedNumber.arabic(in: line, at: 0, limit: 3) else { return nil }
        switch line.at(number.end) {
        case 0x2E where Line.isDigit(line.at(number.end + 1)):
            return decimal()
        case 0x2E:
            return mark(.arabicDot, number.number, length: number.end + 1)
        case 0x3001:
            return mark(.arabicComma, number.number, length: number.end + 1)
        case 0x29:
            return mark(.arabicHalf, number.number, length: number.end + 1)
        default:
            return nil
        }
    }

    /// 1.1 and 2.3.1, with a blank or a full stop behind.
    private func decimal() -> Mark? {
        var path: [Int] = []
        var index = 0
        while path.count < 5, let number = PrintedNumber.arabic(in: line, at: index, limit: 2) {
            path.append(number.number)
            index = number.end
            guard line.at(index) == 0x2E else { break }
            index += 1
        }
        let styles: [Int: Mark.Style] = [2: .decimalTwo, 3: .decimalThree, 4: .decimalFour]
        let isClosed = line.at(index - 1) == 0x2E && index > 1
        guard let style = styles[path.count], let last = path.last, !path.contains(0),
            isClosed || Line.isBlank(line.at(index))
        else { return nil }
        var result = mark(style, last, length: index)
        result.path = path
        return result
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

    /// Article 5, Chapter II, First, I., A.
    private func latin() -> Mark? {
        for (word, style) in Self.englishWords where line.has(word, at: 0) { return english(style, at: word.count) }
        if let word = Self.ordinals.first(where: { line.has($0.0, at: 0) }) {
            let end = word.0.count
            let closed = line.at(end) == 0x2C || line.at(end) == 0x3A
            return closed ? mark(.ordinalWord, word.1, length: end + 1) : nil
        }
        if line.at(1) == 0x29, let letter = letter(at: 0) { return mark(.letterHalf, letter.number, length: 2) }
        let readings = [
            (style: Mark.Style.romanDot, number: Line.isUpper(line[0]) ? PrintedNumber.roman(in: line, at: 0) : nil),
            (style: Mark.Style.letterDot, number: letter(at: 0)),
        ]
        let fitting = readings.compactMap { reading in
            reading.number.flatMap { number -> (style: Mark.Style, number: Int, end: Int)? in
                let after = line.at(number.end + 1)
                let isClosed = line.at(number.end) == 0x2E && (after == 0 || Line.isBlank(after) || Line.isHan(after))
                return isClosed || line.at(number.end) == 0x3001 ? (reading.style, number.number, number.end + 1) : nil
            }
        }
        return best(of: fitting)
    }

    /// The mark whose number stands at `start`, behind the word Article or Chapter.
    private func english(_ style: Mark.Style, at start: Int) -> Mark? {
        let index = skippingBlanks(start)
        guard
            let number = PrintedNumber.arabic(in: line, at: index, limit: 4)
                ?? PrintedNumber.roman(in: line, at: index)
                ?? Self.cardinals.first(where: { line.has($0.0, at: index) }).map({ ($0.1, index + $0.0.count) })
        else { return nil }
        var end = number.end
        var suffix: Int?
        if [0x2D, 0x2010, 0x2011, 0x2013].contains(line.at(end)),
            let after = PrintedNumber.arabic(in: line, at: end + 1, limit: 2)
        {
            suffix = after.number
            end = after.end
        }
        let next = line.at(end)
        let place = skippingBlanks(end)
        let after = line.at(place)
        // "Article 5 of the Law" and "Article 5 (2)" speak of an article; they don't open one.
        let isMention = (0x61...0x7A).contains(after) || after == 0x28 && !Line.isUpper(line.at(place + 1))
        let isClosed = next == 0x2E || next == 0x3A || next == 0x3002
        guard next == 0 || isClosed || Line.isBlank(next) && !isMention || Line.isHan(next) else { return nil }
        return mark(style, number.number, suffix: suffix, length: end + (isClosed ? 1 : 0))
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
        case 0x2160...0x216B: (.romanDot, Int(value - 0x215F))
        default: nil
        }
    }

    /// What follows 第六条 where the words only speak of it.
    private static let mentions: PhraseSet = [
        "规定", "第", "的", "所规定", "所列", "所指", "所述", "、", "至第", "至本", "和第", "和本", "及第", "及本", "及其", "与第", "或第", "或者第", "到第",
        "中的", "中规定",
        "中有关", "中关于", "中“", "修改", "删去", "删除", "增加", ",", "改为", "作为", "并入", "移至", "调整为", "一款", "末尾", "前增", "后增",
    ]

    private static let englishWords: [(Phrase, Mark.Style)] = [
        ("Article ", .article), ("ARTICLE ", .article), ("Art. ", .article), ("Chapter ", .chapter),
        ("CHAPTER ", .chapter), ("Section ", .section), ("SECTION ", .section), ("Part ", .part), ("PART ", .part),
        ("Subpart ", .subpart),
    ]

    private static let cardinals: [(Phrase, Int)] = [
        "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten",
    ]
    .enumerated().flatMap { [(Phrase($1), $0 + 1), (Phrase($1.uppercased()), $0 + 1)] }

    private static let ordinals: [(Phrase, Int)] = [
        "First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth",
    ].enumerated().flatMap { [(Phrase($1 + "ly"), $0 + 1), (Phrase($1), $0 + 1)] }
}
