/// Short runs of codes, one of which stands in every text that holds a term: a pair of neighbours of each term, or the first
/// letters of a term that is all letters, which begins where a word does.
///
/// They are kept as bits at hashed places, so that what isn't there is told at once and what is there nearly surely.
struct ScanKeys: Sendable {
    /// A bit for each pair, in a table so small that it stays in the nearest cache.
    private(set) var pairs: [UInt64]

    /// The number of bits of ``pairs``, less one.
    let pairMask: Int

    /// A bit for each pair at another place, in a table so large that hardly any other pair is taken for one.
    private var surePairs: [UInt64]
    private let sureMask: Int

    /// A bit for each beginning of three or four letters.
    private var openings: [UInt64]

    /// The symbols of which no pair consists.
    let idleSymbols: [UInt16]

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
        pairMask = Self.mask(holding: chooser.pairs.count, times: 16, bits: 16...18)
        sureMask = Self.mask(holding: chooser.pairs.count, times: 512, bits: 18...23)
        pairs = Array(repeating: 0, count: (pairMask + 1) / 64)
        surePairs = Array(repeating: 0, count: (sureMask + 1) / 64)
        openings = Array(repeating: 0, count: 1 << Int(Self.openingBits - 6))
        var isIdle = Array(repeating: true, count: codes.isLetter.count)
        for pair in chooser.pairs {
            let (left, right) = (ScanCodes.code(of: pair.left), ScanCodes.code(of: pair.right))
            Self.set(Self.place(UInt64(left), right, mask: pairMask), in: &pairs)
            Self.set(Self.surePlace(UInt64(left), right, mask: sureMask), in: &surePairs)
            isIdle[Int(pair.left)] = false
            isIdle[Int(pair.right)] = false
        }
        for opening in chooser.openings { Self.set(Self.place(ofOpening: opening), in: &openings) }
        idleSymbols = isIdle.indices.filter { isIdle[$0] && !codes.isLetter[$0] }.map { UInt16($0) }
    }

    private static func mask(holding count: Int, times room: Int, bits: ClosedRange<Int>) -> Int {
        var width = bits.lowerBound
        while width < bits.upperBound, 1 << width < count * room { width += 1 }
        return 1 << width - 1
    }

    private static func set(_ place: Int, in bits: inout [UInt64]) {
        bits[place >> 6] |= 1 &<< UInt64(place & 63)
    }

    /// Where the bit of two neighbours is in ``pairs``.
    static func place(_ left: UInt64, _ right: UInt16, mask: Int) -> Int {
        (Int(truncatingIfNeeded: left & 0x7FFF) &* 0x9E35 &+ Int(right & 0x7FFF) &* 5) & mask
    }

    private static func surePlace(_ left: UInt64, _ right: UInt16, mask: Int) -> Int {
        let pair = (left & 0x7FFF) &<< 15 | UInt64(right & 0x7FFF)
        return Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) &>> 40) & mask
    }

    /// Whether two neighbours whose bit is set in ``pairs`` nearly surely are a key.
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
        Int(truncatingIfNeeded: (codes &* 0x9E37_79B9_7F4A_7C15) &>> (64 - openingBits))
    }

    /// The most letters of an opening.
    static let openingLength = 4

    /// Whether the last code of `history` and `code` nearly surely are a key.
    func matchesPair(_ history: UInt64, adding code: UInt16) -> Bool {
        let pair = Self.place(history, code, mask: pairMask)
        return pairs[pair >> 6] &>> UInt64(pair & 63) & 1 != 0 && isSure(history, code)
    }

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

        struct Pair: Hashable {
            let left: UInt16
            let right: UInt16
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
            var least = Int.max
            for (left, right) in zip(path, path.dropFirst()) {
                // Two letters are rare nowhere.
                if !isLatin, codes.isLetter[Int(left)], codes.isLetter[Int(right)] { continue }
                let pair = Pair(left: left, right: right)
                let count = pairs.contains(pair) ? 0 : counts.count(left, right)
                if count < least { (best, least) = (pair, count) }
            }
            if let best { pairs.insert(best) }
        }

        /// Adds the opening of three or four letters, each but the first of which may begin a word or not.
        private mutating func addOpenings(_ letters: [UInt64]) {
            let mark = UInt64(ScanCodes.mark)
            for marks in 0..<(1 << (letters.count - 1)) {
                var opening = letters[0] | mark
                for (place, letter) in letters.dropFirst().enumerated() {
                    opening = opening << 16 | letter | (marks >> place & 1 == 1 ? mark : 0)
                }
                openings.insert(letters.count == 3 ? opening << 16 : opening)
            }
        }
    }

    /// How often pairs of symbols stand in a sample, or others that share a place with them.
    private struct PairCounts {
        private var counts = Array(repeating: UInt16(0), count: 1 << 20)

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
            }
        }

        func count(_ left: UInt16, _ right: UInt16) -> Int {
            let left = UInt64(ScanCodes.code(of: left))
            return Int(counts[ScanKeys.surePlace(left, ScanCodes.code(of: right), mask: counts.count - 1)])
        }
    }
}
