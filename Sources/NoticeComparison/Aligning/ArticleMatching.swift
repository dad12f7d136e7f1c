import NoticeModel

/// The best pairing of whole articles.
struct ArticleMatching {
    /// The article of the new text for each of the old, or `nil`.
    let pairs: [Int?]

    /// What two articles must have in common to be versions of one.
    private static let least = 0.22

    /// What two articles must have in common that may have something in common with others too.
    private static let plain = 0.35

    /// Pairs the articles of two texts.
    init(_ old: ComparedText, _ new: ComparedText) {
        let table = ShingleTable(
            old: old.articles.map { old.tokens(of: $0) },
            new: new.articles.map { new.tokens(of: $0) }
        )
        let twins = Twins(
            old.tokens,
            old.articles.map { old.tokens(of: $0).indices },
            new.tokens,
            new.articles.map { new.tokens(of: $0).indices }
        )
        let places = ExpectedPlaces(anchors: twins.unique, oldCount: old.articles.count, newCount: new.articles.count)
        var candidates = Set(table.candidates(limit: 6).map { Pair($0.old, $0.new) })
        candidates.formUnion(twins.pairs.map { Pair($0.0, $0.1) })
        let numbers = Dictionary(new.articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (index, article) in old.articles.enumerated() {
            if let twin = numbers[article.id] { candidates.insert(Pair(index, twin)) }
            let place = places.place(of: index)
            for near in max(0, place - 1)..<max(0, min(new.articles.count, place + 2)) {
                candidates.insert(Pair(index, near))
            }
        }
        let ordered = candidates.sorted()
        let likeness = ordered.map { table.similarity(table.old[$0.old], table.new[$0.new]) }
        let rivals = Rivals(
            zip(ordered, likeness).map { ($0.old, $0.new, $1) },
            oldHome: { $0 },
            newHome: { $0 }
        )
        /// The best pairing; `sources` says which article became which as far as it is known, for what the articles cite.
        func solved(knowing sources: [Int?]) -> [Int?] {
            var edges: [SparseAssignment.Edge] = []
            for (pair, words) in zip(ordered, likeness) {
                let (left, right) = (old.articles[pair.old], new.articles[pair.new])
                // The preamble is no article, and an article no closing.
                guard left.isNumbered == right.isNumbered, left.isNumbered || left.id == right.id else { continue }
                let accord = Accord(old.cited[pair.old], new.cited[pair.new], sources)
                let similarity = accord == .against ? words * 0.6 : words
                // Little in common is enough only where nothing else comes near.
                let isPlain =
                    similarity >= Self.plain
                    || accord != .against && rivals.isUnrivalled(pair.old, pair.new, similarity)
                guard similarity >= Self.least && isPlain || !left.isNumbered else { continue }
                let distance = abs(places.place(of: pair.old) - pair.new)
                let bonus =
                    (left.id == right.id ? 0.02 : 0) + 0.03 / Double(1 + distance) + (accord == .with ? 0.15 : 0)
                let mass = Double(old.tokens(of: left).count + new.tokens(of: right).count)
                let weight = max(1, Int((similarity + bonus) * mass * 100))
                edges.append(.init(row: pair.old, column: pair.new, weight: weight))
            }
            return SparseAssignment(
                rowCount: old.articles.count,
                columnCount: new.articles.count,
                edges: edges
            ).columns
        }
        let first = solved(knowing: [])
        let cites = old.cited.contains { !$0.isEmpty } && new.cited.contains { !$0.isEmpty }
        pairs = cites ? solved(knowing: first) : first
    }

    private struct Pair: Hashable, Comparable {
        let old: Int
        let new: Int

        init(_ old: Int, _ new: Int) {
            self.old = old
            self.new = new
        }

        static func < (left: Pair, right: Pair) -> Bool { (left.old, left.new) < (right.old, right.new) }
    }
}

/// Whether two articles point at the same provisions: 违反本法第九条 says more about which sanction it is than its words do.
enum Accord: Equatable {
    /// They share a provision that they point at.
    case with
    /// Every provision that either points at is known to be another one.
    case against
    /// They point at nothing, or at what has no counterpart.
    case open

    /// Compares the articles that two articles cite, where `partners` holds what became of each article of the old text.
    init(_ old: Set<Int>, _ new: Set<Int>, _ partners: [Int?]) {
        guard !old.isEmpty, !new.isEmpty, !partners.isEmpty else {
            self = .open
            return
        }
        let known = Set(old.compactMap { partners[$0] })
        if !known.isDisjoint(with: new) {
            self = .with
        } else {
            self = known.count == old.count && new.isSubset(of: Set(partners.compactMap(\.self))) ? .against : .open
        }
    }
}

/// Where an article of the old text should stand in the new one, from the articles that can't be mistaken.
private struct ExpectedPlaces {
    private var places: [Int] = []

    init(anchors: [(Int, Int)], oldCount: Int, newCount: Int) {
        // Only anchors that kept their order show where the others should be.
        let kept = IncreasingRun(anchors.map { (value: $0.1, weight: 1) }).members.map { anchors[$0] }
        var next = 0
        for index in 0..<oldCount {
            while next < kept.count, kept[next].0 < index { next += 1 }
            let before = next > 0 ? kept[next - 1] : (-1, -1)
            let after = next < kept.count ? kept[next] : (oldCount, newCount)
            if after.0 == index {
                places.append(after.1)
                continue
            }
            let share = Double(index - before.0) / Double(after.0 - before.0)
            places.append(before.1 + Int((share * Double(after.1 - before.1)).rounded()))
        }
    }

    func place(of index: Int) -> Int { places[index] }
}

/// The heaviest run of values that rise, each member in its order.
struct IncreasingRun {
    /// The places of the members, ascending.
    let members: [Int]

    /// Finds the run among values that are 0 or more.
    ///
    /// - Complexity: O(*n* log *m*) for *n* values up to *m*.
    init(_ items: [(value: Int, weight: Int)]) {
        let size = (items.map(\.value).max() ?? 0) + 2
        // A tree of the best run that ends at or below each value.
        var best = [(weight: Int, place: Int)](repeating: (0, -1), count: size + 1)
        var previous = [Int](repeating: -1, count: items.count)
        for (place, item) in items.enumerated() {
            var found = (weight: 0, place: -1)
            var index = item.value
            while index > 0 {
                if best[index].weight > found.weight { found = best[index] }
                index &= index - 1
            }
            previous[place] = found.place
            let total = found.weight + item.weight
            index = item.value + 1
            while index <= size {
                if best[index].weight < total { best[index] = (total, place) }
                index += index & -index
            }
        }
        var last = best.max { $0.weight < $1.weight }?.place ?? -1
        var members: [Int] = []
        while last >= 0 {
            members.append(last)
            last = previous[last]
        }
        self.members = members.reversed()
    }
}

extension ComparedText {
    /// The tokens of an article.
    func tokens(of article: ComparedArticle) -> ArraySlice<Token> {
        guard let first = segments[article.segments].first, let last = segments[article.segments].last else {
            return tokens[0..<0]
        }
        return tokens[first.tokens.lowerBound..<max(first.tokens.lowerBound, last.tokens.upperBound)]
    }
}
