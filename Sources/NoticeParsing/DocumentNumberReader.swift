import LegalText

/// Reads document numbers: 银发〔2026〕42号, 公告〔2026〕第1号, 令第5号, Yinfa [2026] No. 42.
struct DocumentNumberReader {
    /// A document number in a line.
    struct Found: Sendable, Hashable {
        /// The normal form.
        let text: String
        /// The scalars of the line that print it.
        let range: Range<Int>
    }

    private let line: Line

    /// Reads `line`.
    init(_ line: Line) {
        self.line = line
    }

    /// The document numbers in `range`, in reading order.
    func numbers(in range: Range<Int>) -> [Found] {
        var found: [Found] = []
        var floor = range.lowerBound
        var index = range.lowerBound
        while index < range.upperBound {
            if let number = number(at: index, after: floor), number.range.upperBound <= range.upperBound {
                found.append(number)
                index = number.range.upperBound
                floor = index
            } else {
                index += 1
            }
        }
        return found
    }

    private func number(at index: Int, after floor: Int) -> Found? {
        if Self.brackets.contains(line[index]) { return bracketed(at: index, after: floor) }
        if line[index] == 0x7B2C { return OrderNumber.ordinal(in: line, at: index, after: floor) }
        if line[index] == 0x4E { return OrderNumber.english(in: line, at: index, after: floor) }
        return nil
    }

    /// Whether `line` holds a document number and nothing else but brackets around it.
    static func isNumberOnly(_ line: Line) -> Bool {
        guard line.count <= 80, let number = numberOnly(line) else { return false }
        let rest = line.scalars[..<number.range.lowerBound] + line.scalars[number.range.upperBound...]
        return rest.allSatisfy { Line.isBlank($0) || $0 == 0x28 || $0 == 0x29 }
    }

    /// A number that is a line of its own: also 第5号 and 〔2026〕第5号, which in running text may be anything.
    static func numberOnly(_ line: Line) -> Found? {
        if let number = DocumentNumberReader(line).numbers(in: line.range).first { return number }
        let range = line.trimmed(line.range)
        guard range.count <= 30, range.count >= 3 else { return nil }
        return DocumentNumberReader(line).bracketed(at: range.lowerBound, after: range.lowerBound, needsName: false)
            ?? OrderNumber.whole(line, range)
    }

    /// The number whose bracket around the year opens at `open`, and whose name starts at `floor` or later.
    private func bracketed(at open: Int, after floor: Int, needsName: Bool = true) -> Found? {
        guard Self.brackets.contains(line[open]) else { return nil }
        let inner = skippingBlanks(open + 1)
        guard
            let year = PrintedNumber.arabic(in: line, at: inner, limit: 4)
                ?? PrintedNumber.chinese(in: line, at: inner),
            (1900...2199).contains(year.number), Self.closes(line.at(skippingBlanks(year.end)))
        else { return nil }
        var index = skippingBlanks(skippingBlanks(year.end) + 1)
        if line.has("No.", at: index) {
            return english(year: year.number, open: open, number: skippingBlanks(index + 3), floor: floor)
        }
        let isOrdinal = line.at(index) == 0x7B2C
        if isOrdinal { index = skippingBlanks(index + 1) }
        guard
            let number = PrintedNumber.arabic(in: line, at: index, limit: 6)
                ?? PrintedNumber.chinese(in: line, at: index)
        else { return nil }
        let end = skippingBlanks(number.end)
        guard line.at(end) == 0x53F7 else { return nil }
        var start = open
        while start > floor, start > open - 24, Line.isHan(line[start - 1]) || isInnerBlank(start - 1, floor: floor) {
            start -= 1
        }
        start = OrderNumber.afterConnectives(line, start..<open)
        guard start < open || !needsName else { return nil }
        let name = line.text(start..<open).filter { $0 != " " }
        let isWestern = Line.isDigit(line.at(index))
        let digits = isWestern ? line.text(index..<number.end) : String(number.number)
        return Found(text: "\(name)〔\(year.number)〕\(isOrdinal ? "第" : "")\(digits)号", range: start..<(end + 1))
    }

    /// A blank between two characters of a short name, as in 银 发〔2026〕42号.
    private func isInnerBlank(_ index: Int, floor: Int) -> Bool {
        line[index] == 0x20 && index > floor && Line.isHan(line[index - 1]) && Line.isHan(line.at(index + 1))
            && (index - 1 == floor || line.at(index - 2) == 0x20)
    }

    private func english(year: Int, open: Int, number: Int, floor: Int) -> Found? {
        guard let digits = PrintedNumber.arabic(in: line, at: number, limit: 6) else { return nil }
        var start = open
        while start > floor, start > open - 80 {
            let value = line[start - 1]
            guard Line.isLatin(value) || value == 0x20 || value == 0x2D || value == 0x27 else { break }
            start -= 1
        }
        // In running text the name is the words with a capital right before the bracket.
        let words = line.trimmed(start..<open)
        guard !words.isEmpty else { return nil }
        var nameStart = words.upperBound
        var index = words.upperBound
        while index > words.lowerBound {
            var wordStart = index
            while wordStart > words.lowerBound, line[wordStart - 1] != 0x20 { wordStart -= 1 }
            guard wordStart < index, Line.isUpper(line[wordStart]) || line[wordStart..<index] == "fa" else { break }
            nameStart = wordStart
            index = wordStart
            while index > words.lowerBound, line[index - 1] == 0x20 { index -= 1 }
        }
        guard nameStart < words.upperBound else { return nil }
        let name = line.text(nameStart..<words.upperBound).split(separator: " ").joined(separator: " ")
        let text = "\(name) [\(year)] No. \(line.text(number..<digits.end))"
        return Found(text: text, range: nameStart..<digits.end)
    }

    private func skippingBlanks(_ index: Int) -> Int {
        var index = index
        while index < line.count, Line.isBlank(line[index]) { index += 1 }
        return index
    }

    private static let brackets: Set<UInt32> = [0x5B, 0x28]

    private static func closes(_ value: UInt32) -> Bool {
        value == 0x5D || value == 0x29
    }
}

extension Line {
    /// Whether the scalars of `range` print `word`.
    fileprivate subscript(range: Range<Int>) -> String { text(range) }
}
