import LegalText

/// The numbers of a clause in reading order, without those of provisions (第三十条).
struct Quantities {
    /// The numbers, in units where a unit is written with them: 五万 is 50,000.
    private(set) var values: [Int] = []

    /// The numbers as durations in hours, where each of them is one.
    let durations: [Int]?

    /// Reads the numbers of `text`.
    init(_ text: String) {
        var units: [Int?] = []
        for piece in Self.pieces(of: text) {
            if let value = piece.value {
                values.append(value)
                units.append(nil)
            } else if !units.isEmpty, units[units.count - 1] == nil {
                units[units.count - 1] = Self.hours(in: String(piece.text.drop { $0 == " " }.prefix(14)))
            }
        }
        let known = units.compactMap(\.self)
        durations =
            known.count == values.count ? zip(values, known).map { $0.multipliedReportingOverflow(by: $1).0 } : nil
    }

    /// `text` with one mark in place of each number, in lower case and without plurals' endings and blanks.
    static func masked(_ text: String) -> String {
        let masked = pieces(of: text).map { $0.value == nil ? $0.text : "#" }.joined()
        return masked.replacing(" ", with: "").replacing("days", with: "day").replacing("years", with: "year")
            .replacing("months", with: "month").replacing("offences", with: "offence")
    }

    /// The hours of the unit of time that `text` begins with, or `nil` where it begins with none.
    static func hours(in text: String) -> Int? {
        units.first { text.hasPrefix($0.name) }?.hours
    }

    // MARK: - Reading

    private struct Piece {
        let text: String
        let value: Int?
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var plain = ""
        var run = ""
        func close() {
            if !plain.isEmpty { pieces.append(Piece(text: plain, value: nil)) }
            plain = ""
        }
        func closeRun() {
            guard !run.isEmpty else { return }
            let digits = run.replacing(",", with: "").replacing("，", with: "")
            if plain.last != "第", let value = value(of: digits) {
                close()
                pieces.append(Piece(text: run, value: value))
            } else {
                plain += run
            }
            run = ""
        }
        var word = ""
        func closeWord() {
            guard !word.isEmpty else { return }
            if let value = words[word] {
                close()
                pieces.append(Piece(text: word, value: value))
            } else {
                plain += word
            }
            word = ""
        }
        for character in text.lowercased() {
            let isNumeral = character.unicodeScalars.allSatisfy(ChineseNumeral.isNumeral)
            if isNumeral || (character == "," && run.last?.isASCII ?? false) {
                closeWord()
                run.append(character)
            } else if character.isASCII, character.isLetter {
                closeRun()
                word.append(character)
            } else {
                closeRun()
                closeWord()
                plain.append(character)
            }
        }
        closeRun()
        closeWord()
        close()
        return pieces
    }

    private static func value(of run: String) -> Int? {
        if let value = ChineseNumeral.value(of: run) { return value }
        guard let unit = run.last, unit == "万" || unit == "亿", let value = Int(run.dropLast()) else { return nil }
        let (product, overflows) = value.multipliedReportingOverflow(by: unit == "万" ? 10_000 : 100_000_000)
        return overflows ? nil : product
    }

    private static let words = [
        "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
        "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "sixty": 60, "ninety": 90,
        "hundred": 100,
    ]

    private static let units: [(name: String, hours: Int)] = [
        ("个工作日", 24), ("个自然日", 24), ("工作日", 24), ("个月", 720), ("年", 8760), ("月", 720), ("日", 24), ("天", 24), ("周", 168),
        ("小时", 1), ("working day", 24), ("business day", 24), ("year", 8760), ("month", 720), ("week", 168),
        ("day", 24), ("hour", 1),
    ]
}
