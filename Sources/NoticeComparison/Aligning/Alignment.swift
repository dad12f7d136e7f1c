import NoticeModel

/// Which article, and which segment, of one text became which of the other.
///
/// Both levels are solved for the whole text at once, so that an article never takes a partner from one that fits it
/// better. Numbers, headings and order add a little to what words say, and decide only between equals.
struct Alignment {
    /// A segment of the old text that is also a segment, or a part of one, of the new text.
    struct Link: Hashable {
        /// The segment of the old text.
        let old: Int
        /// The segment of the new text.
        let new: Int
        /// How alike they are, from 0 to 1.
        let similarity: Double
    }

    /// The article of the new text for each of the old, where one fits best as a whole.
    let articles: [Int?]

    /// The links in the order of the old text.
    private(set) var links: [Link]

    private let old: ComparedText
    private let new: ComparedText
    private let segments: ShingleTable

    /// Pairs of articles that point at the same provision, one of which has no partner.
    private var sameSource: Set<Int64> = []

    /// Pairs of articles that have to do with each other.
    private var related: Set<Int64> = []

    /// Lays `old` beside `new`.
    init(_ old: ComparedText, _ new: ComparedText) {
        self.old = old
        self.new = new
        articles = ArticleMatching(old, new).pairs
        segments = ShingleTable(
            old: old.segments.map { old.tokens[$0.tokens] },
            new: new.segments.map { new.tokens[$0.tokens] },
            oldFeatures: old.segments.map { $0.feature },
            newFeatures: new.segments.map { $0.feature }
        )
        links = []
        for (article, partner) in articles.enumerated() {
            if let partner { related.insert(Self.code(article, partner)) }
        }
        links = matchedSegments()
        relateByCitations()
        // What flowed from one article into another is sought there once more, with the clauses already found as a hint.
        let known = related.count
        relateArticles()
        if related.count > known { links = matchedSegments() }
        links += containedSegments()
        links.sort { ($0.old, $0.new) < ($1.old, $1.new) }
    }

    // MARK: - Segments

    /// What two segments must have in common where their articles don't belong together, and one of these has no
    /// partner of its own.
    private static let leastAcross = 0.34

    /// What two segments must have in common where both their articles have another partner.
    private static let leastAway = 0.55

    /// What two segments must have in common that reach across the border in the same direction.
    private static let leastSameWay = 0.1

    /// What two segments must have in common where their articles belong together.
    private static let leastWithin = 0.16

    /// What a segment must have in common with one of its article's partner to be taken for a version of that one, however
    /// alike another one elsewhere is.
    private static let leastToStay = 0.35

    private func isWithin(_ left: Segment, _ right: Segment) -> Bool {
        related.contains(Self.code(left.article, right.article))
    }

    /// Counts articles as related that share a clause which nobody would take for chance.
    private mutating func relateArticles() {
        let partnered = Set(articles.compactMap(\.self))
        for link in links {
            let (left, right) = (old.segments[link.old], new.segments[link.new])
            let share = segments.containment(segments.old[link.old], segments.new[link.new])
            guard link.similarity >= 0.45 || link.similarity >= 0.3 && share >= 0.55 else { continue }
            guard left.tokens.count >= 8, right.tokens.count >= 8 else { continue }
            // Two articles that have partners of their own only share a way of saying things.
            guard articles[left.article] == nil || !partnered.contains(right.article) else { continue }
            related.insert(Self.code(left.article, right.article))
        }
    }

    /// Whether a segment's neighbour in its paragraph is still at home.
    private func isAmongStaying(_ index: Int, _ text: ComparedText, _ atHome: [Int: Double]) -> Bool {
        let unit = text.units[text.segments[index].unit]
        return [index - 1, index + 1].contains { unit.segments.contains($0) && atHome[$0] ?? 0 >= 0.5 }
    }

