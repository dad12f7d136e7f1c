import LegalText
import NoticeComparison
import NoticeModel

/// The articles of both texts in two columns, with a line from each to what became of it, as SVG.
struct AlignmentDrawing {
    private let comparison: Comparison
    private let names: PassageTitle

    /// Draws `comparison`, with names of its changes in `language` for those who can't see it.
    init(_ comparison: Comparison, _ language: LocalizedText.Language) {
        self.comparison = comparison
        names = PassageTitle(language: language)
    }

    /// The most that the drawing is high, in pixels, unless its lines would be too close to be told apart.
    private static let height = 560.0

    /// The `svg` element; lines of changes lead to the row of the change.
    func svg(title: String) -> String {
        let (left, right) = (Self.articles(comparison.old), Self.articles(comparison.new))
        let most = max(left.count, right.count, 1)
        let step = max(5, min(19, Self.height / Double(most)))
        let (oldPlaces, newPlaces) = (Self.places(left, step), Self.places(right, step))
        let height = step * Double(most) + 8
        let font = min(12, step - 1)
        var parts: [String] = []
        var number = 0
        for change in comparison.rows {
            let isChange = change.kind != .unchanged
            if isChange { number += 1 }
            let lines = self.lines(of: change, oldPlaces, newPlaces)
            guard !lines.isEmpty else { continue }
            let name = isChange ? "\(change.effect.rawValue)\(change.isMoved ? " moved" : "")" : "same"
            let label = "\(names.text(change.old)) → \(names.text(change.new))".filter { !"<>&\"".contains($0) }
            parts.append(
                isChange
                    ? "<a href=\"#change-\(number)\" class=\"\(name)\" aria-label=\"\(label)\">"
                    : "<g class=\"\(name)\">"
            )
            parts += lines
            parts.append(isChange ? "</a>" : "</g>")
        }
        let shown = font >= 6
        if shown {
            parts += left.map { label($0, oldPlaces[$0.id] ?? 0, x: 88, anchor: "end", font) }
            parts += right.map { label($0, newPlaces[$0.id] ?? 0, x: 252, anchor: "start", font) }
        }
        return
            "<svg class=\"alignment\" role=\"group\" aria-label=\"\(title)\" viewBox=\"0 0 340 \(Self.text(height))\" width=\"340\" "
            + "height=\"\(Self.text(height))\">\(parts.joined())</svg>"
    }

    private func lines(of change: Change, _ oldPlaces: [String: Double], _ newPlaces: [String: Double]) -> [String] {
        let these = distinct(change.old.compactMap { oldPlaces[Self.article($0.provision)] })
        let those = distinct(change.new.compactMap { newPlaces[Self.article($0.provision)] })
        if these.isEmpty { return those.map { "<circle cx=\"242\" cy=\"\(Self.text($0))\" r=\"3.5\"/>" } }
        if those.isEmpty { return these.map { "<path d=\"M94 \(Self.text($0 - 3))l6 6m0-6l-6 6\"/>" } }
        return these.flatMap { from in
            those.map { to in
                let (a, b) = (Self.text(from), Self.text(to))
                return "<path d=\"M94 \(a)C160 \(a) 180 \(b) 246 \(b)\"/>"
            }
        }
    }

    private func distinct(_ places: [Double]) -> [Double] {
        var seen: Set<Double> = []
        return places.filter { seen.insert($0).inserted }
    }

    private func label(
        _ article: (id: String, label: String),
        _ y: Double,
        x: Int,
        anchor: String,
        _ size: Double
    ) -> String {
        "<text x=\"\(x)\" y=\"\(Self.text(y + size * 0.35))\" text-anchor=\"\(anchor)\" "
            + "font-size=\"\(Self.text(size))\">\(article.label)</text>"
    }

    private static func articles(_ notice: Notice) -> [(id: String, label: String)] {
        (notice.articles + notice.annexes.flatMap(\.articles)).map { article in
            let label = article.label.filter { !"<>&\"".contains($0) }
            return (article.id.rawValue, String(label.prefix(10)))
        }
    }

    private static func places(_ articles: [(id: String, label: String)], _ step: Double) -> [String: Double] {
        var places: [String: Double] = [:]
        for (index, article) in articles.enumerated() { places[article.id] = step * (Double(index) + 0.5) + 4 }
        return places
    }

    /// The article that a provision belongs to.
    private static func article(_ provision: ProvisionID) -> String {
        var parts: [Substring] = []
        for part in provision.rawValue.split(separator: "__") {
            parts.append(part)
            if part.hasPrefix("art_") { break }
        }
        return parts.joined(separator: "__")
    }

    /// A length with one decimal.
    private static func text(_ value: Double) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10).\(abs(tenths % 10))"
    }
}
