package import LegalText
internal import RecordModel
package import Screening

/// The counts of a batch in a few plain lines, for standard error.
package enum SummaryText {
    /// The counts, each on a line, in `language`.
    package static func text(_ summary: ScreeningSummary, in language: LocalizedText.Language) -> String {
        var texts = [
            LocalizedText(
                zh: "共 \(summary.rows) 行：\(counts(summary, .zh))",
                en: "\(summary.rows) rows: \(counts(summary, .en))"
            )
        ]
        if summary.rejected > 0 {
            texts.append(
                LocalizedText(zh: "\(summary.rejected) 行无法读取", en: "\(summary.rejected) rows rejected")
            )
        }
        if summary.ragged > 0 {
            texts.append(
                LocalizedText(
                    zh: "\(summary.ragged) 行末尾缺少单元格或多出空单元格，已照常筛查",
                    en: "\(summary.ragged) rows screened that had cells missing at the end, or empty ones too many"
                )
            )
        }
        if summary.passed > 0 {
            let read = summary.rows - summary.passed
            let share = percent(read, of: summary.rows)
            texts.append(
                LocalizedText(
                    zh: "\(read) 行（\(share)）含有规则所查的词，已逐字核对",
                    en: "\(read) rows (\(share)) held a word that rules look for, and were read in full"
                )
            )
        }
        var lines = texts.map { $0[language] }
        let headings = [
            LocalizedText(zh: "按条文：", en: "by article:"), LocalizedText(zh: "按规则：", en: "by rule:"),
        ]
        let articles = summary.articles.sorted {
            ScreeningChart.articleOrder($0.key) < ScreeningChart.articleOrder($1.key)
        }
        let rules = summary.rules.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        let width = (articles + rules).map { String($0.value).count }.max() ?? 0
        for (heading, counts) in zip(headings, [articles, rules]) where !counts.isEmpty {
            lines.append(heading[language])
            for (name, count) in counts {
                let digits = String(count)
                lines.append("  " + String(repeating: " ", count: width - digits.count) + "\(digits)  \(name)")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Such as `0.5 %`; rounded up, so that only nothing at all is 0.
    private static func percent(_ part: Int, of whole: Int) -> String {
        let hundredths = (part * 10_000 + whole - 1) / max(1, whole)
        let rest = hundredths % 100
        return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest) %"
    }

    private static func counts(_ summary: ScreeningSummary, _ language: LocalizedText.Language) -> String {
        Verdict.Level.allCases.reversed().map { level in
            switch language {
            case .zh: "\(level == .clear ? "未命中" : Wording.label(of: level, in: .zh)) \(summary.count(of: level))"
            case .en: "\(summary.count(of: level)) \(level == .clear ? "no finding" : level.rawValue)"
            }
        }
        .joined(separator: language == .zh ? "，" : ", ")
    }
}