    /// Counts an article without a partner as related to one that has one and points at the same provision: two sanctions
    /// that became one.
    private mutating func relateByCitations() {
        let partnered = Set(articles.compactMap(\.self))
        var homes: [Int: [Int]] = [:]
        for (article, cited) in new.cited.enumerated() {
            for place in cited { homes[place, default: []].append(article) }
        }
        for (article, cited) in old.cited.enumerated() {
            for place in Set(cited.compactMap { articles[$0] }) {
                for other in homes[place] ?? [] where (articles[article] == nil) != !partnered.contains(other) {
                    sameSource.insert(Self.code(article, other))
                }
            }
        }
        related.formUnion(sameSource)
    }

    private func matchedSegments() -> [Link] {
        var pairs: Set<Int64> = []
        for (left, right) in segments.candidates(limit: 6) { pairs.insert(Self.code(left, right)) }
        for (left, right) in twins(old.segments.map(\.tokens), new.segments.map(\.tokens)) {
            pairs.insert(Self.code(left, right))
        }
        for code in related {
            let (article, partner) = Self.pair(code)
            let (these, those) = (old.articles[article].segments, new.articles[partner].segments)
            guard these.count * those.count <= 2_500 else { continue }
            for left in these { for right in those { pairs.insert(Self.code(left, right)) } }
        }
        var edges: [SparseAssignment.Edge] = []
        var similarities: [Int64: Double] = [:]
        let likeness = pairs.sorted().map { code in
            let (left, right) = Self.pair(code)
            return (left, right, segments.similarity(segments.old[left], segments.new[right]))
        }
        let stock = stockSegments(likeness)
        let rivals = Rivals(
            likeness,
            oldHome: { old.segments[$0].article },
            newHome: { new.segments[$0].article }
        )
        let partnered = Set(articles.compactMap(\.self))
        // How alike each segment is to one of its own article's partner.
        var atHome: (old: [Int: Double], new: [Int: Double]) = ([:], [:])
        for (left, right, similarity) in likeness
        where articles[old.segments[left].article] == new.segments[right].article {
            atHome.old[left] = max(atHome.old[left] ?? 0, similarity)
            atHome.new[right] = max(atHome.new[right] ?? 0, similarity)
        }
        for (left, right, similarity) in likeness {
            let (first, second) = (old.segments[left], new.segments[right])
            let isWithin = isWithin(first, second)
            // Clauses that reach across the border in the same direction need less to be versions of one.
            let isSameWay = first.feature != nil && first.feature == second.feature
            let isAway = articles[first.article] != nil && partnered.contains(second.article)
            let least =
                isSameWay ? Self.leastSameWay : isWithin ? Self.leastWithin : isAway ? Self.leastAway : Self.leastAcross
            let isUnrivalled = rivals.isUnrivalled(left, right, similarity)
            guard similarity >= least || !isAway && isUnrivalled else { continue }
            // A phrase that says the same in two articles went nowhere where each of them still says something like it.
            if isAway, !isWithin, !isSameWay, max(atHome.old[left] ?? 0, atHome.new[right] ?? 0) >= Self.leastToStay,
                isAmongStaying(left, old, atHome.old), isAmongStaying(right, new, atHome.new)
            {
                continue
            }
            // Away from its article a clause must be plainly the same, or fit nowhere else.
            guard isWithin || isSameWay || similarity >= 0.75 || isUnrivalled else { continue }
            guard first.isHeading == second.isHeading || similarity > 0.6 || isSameWay else { continue }
            if !isWithin && !isSameWay {
                guard first.tokens.count >= 6, second.tokens.count >= 6 else { continue }
                guard !stock.old.contains(left), !stock.new.contains(right) else { continue }
            }
            let place = Double(first.sentence == second.sentence ? 1 : 0) * 0.01
            let order = isWithin ? order(first, left, second, right) * 0.04 : 0
            let isPartner = articles[first.article] == second.article
            let worth = similarity + (isPartner ? 0.2 : isWithin ? 0.12 : 0) + place + order
            let mass = Double(first.tokens.count + second.tokens.count)
            similarities[Self.code(left, right)] = similarity
            edges.append(.init(row: left, column: right, weight: max(1, Int(worth * mass * 100))))
        }
        let solution = SparseAssignment(rowCount: old.segments.count, columnCount: new.segments.count, edges: edges)
        return solution.columns.enumerated().compactMap { left, right in
            right.map { Link(old: left, new: $0, similarity: similarities[Self.code(left, $0)] ?? 0) }
        }
    }

