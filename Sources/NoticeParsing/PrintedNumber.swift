import LegalText

/// Reads the numbers that marks and dates are printed with.
enum PrintedNumber {
    /// Reads a Chinese numeral (十九, 一百零三, 廿一, 二〇二六) at `index` of `line`; blanks inside are not allowed.
    static func chinese(in line: Line, at index: Int) -> (number: Int, end: Int)? {
        var end = index
        while end < line.count, end - index < 12, isChineseNumeral(line[end]) { end += 1 }
        guard end > index else { return nil }
        return ChineseNumeral.value(of: line.text(index..<end)).map { ($0, end) }
    }

    /// Whether a folded scalar can stand in a Chinese numeral; Western digits don't.
    private static func isChineseNumeral(_ value: UInt32) -> Bool {
        guard value > 0x7F, let scalar = Unicode.Scalar(value) else { return false }
        return ChineseNumeral.isNumeral(scalar) || value == 0x25CB
    }

    /// Reads ASCII digits at `index` of `line`, at most `limit` of them.
    static func arabic(in line: Line, at index: Int, limit: Int) -> (number: Int, end: Int)? {
        var end = index
        var number = 0
        while end < line.count, end - index < limit, Line.isDigit(line[end]) {
            number = number * 10 + Int(line[end] - 0x30)
            end += 1
        }
        guard end > index, !Line.isDigit(line.at(end)) else { return nil }
        return (number, end)
    }

    /// Reads a Roman numeral up to 399, in one case, at `index` of `line`.
    static func roman(in line: Line, at index: Int) -> (number: Int, end: Int)? {
        var values: [Int] = []
        var end = index
        let isUpper = Line.isUpper(line.at(index))
        while end < line.count, let value = romanValue(line[end]), Line.isUpper(line[end]) == isUpper {
            values.append(value)
            end += 1
        }
        guard !values.isEmpty, values.count <= 10, !Line.isLatin(line.at(end)) else { return nil }
        var number = 0
        for (place, value) in values.enumerated() {
            let next = place + 1 < values.count ? values[place + 1] : 0
            number += value < next ? -value : value
        }
        guard number > 0, romanText(number) == values else { return nil }
        return (number, end)
    }

    private static func romanValue(_ value: UInt32) -> Int? {
        switch value | 0x20 {
        case 0x69: 1
        case 0x76: 5
        case 0x78: 10
        case 0x6C: 50
        case 0x63: 100
        default: nil
        }
    }

    /// The values of a number's Roman letters as it ought to be written.
    private static func romanText(_ number: Int) -> [Int]? {
        guard number < 400 else { return nil }
        let ones = [[], [1], [1, 1], [1, 1, 1], [1, 5], [5], [5, 1], [5, 1, 1], [5, 1, 1, 1], [1, 10]]
        let tens = ones.map { $0.map { $0 * 10 } }
        return Array(repeating: 100, count: number / 100) + tens[number / 10 % 10] + ones[number % 10]
    }
}
