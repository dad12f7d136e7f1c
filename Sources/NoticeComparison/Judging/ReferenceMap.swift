import LegalText
import NoticeModel

/// Which references to provisions only follow a renumbering.
struct ReferenceMap {
    private var articles: [String: String] = [:]
    private let oldCitations: [Citation]
    private let newCitations: [Citation]

    /// Reads the references of both texts, and from `rows` which article became which.
    init(_ rows: [Row], _ old: ComparedText, _ new: ComparedText) {
        for row in rows {
            guard let left = row.oldUnits.first, let right = row.newUnits.first else { continue }
            let (before, after) = (old.articles[old.units[left].article].id, new.articles[new.units[right].article].id)
            if before != after { articles[before.rawValue] = after.rawValue }
        }
        func internalCitations(_ text: ComparedText) -> [Citation] {
            text.norms.flatMap(\.citations).filter { $0.isInternal && ($0.provision != nil || $0.target != nil) }
                .sorted { $0.span < $1.span }
        }
        oldCitations = articles.isEmpty ? [] : internalCitations(old)
        newCitations = articles.isEmpty ? [] : internalCitations(new)
    }

    /// Whether the words at `old` and `new` are references to one and the same article, before and after it was renumbered.
    func isSameProvision(_ old: TextSpan, _ new: TextSpan) -> Bool {
        guard !articles.isEmpty, let before = citation(at: old, oldCitations),
            let after = citation(at: new, newCitations),
            let left = Self.article(of: before), let right = Self.article(of: after)
        else { return false }
        return articles[left] == right
    }

    /// Whether one number that took the place of another counts an article that was renumbered so: "rule 10".
    func isSameNumber(_ old: String, _ new: String, after word: String) -> Bool {
        guard !articles.isEmpty, ["rule", "article", "section", "regulation", "art"].contains(word.lowercased()),
            let before = Int(old), let after = Int(new)
        else { return false }
        return articles["art_\(before)"] == "art_\(after)"
    }

    private func citation(at span: TextSpan, _ citations: [Citation]) -> Citation? {
        var (low, high) = (0, citations.count)
        while low < high {
            let middle = (low + high) / 2
            if citations[middle].span.start <= span.start { low = middle + 1 } else { high = middle }
        }
        guard low > 0, citations[low - 1].span.contains(span) else { return nil }
        return citations[low - 1]
    }

    /// The article that a reference points at, without the paragraph.
    private static func article(of citation: Citation) -> String? {
        guard let target = (citation.target ?? citation.provision)?.rawValue else { return nil }
        var parts: [Substring] = []
        for part in target.split(separator: "__") {
            parts.append(part)
            if part.hasPrefix("art_") { break }
        }
        return parts.joined(separator: "__")
    }
}