    /// How near two segments are to the same place in their articles, from 0 to 1.
    private func order(_ first: Segment, _ left: Int, _ second: Segment, _ right: Int) -> Double {
        let these = old.articles[first.article].segments
        let those = new.articles[second.article].segments
        let before = Double(left - these.lowerBound + 1) / Double(these.count + 1)
        let after = Double(right - those.lowerBound + 1) / Double(those.count + 1)
        return 1 - abs(before - after)
    }

    /// Segments that fit several articles of the other text equally well: stock phrases, which say nothing about origin.
    private func stockSegments(_ likeness: [(Int, Int, Double)]) -> (old: Set<Int>, new: Set<Int>) {
        func stock(_ pairs: [(piece: Int, home: Int, similarity: Double)]) -> Set<Int> {
            var best: [Int: Double] = [:]
            for pair in pairs { best[pair.piece] = max(best[pair.piece] ?? 0, pair.similarity) }
            var homes: [Int: Set<Int>] = [:]
            for pair in pairs where pair.similarity >= (best[pair.piece] ?? 0) - 0.05 {
                homes[pair.piece, default: []].insert(pair.home)
            }
            return Set(homes.filter { $0.value.count > 1 }.keys)
        }
        return (
            stock(likeness.map { ($0.0, new.segments[$0.1].article, $0.2) }),
            stock(likeness.map { ($0.1, old.segments[$0.0].article, $0.2) })
        )
    }

    /// Segments that found no partner, but stand within one that has: a sentence that was drawn into another.
    private func containedSegments() -> [Link] {
        let linkedOld = Set(links.map(\.old))
        let linkedNew = Set(links.map(\.new))
        var found: [Link] = []
        let partners = articles.enumerated().compactMap { article, partner in partner.map { Self.code(article, $0) } }
        for code in Set(partners).union(sameSource).sorted() {
            let (article, partner) = Self.pair(code)
            let these = old.articles[article].segments
            let those = new.articles[partner].segments
            guard these.count * those.count <= 2_500 else { continue }
            for left in these where !linkedOld.contains(left) && old.segments[left].tokens.count >= 5 {
                if let link = best(of: those.filter(linkedNew.contains).map { (left, $0) }, lightIsOld: true) {
                    found.append(link)
                }
            }
            for right in those where !linkedNew.contains(right) && new.segments[right].tokens.count >= 5 {
                if let link = best(of: these.filter(linkedOld.contains).map { ($0, right) }, lightIsOld: false) {
                    found.append(link)
                }
            }
        }
        return found + containedElsewhere(linkedOld.union(found.map(\.old)), linkedNew.union(found.map(\.new)))
    }

    /// What a segment must have in common with one of an article that isn't its own's partner to be a part of it.
    private static let leastPart = 0.75

