import LegalText

/// The numbers of a clause in reading order, without those of provisions (第三十条).
struct Quantities {
    /// The numbers, in units where a unit is written with them: 五万 is 50,000.
    private(set) var values: [Int] = []

    /// Reads the numbers of `text`.
    init(_ text: String) {
        var run = ""
        var previous: Character?
        var before: Character?
        for character in text + "。" {
            let isNumeral = character.unicodeScalars.allSatisfy(ChineseNumeral.isNumeral)
            if isNumeral {
                if run.isEmpty { before = previous }
                run.append(character)
            } else if !run.isEmpty, character != "," {
                if before != "第", let value = Self.value(of: run) { values.append(value) }
                run = ""
            }
            previous = character
        }
    }

    private static func value(of run: String) -> Int? {
        if let value = ChineseNumeral.value(of: run) { return value }
        guard let unit = run.last, unit == "万" || unit == "亿", let value = Int(run.dropLast()) else { return nil }
        let (product, overflows) = value.multipliedReportingOverflow(by: unit == "万" ? 10_000 : 100_000_000)
        return overflows ? nil : product
    }
}
