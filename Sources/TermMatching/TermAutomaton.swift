/// Finds every occurrence of many terms in one pass over symbols, after Aho and Corasick (1975).
///
/// Transitions are kept as each state's own edges and a link to the state for its longest proper suffix,
/// so that memory grows with the terms and not with the number of symbols. The automaton is immutable,
/// and tasks share one freely. It is nothing but arrays of numbers, so that it is stored and read by copying them.
struct TermAutomaton: Sendable {
    /// Where each state's edges begin, and where the last one's end.
    var edgeStart: [Int32] = []
    /// The symbol of each edge, ascending within a state.
    var edgeSymbols: [UInt16] = []
    /// The state that each edge leads to.
    var edgeTargets: [Int32] = []
    /// The state after each symbol where nothing was read before.
    var rootTargets: [Int32] = []
    /// The state for the longest proper suffix of what each state has read.
    var suffixes: [Int32] = []
    /// Each state's first output, or -1.
    var firstOutput: [Int32] = []
    /// The term of each output.
    var outputTerms: [Int32] = []
    /// The output after each output, or -1.
    var nextOutput: [Int32] = []

    /// How many edges a state may have to be searched one by one.
    private static let fewEdges = 8

    /// Builds the automaton for `terms`; equal terms are all found, and empty ones never.
    ///
    /// - Complexity: O(*n* log *n*) in the number of symbols of all terms.
    init(_ terms: [[UInt16]], symbolCount: Int) {
        rootTargets = Array(repeating: 0, count: symbolCount)
        build(terms)
    }

    /// The state before any symbol was read.
    var start: Int32 { 0 }

    /// The state after `symbol` was read in `state`.
    func next(_ state: Int32, _ symbol: UInt16) -> Int32 {
        var state = state
        while state != 0 {
            if let target = target(of: state, symbol) { return target }
            state = suffixes[Int(state)]
        }
        return rootTargets[Int(symbol)]
    }

    /// Whether any term ends in `state`.
    func isAccepting(_ state: Int32) -> Bool {
        firstOutput[Int(state)] >= 0
    }

    /// Whether all that was read on the way from the start to `state` is a term, and not only the end of it.
    func endsTerm(at state: Int32) -> Bool {
        let output = firstOutput[Int(state)]
        return output >= 0 && (state == 0 || output != firstOutput[Int(suffixes[Int(state)])])
    }

    /// For each state, how many symbols lead to it, and the first of them.
    var beginnings: (depths: [Int32], firstSymbols: [UInt16]) {
        var depths = Array(repeating: Int32(0), count: suffixes.count)
        var firstSymbols = Array(repeating: UInt16(0), count: suffixes.count)
        // A state comes before those that its edges lead to.
        for state in suffixes.indices {
            for edge in Int(edgeStart[state])..<Int(edgeStart[state + 1]) {
                let target = Int(edgeTargets[edge])
                depths[target] = depths[state] + 1
                firstSymbols[target] = state == 0 ? edgeSymbols[edge] : firstSymbols[state]
            }
        }
        return (depths, firstSymbols)
    }

    /// Calls `body` with the index of every term that ends in `state`, the longest first.
    func forEachTerm(endingIn state: Int32, _ body: (Int) -> Void) {
        var output = firstOutput[Int(state)]
        while output >= 0 {
            body(Int(outputTerms[Int(output)]))
            output = nextOutput[Int(output)]
        }
    }

    private func target(of state: Int32, _ symbol: UInt16) -> Int32? {
        var low = Int(edgeStart[Int(state)])
        var high = Int(edgeStart[Int(state) + 1])
        while high - low > Self.fewEdges {
            let middle = (low + high) / 2
            if edgeSymbols[middle] <= symbol { low = middle } else { high = middle }
        }
        for edge in low..<high where edgeSymbols[edge] == symbol {
            return edgeTargets[edge]
        }
        return nil
    }
}

extension TermAutomaton {
    /// The sorted terms that share what a state has read.
    private struct Group {
        let terms: Range<Int>
        let depth: Int
    }

    /// Numbers the states breadth first, so that a state's suffix is finished before the state itself.
    private mutating func build(_ terms: [[UInt16]]) {
        let sorted = terms.indices.filter { !terms[$0].isEmpty }.sorted { left, right in
            let (one, other) = (terms[left], terms[right])
            return one == other ? left < right : one.lexicographicallyPrecedes(other)
        }
        var groups = [Group(terms: sorted.indices, depth: 0)]
        suffixes = [0]
        var state = 0
        while state < groups.count {
            let group = groups[state]
            let own = sorted[group.terms].prefix { terms[$0].count == group.depth }
            addOutputs(own, of: state)
            edgeStart.append(Int32(edgeSymbols.count))
            var first = group.terms.lowerBound + own.count
            while first < group.terms.upperBound {
                let symbol = terms[sorted[first]][group.depth]
                let rest = sorted[first..<group.terms.upperBound]
                let last = rest.firstIndex { terms[$0][group.depth] != symbol } ?? group.terms.upperBound
                let child = Int32(groups.count)
                groups.append(Group(terms: first..<last, depth: group.depth + 1))
                edgeSymbols.append(symbol)
                edgeTargets.append(child)
                suffixes.append(state == 0 ? 0 : next(suffixes[state], symbol))
                if state == 0 { rootTargets[Int(symbol)] = child }
                first = last
            }
            state += 1
        }
        edgeStart.append(Int32(edgeSymbols.count))
    }

    private mutating func addOutputs(_ terms: ArraySlice<Int>, of state: Int) {
        var output = state == 0 ? -1 : firstOutput[Int(suffixes[state])]
        for term in terms.reversed() {
            outputTerms.append(Int32(term))
            nextOutput.append(output)
            output = Int32(outputTerms.count - 1)
        }
        firstOutput.append(output)
    }
}