    /// Segments without a partner that stand nearly whole in one clause of another article: two articles of one sentence
    /// each that were merged into one sentence, or one that was split.
    private func containedElsewhere(_ linkedOld: Set<Int>, _ linkedNew: Set<Int>) -> [Link] {
        var shares: [(old: Int, new: Int, share: Double)] = []
        let partnered = Set(articles.compactMap(\.self))
        var takenOfOld: [Int: Double] = [:]
        var takenOfNew: [Int: Double] = [:]
        for link in links {
            let common = segments.common(segments.old[link.old], segments.new[link.new])
            takenOfOld[link.old, default: 0] += common
            takenOfNew[link.new, default: 0] += common
        }
        for (left, right) in segments.candidates(limit: 4) where linkedOld.contains(left) != linkedNew.contains(right) {
            let (light, heavy) =
                linkedNew.contains(right)
                ? (segments.old[left], segments.new[right]) : (segments.new[right], segments.old[left])
            let size = linkedNew.contains(right) ? old.segments[left].tokens.count : new.segments[right].tokens.count
            // Only an article that is nowhere else can have gone there.
            let isFree =
                linkedNew.contains(right)
                ? articles[old.segments[left].article] == nil : !partnered.contains(new.segments[right].article)
            guard isFree, size >= 8, light.weight <= heavy.weight else { continue }
            let share = segments.containment(segments.old[left], segments.new[right])
            // What the heavier one has from its own partner it hasn't from here.
            let taken = linkedNew.contains(right) ? takenOfNew[right] ?? 0 : takenOfOld[left] ?? 0
            guard share * light.weight + taken <= heavy.weight * 1.1 else { continue }
            if share >= 0.5 { shares.append((left, right, share)) }
        }
        var found: [Link] = []
        func search(_ isOldLight: Bool) {
            let groups = Dictionary(
                grouping: shares.filter { linkedNew.contains($0.new) == isOldLight },
                by: { isOldLight ? $0.old : $0.new }
            )
            for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
                let ranked = group.sorted { ($1.share, $0.old, $0.new) < ($0.share, $1.old, $1.new) }
                guard let best = ranked.first, best.share >= Self.leastPart,
                    ranked.dropFirst().allSatisfy({ $0.share <= best.share * 0.8 })
                else { continue }
                let similarity = segments.similarity(segments.old[best.old], segments.new[best.new])
                found.append(Link(old: best.old, new: best.new, similarity: similarity))
            }
        }
        search(true)
        search(false)
        return found
    }

    private func best(of pairs: [(Int, Int)], lightIsOld: Bool) -> Link? {
        let ranked = pairs.map { left, right in
            (left, right, segments.containment(segments.old[left], segments.new[right]))
        }
        guard let (left, right, share) = ranked.max(by: { $0.2 < $1.2 }), share >= 0.6 else { return nil }
        let (light, heavy) =
            lightIsOld ? (segments.old[left], segments.new[right]) : (segments.new[right], segments.old[left])
        guard light.weight <= heavy.weight else { return nil }
        return Link(old: left, new: right, similarity: segments.similarity(segments.old[left], segments.new[right]))
    }

    /// Pairs of pieces with exactly the same words, each with those nearest to it in rank.
    private func twins(_ these: [Range<Int>], _ those: [Range<Int>]) -> [(Int, Int)] {
        Twins(old.tokens, these, new.tokens, those).pairs
    }

    private static func code(_ left: Int, _ right: Int) -> Int64 { Int64(left) << 32 | Int64(right) }

    private static func pair(_ code: Int64) -> (Int, Int) { (Int(code >> 32), Int(code & 0xFFFF_FFFF)) }
}

/// Pieces of two texts that have exactly the same words.
struct Twins {
    /// The pairs: all of them where there are few, else each piece with those nearest to it in rank.
    let pairs: [(Int, Int)]

    /// The pairs of pieces that occur once in each text, in order.
    let unique: [(Int, Int)]

    /// Looks for twins among ranges of tokens.
    init(_ oldTokens: [Token], _ these: [Range<Int>], _ newTokens: [Token], _ those: [Range<Int>]) {
        var groups: [[Int32]: (old: [Int], new: [Int])] = [:]
        for (index, range) in these.enumerated() {
            groups[oldTokens[range].map(\.key), default: ([], [])].old.append(index)
        }
        for (index, range) in those.enumerated() {
            groups[newTokens[range].map(\.key), default: ([], [])].new.append(index)
        }
        var pairs: [(Int, Int)] = []
        var unique: [(Int, Int)] = []
        for group in groups.values where !group.old.isEmpty && !group.new.isEmpty {
            if group.old.count == 1, group.new.count == 1 { unique.append((group.old[0], group.new[0])) }
            let isSmall = group.old.count * group.new.count <= 16
            for (rank, left) in group.old.enumerated() {
                let near =
                    isSmall
                    ? 0..<group.new.count : min(max(0, rank - 2), group.new.count)..<min(group.new.count, rank + 3)
                for place in near.clamped(to: 0..<group.new.count) { pairs.append((left, group.new[place])) }
            }
        }
        self.pairs = pairs.sorted { $0 < $1 }
        self.unique = unique.sorted { $0 < $1 }
    }
}
