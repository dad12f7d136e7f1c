/// Parts of the old text that belong together with parts of the new one: a row of a comparison table.
struct Row {
    /// The paragraphs of the old text that belong to the row as a whole.
    var oldUnits: [Int] = []

    /// The paragraphs of the new text that belong to the row as a whole.
    var newUnits: [Int] = []

    /// The segments of the old text, of those paragraphs and of others, in order.
    var oldSegments: [Int] = []

    /// The segments of the new text, in order.
    var newSegments: [Int] = []

    /// The links between them.
    var links: [Alignment.Link] = []
}

/// Gathers linked paragraphs into rows.
struct RowBuilder {
    private let old: ComparedText
    private let new: ComparedText
    private let alignment: Alignment

    /// How many tokens of a pair of paragraphs are linked.
    private struct Shared {
        var old = 0
        var new = 0
        var both: Int { old + new }
    }

    /// A pair of paragraphs.
    private struct UnitPair: Hashable, Comparable {
        let old: Int
        let new: Int

        static func < (left: UnitPair, right: UnitPair) -> Bool { (left.old, left.new) < (right.old, right.new) }
    }

    /// Creates a builder.
    init(_ old: ComparedText, _ new: ComparedText, _ alignment: Alignment) {
        self.old = old
        self.new = new
        self.alignment = alignment
    }

    /// The rows, in the order of the new text, with repeals after what stood before them.
    func rows() -> [Row] {
        let shared = sharedTokens()
        let oldSizes = old.units.map { unit in old.segments[unit.segments].reduce(0) { $0 + $1.tokens.count } }
        let newSizes = new.units.map { unit in new.segments[unit.segments].reduce(0) { $0 + $1.tokens.count } }
        var groups = Groups(count: old.units.count + new.units.count)
        join(shared, oldSizes, newSizes, into: &groups)
        joinWithinArticles(into: &groups)
        joinWholeSplits(into: &groups)
        joinUnlinked(shared, into: &groups)
        return placed(in: groups, shared, oldSizes, newSizes)
    }

    // MARK: - Joining

    private func sharedTokens() -> [UnitPair: Shared] {
        var shared: [UnitPair: Shared] = [:]
        var seenOld: Set<Int> = []
        var seenNew: Set<Int> = []
        for link in alignment.links {
            let (left, right) = (old.segments[link.old], new.segments[link.new])
            let pair = UnitPair(old: left.unit, new: right.unit)
            // Of a clause that several flowed into, each makes up a part.
            let least = min(left.tokens.count, right.tokens.count)
            let (isFirstOld, isFirstNew) = (seenOld.insert(link.old).inserted, seenNew.insert(link.new).inserted)
            shared[pair, default: Shared()].old += isFirstOld ? left.tokens.count : least
            shared[pair, default: Shared()].new += isFirstNew ? right.tokens.count : least
        }
        return shared
    }

    /// Joins paragraphs that are versions of one: each other's nearest, or one of them mostly in the other and no
    /// small part of it.
    private func join(
        _ shared: [UnitPair: Shared],
        _ oldSizes: [Int],
        _ newSizes: [Int],
        into groups: inout Groups
    ) {
        var nearestOld: [Int: (Int, Int)] = [:]
        var nearestNew: [Int: (Int, Int)] = [:]
        let ordered = shared.sorted { $0.key < $1.key }
        for (pair, sum) in ordered {
            if sum.both > nearestNew[pair.old]?.1 ?? 0 { nearestNew[pair.old] = (pair.new, sum.both) }
            if sum.both > nearestOld[pair.new]?.1 ?? 0 { nearestOld[pair.new] = (pair.old, sum.both) }
        }
        for (pair, sum) in ordered {
            let oldShare = Double(sum.old) / Double(max(1, oldSizes[pair.old]))
            let newShare = Double(sum.new) / Double(max(1, newSizes[pair.new]))
            let isMutual = nearestNew[pair.old]?.0 == pair.new && nearestOld[pair.new]?.0 == pair.old
            let (most, least) = (max(oldShare, newShare), min(oldShare, newShare))
            guard isMutual && most >= 0.3 || most >= 0.5 && least >= 0.2 else { continue }
            groups.join(pair.old, old.units.count + pair.new)
        }
    }

    /// Joins groups that are of the same article on both sides: an article's paragraphs are one row.
    private func joinWithinArticles(into groups: inout Groups) {
        var seen: [UnitPair: Int] = [:]
        let members = groups.members
        for (root, units) in members.sorted(by: { $0.key < $1.key }) {
            let these = Set(units.filter { $0 < old.units.count }.map { old.units[$0].article })
            let those = Set(units.filter { $0 >= old.units.count }.map { new.units[$0 - old.units.count].article })
            for article in these.sorted() {
                for partner in those.sorted() {
                    let pair = UnitPair(old: article, new: partner)
                    if let other = seen[pair] { groups.join(root, other) } else { seen[pair] = root }
                }
            }
        }
    }

