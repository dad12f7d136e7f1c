internal import Foundation
internal import MarkupReading

/// How the numbers of a workbook are shown, as far as it changes what they say: dates, times, leading zeros.
///
/// Dates are given as 2026-02-06, whatever order the sheet shows day and month in, so that no reader takes one for the
/// other.
struct CellStyles {
    private enum Form {
        case number
        case date
        case time
        case dateAndTime
        /// At least so many digits: 000000.
        case padded(Int)
    }

    private var forms: [Form] = []
    private let usesEpoch1904: Bool

    /// Reads the styles of `part`, or none where the workbook has no such part.
    init(part name: String?, at path: String, usesEpoch1904: Bool) throws(WorkbookError) {
        self.usesEpoch1904 = usesEpoch1904
        guard let name, let part = try WorkbookPart(name, at: path) else { return }
        var codes: [Int: String] = [:]
        var isInCellFormats = false
        while let event = try part.next() {
            switch event {
            case .start("numFmt"):
                if let id = part.attribute("numFmtId").flatMap({ Int($0) }) { codes[id] = part.attribute("formatCode") }
            case .start("cellXfs"): isInCellFormats = true
            case .end("cellXfs"): isInCellFormats = false
            case .start("xf") where isInCellFormats:
                let id = part.attribute("numFmtId").flatMap { Int($0) } ?? 0
                forms.append(codes[id].map(Self.form) ?? Self.builtIn(id))
            default: continue
            }
        }
    }

    /// What the cell with `value` shows under the style with the number `style`.
    func text(of value: String, style: Int?) -> String {
        guard let number = Double(value), number.isFinite else { return value }
        switch style.flatMap({ forms.indices.contains($0) ? forms[$0] : nil }) ?? .number {
        case .number: return Self.plain(number, value)
        case .padded(let digits):
            let text = Self.plain(number, value)
            return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
        case .date: return date(number).day ?? value
        case .time: return date(number).time
        case .dateAndTime:
            let (day, time) = date(number)
            guard let day else { return value }
            return time == "00:00:00" ? day : "\(day) \(time)"
        }
    }

    /// A number without an exponent and without the noise of binary fractions, as far as fifteen digits go; whole numbers, which
    /// may be long keys, keep every digit.
    private static func plain(_ number: Double, _ value: String) -> String {
        let isWhole = value.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
        let hasExponent = value.utf8.contains { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }
        if isWhole || !hasExponent && value.utf8.count <= 16 { return value }
        if number == number.rounded(), abs(number) < 1e18 { return String(Int64(number)) }
        return String(format: "%.15g", number)
    }

    private func date(_ serial: Double) -> (day: String?, time: String) {
        let seconds = Int((serial - serial.rounded(.down)) * 86_400 + 0.5)
        var days = Int(clamping: Int64(serial.rounded(.down).clamped(to: -1e9...1e9))) + seconds / 86_400
        let second = seconds % 86_400
        let time = [second / 3600, second / 60 % 60, second % 60].map(Self.twoDigits).joined(separator: ":")
        if usesEpoch1904 { days += 1462 }
        // Day 60 is the 29th of February 1900, which never was.
        guard days >= 1, days < 2_958_466 else { return (nil, time) }
        let (year, month, day) = Self.civil(days < 60 ? days - 25_568 : days - 25_569)
        return ("\(year)-\(Self.twoDigits(month))-\(Self.twoDigits(day))", time)
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }

    /// The date that is `days` after the 1st of January 1970, in the Gregorian calendar.
    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let month = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * month + 2) / 5 + 1
        let civilMonth = month < 10 ? month + 3 : month - 9
        return (yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, day)
    }

    /// The formats that have a number and no code in the file; those from 27 on are the Chinese and Japanese ones.
    private static func builtIn(_ id: Int) -> Form {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: .date
        case 18...21, 32...35, 45...47, 55, 56: .time
        case 22: .dateAndTime
        default: .number
        }
    }

    /// What a format's code, such as `yyyy"年"m"月"d"日"`, makes of a number.
    private static func form(_ code: String) -> Form {
        let letters = significantLetters(of: code)
        let holdsDay = letters.contains { "yd".contains($0) } || !letters.isEmpty && letters.allSatisfy { $0 == "m" }
        let holdsTime = letters.contains { "hs".contains($0) }
        if holdsDay { return holdsTime ? .dateAndTime : .date }
        if holdsTime { return .time }
        if !code.isEmpty, code.allSatisfy({ $0 == "0" }) { return .padded(code.count) }
        return .number
    }

    /// The letters of the code's first section that stand for parts of a date, without what is quoted or in brackets.
    private static func significantLetters(of code: String) -> String {
        var letters = ""
        var isQuoted = false
        var bracketed: String?
        var isEscaped = false
        for character in code.lowercased() {
            if isEscaped {
                isEscaped = false
                continue
            }
            switch character {
            case "\"": isQuoted.toggle()
            case _ where isQuoted: continue
            case "[": bracketed = ""
            case "]":
                // Hours that go on past a day stand in brackets; so do colours and languages.
                if let content = bracketed, let first = content.first, "hms".contains(first),
                    content.allSatisfy({ $0 == first })
                {
                    letters += content
                }
                bracketed = nil
            case _ where bracketed != nil: bracketed?.append(character)
            case "\\", "_", "*": isEscaped = true
            case ";": return letters
            case "y", "m", "d", "h", "s": letters.append(character)
            default: continue
            }
        }
        return letters
    }
}

extension Double {
    fileprivate func clamped(to limits: ClosedRange<Double>) -> Double {
        Swift.min(Swift.max(self, limits.lowerBound), limits.upperBound)
    }
}
