/// Reads document numbers without a bracketed year: 国务院令第588号, 公告2031年第3号, 第5号令, Decree No. 5.
enum OrderNumber {
    /// The number whose 第 stands at `index`, in running text: only behind 令 or 公告, or before 令.
    static func ordinal(in line: Line, at index: Int, after floor: Int) -> DocumentNumberReader.Found? {
        guard let (_, end) = numeral(in: line, at: index) else { return nil }
        var start = index
        while start > floor, Line.isBlank(line[start - 1]) { start -= 1 }
        let name: Range<Int>
        if line.at(end) == 0x4EE4 {
            name = body(line, endingAt: start, floor: floor)
            return found(line, name.lowerBound..<(end + 1))
        }
        var nameEnd = start
        if let year = year(line, endingAt: start, floor: floor) { nameEnd = year }
        guard nameEnd > floor,
            kinds.contains(where: { line.has($0, at: nameEnd - $0.count) && nameEnd - $0.count >= floor })
        else { return nil }
        name = body(line, endingAt: nameEnd, floor: floor)
        return found(line, name.lowerBound..<end)
    }

    /// A number that is all of a line: 第5号, 2031年第3号, 总第7号.
    static func whole(_ line: Line, _ range: Range<Int>) -> DocumentNumberReader.Found? {
        guard let first = line.first("第", in: range), let (_, end) = numeral(in: line, at: first.lowerBound),
            end == range.upperBound
        else { return nil }
        let before = line.trimmed(range.lowerBound..<first.lowerBound)
        guard before.isEmpty || year(line, endingAt: before.upperBound, floor: before.lowerBound) == before.lowerBound
        else { return nil }
        return found(line, range)
    }

    /// Decree No. 5, Order No. 588 of the State Council; `index` is where No. stands.
    static func english(in line: Line, at index: Int, after floor: Int) -> DocumentNumberReader.Found? {
        guard line.has("No.", at: index) || line.has("No ", at: index) else { return nil }
        var start = index + 3
        while Line.isBlank(line.at(start)) { start += 1 }
        guard let number = PrintedNumber.arabic(in: line, at: start, limit: 6) else { return nil }
        var wordEnd = index
        while wordEnd > floor, Line.isBlank(line[wordEnd - 1]) { wordEnd -= 1 }
        guard
            let kind = englishKinds.first(where: { wordEnd - $0.count >= floor && line.has($0, at: wordEnd - $0.count) }
            )
        else { return nil }
        let range = (wordEnd - kind.count)..<number.end
        let text = line.text(range).split(separator: " ").joined(separator: " ")
        return DocumentNumberReader.Found(text: text, range: range)
    }

    /// Where the name in `range` starts without the words that lead to it in running text: 根据, 依照, 和.
    static func afterConnectives(_ line: Line, _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start < range.upperBound, let word = connectives.longest(in: line, at: start),
            start + word.count < range.upperBound
        {
            start += word.count
        }
        return start
    }

    /// 第5号: its number, and where it ends.
    private static func numeral(in line: Line, at index: Int) -> (Int, Int)? {
        var start = index + 1
        while Line.isBlank(line.at(start)) { start += 1 }
        guard line.at(index) == 0x7B2C,
            let number = PrintedNumber.arabic(in: line, at: start, limit: 6)
                ?? PrintedNumber.chinese(in: line, at: start)
        else { return nil }
        var end = number.end
        while Line.isBlank(line.at(end)) { end += 1 }
        return line.at(end) == 0x53F7 ? (number.number, end + 1) : nil
    }

    /// Where 2031年 starts that ends at `end`.
    private static func year(_ line: Line, endingAt end: Int, floor: Int) -> Int? {
        var last = end
        while last > floor, Line.isBlank(line[last - 1]) { last -= 1 }
        guard last - 5 >= floor, line[last - 1] == 0x5E74 else { return nil }
        var start = last - 1
        while start > floor, Line.isBlank(line[start - 1]) { start -= 1 }
        start -= 4
        guard start >= floor,
            let year = PrintedNumber.arabic(in: line, at: start, limit: 4)
                ?? PrintedNumber.chinese(in: line, at: start),
            (1900...2199).contains(year.number)
        else { return nil }
        return start
    }

    private static func body(_ line: Line, endingAt end: Int, floor: Int) -> Range<Int> {
        var start = end
        while start > floor, start > end - 30, Line.isHan(line[start - 1]) { start -= 1 }
        return afterConnectives(line, start..<end)..<end
    }

    private static func found(_ line: Line, _ range: Range<Int>) -> DocumentNumberReader.Found {
        let text = line.text(range).filter { !$0.isWhitespace && $0 != "\u{3000}" }
        return DocumentNumberReader.Found(text: text, range: range)
    }

    private static let kinds: [Phrase] = ["令", "公告", "通告"]
    private static let englishKinds: [Phrase] = ["Decree", "Order", "Announcement", "Circular", "Notice", "Regulation"]
    private static let connectives: PhraseSet = ["根据", "依据", "按照", "依照", "关于", "和", "与", "及", "的", "月", "日"]
}
