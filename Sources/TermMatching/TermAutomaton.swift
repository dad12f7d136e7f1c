/// Finds every occurrence of many terms in one pass over symbols, after Aho and Corasick (1975).
///
/// Transitions are kept as each state's own edges and a link to the state for its longest proper suffix,
/// so that memory grows with the terms and not with the number of symbols. The automaton is immutable,
/// and tasks share one freely.
struct TermAutomaton: Sendable {
    private var edgeStart: [Int32] = []
    private var edgeSymbols: [UInt16] = []
    private var edgeTargets: [Int32] = []
    private var rootTargets: [Int32] = []
    private var suffixes: [Int32] = []
    private var firstOutput: [Int32] = []
    private var outputTerms: [Int32] = []
    private var nextOutput: [Int32] = []

    /// Builds the automaton for `terms`; equal terms are all found.
    init(_ terms: [[UInt16]], symbolCount: Int) {
        var trie = Trie()
        for (index, term) in terms.enumerated() where !term.isEmpty {
            trie.insert(term, index: index)
        }
        build(from: trie, symbolCount: symbolCount)
    }

    /// The state before any symbol was read.
    var start: Int32 { 0 }

    /// The state after `symbol` was read in `state`.
    func next(_ state: Int32, _ symbol: UInt16) -> Int32 {
        var state = state
        while state != 0 {
            let low = Int(edgeStart[Int(state)])
            let high = Int(edgeStart[Int(state) + 1])
            for edge in low..<high where edgeSymbols[edge] == symbol {
                return edgeTargets[edge]
            }
            state = suffixes[Int(state)]
        }
        return rootTargets[Int(symbol)]
    }

    /// Whether any term ends in `state`.
    func isAccepting(_ state: Int32) -> Bool {
        firstOutput[Int(state)] >= 0
    }

    /// Calls `body` with the index of every term that ends in `state`, the longest first.
    func forEachTerm(endingIn state: Int32, _ body: (Int) -> Void) {
        var output = firstOutput[Int(state)]
        while output >= 0 {
            body(Int(outputTerms[Int(output)]))
            output = nextOutput[Int(output)]
        }
    }

    private mutating func build(from trie: Trie, symbolCount: Int) {
        let states = trie.children.count
        suffixes = Array(repeating: 0, count: states)
        firstOutput = Array(repeating: -1, count: states)
        rootTargets = Array(repeating: 0, count: symbolCount)
        for (symbol, child) in trie.children[0] {
            rootTargets[Int(symbol)] = Int32(child)
        }
        for children in trie.children {
            edgeStart.append(Int32(edgeSymbols.count))
            for (symbol, child) in children.sorted(by: { $0.key < $1.key }) {
                edgeSymbols.append(symbol)
                edgeTargets.append(Int32(child))
            }
        }
        edgeStart.append(Int32(edgeSymbols.count))

        // Breadth first, so that a state's suffix is finished before the state itself.
        var queue = [0]
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for edge in Int(edgeStart[state])..<Int(edgeStart[state + 1]) {
                let child = Int(edgeTargets[edge])
                if state != 0 {
                    suffixes[child] = next(suffixes[state], edgeSymbols[edge])
                }
                queue.append(child)
            }
            var output = firstOutput[Int(suffixes[state])]
            if state == 0 { output = -1 }
            for term in trie.terms[state].reversed() {
                outputTerms.append(Int32(term))
                nextOutput.append(output)
                output = Int32(outputTerms.count - 1)
            }
            firstOutput[state] = output
        }
    }
}

extension TermAutomaton {
    /// The terms as a tree of their symbols.
    private struct Trie {
        var children: [[UInt16: Int]] = [[:]]
        var terms: [[Int]] = [[]]

        mutating func insert(_ term: [UInt16], index: Int) {
            var state = 0
            for symbol in term {
                if let child = children[state][symbol] {
                    state = child
                } else {
                    children.append([:])
                    terms.append([])
                    children[state][symbol] = children.count - 1
                    state = children.count - 1
                }
            }
            terms[state].append(index)
        }
    }
}
