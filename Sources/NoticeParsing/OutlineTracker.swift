/// Follows the marks of a text through its levels, and says of each mark where it belongs.
///
/// A level is a *group* of marks that are counted together. Styles of one family that take turns with the numbers
/// running on, such as (IV) followed by (5), are one group.
struct OutlineTracker {
    /// A mark at its place in the outline.
    struct Item: Sendable {
        /// The paragraph that the mark stands in.
        let block: Int
        /// The mark, read the way that fits its place.
        let mark: Mark
        /// The group that the mark is counted in.
        let group: Int
        /// The item that this one stands below, by its place among the items.
        let parent: Int?
        /// Whether the mark starts a group of the outermost level again from 1.
        let restartsOutermost: Bool
        /// Whether the number is the next one of its group.
        let isNext: Bool
    }

    private struct Frame {
        let group: Int
        let rank: Mark.Style
        let item: Int
    }

    private struct Group {
        var styles: Set<Mark.Style>
        let rank: Mark.Style
        var last: Int
        var lastSuffix: Int?
    }

    private var stack: [Frame] = []
    private var groups: [Group] = []

    /// The items so far, in reading order.
    private(set) var items: [Item] = []

    /// The groups in which more than one style takes turns.
    var mixedGroups: Set<Int> {
        Set(groups.indices.filter { groups[$0].styles.count > 1 })
    }

    /// The outermost style of a group.
    func rank(of group: Int) -> Mark.Style { groups[group].rank }

    /// The number of groups.
    var groupCount: Int { groups.count }

    /// What ``place(_:block:)`` would do with a mark, without doing it: whether its number is the next of its group.
    func continues(_ mark: Mark) -> Bool {
        readings(of: mark).contains { frameContinued(by: $0) != nil || frameJoined(by: $0) != nil }
    }

    /// Finds the place of `mark`; `nil` where it doesn't look like a mark after all.
    mutating func place(_ mark: Mark, block: Int) -> Item? {
        let readings = readings(of: mark)
        for reading in readings {
            if let depth = frameContinued(by: reading) { return add(reading, block, toFrame: depth, isNext: true) }
        }
        for reading in readings {
            if let depth = frameJoined(by: reading) { return add(reading, block, toFrame: depth, isNext: true) }
        }
        let reading = readings.first { $0.number == 1 } ?? mark
        if let depth = stack.lastIndex(where: { groups[$0.group].styles.contains(reading.style) }) {
            guard fits(reading, after: groups[stack[depth].group].last) else { return nil }
            return add(reading, block, toFrame: depth, isNext: false)
        }
        if let group = groups.firstIndex(where: { $0.styles.contains(reading.style) }) {
            guard fits(reading, after: groups[group].last) else { return nil }
            let isNext = reading.number == groups[group].last + 1
            return open(reading, block, group: group, isNext: isNext)
        }
        guard reading.number == 1 || reading.style.isStrong || items.isEmpty && reading.number <= 30 else { return nil }
        groups.append(Group(styles: [reading.style], rank: reading.style, last: 0))
        return open(reading, block, group: groups.count - 1, isNext: reading.number == 1)
    }

    private func readings(of mark: Mark) -> [Mark] {
        [mark] + (mark.alternatively.map { [$0] } ?? [])
    }

    /// The innermost open level of the mark's own style whose next number it is.
    private func frameContinued(by mark: Mark) -> Int? {
        stack.lastIndex { frame in
            let group = groups[frame.group]
            guard group.styles.contains(mark.style) else { return false }
            if let suffix = mark.suffix { return mark.number == group.last && suffix == (group.lastSuffix ?? 0) + 1 }
            return mark.number == group.last + 1
        }
    }

    /// The innermost open level of the mark's family whose next number it is.
    private func frameJoined(by mark: Mark) -> Int? {
        guard mark.number > 1 else { return nil }
        return stack.lastIndex { frame in
            let group = groups[frame.group]
            return group.rank.family == mark.style.family && mark.number == group.last + 1
        }
    }

    /// Whether a number that isn't the next may still be one of the group's.
    private func fits(_ mark: Mark, after last: Int) -> Bool {
        mark.number <= 1 || mark.style == .article || mark.number - last <= (mark.style.isStrong ? 50 : 10)
    }

    private mutating func add(_ mark: Mark, _ block: Int, toFrame depth: Int, isNext: Bool) -> Item {
        let frame = stack[depth]
        stack.removeSubrange(depth...)
        let isRestart = depth == 0 && mark.number == 1 && groups[frame.group].last >= 3
        groups[frame.group].styles.insert(mark.style)
        return push(mark, block, group: frame.group, isNext: isNext, restartsOutermost: isRestart)
    }

    private mutating func open(_ mark: Mark, _ block: Int, group: Int, isNext: Bool) -> Item {
        while let top = stack.last, top.rank >= groups[group].rank { stack.removeLast() }
        return push(mark, block, group: group, isNext: isNext, restartsOutermost: false)
    }

    private mutating func push(
        _ mark: Mark,
        _ block: Int,
        group: Int,
        isNext: Bool,
        restartsOutermost: Bool
    ) -> Item {
        let item = Item(
            block: block,
            mark: mark,
            group: group,
            parent: stack.last?.item,
            restartsOutermost: restartsOutermost,
            isNext: isNext
        )
        groups[group].last = mark.number
        groups[group].lastSuffix = mark.suffix
        stack.append(Frame(group: group, rank: groups[group].rank, item: items.count))
        items.append(item)
        return item
    }
}

extension OutlineTracker {
    /// The group of the articles: the innermost one whose numbers run on across its parents without restarting.
    ///
    /// - Complexity: O(*n*) in the number of items.
    func articleGroup() -> Int? {
        guard let first = items.first else { return nil }
        if let laws = groups.firstIndex(where: { $0.rank == .article }) { return laws }
        var previous: [Int: Item] = [:]
        var continuing: [Int: Int] = [:]
        var restarting: [Int: Int] = [:]
        for item in items {
            if let before = previous[item.group], before.parent != item.parent, item.parent != nil {
                if item.mark.number > before.mark.number {
                    continuing[item.group, default: 0] += 1
                } else {
                    restarting[item.group, default: 0] += 1
                }
            }
            previous[item.group] = item
        }
        let runningOn = continuing.filter { $0.value > restarting[$0.key, default: 0] }.keys
        return runningOn.max { groups[$0].rank < groups[$1].rank } ?? first.group
    }
}
