/// Reads and writes the numerals that Chinese legal texts number their provisions with.
public enum ChineseNumeral {
    /// The number that the whole of `text` writes, or `nil` where it isn't one numeral.
    ///
    /// Reads units (`二十一`, `一千零五`, `廿三`), positions (`二〇二六`), the forms of contracts (`壹佰贰拾`), and ASCII or
    /// full-width digits (`21`, `２１`). Doubtful forms are not guessed at: `一百五` is `nil`, for it could be 105 or 150.
    public static func value(of text: some StringProtocol) -> Int? {
        let symbols = text.unicodeScalars.map(Symbol.init)
        if symbols.isEmpty || symbols.contains(.other) { return nil }
        if symbols.allSatisfy(\.isWesternDigit) {
            return positionalValue(of: symbols)
        }
        if symbols.contains(where: \.isWesternDigit) { return nil }
        if symbols.contains(where: \.isUnit) {
            return additiveValue(of: symbols)
        }
        // A lone letter O is a letter; beside Chinese digits it is a zero that somebody typed.
        return symbols.contains(where: \.isChineseDigit) ? positionalValue(of: symbols) : nil
    }

    /// Whether `scalar` can stand in a numeral.
    public static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
        switch Symbol(scalar) {
        case .other, .looksLikeZero: false
        default: true
        }
    }

    /// The number in Chinese with units, such as `二十一`; numbers below zero begin with `负`.
    public static func text(_ number: Int) -> String {
        guard number != 0 else { return "零" }
        var rest = number.magnitude
        var sections: [Int] = []
        while rest > 0 {
            sections.append(Int(rest % 10_000))
            rest /= 10_000
        }
        var text = ""
        for (power, section) in sections.enumerated().reversed() {
            let isBelowEight = power > 0 && power % 2 == 0
            guard section > 0 else {
                // 亿 is written even where its own four digits are zeros, if 万亿 came before it.
                if isBelowEight && !text.isEmpty && sections[power + 1] > 0 { text += "亿" }
                continue
            }
            if !text.isEmpty && section < 1000 { text += "零" }
            text += sectionText(section)
            text += power == 0 ? "" : power % 2 == 1 ? "万" : String(repeating: "亿", count: power / 2)
        }
        if text.hasPrefix("一十") { text.removeFirst() }
        return number < 0 ? "负" + text : text
    }
}

extension ChineseNumeral {
    /// What one scalar does in a numeral.
    private enum Symbol: Equatable {
        case westernDigit(Int)
        case chineseDigit(Int)
        case looksLikeZero
        /// 十, 百 or 千.
        case unit(Int)
        /// 廿, 卅 or 卌: tens in one character.
        case tens(Int)
        /// 万 or 亿.
        case section(Int)
        case other

        var isWesternDigit: Bool {
            if case .westernDigit = self { true } else { false }
        }

        var isChineseDigit: Bool {
            if case .chineseDigit = self { true } else { false }
        }

        var isUnit: Bool {
            switch self {
            case .unit, .tens, .section: true
            default: false
            }
        }

        var digit: Int? {
            switch self {
            case .westernDigit(let digit), .chineseDigit(let digit): digit
            case .looksLikeZero: 0
            default: nil
            }
        }

        init(_ scalar: Unicode.Scalar) {
            switch scalar {
            case "0"..."9": self = .westernDigit(Int(scalar.value - 0x30))
            case "０"..."９": self = .westernDigit(Int(scalar.value - 0xFF10))
            case "零", "〇": self = .chineseDigit(0)
            case "O", "o", "Ｏ", "ｏ", "○", "◯": self = .looksLikeZero
            case "一", "壹", "弌": self = .chineseDigit(1)
            case "二", "贰", "貳", "弍", "两", "兩": self = .chineseDigit(2)
            case "三", "叁", "叄": self = .chineseDigit(3)
            case "四", "肆": self = .chineseDigit(4)
            case "五", "伍": self = .chineseDigit(5)
            case "六", "陆", "陸": self = .chineseDigit(6)
            case "七", "柒": self = .chineseDigit(7)
            case "八", "捌": self = .chineseDigit(8)
            case "九", "玖": self = .chineseDigit(9)
            case "十", "拾": self = .unit(10)
            case "百", "佰": self = .unit(100)
            case "千", "仟": self = .unit(1000)
            case "廿": self = .tens(20)
            case "卅": self = .tens(30)
            case "卌": self = .tens(40)
            case "万", "萬": self = .section(10_000)
            case "亿", "億": self = .section(100_000_000)
            default: self = .other
            }
        }
    }

