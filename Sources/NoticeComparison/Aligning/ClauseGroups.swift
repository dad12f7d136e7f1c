/// The segments of a row in groups that are shown side by side: one with one, or several that flowed together.
struct ClauseGroups {
    /// Segments of both texts that belong together; one side is empty for what came or went.
    struct Group {
        /// Segments of the old text, ascending.
        var old: [Int] = []
        /// Segments of the new text, ascending.
        var new: [Int] = []
    }

    /// The groups in the order of the new text; what is gone stands where it stood.
    let groups: [Group]

    /// Groups the segments of `row`.
    init(_ row: Row) {
        var groups: [Group] = []
        var groupOfOld: [Int: Int] = [:]
        var groupOfNew: [Int: Int] = [:]
        for link in row.links {
            let index: Int
            switch (groupOfOld[link.old], groupOfNew[link.new]) {
            case (let left?, let right?) where left != right:
                // Two groups turn out to be one.
                for segment in groups[right].old { groupOfOld[segment] = left }
                for segment in groups[right].new { groupOfNew[segment] = left }
                groups[left].old += groups[right].old
                groups[left].new += groups[right].new
                groups[right] = Group()
                index = left
            case (let known?, _), (_, let known?):
                index = known
            case (nil, nil):
                index = groups.count
                groups.append(Group())
            }
            if groupOfOld.updateValue(index, forKey: link.old) == nil { groups[index].old.append(link.old) }
            if groupOfNew.updateValue(index, forKey: link.new) == nil { groups[index].new.append(link.new) }
        }
        for segment in row.oldSegments where groupOfOld[segment] == nil { groups.append(Group(old: [segment])) }
        for segment in row.newSegments where groupOfNew[segment] == nil { groups.append(Group(new: [segment])) }
        groups = groups.filter { !$0.old.isEmpty || !$0.new.isEmpty }
            .map { Group(old: $0.old.sorted(), new: $0.new.sorted()) }
        // What is gone is shown after what stood before it.
        let linked = groups.filter { !$0.old.isEmpty && !$0.new.isEmpty }.sorted { $0.old[0] < $1.old[0] }
        func key(_ group: Group) -> (Int, Int, Int) {
            if let first = group.new.first { return (first, 0, 0) }
            let place = group.old.first ?? 0
            return (linked.last { $0.old[0] < place }?.new.first ?? -1, 1, place)
        }
        self.groups = groups.map { (key($0), $0) }.sorted { $0.0 < $1.0 }.map(\.1)
    }
}