    /// Joins the rows of an article whose paragraphs all became articles of their own, or the other way round: one split
    /// or merge.
    private func joinWholeSplits(into groups: inout Groups) {
        let members = groups.members
        let shift = old.units.count
        /// The articles on both sides of each set of paragraphs that has both.
        var sides: [Int: (old: Set<Int>, new: Set<Int>)] = [:]
        for (root, units) in members {
            let these = Set(units.filter { $0 < shift }.map { old.units[$0].article })
            let those = Set(units.filter { $0 >= shift }.map { new.units[$0 - shift].article })
            if !these.isEmpty, !those.isEmpty { sides[root] = (these, those) }
        }
        var rootsOfOld: [Int: Set<Int>] = [:]
        var rootsOfNew: [Int: Set<Int>] = [:]
        for (root, side) in sides {
            for article in side.old { rootsOfOld[article, default: []].insert(root) }
            for article in side.new { rootsOfNew[article, default: []].insert(root) }
        }
        func isWhole(_ article: ComparedArticle, _ offset: Int) -> Bool {
            article.isNumbered && article.units.allSatisfy { sides[groups.root(of: $0 + offset)] != nil }
        }
        var joins: [Set<Int>] = []
        for (article, roots) in rootsOfOld where roots.count > 1 && isWhole(old.articles[article], 0) {
            let parts = roots.compactMap { sides[$0] }
            let isOnly = parts.allSatisfy { side in
                side.old == [article] && side.new.allSatisfy { roots.isSuperset(of: rootsOfNew[$0] ?? []) }
            }
            if isOnly { joins.append(roots) }
        }
        for (article, roots) in rootsOfNew where roots.count > 1 && isWhole(new.articles[article], shift) {
            let parts = roots.compactMap { sides[$0] }
            let isOnly = parts.allSatisfy { side in
                side.new == [article] && side.old.allSatisfy { roots.isSuperset(of: rootsOfOld[$0] ?? []) }
            }
            if isOnly { joins.append(roots) }
        }
        for roots in joins {
            guard let first = roots.min() else { continue }
            for root in roots { groups.join(first, root) }
        }
    }

    /// Adds paragraphs without a partner to the row of their article, where it has one row only.
    private func joinUnlinked(_ shared: [UnitPair: Shared], into groups: inout Groups) {
        let members = groups.members
        var rowsOfOld: [Int: Set<Int>] = [:]
        var rowsOfNew: [Int: Set<Int>] = [:]
        for (root, units) in members where units.count > 1 {
            for unit in units {
                if unit < old.units.count {
                    rowsOfOld[old.units[unit].article, default: []].insert(root)
                } else {
                    rowsOfNew[new.units[unit - old.units.count].article, default: []].insert(root)
                }
            }
        }
        for (root, units) in members.sorted(by: { $0.key < $1.key }) where units.count == 1 {
            let unit = units[0]
            let rows =
                unit < old.units.count
                ? rowsOfOld[old.units[unit].article] : rowsOfNew[new.units[unit - old.units.count].article]
            if let rows, rows.count == 1, let row = rows.first { groups.join(root, row) }
        }
        // An article of which nothing is left, or that is new, is one row with all its paragraphs.
        for (index, article) in old.articles.enumerated() where !article.units.isEmpty && rowsOfOld[index] == nil {
            for unit in article.units.dropFirst() { groups.join(article.units.lowerBound, unit) }
        }
        for (index, article) in new.articles.enumerated() where !article.units.isEmpty && rowsOfNew[index] == nil {
            for unit in article.units.dropFirst() {
                groups.join(old.units.count + article.units.lowerBound, old.units.count + unit)
            }
        }
    }

    // MARK: - Rows

