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
        for annex in notice.annexes {
            for article in annex.articles where !annex.span.contains(article.span) {
                problems.append("\(article.id) lies outside of its annex")
            }
            for article in annex.articles where !article.id.isInside(annex.id) {
                problems.append("\(article.id) isn't addressed below its annex")
            }
        }
        for article in notice.articles + notice.annexes.flatMap(\.articles) {
            problems += nestingProblems(article.paragraphs, in: article.id)
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

    /// Paragraphs and points come one after another, each below the provision that holds it.
    private func nestingProblems(_ paragraphs: [Paragraph], in parent: ProvisionID) -> [String] {
        var problems: [String] = []
        var end = 0
        for paragraph in paragraphs {
            if paragraph.span.start < end { problems.append("\(paragraph.id) overlaps the paragraph before it") }
            end = paragraph.fullSpan.end
            if !paragraph.id.isInside(parent) { problems.append("\(paragraph.id) isn't addressed below \(parent)") }
            for point in paragraph.points where point.span.start < paragraph.span.end {
                problems.append("\(point.id) overlaps \(paragraph.id)")
            }
            problems += nestingProblems(paragraph.points, in: paragraph.id)
        }
        return problems
    }

    /// No two provisions have one address.
    private var addressProblems: [String] {
        func ids(_ paragraphs: [Paragraph]) -> [ProvisionID] { paragraphs.flatMap { [$0.id] + ids($0.points) } }
        let articles = notice.articles + notice.annexes.flatMap(\.articles)
        let ids =
            (notice.sections + notice.annexes.flatMap(\.sections)).map(\.id)
            + articles.map(\.id) + articles.flatMap(\.norms).map(\.id) + articles.flatMap { ids($0.paragraphs) }
            + notice.looseNorms.map(\.id)
        let counts = Dictionary(grouping: ids, by: \.self).filter { $0.value.count > 1 }
        return counts.keys.map { "\($0) is there twice" }.sorted()
    }
}
