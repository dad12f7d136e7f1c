/// Short runs of codes, one of which stands in every text that holds a term: a pair of neighbours of each term, or the first
/// letters of a term that is all letters, which begins where a word does.
///
/// What isn't there is told at once, by a table so small that it stays in the nearest caches, and what is there nearly surely,
/// by bits at hashed places.
struct ScanKeys: Sendable {
    /// For each scalar of the basic plane, the classes of pairs that it may begin, in the upper byte, and of those that it may
    /// end, in the lower one; two neighbours that have a class in common are looked at closely.
    let plane: [UInt16]

    /// The same for ASCII, above the codes that ``ScanCodes/ascii`` has.
    let ascii: [UInt32]

    /// The classes of each code that isn't marked.
    private let classes: [UInt16]

    /// The classes of a scalar that no pair holds.
    static let noClasses: UInt16 = 0x8000

    /// The classes of a scalar that may stand between two of a pair.
    static let holdingClasses: UInt16 = 0xFF00

    /// The classes of a scalar that is looked at closely in any case.
    private static let looksClosely: UInt16 = 0xFF80

    /// How many classes of pairs there are.
    private static let classCount = 7

    /// A bit for each pair, in a table so large that hardly any other pair is taken for one.
    private var surePairs: [UInt64]
    private let sureMask: Int

    /// A bit for each beginning of three or four letters.
    private var openings: [UInt64]

    /// The bits of a history, as ``history(_:adding:)`` makes it, that say that a word began three or four codes ago.
    static let openingMarks: UInt64 = 1 << 63 | 1 << 47

    /// How many bits a place among the openings has.
    private static let openingBits: UInt64 = 18

    /// How much of a sample is read, in bytes.
    private static let sampleSize = 1 << 18

    /// Chooses the keys for the terms that `automaton` finds: of each, the pair that is rarest in `sample`.
    init(_ automaton: TermAutomaton, _ codes: ScanCodes, sample: Span<UInt8>) {
        let counts = PairCounts(sample.extracting(first: Self.sampleSize), codes)
        var chooser = Chooser(automaton: automaton, codes: codes, counts: counts)
        chooser.visit(state: 0)
        sureMask = Self.mask(holding: chooser.pairs.count, times: 512, bits: 18...23)
        surePairs = Array(repeating: 0, count: (sureMask + 1) / 64)
        openings = Array(repeating: 0, count: 1 << Int(Self.openingBits - 6))
        for pair in chooser.pairs {
            let (left, right) = (ScanCodes.code(of: pair.left), ScanCodes.code(of: pair.right))
            Self.set(Self.surePlace(UInt64(left), right, mask: sureMask), in: &surePairs)
        }
        let classes = Self.classes(of: chooser.pairs, counts, codes.isLetter)
        self.classes = classes
        var plane = codes.plane.map { Self.classes(of: $0, in: classes) }
        ascii = zip(plane, codes.ascii).map { UInt32($0) << 16 | UInt32($1) }
        // No scalar of three bytes is less.
        for value in 0..<0x800 { plane[value] = Self.looksClosely }
        self.plane = plane
        for opening in chooser.openings { Self.set(Self.place(ofOpening: opening), in: &openings) }
    }

    private static func mask(holding count: Int, times room: Int, bits: ClosedRange<Int>) -> Int {
        var width = bits.lowerBound
        while width < bits.upperBound, 1 << width < count * room { width += 1 }
        return 1 << width - 1
    }

    private static func set(_ place: Int, in bits: inout [UInt64]) {
        bits[place >> 6] |= 1 &<< UInt64(place & 63)
    }

    /// The classes of a scalar with `code`.
    func classes(of code: UInt16) -> UInt16 {
        Self.classes(of: code, in: classes)
    }

    private static func classes(of code: UInt16, in classes: [UInt16]) -> UInt16 {
        switch code {
        case ScanCodes.breaking: noClasses
        case ScanCodes.holding: holdingClasses
        case ScanCodes.look, ScanCodes.escape, ScanCodes.fault: looksClosely
        // Letters beyond ASCII are rare, and what they make up is told one by one.
        case ScanCodes.mark...: classes[Int(code & ~ScanCodes.mark)] | 0x0080
        default: classes[Int(code)]
        }
    }

