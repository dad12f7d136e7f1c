/// Which rows stand in another order than before.
struct MovedRows {
    private var moved: Set<Int> = []

    /// Finds the rows outside the heaviest run that kept its order.
    ///
    /// - Complexity: O(*n* log *n*) in the number of rows.
    init(_ rows: [Row], _ old: ComparedText, _ new: ComparedText) {
        var placed: [(row: Int, old: Int, new: Int, weight: Int)] = []
        var isPermutation = true
        for (index, row) in rows.enumerated() {
            guard let left = row.oldUnits.first, let right = row.newUnits.first else {
                isPermutation = false
                continue
            }
            // The preamble and the closing can't move.
            guard old.articles[old.units[left].article].isNumbered, new.articles[new.units[right].article].isNumbered
            else { continue }
            let weight = row.oldSegments.reduce(1) { $0 + old.segments[$1].tokens.count }
            placed.append((index, left, right, weight))
        }
        placed.sort { ($0.old, $0.new) < ($1.old, $1.new) }
        let kept = Set(IncreasingRun(placed.map { (value: $0.new, weight: $0.weight) }).members)
        for place in placed.indices where !kept.contains(place) { moved.insert(placed[place].row) }
        // Where everything was put in another order and nothing came or went, a new number comes from moving too.
        let displaced = placed.filter { old.units[$0.old].id != new.units[$0.new].id }
        if isPermutation, moved.count * 2 > displaced.count {
            moved.formUnion(displaced.map(\.row))
        }
    }

    /// Whether the row at `index` was moved.
    func contains(_ index: Int) -> Bool { moved.contains(index) }
}
