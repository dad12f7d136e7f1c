#if Service
    /// A day of the calendar, such as the one until which a finding is waived; days in China, where nothing else is said.
    package struct CalendarDay: Sendable, Hashable, Comparable {
        /// Days since 1970-01-01.
        let number: Int

        init(number: Int) {
            self.number = number
        }

        /// Reads a day as `2026-02-06`; `nil` for anything else, and for a day that there isn't.
        package init?(_ text: String) {
            let bytes = Array(text.utf8)
            guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
            let digits = [0, 1, 2, 3, 5, 6, 8, 9].map { Int(bytes[$0]) - Int(UInt8(ascii: "0")) }
            guard digits.allSatisfy((0...9).contains) else { return nil }
            let year = digits[0...3].reduce(0) { $0 * 10 + $1 }
            let (month, day) = (digits[4] * 10 + digits[5], digits[6] * 10 + digits[7])
            guard (1...12).contains(month), (1...31).contains(day) else { return nil }
            // Years begin in March, so that the odd day is the last of one (Hinnant, "chrono-compatible date algorithms").
            let shifted = month > 2 ? year : year - 1
            let era = (shifted >= 0 ? shifted : shifted - 399) / 400
            let ofEra = shifted - era * 400
            let ofYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
            number = era * 146_097 + ofEra * 365 + ofEra / 4 - ofEra / 100 + ofYear - 719_468
            // 2026-02-30 is the second of March.
            guard description == text else { return nil }
        }

        /// Earlier days first.
        package static func < (left: CalendarDay, right: CalendarDay) -> Bool {
            left.number < right.number
        }
    }

    extension CalendarDay: CustomStringConvertible {
        /// The day as `2026-02-06`.
        package var description: String {
            let shifted = number + 719_468
            let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
            let ofEra = shifted - era * 146_097
            let years = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
            let ofYear = ofEra - (365 * years + years / 4 - years / 100)
            let month = (5 * ofYear + 2) / 153
            let day = ofYear - (153 * month + 2) / 5 + 1
            let calendarMonth = month < 10 ? month + 3 : month - 9
            let year = years + era * 400 + (calendarMonth <= 2 ? 1 : 0)
            func padded(_ value: Int, _ width: Int) -> String {
                let digits = String(value)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
            return "\(padded(year, 4))-\(padded(calendarMonth, 2))-\(padded(day, 2))"
        }
    }

    extension CalendarDay: Codable {
        /// Reads a day from a string.
        package init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            let text = try container.decode(String.self)
            guard let day = CalendarDay(text) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day: \(text)")
            }
            self = day
        }

        /// Writes the day as a string.
        package func encode(to encoder: any Encoder) throws {
            var container = encoder.singleValueContainer()
            try container.encode(description)
        }
    }
#endif
