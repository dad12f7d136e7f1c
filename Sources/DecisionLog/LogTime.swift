#if Service
    internal import Glibc

    /// A moment, to the millisecond, in UTC.
    package struct LogTime: Sendable, Hashable, Comparable {
        /// Milliseconds since 1970-01-01T00:00:00Z.
        package let milliseconds: Int

        /// Creates a moment.
        package init(milliseconds: Int) {
            self.milliseconds = milliseconds
        }

        /// The moment of the call.
        package static func now() -> LogTime {
            var time = timespec()
            clock_gettime(CLOCK_REALTIME, &time)
            return LogTime(milliseconds: time.tv_sec * 1000 + time.tv_nsec / 1_000_000)
        }

        /// Reads a moment as RFC 3339 writes it in UTC, `2026-11-22T16:21:10.123Z`, the fraction up to nine digits or left out,
        /// or a day, `2026-11-22`, which is its first moment in China.
        package init?(_ text: String) {
            let bytes = Array(text.utf8)
            guard let day = CalendarDay(String(decoding: bytes.prefix(10), as: UTF8.self)) else { return nil }
            if bytes.count == 10 {
                milliseconds = (day.number * 86_400 - Self.chinaOffset) * 1000
                return
            }
            guard bytes.count >= 20, bytes[10] == UInt8(ascii: "T"), bytes.last == UInt8(ascii: "Z") else { return nil }
            let clock = bytes[11..<19]
            guard clock[13] == UInt8(ascii: ":"), clock[16] == UInt8(ascii: ":"),
                let hour = Self.number(clock[11..<13]), let minute = Self.number(clock[14..<16]),
                let second = Self.number(clock[17..<19]), hour < 24, minute < 60, second < 60
            else { return nil }
            let fraction = bytes[19..<(bytes.count - 1)]
            guard fraction.isEmpty || (fraction.first == UInt8(ascii: ".") && (2...10).contains(fraction.count)) else {
                return nil
            }
            guard let digits = Self.number(Array((fraction.dropFirst() + Array("000".utf8)).prefix(3))[...]),
                fraction.dropFirst().allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
            else { return nil }
            milliseconds = ((day.number * 24 + hour) * 60 + minute) * 60_000 + second * 1000 + digits
        }

        private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
            digits.reduce(0 as Int?) { value, digit in
                guard let value, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
                return value * 10 + Int(digit - UInt8(ascii: "0"))
            }
        }

        /// Seconds by which clocks in China are ahead of UTC.
        private static let chinaOffset = 8 * 3600

        /// The day that it is in China, where the deadlines run.
        package var dayInChina: CalendarDay {
            CalendarDay(number: Self.floor(milliseconds + Self.chinaOffset * 1000, 86_400_000))
        }

        /// Earlier moments first.
        package static func < (left: LogTime, right: LogTime) -> Bool {
            left.milliseconds < right.milliseconds
        }

        fileprivate static func floor(_ value: Int, _ divisor: Int) -> Int {
            value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
        }
    }

    extension LogTime: CustomStringConvertible {
        /// The moment as RFC 3339 writes it, always with three digits of milliseconds.
        package var description: String {
            let day = Self.floor(milliseconds, 86_400_000)
            let rest = milliseconds - day * 86_400_000
            func padded(_ value: Int, _ width: Int = 2) -> String {
                let digits = String(value)
                return String(repeating: "0", count: max(0, width - digits.count)) + digits
            }
            let clock = "\(padded(rest / 3_600_000)):\(padded(rest / 60_000 % 60)):\(padded(rest / 1000 % 60))"
            return "\(CalendarDay(number: day))T\(clock).\(padded(rest % 1000, 3))Z"
        }
    }
#endif
