/// Pieces of text as weighted bags of shingles (neighbouring tokens), and how alike two of them are.
///
/// A shingle weighs the more the rarer it is in both texts, so that 虚拟货币 in a notice on virtual currency says little
/// about which clause is which.
struct ShingleTable {
    /// The shingles of one piece, sorted, without those that occur twice counted twice.
    struct Bag {
        /// Shingles by number, ascending.
        fileprivate(set) var ids: [Int32] = []
        /// How often each occurs.
        fileprivate(set) var counts: [Int32] = []
        /// The weight of all of them.
        fileprivate(set) var weight: Double = 0
    }

    /// The pieces of the old text.
    let old: [Bag]

    /// The pieces of the new text.
    let new: [Bag]

    private let weights: [Double]

    /// Above so many pieces, a shingle isn't used to look for candidates.
    private static let commonest = 48

    /// Counts the shingles of every piece.
    ///
    /// - Parameters:
    ///   - old: The keys of each piece of the old text.
    ///   - new: The keys of each piece of the new text.
    ///   - oldFeatures: What each piece of the old text is about beside its words, as a number; a feature counts as
    ///     several words.
    ///   - newFeatures: The same of the new text.
    init(
        old: [ArraySlice<Token>],
        new: [ArraySlice<Token>],
        oldFeatures: [Int32?] = [],
        newFeatures: [Int32?] = []
    ) {
        var numbers: [Int64: Int32] = [:]
        numbers.reserveCapacity(old.reduce(0) { $0 + $1.count } + new.reduce(0) { $0 + $1.count })
        var oldBags = old.enumerated().map { Self.bag(of: $1, oldFeatures.isEmpty ? nil : oldFeatures[$0], &numbers) }
        var newBags = new.enumerated().map { Self.bag(of: $1, newFeatures.isEmpty ? nil : newFeatures[$0], &numbers) }
        var frequency = [Int](repeating: 0, count: numbers.count)
        for bag in oldBags + newBags {
            for id in bag.ids { frequency[Int(id)] += 1 }
        }
        let all = Double(max(2, old.count + new.count))
        let weights = frequency.map { Self.logarithm(1 + all / Double(max(1, $0))) }
        for index in oldBags.indices { oldBags[index].weight = Self.weight(of: oldBags[index], weights) }
        for index in newBags.indices { newBags[index].weight = Self.weight(of: newBags[index], weights) }
        self.old = oldBags
        self.new = newBags
        self.weights = weights
    }

    /// The weight that both have in common.
    func common(_ left: Bag, _ right: Bag) -> Double {
        var sum = 0.0
        var i = 0
        var j = 0
        while i < left.ids.count, j < right.ids.count {
            if left.ids[i] == right.ids[j] {
                sum += weights[Int(left.ids[i])] * Double(min(left.counts[i], right.counts[j]))
                i += 1
                j += 1
            } else if left.ids[i] < right.ids[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return sum
    }

    /// How alike two pieces are, from 0 to 1: twice what they have in common over what they have (Dice).
    func similarity(_ left: Bag, _ right: Bag) -> Double {
        let all = left.weight + right.weight
        return all > 0 ? 2 * common(left, right) / all : 0
    }

    /// How much of the lighter piece stands in the other one, from 0 to 1.
    func containment(_ left: Bag, _ right: Bag) -> Double {
        let least = min(left.weight, right.weight)
        return least > 0 ? common(left, right) / least : 0
    }

    /// The pieces of the new text that share the most with each piece of the old one, and the other way round, at most
    /// `limit` for each.
    ///
    /// - Complexity: linear in the number of shingles; a shingle of many pieces is passed over.
    func candidates(limit: Int) -> [(old: Int, new: Int)] {
        var postings = [[Int32]](repeating: [], count: weights.count)
        for (index, bag) in new.enumerated() {
            for id in bag.ids { postings[Int(id)].append(Int32(index)) }
        }
        var found: Set<Int64> = []
        var score = [Double](repeating: 0, count: new.count)
        // The best for each new piece, kept small.
        var bestForNew = [[(score: Double, old: Int)]](repeating: [], count: new.count)
        for (index, bag) in old.enumerated() {
            var touched: [Int] = []
            for (place, id) in bag.ids.enumerated() {
                let list = postings[Int(id)]
                guard list.count <= Self.commonest else { continue }
                let gain = weights[Int(id)] * Double(bag.counts[place])
                for target in list {
                    let target = Int(target)
                    if score[target] == 0 { touched.append(target) }
                    score[target] += gain
                }
            }
            let ranked = touched.sorted { left, right in
                let (a, b) = (share(score[left], bag, new[left]), share(score[right], bag, new[right]))
                return a == b ? left < right : a > b
            }
            for target in ranked.prefix(limit) { found.insert(Int64(index) << 32 | Int64(target)) }
            for target in touched {
                let entry = (score: share(score[target], bag, new[target]), old: index)
                let list = bestForNew[target]
                if list.count < limit || list[list.count - 1].score < entry.score {
                    let place = list.firstIndex { $0.score < entry.score } ?? list.count
                    bestForNew[target].insert(entry, at: place)
                    if bestForNew[target].count > limit { bestForNew[target].removeLast() }
                }
                score[target] = 0
            }
        }
        for (target, list) in bestForNew.enumerated() {
            for entry in list { found.insert(Int64(entry.old) << 32 | Int64(target)) }
        }
        return found.sorted().map { (Int($0 >> 32), Int($0 & 0xFFFF_FFFF)) }
    }

    private func share(_ common: Double, _ left: Bag, _ right: Bag) -> Double {
        common / max(1, min(left.weight, right.weight))
    }

    // MARK: - Counting

    /// How many words a feature counts for.
    private static let featureWeight = 3

    private static func bag(
        of tokens: ArraySlice<Token>,
        _ feature: Int32?,
        _ numbers: inout [Int64: Int32]
    ) -> Bag {
        var ids: [Int32] = []
        ids.reserveCapacity(tokens.count * 2)
        func add(_ shingle: Int64) {
            if let known = numbers[shingle] {
                ids.append(known)
            } else {
                let id = Int32(numbers.count)
                numbers[shingle] = id
                ids.append(id)
            }
        }
        var previous: Token?
        for token in tokens {
            if let previous { add(Int64(previous.key) << 32 | Int64(token.key)) }
            // A word says something alone, a character hardly does.
            if !token.isCharacter || tokens.count == 1 { add(Int64(token.key)) }
            previous = token
        }
        if let feature { for _ in 0..<featureWeight { add(-1 - Int64(feature)) } }
        ids.sort()
        var bag = Bag()
        for id in ids {
            if bag.ids.last == id {
                bag.counts[bag.counts.count - 1] += 1
            } else {
                bag.ids.append(id)
                bag.counts.append(1)
            }
        }
        return bag
    }

    private static func weight(of bag: Bag, _ weights: [Double]) -> Double {
        zip(bag.ids, bag.counts).reduce(0) { $0 + weights[Int($1.0)] * Double($1.1) }
    }

    /// The natural logarithm, by its series: the C library's may differ in the last digit from one machine to the next.
    private static func logarithm(_ value: Double) -> Double {
        var rest = value
        var sum = 0.0
        while rest > 2 {
            rest /= 2
            sum += 0.693147180559945
        }
        let ratio = (rest - 1) / (rest + 1)
        let square = ratio * ratio
        return sum + 2 * ratio * (1 + square * (1.0 / 3 + square * (1.0 / 5 + square * (1.0 / 7 + square / 9))))
    }
}
