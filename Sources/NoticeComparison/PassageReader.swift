import LegalText
import NoticeModel

/// Names the parts of both texts that a row is about.
struct PassageReader {
    /// The parts of the old text.
    let old: [Passage]

    /// The parts of the new text.
    let new: [Passage]

    /// Whether the number of the article changed.
    let isRenumbered: Bool

    private let oldArticles: Int
    private let newArticles: Int

    /// Reads the parts of `row`.
    init(_ row: Row, _ before: ComparedText, _ after: ComparedText) {
        old = Self.passages(row.oldUnits, row.oldSegments, before)
        new = Self.passages(row.newUnits, row.newSegments, after)
        func articles(_ segments: [Int], _ text: ComparedText) -> [Int] {
            Array(Set(segments.map { text.segments[$0].article })).sorted()
        }
        let (these, those) = (articles(row.oldSegments, before), articles(row.newSegments, after))
        oldArticles =
            Set(row.oldSegments.map { before.segments[$0].unit }).count > 1 ? these.count : min(1, these.count)
        newArticles = those.count
        if these.count == 1, those.count == 1 {
            let (left, right) = (before.articles[these[0]], after.articles[those[0]])
            isRenumbered = left.id != right.id
        } else {
            isRenumbered = false
        }
    }

    /// What happened to the row.
    func kind(hasWords: Bool, isMoved: Bool, isRenumbered: Bool) -> Change.Kind {
        if old.isEmpty { return .insertion }
        if new.isEmpty { return .repeal }
        if oldArticles > 1 { return .merge }
        if newArticles > 1 { return .split }
        if hasWords { return .substitution }
        if isMoved { return .move }
        return isRenumbered ? .renumbering : .unchanged
    }

    private static func passages(_ units: [Int], _ segments: [Int], _ text: ComparedText) -> [Passage] {
        var passages: [Passage] = []
        let owned = Set(units)
        var byArticle: [Int: [Int]] = [:]
        for segment in segments { byArticle[text.segments[segment].article, default: []].append(segment) }
        for (index, members) in byArticle.sorted(by: { $0.key < $1.key }) {
            let article = text.articles[index]
            func passage(_ id: ProvisionID, _ segments: [Int], sentences: [Int]?) {
                guard let first = segments.first, let last = segments.last else { return }
                let span = text.segments[first].span.union(text.segments[last].span)
                passages.append(Passage(provision: id, label: article.label, sentences: sentences, span: span))
            }
            if article.units.allSatisfy(owned.contains) {
                passage(article.id, members, sentences: nil)
                continue
            }
            let byUnit = Dictionary(grouping: members) { text.segments[$0].unit }
            for (unit, parts) in byUnit.sorted(by: { $0.key < $1.key }) {
                let id = article.units.count == 1 ? article.id : text.units[unit].id
                let parts = parts.sorted()
                let isWhole = owned.contains(unit) || parts.count == text.units[unit].segments.count
                let numbers = Array(Set(parts.map { text.segments[$0].sentence })).sorted()
                passage(id, parts, sentences: isWhole ? nil : numbers)
            }
        }
        return passages
    }
}
