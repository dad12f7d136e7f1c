/// Short runs of codes, one of which stands in every text that holds a term: a pair of neighbours of each term, or the first
/// letters of a term that is all letters, which begins where a word does.
///
/// They are kept as bits at hashed places, so that what isn't there is told at once and what is there nearly surely.
struct ScanKeys: Sendable {
    /// A bit for each pair.
    private(set) var pairs: [UInt64]

    /// A bit for each beginning of three or four letters.
    private(set) var openings: [UInt64]

    /// The number of bits of ``pairs``, less one.
    private(set) var pairMask: Int

    /// The bits of a history, as ``history(_:adding:)`` makes it, that say that a word began three or four codes ago.
    static let openingMarks: UInt64 = 1 << 63 | 1 << 47

    /// How many bits a place among the openings has.
    private static let openingBits: UInt64 = 18

    /// How much of a sample is read, in bytes.
    private static let sampleSize = 1 << 18

    /// Chooses the keys for the terms that `automaton` finds: of each, the pair that is rarest in `sample`.
    init(_ automaton: TermAutomaton, _ codes: ScanCodes, sample: Span<UInt8>) {
        // Rather large for the number of terms, so that few places are taken.
        var bits = 18
        while bits < 23, 1 << bits < automaton.suffixes.count * 128 { bits += 1 }
        pairMask = 1 << bits - 1
        pairs = Array(repeating: 0, count: 1 << (bits - 6))
        openings = Array(repeating: 0, count: 1 << Int(Self.openingBits - 6))
        let counts = Self.counts(sample, codes, mask: pairMask)
        var chooser = Chooser(automaton: automaton, codes: codes, counts: counts, keys: self)
        chooser.visit(state: 0)
        self = chooser.keys
    }

    /// Where the bit of two neighbours is.
    static func place(_ left: UInt64, _ right: UInt16, mask: Int) -> Int {
        (Int(truncatingIfNeeded: left & 0x7FFF) &* 0x9E35 &+ Int(right & 0x7FFF) &* 5) & mask
    }

    /// The last four codes, the latest lowest.
    static func history(_ history: UInt64, adding code: UInt16) -> UInt64 {
        code == ScanCodes.holding ? history : history &<< 16 | UInt64(code)
    }

    /// Where the bit of an opening is, which is the last four codes of a history, or the last three shifted up.
    static func place(ofOpening codes: UInt64) -> Int {
        Int(truncatingIfNeeded: (codes &* 0x9E37_79B9_7F4A_7C15) &>> (64 - openingBits))
    }

    /// Whether the two neighbours, or what ends with the last code of `history`, are a key.
    func matches(_ history: UInt64, adding code: UInt16) -> Bool {
        let pair = Self.place(history, code, mask: pairMask)
        if pairs[pair >> 6] &>> UInt64(pair & 63) & 1 != 0 { return true }
        let history = Self.history(history, adding: code)
        return history & Self.openingMarks != 0 && matchesOpening(history)
    }

    /// Whether the last three or four codes of `history` are the opening of a term.
    func matchesOpening(_ history: UInt64) -> Bool {
        let long = Self.place(ofOpening: history)
        let short = Self.place(ofOpening: history &<< 16)
        return (openings[long >> 6] &>> UInt64(long & 63) | openings[short >> 6] &>> UInt64(short & 63)) & 1 != 0
    }

    /// How often the pair at each place stands in a sample.
    private static func counts(_ sample: Span<UInt8>, _ codes: ScanCodes, mask: Int) -> [UInt16] {
        var counts = Array(repeating: UInt16(0), count: mask + 1)
        var history: UInt64 = 0
        var index = 0
        let end = min(sample.count, sampleSize)
        while index < end {
            let (code, length) = codes.code(at: index, in: sample)
            index += length
            guard code != ScanCodes.holding else { continue }
            let place = place(history, code, mask: mask)
            if code != 0, history & 0x7FFF != 0, counts[place] < UInt16.max { counts[place] += 1 }
            history = history &<< 16 | UInt64(code)
        }
        return counts
    }

    /// Walks through the terms and sets a key for each.
    private struct Chooser {
        let automaton: TermAutomaton
        let codes: ScanCodes
        let counts: [UInt16]
        var keys: ScanKeys
        var path: [UInt16] = []

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

        /// Sets a key for the term that ``path`` holds; one of a single symbol needs none.
        private mutating func choose() {
            guard path.count > 1 else { return }
            let isLatin = path.allSatisfy { codes.isLetter[Int($0)] }
            if isLatin, path.count > 2 {
                setOpenings(path.prefix(4).map { UInt64(ScanCodes.code(of: $0)) })
                return
            }
            var best = 0
            var least = Int.max
            for (left, right) in zip(path, path.dropFirst()) {
                if !isLatin, codes.isLetter[Int(left)], codes.isLetter[Int(right)] { continue }
                let place = ScanKeys.place(
                    UInt64(ScanCodes.code(of: left)),
                    ScanCodes.code(of: right),
                    mask: keys.pairMask
                )
                let isTaken = keys.pairs[place >> 6] &>> UInt64(place & 63) & 1 != 0
                let count = isTaken ? 0 : Int(counts[place])
                if count < least { (best, least) = (place, count) }
            }
            keys.pairs[best >> 6] |= 1 &<< UInt64(best & 63)
        }

        /// Sets the opening of three or four letters, each but the first of which may begin a word or not.
        private mutating func setOpenings(_ letters: [UInt64]) {
            let mark = UInt64(ScanCodes.mark)
            for marks in 0..<(1 << (letters.count - 1)) {
                var opening = letters[0] | mark
                for (place, letter) in letters.dropFirst().enumerated() {
                    opening = opening << 16 | letter | (marks >> place & 1 == 1 ? mark : 0)
                }
                let place = ScanKeys.place(ofOpening: letters.count == 3 ? opening << 16 : opening)
                keys.openings[place >> 6] |= 1 &<< UInt64(place & 63)
            }
        }
    }
}
