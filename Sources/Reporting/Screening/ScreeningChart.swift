import LegalText
import RecordModel
import RuleEngine
import Screening

/// Bar charts of a batch as inline SVG.
struct ScreeningChart {
    private let options: ScreeningReportOptions

    init(_ options: ScreeningReportOptions) {
        self.options = options
    }

    private struct Bar {
        let label: String
        let count: Int
        /// The class that gives its colour.
        let kind: String
    }

    private static let labelWidth = 190
    private static let barWidth = 170
    private static let lineHeight = 26

    /// The records that were flagged, by verdict.
    func verdicts(_ summary: ScreeningSummary) -> String {
        let bars = Verdict.Level.allCases.reversed().filter { $0 > .clear }.map { level in
            Bar(
                label: Wording.label(of: level, in: options.language),
                count: summary.count(of: level),
                kind: level.rawValue
            )
        }
        return chart(bars, title: options.language == .zh ? "按结论（行）" : "By verdict (rows)")
    }

    /// The records with a finding under each article.
    func articles(_ summary: ScreeningSummary) -> String {
        let titles = Dictionary(options.rules.map { ($0.basis.article, $0.basis.title) }) { first, _ in first }
        let counts = summary.articles.sorted { Self.articleOrder($0.key) < Self.articleOrder($1.key) }
        let bars = counts.map { Bar(label: titles[$0.key] ?? $0.key, count: $0.value, kind: "article") }
        return chart(bars, title: options.language == .zh ? "按条文（行）" : "By article (rows)")
    }

    /// The key by which articles are sorted: the notice, then the number in `art_10`.
    static func articleOrder(_ article: String) -> (String, Int, String) {
        let parts = article.split(separator: "/", maxSplits: 1).map(String.init)
        let number = parts.last?.split { !("0"..."9").contains($0) }.first.flatMap { Int($0) } ?? 0
        return (parts.first ?? "", number, article)
    }

    /// A number with its thousands parted.
    static func grouped(_ number: Int) -> String {
        var digits = String(number)
        var result = ""
        while digits.count > 3 {
            result = ",\(digits.suffix(3))" + result
            digits.removeLast(3)
        }
        return digits + result
    }

    private func chart(_ bars: [Bar], title: String) -> String {
        if bars.allSatisfy({ $0.count == 0 }) { return "" }
        let most = max(1, bars.map(\.count).max() ?? 1)
        let lines = bars.enumerated().map { number, bar in
            let top = number * Self.lineHeight
            let width = bar.count == 0 ? 0 : max(2, bar.count * Self.barWidth / most)
            return """
                <text class="label" x="\(Self.labelWidth - 8)" y="\(top + 17)">\(HTMLText.escaped(bar.label))</text>\
                <rect class="\(bar.kind)" x="\(Self.labelWidth)" y="\(top + 4)" width="\(width)" height="18" rx="3"/>\
                <text x="\(Self.labelWidth + width + 6)" y="\(top + 17)">\(Self.grouped(bar.count))</text>
                """
        }
        let size = "0 0 \(Self.labelWidth + Self.barWidth + 68) \(bars.count * Self.lineHeight)"
        return """
            <figure><figcaption>\(HTMLText.escaped(title))</figcaption>
            <svg viewBox="\(size)" role="img" aria-label="\(HTMLText.escaped(title))">
            \(lines.joined(separator: "\n"))
            </svg></figure>
            """
    }
}
