import LegalText
import NoticeModel

/// Checks what must hold of every notice, whatever the text.
struct LeafAudit {
    private let notice: Notice

    init(_ notice: Notice) {
        self.notice = notice
    }

    /// What is wrong; empty where everything holds.
    var problems: [String] {
        leafProblems + spanProblems + addressProblems
    }

    /// Every byte that isn't blank belongs to exactly one leaf.
    private var leafProblems: [String] {
        var problems: [String] = []
        var end = 0
        var gaps: [TextSpan] = []
        for leaf in notice.leaves {
            if leaf.span.isEmpty { problems.append("empty leaf at \(leaf.span.start)") }
            if leaf.span.start < end { problems.append("leaves overlap at \(leaf.span.start)") }
            gaps.append(TextSpan(start: end, end: max(end, leaf.span.start)))
            end = max(end, leaf.span.end)
        }
        gaps.append(TextSpan(start: end, end: notice.source.count))
        let bytes = Array(notice.source.string.utf8)
        for gap in gaps where !gap.isEmpty {
            let words = String(decoding: bytes[gap.range], as: UTF8.self)
            let isBlank = words.unicodeScalars.allSatisfy { scalar in
                scalar.properties.isWhitespace || ["\u{200B}", "\u{2060}", "\u{FEFF}"].contains(scalar)
            }
            if !isBlank { problems.append("no leaf holds \(gap): \(words.prefix(20))") }
        }
        return problems
    }

    /// Spans lie in what they are parts of.
    private var spanProblems: [String] {
        var problems: [String] = []
        var end = 0
        for article in notice.articles {
            if article.span.start < end { problems.append("\(article.id) overlaps the article before it") }
            end = article.span.end
            for norm in article.norms where !article.span.contains(norm.span) {
                problems.append("\(norm.id) lies outside of its article")
            }
            for paragraph in article.paragraphs where !article.span.contains(paragraph.fullSpan) {
                problems.append("\(paragraph.id) lies outside of its article")
            }
            var normEnd = 0
            for norm in article.norms {
                if norm.span.start < normEnd { problems.append("\(norm.id) overlaps the norm before it") }
                normEnd = norm.span.end
                if let cue = norm.cue, !norm.span.contains(cue) { problems.append("\(norm.id) doesn't hold its cue") }
            }
        }
        if end > notice.source.count { problems.append("an article ends behind the text") }
        return problems
    }

    /// No two provisions have one address.
    private var addressProblems: [String] {
        let ids =
            notice.sections.map(\.id) + notice.articles.map(\.id) + notice.articles.flatMap(\.norms).map(\.id)
            + notice.looseNorms.map(\.id)
        let counts = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }
        return counts.keys.map { "\($0) is there twice" }.sorted()
    }
}