    /// Parts `pairs` into classes so that neighbours seldom have one in common that are no pair.
    ///
    /// - Returns: The classes of each code, as ``plane`` has them.
    private static func classes(of pairs: Set<Pair>, _ counts: PairCounts, _ isLetter: [Bool]) -> [UInt16] {
        var classes = Array(repeating: noClasses, count: 0x8000)
        var lefts = Array(repeating: 0, count: classCount)
        var rights = lefts
        for group in PairGroup.all(of: pairs, counts, isLetter) {
            func added(to kind: Int) -> Int {
                group.rights.reduce(0) { sum, right in
                    let isNew = classes[Int(ScanCodes.code(of: right))] & 1 << UInt16(kind) == 0
                    return sum + (isNew ? counts.count(right) + 1 : 0)
                }
            }
            // How often a class is found by chance.
            let costs = (0..<classCount).map { kind in
                (lefts[kind] + group.weight) * (rights[kind] + added(to: kind)) - lefts[kind] * rights[kind]
            }
            let kind = group.classes.min { costs[$0] < costs[$1] } ?? 0
            lefts[kind] += group.weight
            rights[kind] += added(to: kind)
            classes[Int(ScanCodes.code(of: group.left))] |= 0x100 << UInt16(kind)
            for right in group.rights { classes[Int(ScanCodes.code(of: right))] |= 1 << UInt16(kind) }
        }
        return classes
    }

    private static func surePlace(_ left: UInt64, _ right: UInt16, mask: Int) -> Int {
        let pair = (left & 0x7FFF) &<< 15 | UInt64(right & 0x7FFF)
        return Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    }

    /// Whether two neighbours nearly surely are a key.
    func isSure(_ left: UInt64, _ right: UInt16) -> Bool {
        let place = Self.surePlace(left, right, mask: sureMask)
        return surePairs[place >> 6] &>> UInt64(place & 63) & 1 != 0
    }

    /// The last four codes, the latest lowest.
    static func history(_ history: UInt64, adding code: UInt16) -> UInt64 {
        code == ScanCodes.holding ? history : history &<< 16 | UInt64(code)
    }

    /// Where the bit of an opening is, which is the last four codes of a history, or the last three shifted up.
    static func place(ofOpening codes: UInt64) -> Int {
        Int(truncatingIfNeeded: ((codes & 0xFFFF_7FFF_7FFF_7FFF) &* 0x9E37_79B9_7F4A_7C15) &>> (64 - openingBits))
    }

    /// The most letters of an opening.
    static let openingLength = 4

    /// Whether `code` ends the opening of a term.
    func matchesOpening(_ history: UInt64, adding code: UInt16) -> Bool {
        let history = Self.history(history, adding: code)
        return history & Self.openingMarks != 0 && matchesOpening(history)
    }

    /// Whether the last three or four codes of `history` are the opening of a term.
    func matchesOpening(_ history: UInt64) -> Bool {
        let long = Self.place(ofOpening: history)
        let short = Self.place(ofOpening: history &<< 16)
        return (openings[long >> 6] &>> UInt64(long & 63) | openings[short >> 6] &>> UInt64(short & 63)) & 1 != 0
    }

    /// Two symbols that follow one another in a term.
    private struct Pair: Hashable {
        let left: UInt16
        let right: UInt16
    }

    /// Pairs that begin alike, all of which or none of which end in a letter.
    private struct PairGroup {
        let left: UInt16
        let rights: [UInt16]

        /// How common the left symbol is, 1 at least.
        let weight: Int

        /// The classes that the group may belong to.
        let classes: ClosedRange<Int>

