package import LegalText

/// How far a batch is, on one line.
package enum ProgressText {
    /// The line: a bar and a percentage where the size of the input is known, rows, rate, time left, flagged so far.
    ///
    /// - Parameters:
    ///   - rows: The rows so far.
    ///   - flagged: The flagged ones among them.
    ///   - share: The share of the input that was read, from 0 to 1, or `nil` where its size isn't known.
    ///   - seconds: The time that it took.
    ///   - barWidth: The characters of the bar; 0 for none.
    ///   - language: The language of the words.
    /// - Returns: The line, without its end.
    package static func line(
        rows: Int,
        flagged: Int,
        share: Double?,
        seconds: Double,
        barWidth: Int,
        in language: LocalizedText.Language
    ) -> String {
        func said(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)[language] }
        var parts: [String] = []
        let rate = seconds > 0 ? Double(rows) / seconds : 0
        if let share {
            let share = min(1, max(0, share))
            if barWidth > 0 {
                let filled = Int(share * Double(barWidth))
                parts.append(String(repeating: "█", count: filled) + String(repeating: "░", count: barWidth - filled))
            }
            parts.append("\(Int(share * 100)) %")
        }
        parts.append("\(ScreeningChart.grouped(rows)) \(said("行", "rows"))")
        parts.append("\(ScreeningChart.grouped(Int(rate))) \(said("行/秒", "rows/s"))")
        if let share, share > 0.005, share < 1 {
            let rest = duration(seconds / share * (1 - share), in: language)
            parts.append(said("还需 \(rest)", "\(rest) left"))
        }
        parts.append(said("命中 \(ScreeningChart.grouped(flagged))", "\(ScreeningChart.grouped(flagged)) flagged"))
        return parts.joined(separator: "  ")
    }

    private static func duration(_ seconds: Double, in language: LocalizedText.Language) -> String {
        let seconds = Int(min(seconds, 360_000).rounded(.up))
        let (hour, minute, second) = language == .zh ? ("小时", "分", "秒") : ("h", "min", "s")
        if seconds < 60 { return "\(seconds) \(second)" }
        if seconds < 3600 { return "\(seconds / 60) \(minute) \(seconds % 60) \(second)" }
        return "\(seconds / 3600) \(hour) \(seconds / 60 % 60) \(minute)"
    }
}
