import LegalText
import NoticeModel

/// Finds the provisions of a notice that its citations point at.
struct CitationResolver {
    private let text: BlockText
    private let articles: [ProvisionID]
    private let sections: [ProvisionID]
    private let articlePlaces: [ProvisionID: Int]
    private let paragraphs: [Outline.ParagraphDraft]
    private let ids: Set<ProvisionID>
    private let base: ProvisionID?
    private let isAmending: Bool

    /// Knows the provisions of `outline`, which stands in the annex `base` or else is the notice's own; in a decision
    /// that amends another text, 第十条 alone is that text's.
    init(_ text: BlockText, _ outline: Outline, base: ProvisionID? = nil, isAmending: Bool = false) {
        self.text = text
        self.base = base
        self.isAmending = isAmending
        articles = outline.articles.map(\.id)
        sections = outline.sections.map(\.id)
        paragraphs = outline.paragraphs
        articlePlaces = Dictionary(articles.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
        ids = Set(articles + sections + paragraphs.map(\.id))
    }

    /// `citations` with the provisions that they point at, where the notice has them.
    func resolved(_ citations: [Citation]) -> [Citation] {
        citations.map { citation in
            guard citation.isInternal, citation.targets.isEmpty else { return citation }
            var resolved = citation
            resolved.targets = targets(of: citation)
            return resolved
        }
    }

    private func targets(of citation: Citation) -> [ProvisionID] {
        let line = Line(text.bytes, at: citation.span)
        let name = CitationReader.ownNames.first { line.has($0, at: 0) }?.count ?? 0
        guard name > 0 || !isAmending,
            let found = ProvisionReferenceReader(line).reference(at: name, before: line.count)
        else { return [] }
        let place = paragraph(at: citation.span.start)
        let isNamed = name > 0
        guard let first = target(found.steps, from: place, isNamed: isNamed) else { return [] }
        guard !found.through.isEmpty, let last = target(found.through, from: place, isNamed: isNamed) else {
            return [first]
        }
        return all(from: first, to: last)
    }

    /// The paragraph that holds the byte at `offset`.
    private func paragraph(at offset: Int) -> Outline.ParagraphDraft? {
        var low = 0
        var high = paragraphs.count
        while low < high {
            let middle = (low + high) / 2
            if paragraphs[middle].span.start <= offset {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low > 0 ? paragraphs[low - 1] : nil
    }

    private func target(
        _ steps: [ProvisionReference.Step],
        from place: Outline.ParagraphDraft?,
        isNamed: Bool
    ) -> ProvisionID? {
        var current: ProvisionID?
        let article = place?.article.flatMap { articles.indices.contains($0) ? articles[$0] : nil }
        for step in steps {
            let next: ProvisionID?
            switch step {
            case .division(let kind, let number):
                let wanted = ProvisionID(kind, String(number))
                next =
                    sections.first { $0 == wanted } ?? sections.first { $0.rawValue.hasSuffix("__\(wanted.rawValue)") }
            case .article(let number, let suffix):
                next = provision(.article, suffix.map { "\(number)-\($0)" } ?? String(number))
            case .paragraph(let number):
                // Article 2(2) is the second paragraph, or else the second point.
                next =
                    known((current ?? article)?.appending(.paragraph, String(number)))
                    ?? (current == nil ? nil : point(String(number), below: current, place, article, isNamed: isNamed))
            case .point(let number):
                next = point(number, below: current, place, article, isNamed: isNamed)
            case .previous(.article, let count):
                next = article.flatMap { articlePlaces[$0] }.flatMap { $0 >= count ? articles[$0 - count] : nil }
            case .previous(.paragraph, let count):
                next = sibling(before: top(of: place), by: count, kind: .paragraph)
            case .previous(_, let count):
                next = sibling(before: place?.id, by: count, kind: .point)
            case .this(.article): next = article
            case .this: next = top(of: place)
            }
            guard let next else { return nil }
            current = next
        }
        return current
    }

    /// The article called `number`; in a notice with numbered headings, 第三条 may also be the third of these.
    private func provision(_ kind: ProvisionID.Kind, _ number: String) -> ProvisionID? {
        let id = base?.appending(kind, number) ?? ProvisionID(kind, number)
        let heading = base?.appending(.section, number) ?? ProvisionID(.section, number)
        let hasItems = paragraphs.first.map { !text.printed($0.span).hasPrefix("第") } ?? true
        if hasItems, sections.first?.rawValue.contains("sec_") ?? false, sections.contains(heading) { return heading }
        return known(id)
    }

    private func point(
        _ number: String,
        below current: ProvisionID?,
        _ place: Outline.ParagraphDraft?,
        _ article: ProvisionID?,
        isNamed: Bool
    ) -> ProvisionID? {
        if let current {
            if let direct = known(current.appending(.point, number)) { return direct }
            for paragraph in 1...12 {
                let id = current.appending(.paragraph, String(paragraph))
                guard ids.contains(id) else { break }
                if let found = known(id.appending(.point, number)) { return found }
            }
            return nil
        }
        let item = known(base?.appending(.article, number) ?? ProvisionID(.article, number))
        if isNamed { return item }
        return top(of: place).flatMap { known($0.appending(.point, number)) }
            ?? article.flatMap { point(number, below: $0, place, nil, isNamed: false) } ?? item
    }

    private func known(_ id: ProvisionID?) -> ProvisionID? {
        id.flatMap { ids.contains($0) ? $0 : nil }
    }

    /// The unnumbered paragraph that `place` is, or stands below.
    private func top(of place: Outline.ParagraphDraft?) -> ProvisionID? {
        var draft = place
        while let parent = draft?.parent, paragraphs.indices.contains(parent) { draft = paragraphs[parent] }
        return draft?.id
    }

    private func sibling(before id: ProvisionID?, by count: Int, kind: ProvisionID.Kind) -> ProvisionID? {
        guard let id, let cut = id.rawValue.lastIndex(of: "_"), let number = Int(id.rawValue[cut...].dropFirst()),
            number > count
        else { return nil }
        return known(ProvisionID(rawValue: id.rawValue[...cut] + String(number - count)))
    }

    /// The provisions from `first` to `last`, which stand on one level.
    private func all(from first: ProvisionID, to last: ProvisionID) -> [ProvisionID] {
        if let start = articlePlaces[first], let end = articlePlaces[last], start <= end {
            return Array(articles[start...end])
        }
        var found = [first]
        guard let cut = first.rawValue.lastIndex(of: "_"), let start = Int(first.rawValue[cut...].dropFirst()),
            let lastCut = last.rawValue.lastIndex(of: "_"), let end = Int(last.rawValue[lastCut...].dropFirst()),
            first.rawValue[...cut] == last.rawValue[...lastCut], start < end, end - start < 200
        else { return found }
        for number in (start + 1)...end {
            guard let id = known(ProvisionID(rawValue: first.rawValue[...cut] + String(number))) else { continue }
            found.append(id)
        }
        return found
    }
}
