public import LegalText

extension Notice {
    /// The words of the provision at `id`, with its mark, in UTF-8 bytes of the notice's source; `nil` where there
    /// is none.
    ///
    /// Reads articles, paragraphs, points and norms; sections, with everything below them; the heading of a section or
    /// an article, as `sec_3__heading`; and `preamble`, `conclusions` and annexes by the leaves that they hold.
    ///
    /// - Complexity: O(*n*) in the number of leaves and provisions.
    public func span(of id: ProvisionID) -> TextSpan? {
        if let owner = id.headingOwner {
            let section = allSections.first { $0.id == owner }?.span
            return section ?? article(at: owner).flatMap { $0.id == owner ? $0.heading?.span : nil }
        }
        if let article = article(at: id) {
            return article.span(of: id)
        }
        if let norm = looseNorms.first(where: { $0.id == id }) {
            return norm.span
        }
        if let section = allSections.first(where: { $0.id == id }) {
            return span(of: section)
        }
        if let annex = annexes.first(where: { $0.id == id }) {
            return annex.span
        }
        return leaves.lazy.filter { $0.provision?.isInside(id) ?? false }.map(\.span).reduced()
    }

    /// The sections of the notice, then those of its annexes.
    private var allSections: [Section] {
        sections + annexes.flatMap(\.sections)
    }

    /// A section's heading and all that stands below it.
    private func span(of section: Section) -> TextSpan {
        let below = Set(section.articles)
        let articleSpans = (articles + annexes.flatMap(\.articles)).lazy.filter { below.contains($0.id) }.map(\.span)
        let leafSpans = leaves.lazy.filter { $0.provision?.isInside(section.id) ?? false }.map(\.span)
        return ([section.span] + Array(articleSpans) + Array(leafSpans)).reduced() ?? section.span
    }
}

extension ProvisionID {
    /// The provision whose heading this is the address of: `sec_3` for `sec_3__heading`.
    var headingOwner: ProvisionID? {
        let ending = "__heading"
        guard rawValue.hasSuffix(ending) else { return nil }
        return ProvisionID(rawValue: String(rawValue.dropLast(ending.count)))
    }
}

extension Article {
    /// The words of the article, or of the paragraph, point or norm of it at `id`, in UTF-8 bytes of the notice's
    /// source; `nil` where there is none.
    public func span(of id: ProvisionID) -> TextSpan? {
        if id == self.id { return span }
        if let norm = norms.first(where: { $0.id == id }) { return norm.span }
        var open = Array(paragraphs.reversed())
        while let paragraph = open.popLast() {
            if paragraph.id == id {
                return paragraph.fullSpan
            }
            if id.isInside(paragraph.id) {
                open.append(contentsOf: paragraph.points.reversed())
            }
        }
        return nil
    }
}

extension Paragraph {
    /// The paragraph's own words and those of the points below it, in UTF-8 bytes of the notice's source.
    public var fullSpan: TextSpan {
        var whole = span
        var open = points
        while let point = open.popLast() {
            whole = whole.union(point.span)
            open.append(contentsOf: point.points)
        }
        return whole
    }
}

extension Sequence<TextSpan> {
    /// The smallest span that holds all of them, or `nil` where there are none.
    fileprivate func reduced() -> TextSpan? {
        reduce(nil) { whole, next in whole.map { $0.union(next) } ?? next }
    }
}
