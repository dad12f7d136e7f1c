import LegalText
import NoticeModel

/// Which norm of a row became which.
struct NormPairing {
    /// Pairs of norms, as indices into the texts' norms.
    private(set) var pairs: [(Int, Int)] = []

    /// Norms of the old text whose content is gone.
    private(set) var removed: [Int] = []

    /// Norms of the new text whose content is new.
    private(set) var added: [Int] = []

    private let old: ComparedText
    private let new: ComparedText

    /// Pairs the norms of `row` by the segments that they share.
    init(_ row: Row, _ old: ComparedText, _ new: ComparedText) {
        self.old = old
        self.new = new
        let these = Self.norms(of: row.oldSegments, in: old)
        let those = Self.norms(of: row.newSegments, in: new)
        let oldOrder = Array(Set(these.values)).sorted()
        let newOrder = Array(Set(those.values)).sorted()
        let oldPlace = Dictionary(uniqueKeysWithValues: oldOrder.enumerated().map { ($1, $0) })
        let newPlace = Dictionary(uniqueKeysWithValues: newOrder.enumerated().map { ($1, $0) })
        var weights: [Int: Int] = [:]
        var absorbedOld: Set<Int> = []
        var absorbedNew: Set<Int> = []
        for link in row.links {
            guard let left = these[link.old], let right = those[link.new], let i = oldPlace[left],
                let j = newPlace[right]
            else { continue }
            let size = old.segments[link.old].tokens.count + new.segments[link.new].tokens.count
            let bonus = old.norms[left].kind == new.norms[right].kind ? 1.2 : 1
            weights[i * newOrder.count + j, default: 0] += Int(Double(size) * (link.similarity + 0.05) * bonus * 100)
            absorbedOld.insert(left)
            absorbedNew.insert(right)
        }
        let edges = weights.sorted { $0.key < $1.key }.map { code, weight in
            SparseAssignment.Edge(row: code / newOrder.count, column: code % newOrder.count, weight: max(1, weight))
        }
        let solution = SparseAssignment(rowCount: oldOrder.count, columnCount: newOrder.count, edges: edges)
        var taken: Set<Int> = []
        for (i, column) in solution.columns.enumerated() {
            if let column {
                pairs.append((oldOrder[i], newOrder[column]))
                taken.insert(newOrder[column])
            } else if !absorbedOld.contains(oldOrder[i]) {
                removed.append(oldOrder[i])
            }
        }
        added = newOrder.filter { !taken.contains($0) && !absorbedNew.contains($0) }
    }

    /// Whether a norm is only the inline title of an article whose clauses say the same in detail.
    func isOnlyHeading(_ norm: Norm, isNew: Bool) -> Bool {
        let text = isNew ? new : old
        guard let article = text.articles.first(where: { norm.id.isInside($0.id) }), let heading = article.heading
        else {
            return false
        }
        return heading.overlaps(norm.span)
            && text.norms.contains { other in
                other.id != norm.id && other.kind == norm.kind && other.id.isInside(article.id)
            }
    }

    /// The norm that each segment belongs to.
    private static func norms(of segments: [Int], in text: ComparedText) -> [Int: Int] {
        var found: [Int: Int] = [:]
        for segment in segments {
            let span = text.segments[segment].span
            // The last norm that begins in the segment, or before it: the mark of a point is no part of its norm.
            var (low, high) = (0, text.norms.count)
            while low < high {
                let middle = (low + high) / 2
                if text.norms[middle].span.start < span.end { low = middle + 1 } else { high = middle }
            }
            if low > 0, text.norms[low - 1].span.end > span.start { found[segment] = low - 1 }
        }
        return found
    }
}