        /// The groups of `pairs`, the most common first.
        static func all(of pairs: Set<Pair>, _ counts: PairCounts, _ isLetter: [Bool]) -> [PairGroup] {
            let byLeft = Dictionary(grouping: pairs, by: \.left)
            let groups = byLeft.flatMap { left, pairs in
                let rights = pairs.map(\.right).sorted()
                return [rights.filter { isLetter[Int($0)] }, rights.filter { !isLetter[Int($0)] }].compactMap {
                    rights in
                    rights.first.map { first in
                        // Letters follow one another all the time: those that begin a pair and those that end one have no
                        // class in common.
                        let classes = isLetter[Int(left)] ? 0...2 : isLetter[Int(first)] ? 3...5 : 0...6
                        return PairGroup(left: left, rights: rights, weight: counts.count(left) + 1, classes: classes)
                    }
                }
            }
            return groups.sorted { ($0.weight, $0.left, $0.rights[0]) > ($1.weight, $1.left, $1.rights[0]) }
        }
    }

    /// Walks through the terms and chooses a key for each.
    private struct Chooser {
        let automaton: TermAutomaton
        let codes: ScanCodes
        let counts: PairCounts
        private(set) var pairs: Set<Pair> = []
        private(set) var openings: Set<UInt64> = []
        private var path: [UInt16] = []

        init(automaton: TermAutomaton, codes: ScanCodes, counts: PairCounts) {
            self.automaton = automaton
            self.codes = codes
            self.counts = counts
        }

        mutating func visit(state: Int32) {
            // A term that begins with another one is found with it.
            if automaton.endsTerm(at: state) {
                choose()
                return
            }
            for edge in Int(automaton.edgeStart[Int(state)])..<Int(automaton.edgeStart[Int(state) + 1]) {
                path.append(automaton.edgeSymbols[edge])
                visit(state: automaton.edgeTargets[edge])
                path.removeLast()
            }
        }

        /// Chooses a key for the term that ``path`` holds; one of a single symbol needs none.
        private mutating func choose() {
            guard path.count > 1 else { return }
            let isLatin = path.allSatisfy { codes.isLetter[Int($0)] }
            if isLatin, path.count > 2 {
                addOpenings(path.prefix(ScanKeys.openingLength).map { UInt64(ScanCodes.code(of: $0)) })
                return
            }
            var best: Pair?
            var least = (Int.max, Int.max)
            for (left, right) in zip(path, path.dropFirst()) {
                // Two letters are rare nowhere.
                if !isLatin, codes.isLetter[Int(left)], codes.isLetter[Int(right)] { continue }
                let pair = Pair(left: left, right: right)
                let weight =
                    pairs.contains(pair)
                    ? (0, 0) : (counts.count(left, right), counts.count(left) * counts.count(right))
                if weight < least { (best, least) = (pair, weight) }
            }
            if let best { pairs.insert(best) }
        }

        /// Adds the opening of three or four letters, the first of which begins a word.
        private mutating func addOpenings(_ letters: [UInt64]) {
            let opening = letters.dropFirst().reduce(letters[0] | UInt64(ScanCodes.mark)) { $0 << 16 | $1 }
            openings.insert(letters.count == 3 ? opening << 16 : opening)
        }
    }

    /// How often pairs of symbols stand in a sample, or others that share a place with them.
    private struct PairCounts {
        private var counts = Array(repeating: UInt16(0), count: 1 << 20)

        /// How often each code stands in the sample.
        private var single = Array(repeating: 0, count: 0x8000)

        init(_ sample: Span<UInt8>, _ codes: ScanCodes) {
            var history: UInt64 = 0
            var index = 0
            while index < sample.count {
                let (code, length) = codes.code(at: index, in: sample)
                index += length
                guard code != ScanCodes.holding else { continue }
                let place = ScanKeys.surePlace(history, code, mask: counts.count - 1)
                if code != 0, history & 0x7FFF != 0, counts[place] < UInt16.max { counts[place] += 1 }
                history = history &<< 16 | UInt64(code)
                single[Int(code & 0x7FFF)] += 1
            }
        }

        /// How often a symbol stands in the sample.
        func count(_ symbol: UInt16) -> Int { single[Int(ScanCodes.code(of: symbol))] }

        func count(_ left: UInt16, _ right: UInt16) -> Int {
            let left = UInt64(ScanCodes.code(of: left))
            return Int(counts[ScanKeys.surePlace(left, ScanCodes.code(of: right), mask: counts.count - 1)])
        }
    }
}
