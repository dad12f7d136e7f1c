/// Reads the numbers that marks and dates are printed with.
enum PrintedNumber {
    /// Reads a Chinese numeral (十九, 一百零三, 廿一, 二〇二六) at `index` of `line`; blanks inside are not allowed.
    static func chinese(in line: Line, at index: Int) -> (number: Int, end: Int)? {
        var end = index
        while end < line.count, end - index < 12, digit(line[end]) != nil || unit(line[end]) != nil { end += 1 }
        guard end > index else { return nil }
        return chinese(line.scalars[index..<end]).map { ($0, end) }
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

    private static func chinese(_ scalars: ArraySlice<UInt32>) -> Int? {
        let digits = scalars.compactMap(digit)
        if digits.count == scalars.count {
            guard digits.count > 1 else { return digits.first }
            return digits.reduce(0) { $0 * 10 + $1 }
        }
        var total = 0
        var pending: Int?
        for scalar in scalars {
            if let digit = digit(scalar) {
                guard pending == nil || pending == 0 else { return nil }
                pending = digit
            } else if let unit = unit(scalar) {
                total += (pending ?? 1) * unit
                pending = nil
            }
        }
        return total + (pending ?? 0)
    }

    private static func digit(_ value: UInt32) -> Int? {
        switch value {
        case 0x3007, 0x96F6, 0x25CB: 0
        case 0x4E00, 0x58F9: 1
        case 0x4E8C, 0x8D30, 0x4E24: 2
        case 0x4E09, 0x53C1: 3
        case 0x56DB, 0x8086: 4
        case 0x4E94, 0x4F0D: 5
        case 0x516D, 0x9646: 6
        case 0x4E03, 0x67D2: 7
        case 0x516B, 0x634C: 8
        case 0x4E5D, 0x7396: 9
        default: nil
        }
    }

    private static func unit(_ value: UInt32) -> Int? {
        switch value {
        case 0x5341, 0x62FE: 10
        case 0x5EFF: 20
        case 0x5345: 30
        case 0x767E, 0x4F70: 100
        case 0x5343, 0x4EDF: 1000
        default: nil
        }
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
