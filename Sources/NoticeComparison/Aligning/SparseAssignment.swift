/// The pairing of two lists with the greatest total weight, each member in one pair at most.
///
/// This is the assignment problem on a sparse graph, solved by shortest augmenting paths with potentials (Jonker and
/// Volgenant 1987): the result is optimal over all pairings of the edges given, not the outcome of a greedy choice.
struct SparseAssignment {
    /// A pair that may be formed.
    struct Edge {
        /// The member of the first list.
        let row: Int
        /// The member of the second list.
        let column: Int
        /// What the pair is worth; above zero.
        let weight: Int
    }

    /// The column of each row, or `nil` where a row is best left alone.
    let columns: [Int?]

    /// Solves the problem; of two edges of one pair the later counts.
    ///
    /// - Complexity: O(*r* × *e* log *e*) at worst for *r* rows and *e* edges, and close to O(*e* log *e*) where
    ///   paths are short, as they are between two versions of a text.
    init(rowCount: Int, columnCount: Int, edges: [Edge]) {
        var starts = [Int](repeating: 0, count: rowCount + 1)
        for edge in edges { starts[edge.row + 1] += 1 }
        for row in 0..<rowCount { starts[row + 1] += starts[row] }
        var fill = starts
        var targets = [Int](repeating: 0, count: edges.count)
        var costs = [Int](repeating: 0, count: edges.count)
        let most = edges.map(\.weight).max() ?? 0
        for edge in edges {
            targets[fill[edge.row]] = edge.column
            costs[fill[edge.row]] = most - edge.weight
            fill[edge.row] += 1
        }
        var solver = Solver(
            rowCount: rowCount,
            columnCount: columnCount,
            starts: starts,
            targets: targets,
            costs: costs,
            most: most
        )
        for row in 0..<rowCount where starts[row] < starts[row + 1] { solver.place(row) }
        columns = (0..<rowCount).map { row in solver.columnOf[row].flatMap { $0 < columnCount ? $0 : nil } }
    }

    /// The state of solving. Column `columnCount + r` belongs to row *r* alone, and stands for leaving it without a pair.
    private struct Solver {
        let rowCount: Int
        let columnCount: Int
        let starts: [Int]
        let targets: [Int]
        let costs: [Int]
        let most: Int
        var columnOf: [Int?]
        private var rowOf: [Int?]
        private var rowPotential: [Int]
        private var columnPotential: [Int]
        private var distance: [Int]
        private var previous: [Int]
        private var isDone: [Bool]

        init(rowCount: Int, columnCount: Int, starts: [Int], targets: [Int], costs: [Int], most: Int) {
            self.rowCount = rowCount
            self.columnCount = columnCount
            self.starts = starts
            self.targets = targets
            self.costs = costs
            self.most = most
            let all = columnCount + rowCount
            columnOf = Array(repeating: nil, count: rowCount)
            rowOf = Array(repeating: nil, count: all)
            rowPotential = Array(repeating: 0, count: rowCount)
            columnPotential = Array(repeating: 0, count: all)
            distance = Array(repeating: Int.max, count: all)
            previous = Array(repeating: -1, count: all)
            isDone = Array(repeating: false, count: all)
        }

        /// Finds the cheapest way of giving `row` a column, moving other rows where that pays.
        mutating func place(_ row: Int) {
            var heap = MinimumHeap()
            var touched: [Int] = []
            relax(row, from: 0, &heap, &touched)
            var end = -1
            var reach = 0
            while let (cost, column) = heap.popLeast() {
                if isDone[column] || cost > distance[column] { continue }
                isDone[column] = true
                guard let owner = rowOf[column] else {
                    end = column
                    reach = cost
                    break
                }
                relax(owner, from: cost, &heap, &touched)
            }
            // Every row has a column of its own, so that there always is an end.
            guard end >= 0 else { return }
            rowPotential[row] += reach
            for column in touched where isDone[column] && column != end {
                let gain = reach - distance[column]
                columnPotential[column] -= gain
                if let owner = rowOf[column] { rowPotential[owner] += gain }
            }
            var column = end
            while true {
                let owner = previous[column]
                let before = columnOf[owner]
                columnOf[owner] = column
                rowOf[column] = owner
                guard owner != row, let before else { break }
                column = before
            }
            for column in touched {
                distance[column] = Int.max
                isDone[column] = false
            }
        }

        private mutating func relax(_ row: Int, from base: Int, _ heap: inout MinimumHeap, _ touched: inout [Int]) {
            func consider(_ column: Int, _ cost: Int) {
                guard !isDone[column] else { return }
                let total = base + cost - rowPotential[row] - columnPotential[column]
                guard total < distance[column] else { return }
                if distance[column] == Int.max { touched.append(column) }
                distance[column] = total
                previous[column] = row
                heap.insert(total, column)
            }
            for place in starts[row]..<starts[row + 1] { consider(targets[place], costs[place]) }
            consider(columnCount + row, most)
        }
    }
}

/// A binary heap of columns by cost; of two columns of one cost the lower comes first.
private struct MinimumHeap {
    private var items: [(cost: Int, column: Int)] = []

    mutating func insert(_ cost: Int, _ column: Int) {
        items.append((cost, column))
        var child = items.count - 1
        while child > 0, items[child] < items[(child - 1) / 2] {
            items.swapAt(child, (child - 1) / 2)
            child = (child - 1) / 2
        }
    }

    mutating func popLeast() -> (cost: Int, column: Int)? {
        guard let least = items.first else { return nil }
        let last = items.removeLast()
        guard !items.isEmpty else { return least }
        items[0] = last
        var parent = 0
        while true {
            var child = parent * 2 + 1
            guard child < items.count else { break }
            if child + 1 < items.count, items[child + 1] < items[child] { child += 1 }
            guard items[child] < items[parent] else { break }
            items.swapAt(child, parent)
            parent = child
        }
        return least
    }
}
