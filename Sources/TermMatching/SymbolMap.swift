/// Numbers the folded scalars that the terms of one set are made of.
///
/// Scalars of which one may stand for the other share a number, so that one pass over a text finds a term in any of its
/// disguises; the verifier then looks at the scalars themselves. Symbol 0 stands for every scalar that no term holds; it
/// breaks any term.
struct SymbolMap: Sendable {
    /// What a scalar is to the matcher, packed into 32 bits: 16 of symbol or of an index into ``sequences``,
    /// 8 of folding steps, 4 of class, and three bits of their own.
    struct Entry: Sendable {
        let bits: UInt32

        /// Packs an entry; `steps` are those of tables of foldings, all of which are below bit 8.
        init(payload: Int, steps: FoldingSteps, scalarClass: ScalarClass, isSequence: Bool) {
            bits =
                UInt32(payload & 0xFFFF) | UInt32(steps.rawValue & 0xFF) << 16 | UInt32(scalarClass.rawValue) << 24
                | (isSequence ? 1 << 31 : 0)
        }

        var payload: Int { Int(bits & 0xFFFF) }
        var steps: FoldingSteps { FoldingSteps(rawValue: UInt16(UInt8(truncatingIfNeeded: bits >> 16))) }
        var scalarClass: ScalarClass { ScalarClass(rawValue: UInt8(truncatingIfNeeded: bits >> 24) & 0x0F) ?? .word }
        var isSequence: Bool { bits >> 31 == 1 }

        /// Whether an escape may begin with the scalar.
        var opensEscape: Bool { bits >> 30 & 1 == 1 }

        /// Whether the symbol doesn't tell which scalar is meant.
        var isShared: Bool { bits >> 29 & 1 == 1 }
    }

    /// The number of symbols, with symbol 0.
    var count = 1

    /// What it takes to tell scalars apart that share a symbol.
    let shared: SharedSymbols

    var symbols: [Unicode.Scalar: UInt16] = [:]
    var basicPlane: [UInt32]
    var otherPlanes: [Unicode.Scalar: Entry] = [:]
    var sequences: [[UInt16]] = []

    /// Where each symbol stands in the ordinary words that hold a substitute.
    var wordPlaces = WordPlaces()

    /// Numbers the scalars of folded terms and works out what every scalar means.
    init(alphabet: Set<Unicode.Scalar>, folding: FoldingTable) {
        basicPlane = SymbolMap.scalarClasses
        let (classes, words) = Self.classes(of: alphabet, folding)
        var foldings: [Unicode.Scalar: [Unicode.Scalar]] = [:]
        var shared: Set<Unicode.Scalar> = []
        for members in classes {
            for scalar in members {
                symbols[scalar] = UInt16(truncatingIfNeeded: count)
                if members.count > 1 { shared.insert(scalar) }
            }
            count += 1
        }
        precondition(count <= Int(UInt16.max), "Terms are made of fewer than 65,536 different characters")
        for scalar in shared { foldings[scalar] = [scalar] }
        for (scalar, entry) in folding.foldings where !shared.isDisjoint(with: entry.scalars) {
            foldings[scalar] = entry.scalars
        }
        self.shared = SharedSymbols(foldings: foldings, disguises: folding.disguises, words: words)
        for (scalar, symbol) in symbols {
            set(scalar, payload: Int(symbol), steps: [], isSequence: false)
        }
        // In order, so that the same terms always give the same map.
        for (scalar, entry) in folding.foldings.sorted(by: { $0.key < $1.key }) {
            let mapped = entry.scalars.compactMap { symbols[$0] }
            guard mapped.count == entry.scalars.count else { continue }
            if mapped.count == 1 {
                set(scalar, payload: Int(mapped[0]), steps: entry.steps, isSequence: false)
            } else {
                set(scalar, payload: sequences.count, steps: entry.steps, isSequence: true)
                sequences.append(mapped)
            }
        }
        for scalar in foldings.keys {
            markShared(scalar)
        }
        wordPlaces = WordPlaces(of: words.map { $0.map(symbol(of:)) }, symbolCount: count)
    }

    /// The scalars that share a symbol, and the ordinary words that tell substitutes from themselves.
    private static func classes(
        of alphabet: Set<Unicode.Scalar>,
        _ folding: FoldingTable
    ) -> (classes: [[Unicode.Scalar]], words: [[Unicode.Scalar]]) {
        func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar { folding.folding(of: scalar).scalars[0] }
        var parents = Dictionary(uniqueKeysWithValues: alphabet.map { ($0, $0) })
        func root(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
            var scalar = scalar
            while let parent = parents[scalar], parent != scalar { scalar = parent }
            return scalar
        }
        var substitutes: Set<Unicode.Scalar> = []
        for pair in folding.disguises.substitutions.keys {
            let found = folded(pair.found)
            let meant = folded(pair.meant)
            guard alphabet.contains(meant) else { continue }
            substitutes.insert(found)
            if parents[found] == nil { parents[found] = found }
            // The least scalar stands for its class, so that the numbers don't depend on the order of a dictionary.
            let (low, high) = (min(root(found), root(meant)), max(root(found), root(meant)))
            parents[high] = low
        }
        let words = folding.disguises.words.map { $0.map(folded) }.filter { !substitutes.isDisjoint(with: $0) }
        for scalar in words.joined() where parents[scalar] == nil {
            parents[scalar] = scalar
        }
        let classes = Dictionary(grouping: parents.keys, by: root)
        return (classes.sorted { $0.key < $1.key }.map { $0.value.sorted() }, words)
    }

