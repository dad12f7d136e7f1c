import LegalText

/// The numbers of a passage by their values, so that 2021年9月15日 and "September 15, 2021" hold the same ones.
struct PassageNumbers {
    /// The values that digits write, with how often they stand there; 5万 is 50000.
    private(set) var written: [String: Int] = [:]

    /// The values that words may write: "ten", 十.
    private(set) var spelt: Set<String> = []

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]

    private static let numberWords = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17,
        "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
        "hundred": 100, "half": 2,
    ]

    init(_ text: some StringProtocol, isChinese: Bool) {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        while index < scalars.count {
            if Self.isDigit(scalars[index]) {
                read(scalars, &index, isChinese: isChinese)
            } else if isChinese, ChineseNumeral.isNumeral(scalars[index]) {
                let start = index
                while index < scalars.count, ChineseNumeral.isNumeral(scalars[index]), !Self.isDigit(scalars[index]) {
                    index += 1
                }
                let words = String(String.UnicodeScalarView(scalars[start..<index]))
                if let value = ChineseNumeral.value(of: words) { spelt.insert(String(value)) }
            } else {
                index += 1
            }
        }
        guard !isChinese else { return }
        let words = EnglishWords(text).words
        for (place, word) in words.enumerated() {
            if let value = Self.numberWords[word] { spelt.insert(String(value)) }
            // "may" is a month only beside a number.
            guard let month = Self.months.firstIndex(of: word) else { continue }
            let neighbours = [place - 1, place + 1].filter(words.indices.contains).map { words[$0] }
            if neighbours.contains(where: { $0.allSatisfy(\.isNumber) }) {
                written[String(month + 1), default: 0] += 1
            }
        }
    }

    /// The values that digits write here more often than `other` writes them at all.
    func missing(from other: PassageNumbers) -> [String] {
        written.filter { value, count in
            other.written[value, default: 0] < count && !other.spelt.contains(value)
        }.keys.sorted { ($0.count, $0) < ($1.count, $1) }
    }

    private mutating func read(_ scalars: [Unicode.Scalar], _ index: inout Int, isChinese: Bool) {
        var digits = ""
        while index < scalars.count {
            let scalar = scalars[index]
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            if Self.isDigit(scalar) {
                digits.unicodeScalars.append(
                    scalar.value < 0x80 ? scalar : Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
                )
            } else if scalar == ".", let next, Self.isDigit(next) {
                digits += "."
            } else if scalar != "," || !(next.map(Self.isDigit) ?? false) || isChinese {
                break
            }
            index += 1
        }
        var value = Double(digits) ?? 0
        let rest = String(String.UnicodeScalarView(scalars[index...].prefix(12))).lowercased().drop { $0 == " " }
        if let (_, factor) = Self.factors.first(where: { rest.hasPrefix($0.0) }) { value *= factor }
        let text = value == value.rounded() && value < 1e15 ? String(Int(value)) : String(value)
        written[text, default: 0] += 1
    }

    private static let factors: [(String, Double)] = [
        ("万亿", 1e12), ("万", 1e4), ("亿", 1e8), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9), ("trillion", 1e12),
    ]

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || ("\u{FF10}"..."\u{FF19}").contains(scalar)
    }
}
