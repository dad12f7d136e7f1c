import NoticeModel

/// Reads dates: 2026年2月6日, 二〇二六年二月六日, 2026-02-06, February 6, 2026.
struct DateReader {
    /// A date in a line.
    struct Found: Sendable, Hashable {
        let date: LegalDate
        /// The scalars of the line that print it.
        let range: Range<Int>
    }

    private let line: Line

    /// Reads `line`.
    init(_ line: Line) {
        self.line = line
    }

    /// The first date in `range`.
    func first(in range: Range<Int>) -> Found? {
        var index = range.lowerBound
        while index < range.upperBound {
            let value = line[index]
            let startsNumber = Line.isDigit(value) && !Line.isDigit(line.at(index - 1))
            if startsNumber || Line.isHan(value) || Line.isLatin(value) && !Line.isLatin(line.at(index - 1)),
                let found = date(at: index), found.range.upperBound <= range.upperBound
            {
                return found
            }
            index += 1
        }
        return nil
    }

    /// Whether `line` holds a date and nothing else.
    static func isDateOnly(_ line: Line) -> Bool {
        let range = line.trimmed(line.range)
        guard range.count <= 40, let first = range.first else { return false }
        return DateReader(line).date(at: first)?.range.upperBound == range.upperBound
    }

    /// The date that starts at `index`.
    private func date(at index: Int) -> Found? {
        if Line.isLatin(line[index]) { return english(at: index) }
        if Line.isDigit(line[index]), let dayFirst = dayFirst(at: index) { return dayFirst }
        guard let year = number(at: index, limit: 4), (1900...2199).contains(year.number) else { return nil }
        let yearEnd = line.at(skippingBlanks(year.end)) == 0x5E74 ? skippingBlanks(year.end) : year.end
        let separator = line.at(yearEnd)
        switch separator {
        case 0x5E74:
            guard let month = number(at: skippingBlanks(yearEnd + 1), limit: 2) else { return nil }
            let afterMonth = skippingBlanks(month.end)
            guard line.at(afterMonth) == 0x6708, let day = number(at: skippingBlanks(afterMonth + 1), limit: 2) else {
                return nil
            }
            let afterDay = skippingBlanks(day.end)
            guard line.at(afterDay) == 0x65E5 else { return nil }
            return found(year.number, month.number, day.number, index..<(afterDay + 1))
        case 0x2D, 0x2F, 0x2E:
            guard let month = PrintedNumber.arabic(in: line, at: year.end + 1, limit: 2),
                line.at(month.end) == separator,
                let day = PrintedNumber.arabic(in: line, at: month.end + 1, limit: 2)
            else { return nil }
            return found(year.number, month.number, day.number, index..<day.end)
        default:
            return nil
        }
    }

    /// September 15, 2021
    private func english(at index: Int) -> Found? {
        guard let month = month(at: index),
            let day = PrintedNumber.arabic(in: line, at: skippingBlanks(month.end), limit: 2)
        else { return nil }
        var next = day.end
        if line.at(next) == 0x2C { next += 1 }
        guard let year = PrintedNumber.arabic(in: line, at: skippingBlanks(next), limit: 4) else { return nil }
        return found(year.number, month.number, day.number, index..<year.end)
    }

    /// 15 September 2021
    private func dayFirst(at index: Int) -> Found? {
        guard let day = PrintedNumber.arabic(in: line, at: index, limit: 2), line.at(day.end) == 0x20,
            let month = month(at: skippingBlanks(day.end)),
            let year = PrintedNumber.arabic(in: line, at: skippingBlanks(month.end), limit: 4)
        else { return nil }
        return found(year.number, month.number, day.number, index..<year.end)
    }

    private func month(at index: Int) -> (number: Int, end: Int)? {
        for (place, name) in Self.months.enumerated() where line.has(name, at: index) {
            let end = index + name.count
            return Line.isLatin(line.at(end)) ? nil : (place + 1, end)
        }
        return nil
    }

    private func number(at index: Int, limit: Int) -> (number: Int, end: Int)? {
        PrintedNumber.arabic(in: line, at: index, limit: limit) ?? PrintedNumber.chinese(in: line, at: index)
    }

    private func found(_ year: Int, _ month: Int, _ day: Int, _ range: Range<Int>) -> Found? {
        LegalDate(year: year, month: month, day: day).map { Found(date: $0, range: range) }
    }

    private func skippingBlanks(_ index: Int) -> Int {
        var index = index
        while index < line.count, Line.isBlank(line[index]) { index += 1 }
        return index
    }

    private static let months: [Phrase] = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
