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
        /// The parent of the last item.
        var lastParent: Int?
        /// The number of items, and of those that stand below no other.
        var count = 0
        var topCount = 0
        /// How often the numbers ran on below another parent, and how often they didn't.
        var continuing = 0
        var restarting = 0
    }

    private var stack: [Frame] = []
    private var groups: [Group] = []
    /// The groups from the outermost level to the innermost.
    private var order: [Int] = []

    /// The items so far, in reading order.
    private(set) var items: [Item] = []

    /// The groups in which more than one style takes turns.
    var mixedGroups: Set<Int> {
        Set(groups.indices.filter { groups[$0].styles.count > 1 })
    }

    /// The outermost style of a group.
    func rank(of group: Int) -> Mark.Style { groups[group].rank }

    /// The styles that a group has been printed in.
    func styles(of group: Int) -> Set<Mark.Style> { groups[group].styles }

    /// The number of groups.
    var groupCount: Int { groups.count }

    /// What ``place(_:block:)`` would do with a mark, without doing it: whether its number is the next of its group.
    func continues(_ mark: Mark) -> Bool {
        readings(of: mark).contains { frameContinued(by: $0) != nil || frameJoined(by: $0) != nil }
    }

    /// Whether `mark` is the next number of a level that was open before.
    func runsOn(_ mark: Mark) -> Bool {
        groups.contains { $0.styles.contains(mark.style) && $0.last + 1 == mark.number }
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
        guard fitsPath(reading) else { return nil }
        if let depth = stack.lastIndex(where: { groups[$0.group].styles.contains(reading.style) }) {
            guard fits(reading, after: groups[stack[depth].group].last) else { return nil }
            return add(reading, block, toFrame: depth, isNext: false)
        }
        if let group = groups.firstIndex(where: { $0.styles.contains(reading.style) }) {
            guard fits(reading, after: groups[group].last) else { return nil }
            let isNext = reading.number == groups[group].last + 1
            return open(reading, block, group: group, isNext: isNext)
        }
        // (3) behind （二） goes on with its numbers below the next heading, too.
        if reading.number > 1,
            let group = groups.firstIndex(where: {
                $0.rank.family == reading.style.family && $0.last + 1 == reading.number
            })
        {
            groups[group].styles.insert(reading.style)
            return open(reading, block, group: group, isNext: true)
        }
        guard reading.number == 1 || reading.style.isStrong || items.isEmpty && reading.number <= 30 else { return nil }
        addGroup(of: reading.style)
        return open(reading, block, group: groups.count - 1, isNext: reading.number == 1)
    }

    /// Opens a group, and finds its place among the levels: a style that isn't one of the outer ones stands right below
    /// the level that is open when it first comes.
    private mutating func addGroup(of style: Mark.Style) {
        groups.append(Group(styles: [style], rank: style, last: 0))
        let group = groups.count - 1
        if !style.isOutward, let top = stack.last {
            order.insert(group, at: position(of: top.group) + 1)
        } else {
            order.insert(group, at: order.firstIndex { groups[$0].rank > style } ?? order.count)
        }
    }

    /// The place of a group among the levels, counted from the outermost.
    private func position(of group: Int) -> Int {
        order.firstIndex(of: group) ?? 0
    }

    /// Whether `group` is a level outside of `other`.
    func isOutside(_ group: Int, of other: Int) -> Bool {
        position(of: group) < position(of: other)
    }

    /// Whether a decimal mark stands below the number that it begins with; other marks always fit.
    private func fitsPath(_ mark: Mark) -> Bool {
        guard let above = mark.path.dropLast().last else { return true }
        let outer = stack.last {
            [.arabicDot, .arabicComma, .decimalTwo, .decimalThree].contains($0.rank) && $0.rank < mark.style
        }
        guard let outer else {
            return above == 1 && mark.number == 1 || groups.contains { $0.styles.contains(mark.style) }
        }
        return groups[outer.group].last == above
    }

    private func readings(of mark: Mark) -> [Mark] {
        [mark] + (mark.alternatively.map { [$0] } ?? [])
    }

    /// The innermost open level of the mark's own style whose next number it is.
    private func frameContinued(by mark: Mark) -> Int? {
        guard fitsPath(mark) else { return nil }
        return stack.lastIndex { frame in
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
        while let top = stack.last, position(of: top.group) >= position(of: group) { stack.removeLast() }
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
        count(item)
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
    /// - Complexity: O(1) in the number of items.
    func articleGroup() -> Int? {
        guard !items.isEmpty else { return nil }
        if let laws = lawGroup() { return laws }
        // A slip in one place is no restart: most of the parents have to agree.
        let runningOn = groups.indices.filter { groups[$0].continuing > groups[$0].restarting }
        return runningOn.max { position(of: $0) < position(of: $1) } ?? outermostGroup()
    }

    /// The group of 第N条, unless a lone one was printed among the items of a notice.
    private func lawGroup() -> Int? {
        guard let laws = groups.firstIndex(where: { $0.rank == .article }) else { return nil }
        return groups[laws].count > 1 || items.count <= 2 || items.first?.group == laws ? laws : nil
    }

    /// The group of most of the items that stand below no other.
    private func outermostGroup() -> Int? {
        groups.indices.max { left, right in
            (groups[left].topCount, right) < (groups[right].topCount, left)
        }
    }

    /// Takes `item` into the counts of its group, of which it isn't the last yet.
    private mutating func count(_ item: Item) {
        var group = groups[item.group]
        if group.count > 0, item.parent != nil, item.parent != group.lastParent {
            if item.mark.number > group.last {
                group.continuing += 1
            } else {
                group.restarting += 1
            }
        }
        group.count += 1
        if item.parent == nil { group.topCount += 1 }
        group.lastParent = item.parent
        groups[item.group] = group
    }
}