    private func placed(
        in groups: Groups,
        _ shared: [UnitPair: Shared],
        _ oldSizes: [Int],
        _ newSizes: [Int]
    ) -> [Row] {
        var rows: [Row] = []
        var rowOfOld = [Int](repeating: 0, count: old.units.count)
        var rowOfNew = [Int](repeating: 0, count: new.units.count)
        for (_, units) in groups.members.sorted(by: { $0.key < $1.key }) {
            var row = Row()
            for unit in units.sorted() {
                if unit < old.units.count {
                    row.oldUnits.append(unit)
                    rowOfOld[unit] = rows.count
                } else {
                    row.newUnits.append(unit - old.units.count)
                    rowOfNew[unit - old.units.count] = rows.count
                }
            }
            rows.append(row)
        }
        var homeOfOld: [Int: Int] = [:]
        var homeOfNew: [Int: Int] = [:]
        for link in alignment.links {
            let (left, right) = (old.segments[link.old].unit, new.segments[link.new].unit)
            var home = rowOfOld[left]
            if home != rowOfNew[right], let sum = shared[UnitPair(old: left, new: right)] {
                // A sentence that went elsewhere is told where it makes up more of its paragraph.
                let oldShare = Double(sum.old) / Double(max(1, oldSizes[left]))
                let newShare = Double(sum.new) / Double(max(1, newSizes[right]))
                // Between equals the smaller paragraph tells it, so that both directions say the same.
                if newShare > oldShare || newShare == oldShare && newSizes[right] < oldSizes[left] {
                    home = rowOfNew[right]
                }
            }
            rows[home].links.append(link)
            if homeOfOld[link.old] == nil { homeOfOld[link.old] = home }
            if homeOfNew[link.new] == nil { homeOfNew[link.new] = home }
        }
        addUnlinkedSegments(to: &rows, rowOfOld, rowOfNew, &homeOfOld, &homeOfNew)
        for (segment, home) in homeOfOld.sorted(by: { $0.key < $1.key }) { rows[home].oldSegments.append(segment) }
        for (segment, home) in homeOfNew.sorted(by: { $0.key < $1.key }) { rows[home].newSegments.append(segment) }
        return ordered(rows.filter { !$0.oldSegments.isEmpty || !$0.newSegments.isEmpty })
    }

    /// Gives every segment without a link a row: its paragraph's, or its own where the paragraph is made up of pieces of
    /// several others and mostly new.
    private func addUnlinkedSegments(
        to rows: inout [Row],
        _ rowOfOld: [Int],
        _ rowOfNew: [Int],
        _ homeOfOld: inout [Int: Int],
        _ homeOfNew: inout [Int: Int]
    ) {
        func place(_ text: ComparedText, _ rowOf: [Int], _ home: inout [Int: Int], _ newRow: (Int) -> Row) {
            for (index, unit) in text.units.enumerated() {
                let homes = Set(unit.segments.compactMap { home[$0] })
                let whole = text.segments[unit.segments].reduce(0) { $0 + $1.tokens.count }
                let own = unit.segments.filter { home[$0] == rowOf[index] }
                let ownSize = own.reduce(0) { $0 + text.segments[$1].tokens.count }
                var target = rowOf[index]
                let unlinked = unit.segments.filter { home[$0] == nil }
                guard !unlinked.isEmpty else { continue }
                if homes.count > 1, ownSize * 2 < whole {
                    target = rows.count
                    rows.append(newRow(index))
                }
                for segment in unlinked { home[segment] = target }
            }
        }
        place(old, rowOfOld, &homeOfOld) { _ in Row() }
        place(new, rowOfNew, &homeOfNew) { _ in Row() }
    }

    /// The rows by their place in the new text; what is only in the old text stands after what stood before it there.
    private func ordered(_ rows: [Row]) -> [Row] {
        func main(_ row: Row, isNew: Bool) -> Int? {
            isNew
                ? row.newUnits.first.map { new.units[$0].segments.lowerBound } ?? row.newSegments.first
                : row.oldUnits.first.map { old.units[$0].segments.lowerBound } ?? row.oldSegments.first
        }
        let both = rows.filter { !$0.newSegments.isEmpty && !$0.oldSegments.isEmpty }
            .compactMap { row in main(row, isNew: false).flatMap { left in main(row, isNew: true).map { (left, $0) } } }
            .sorted { $0 < $1 }
        func key(_ row: Row) -> (Int, Int, Int) {
            if let place = main(row, isNew: true) { return (place, 0, main(row, isNew: false) ?? 0) }
            let place = main(row, isNew: false) ?? 0
            let before = both.last { $0.0 <= place }?.1 ?? -1
            return (before, 1, place)
        }
        return rows.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}

/// Sets of numbers that can be joined (union–find).
private struct Groups {
    private var parents: [Int]

    init(count: Int) {
        parents = Array(0..<count)
    }

    /// The members of each set by the set's least member.
    var members: [Int: [Int]] {
        var members: [Int: [Int]] = [:]
        for item in parents.indices { members[root(of: item), default: []].append(item) }
        return members
    }

    func root(of item: Int) -> Int {
        var item = item
        while parents[item] != item { item = parents[item] }
        return item
    }

    mutating func join(_ left: Int, _ right: Int) {
        let (a, b) = (root(of: left), root(of: right))
        parents[max(a, b)] = min(a, b)
        parents[left] = min(a, b)
        parents[right] = min(a, b)
    }
}
