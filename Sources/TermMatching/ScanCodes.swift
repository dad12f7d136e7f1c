/// What the scalars of the basic plane are to a ``TermScanner``: a code each, which for symbols of its terms is a number of
/// their own.
struct ScanCodes: Sendable {
    /// A scalar that breaks every term.
    static let breaking: UInt16 = 0

    /// A scalar that a term may be broken with.
    static let holding: UInt16 = 1

    /// Set in codes of letters where a word may begin, and in all codes that need a closer look.
    static let mark: UInt16 = 0x8000

    /// A scalar of several symbols, or of one that is a term.
    static let look: UInt16 = 0xFFFF

    /// A sign that may open an escape.
    static let escape: UInt16 = 0xFFFE

    /// What is no scalar.
    static let fault: UInt16 = 0xFFFD

    /// The code of each scalar of the basic plane; letters beyond ASCII are marked.
    private(set) var plane: [UInt16]

    /// The code of each scalar of ASCII, marked where it is a letter or digit.
    let ascii: [UInt16]

    /// Whether each symbol stands for letters and digits alone.
    let isLetter: [Bool]

    private let map: SymbolMap
    private let isOfTerms: [Bool]
    private let isTerm: [Bool]

    /// Gives codes to the symbols of the terms that `automaton` finds.
    init(_ map: SymbolMap, _ automaton: TermAutomaton) {
        self.map = map
        var isOfTerms = Array(repeating: false, count: map.count)
        for symbol in automaton.edgeSymbols { isOfTerms[Int(symbol)] = true }
        self.isOfTerms = isOfTerms
        let isTerm = automaton.rootTargets.map { $0 != 0 && automaton.isAccepting($0) }
        self.isTerm = isTerm
        var isLetter = Array(repeating: true, count: map.count)
        for (scalar, symbol) in map.symbols where ScalarClass(scalar) != .letter { isLetter[Int(symbol)] = false }
        isLetter[0] = false
        self.isLetter = isLetter
        var plane = Array(repeating: Self.breaking, count: 0x10000)
        for value in plane.indices {
            if value & 0xF800 == 0xD800 {
                plane[value] = Self.fault
                continue
            }
            let entry = SymbolMap.Entry(bits: map.basicPlane[value])
            if entry.opensEscape {
                plane[value] = Self.escape
            } else {
                let code = Self.code(entry, map, isOfTerms, isTerm)
                let isMarked = value >= 0x80 && code > Self.holding && code < Self.mark && isLetter[entry.payload]
                plane[value] = isMarked ? code | Self.mark : code
            }
        }
        self.plane = plane
        ascii = plane.prefix(0x80).enumerated().map { value, code in
            let scalar = Unicode.Scalar(UInt8(value))
            let plain = code < Self.mark ? code : Self.breaking
            return scalar.properties.isAlphabetic || scalar.properties.numericType != nil ? plain | Self.mark : plain
        }
    }

    /// The code of a symbol: different ones nearly always have different ones.
    static func code(of symbol: UInt16) -> UInt16 {
        holding + 1 + (symbol - 1) % 0x7F00
    }

    private static func code(
        _ entry: SymbolMap.Entry,
        _ map: SymbolMap,
        _ isOfTerms: [Bool],
        _ isTerm: [Bool]
    ) -> UInt16 {
        switch entry.scalarClass {
        case .blank, .lineBreak, .invisible, .hyphen, .punctuation, .enumeration: return holding
        case .stop: return breaking
        case .word, .letter: break
        }
        if entry.isSequence {
            return map.sequences[entry.payload].contains { isOfTerms[Int($0)] } ? look : breaking
        }
        guard isOfTerms[entry.payload] else { return breaking }
        return isTerm[entry.payload] ? look : code(of: UInt16(truncatingIfNeeded: entry.payload))
    }

    /// The code of a scalar beyond the basic plane.
    func code(of scalar: Unicode.Scalar) -> UInt16 {
        let entry = map.entry(of: scalar)
        let code = Self.code(entry, map, isOfTerms, isTerm)
        let isMarked = code > Self.holding && code < Self.mark && isLetter[entry.payload]
        return isMarked ? code | Self.mark : code
    }

    /// The symbol of a scalar that is neither leapt over nor breaks every term, or `nil` where it has several.
    func symbol(of scalar: Unicode.Scalar) -> UInt16? {
        let entry = map.entry(of: scalar)
        return entry.isSequence ? nil : UInt16(truncatingIfNeeded: entry.payload)
    }

    /// The symbols of a scalar that has several.
    func sequence(of scalar: Unicode.Scalar) -> [UInt16] {
        map.sequences[map.entry(of: scalar).payload]
    }
}