    private static func positionalValue(of symbols: [Symbol]) -> Int? {
        var value = 0
        for symbol in symbols {
            guard let digit = symbol.digit else { return nil }
            let (shifted, tooLong) = value.multipliedReportingOverflow(by: 10)
            let (sum, tooLarge) = shifted.addingReportingOverflow(digit)
            if tooLong || tooLarge { return nil }
            value = sum
        }
        return value
    }

    /// The value of a numeral with units, which must descend, each with a digit before it.
    private static func additiveValue(of symbols: [Symbol]) -> Int? {
        var total = 0
        var section = SectionReading()
        var lastSectionUnit = Int.max
        for symbol in symbols {
            guard case .section(let unit) = symbol else {
                guard section.read(symbol) else { return nil }
                continue
            }
            guard let value = section.isUnread ? 0 : section.value else { return nil }
            if unit < lastSectionUnit, value > 0 {
                total += value * unit
            } else if unit > lastSectionUnit, lastSectionUnit == 10_000, total > 0 {
                // 一万二千亿: 亿 multiplies all that came before it.
                total = (total + value) * unit
            } else {
                return nil
            }
            lastSectionUnit = unit
            section = SectionReading(isAfterSection: true)
        }
        if section.isUnread { return total }
        guard let value = section.value else { return nil }
        return total + value
    }

    /// The state of reading the part of a numeral below 万.
    private struct SectionReading {
        private var sum = 0
        private var pendingDigit: Int?
        private var hasZero = false
        private var lastUnit = 10_000
        private let isAfterSection: Bool
        private(set) var isUnread = true

        init(isAfterSection: Bool = false) {
            self.isAfterSection = isAfterSection
        }

        /// Takes the next symbol, or returns `false` where it can't stand here.
        mutating func read(_ symbol: Symbol) -> Bool {
            defer { isUnread = false }
            switch symbol {
            case .chineseDigit(0):
                // A zero fills the gap below 百, 千 or 万, and stands there once.
                guard pendingDigit == nil, !hasZero, lastUnit > 10, sum > 0 || isAfterSection else { return false }
                hasZero = true
            case .chineseDigit(let digit):
                guard pendingDigit == nil else { return false }
                pendingDigit = digit
            case .unit(let unit):
                guard unit < lastUnit, !hasZero || unit * 10 < lastUnit else { return false }
                // Only 十 stands without a digit: 十五, and in older texts 一百十五.
                guard let digit = pendingDigit ?? (unit == 10 ? 1 : nil) else { return false }
                take(digit * unit, unit: unit)
            case .tens(let value):
                guard pendingDigit == nil, lastUnit > 10, !hasZero || lastUnit > 100 else { return false }
                take(value, unit: 10)
            case .westernDigit, .looksLikeZero, .section, .other:
                return false
            }
            return true
        }

        private mutating func take(_ value: Int, unit: Int) {
            sum += value
            pendingDigit = nil
            hasZero = false
            lastUnit = unit
        }

        /// The value of the section, or `nil` where it breaks off or leaves a digit without its unit.
        var value: Int? {
            guard let pendingDigit else { return hasZero || isUnread ? nil : sum }
            let isPlain = lastUnit == 10 || hasZero || (sum == 0 && !isAfterSection)
            return isPlain ? sum + pendingDigit : nil
        }
    }

    private static func sectionText(_ section: Int) -> String {
        let digits: [Character] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"]
        var text = ""
        var rest = section
        for (unit, name) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
            let digit = rest / unit
            rest %= unit
            if digit > 0 {
                text.append(digits[digit])
                text += name
            } else if !text.isEmpty && rest > 0 && !text.hasSuffix("零") {
                text += "零"
            }
        }
        return text
    }
}
