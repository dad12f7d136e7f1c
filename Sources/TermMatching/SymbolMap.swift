/// Numbers the folded scalars that the terms of one set are made of.
///
/// Symbol 0 stands for every scalar that no term holds; it breaks any term.
struct SymbolMap: Sendable {
    /// What a scalar is to the matcher, packed into 32 bits: 16 of symbol or of an index into ``sequences``,
    /// 8 of folding steps, 4 of class, and a bit that says which of the two the 16 are.
    struct Entry: Sendable {
        let bits: UInt32

        init(payload: Int, steps: FoldingSteps, scalarClass: ScalarClass, isSequence: Bool) {
            bits =
                UInt32(payload & 0xFFFF) | UInt32(steps.rawValue) << 16 | UInt32(scalarClass.rawValue) << 24
                | (isSequence ? 1 << 31 : 0)
        }

        var payload: Int { Int(bits & 0xFFFF) }
        var steps: FoldingSteps { FoldingSteps(rawValue: UInt8(truncatingIfNeeded: bits >> 16)) }
        var scalarClass: ScalarClass { ScalarClass(rawValue: UInt8(truncatingIfNeeded: bits >> 24) & 0x0F) ?? .word }
        var isSequence: Bool { bits >> 31 == 1 }
    }

    /// The number of symbols, with symbol 0.
    var count = 1

    var symbols: [Unicode.Scalar: UInt16] = [:]
    var basicPlane: [UInt32]
    var otherPlanes: [Unicode.Scalar: Entry] = [:]
    var sequences: [[UInt16]] = []

    /// Numbers the symbols of `folded` terms and works out what every scalar means.
    init(terms folded: [[Unicode.Scalar]], folding: FoldingTable) {
        basicPlane = SymbolMap.scalarClasses
        for scalar in folded.joined() where symbols[scalar] == nil {
            symbols[scalar] = UInt16(count)
            count += 1
        }
        precondition(count <= Int(UInt16.max), "Terms are made of fewer than 65,536 different characters")
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
    }

    /// What `scalar` means.
    func entry(of scalar: Unicode.Scalar) -> Entry {
        if scalar.value < 0x10000 {
            return Entry(bits: basicPlane[Int(scalar.value)])
        }
        return otherPlanes[scalar]
            ?? Entry(payload: 0, steps: [], scalarClass: ScalarClass(scalar), isSequence: false)
    }

    /// The symbol of a folded scalar, or 0.
    func symbol(of folded: Unicode.Scalar) -> UInt16 {
        symbols[folded] ?? 0
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
        return Entry(payload: 0, steps: [], scalarClass: scalarClass, isSequence: false).bits
    }
}

extension SymbolMap.Entry {
    init(bits: UInt32) {
        self.bits = bits
    }
}