    /// What `scalar` means.
    func entry(of scalar: Unicode.Scalar) -> Entry {
        if scalar.value < 0x10000 {
            return Entry(bits: basicPlane[Int(scalar.value)])
        }
        return otherPlanes[scalar]
            ?? Entry(payload: 0, steps: [], scalarClass: ScalarClass(scalar), isSequence: false)
    }

    /// Whether `scalar`, whose entry is given, folds to `folded` and nothing else.
    func folds(_ scalar: Unicode.Scalar, _ entry: Entry, to folded: Unicode.Scalar) -> Bool {
        // A folded scalar folds to itself.
        guard !entry.isSequence, entry.payload == self.entry(of: folded).payload else { return false }
        return entry.isShared ? shared.foldings[scalar] == [folded] : true
    }

    /// The symbol of a folded scalar, or 0.
    func symbol(of folded: Unicode.Scalar) -> UInt16 {
        symbols[folded] ?? 0
    }

    private mutating func markShared(_ scalar: Unicode.Scalar) {
        if scalar.value < 0x10000 {
            basicPlane[Int(scalar.value)] |= 1 << 29
        } else if let entry = otherPlanes[scalar] {
            otherPlanes[scalar] = Entry(bits: entry.bits | 1 << 29)
        }
    }

    private mutating func set(_ scalar: Unicode.Scalar, payload: Int, steps: FoldingSteps, isSequence: Bool) {
        // A scalar that stands for symbols can't also be leapt over.
        let scalarClass = ScalarClass(scalar)
        let kept: ScalarClass = scalarClass.isSeparator || scalarClass == .stop ? .letter : scalarClass
        let entry = Entry(payload: payload, steps: steps, scalarClass: kept, isSequence: isSequence)
        if scalar.value < 0x10000 {
            basicPlane[Int(scalar.value)] = entry.bits
        } else {
            otherPlanes[scalar] = entry
        }
    }

    /// The classes of the scalars up to U+FFFF, worked out once in a process.
    private static let scalarClasses: [UInt32] = (0..<0x10000).map { value in
        let scalarClass = Unicode.Scalar(UInt32(value)).map(ScalarClass.init) ?? .word
        let opensEscape = Unicode.Scalar(UInt32(value)).map(TextEscape.opens) ?? false
        return Entry(payload: 0, steps: [], scalarClass: scalarClass, isSequence: false).bits
            | (opensEscape ? 1 << 30 : 0)
    }
}

extension SymbolMap.Entry {
    init(bits: UInt32) {
        self.bits = bits
    }
}

/// A list of words as symbols, and where each symbol stands in them.
struct WordPlaces: Sendable {
    /// The symbols of all words, one after the other, and where each word begins and the last one ends.
    var symbols: [UInt16] = []
    var wordStarts: [Int32] = [0]

    /// Where the places of each symbol begin, and where the last one's end.
    var starts: [Int32] = [0]

    /// The places: the index of a word, shifted by eight bits, and the place in it.
    var places: [Int32] = []

    init() {}

    init(of words: [[UInt16]], symbolCount: Int) {
        var bySymbol: [[Int32]] = Array(repeating: [], count: symbolCount)
        for (index, word) in words.enumerated() {
            symbols += word
            wordStarts.append(Int32(symbols.count))
            for (place, symbol) in word.enumerated().prefix(256) {
                bySymbol[Int(symbol)].append(Int32(index << 8 | place))
            }
        }
        for list in bySymbol {
            places += list
            starts.append(Int32(places.count))
        }
    }

    /// The symbols of the word at `index`.
    func word(_ index: Int) -> ArraySlice<UInt16> {
        symbols[Int(wordStarts[index])..<Int(wordStarts[index + 1])]
    }

    /// Whether `body` is true of a word, given by its index, and a place in it at which `symbol` stands.
    func contains(_ symbol: Int, where body: (_ word: Int, _ place: Int) -> Bool) -> Bool {
        guard symbol + 1 < starts.count else { return false }
        return places[Int(starts[symbol])..<Int(starts[symbol + 1])].contains { body(Int($0 >> 8), Int($0 & 0xFF)) }
    }
}

/// What it takes to tell scalars apart that share a symbol; one object, so that a map is copied cheaply.
final class SharedSymbols: Sendable {
    /// For scalars whose symbol is shared, what each folds to.
    let foldings: [Unicode.Scalar: [Unicode.Scalar]]

    /// What may stand for what.
    let disguises: DisguiseTable

    /// The ordinary words that hold a substitute, folded.
    let words: [[Unicode.Scalar]]

    init(foldings: [Unicode.Scalar: [Unicode.Scalar]], disguises: DisguiseTable, words: [[Unicode.Scalar]]) {
        self.foldings = foldings
        self.disguises = disguises
        self.words = words
    }
}
