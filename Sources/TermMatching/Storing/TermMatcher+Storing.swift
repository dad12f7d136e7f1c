extension TermMatcher {
    /// Writes the matcher; see ``StoreWriter`` for what that is good for.
    package func store(in writer: inout StoreWriter) {
        writer.write(terms) { writer, term in
            writer.write(term.text)
            writer.write(term.notBefore) { $0.write($1) }
            writer.write(term.notAfter) { $0.write($1) }
            writer.write(Int(term.disguises.rawValue))
        }
        var neighbours: [Int: CompiledTerm] = [:]
        for term in compiled where neighbours[term.term] == nil { neighbours[term.term] = term }
        writer.write(terms.indices) { writer, index in
            writer.write(neighbours[index]?.notBefore ?? []) { $0.writeFlat($1.map(\.value)) }
            writer.write(neighbours[index]?.notAfter ?? []) { $0.writeFlat($1.map(\.value)) }
        }
        // The many signs of all spellings stand together, so that they are read without a step for each spelling.
        writer.writeFlat(compiled.flatMap { $0.spelling.signs.map(\.scalar.value) })
        writer.writeFlat(compiled.flatMap { $0.spelling.signs.map(\.folded.value) })
        writer.writeFlat(compiled.flatMap { $0.spelling.signs.map(\.flags) })
        writer.writeFlat(compiled.flatMap(\.symbols))
        writer.write(compiled) { writer, term in
            writer.write(term.term)
            writer.write(term.symbols.count)
            writer.write(Int(term.spelling.steps.rawValue))
            writer.write(term.spelling.needsSmallLetters)
            writer.write(term.mostSubstitutes)
            writer.write(term.mostConfusables)
        }
        map.store(in: &writer)
        automaton.store(in: &writer)
    }

    /// Reads a matcher that ``store(in:)`` wrote.
    package convenience init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        let terms = try reader.list { reader throws(StoreReader.Damage) in
            Term(
                try reader.text(),
                notBefore: try reader.texts(),
                notAfter: try reader.texts(),
                disguises: FoldingSteps(rawValue: UInt16(truncatingIfNeeded: try reader.number()))
            )
        }
        let neighbours = try reader.list { reader throws(StoreReader.Damage) in
            (
                before: try reader.list { reader throws(StoreReader.Damage) in try reader.scalars() },
                after: try reader.list { reader throws(StoreReader.Damage) in try reader.scalars() }
            )
        }
        var signs = try SignReader(from: &reader)
        let compiled = try reader.list { reader throws(StoreReader.Damage) in
            let term = try reader.number()
            guard neighbours.indices.contains(term) else { throw StoreReader.Damage() }
            let part = try signs.next(try reader.number())
            return CompiledTerm(
                term: term,
                spelling: Spelling(
                    signs: part.signs,
                    steps: FoldingSteps(rawValue: UInt16(truncatingIfNeeded: try reader.number())),
                    needsSmallLetters: try reader.truth()
                ),
                symbols: part.symbols,
                mostSubstitutes: try reader.number(),
                mostConfusables: try reader.number(),
                notBefore: neighbours[term].before,
                notAfter: neighbours[term].after
            )
        }
        guard neighbours.count == terms.count else { throw StoreReader.Damage() }
        let map = try SymbolMap(from: &reader)
        self.init(terms: terms, compiled: compiled, map: map, automaton: try TermAutomaton(from: &reader))
    }
}

/// Hands out the signs and symbols of one spelling after the other.
private struct SignReader {
    private let scalars: [Unicode.Scalar]
    private let folded: [Unicode.Scalar]
    private let flags: [UInt8]
    private let symbols: [UInt16]
    private var index = 0

    init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        scalars = try reader.scalars()
        folded = try reader.scalars()
        flags = try reader.flat()
        symbols = try reader.flat()
        guard folded.count == scalars.count, flags.count == scalars.count, symbols.count == scalars.count else {
            throw StoreReader.Damage()
        }
    }

    mutating func next(_ count: Int) throws(StoreReader.Damage) -> (signs: [Spelling.Sign], symbols: [UInt16]) {
        guard count >= 0, count <= scalars.count - index else { throw StoreReader.Damage() }
        let range = index..<(index + count)
        index = range.upperBound
        return (
            range.map { Spelling.Sign(scalars[$0], folded: folded[$0], flags: flags[$0]) },
            Array(symbols[range])
        )
    }
}

extension Spelling.Sign {
    /// What is true of the sign, a bit each.
    fileprivate var flags: UInt8 {
        (isLetter ? 1 : 0) | (startsCharacter ? 2 : 0) | (startsWord ? 4 : 0)
    }

    fileprivate init(_ scalar: Unicode.Scalar, folded: Unicode.Scalar, flags: UInt8) {
        self.scalar = scalar
        self.folded = folded
        isLetter = flags & 1 != 0
        startsCharacter = flags & 2 != 0
        startsWord = flags & 4 != 0
    }
}

extension TermFilter {
    /// Writes the filter without the symbols, which it shares with its matcher.
    package func store(in writer: inout StoreWriter) {
        writer.write(terms.sorted()) { $0.write($1) }
        automaton.store(in: &writer)
    }

    /// Reads a filter of terms of `matcher` that ``store(in:)`` wrote.
    package init(of matcher: TermMatcher, from reader: inout StoreReader) throws(StoreReader.Damage) {
        terms = Set(try reader.list { reader throws(StoreReader.Damage) in try reader.number() })
        guard terms.allSatisfy(matcher.terms.indices.contains) else { throw StoreReader.Damage() }
        let terms = terms
        spellings = matcher.compiled.indices.filter { terms.contains(matcher.compiled[$0].term) }
        self.matcher = matcher
        automaton = try TermAutomaton(from: &reader)
    }
}

extension SymbolMap {
    /// Writes the map; the table of the basic plane as runs of equal entries, of which it has few.
    func store(in writer: inout StoreWriter) {
        let numbered = symbols.sorted { ($0.value, $0.key) < ($1.value, $1.key) }
        writer.writeFlat(numbered.map(\.key.value))
        writer.writeFlat(numbered.map(\.value))
        writer.write(count)
        var lengths: [UInt16] = []
        var values: [UInt32] = []
        for entry in basicPlane {
            if entry == values.last, let length = lengths.last, length < UInt16.max {
                lengths[lengths.count - 1] = length + 1
            } else {
                lengths.append(1)
                values.append(entry)
            }
        }
        writer.writeFlat(lengths)
        writer.writeFlat(values)
        let others = otherPlanes.sorted { $0.key < $1.key }
        writer.writeFlat(others.map(\.key.value))
        writer.writeFlat(others.map(\.value.bits))
        writer.write(sequences) { $0.writeFlat($1) }
        shared.store(in: &writer)
        writer.writeFlat(wordPlaces.symbols)
        writer.writeFlat(wordPlaces.wordStarts)
        writer.writeFlat(wordPlaces.starts)
        writer.writeFlat(wordPlaces.places)
    }

    /// Reads a map that ``store(in:)`` wrote.
    init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        let numbered = try reader.scalars()
        let numbers = try reader.flat(UInt16.self)
        count = try reader.number()
        guard numbers.count == numbered.count else { throw StoreReader.Damage() }
        symbols = Dictionary(zip(numbered, numbers)) { first, _ in first }
        let lengths = try reader.flat(UInt16.self)
        let values = try reader.flat(UInt32.self)
        basicPlane = []
        basicPlane.reserveCapacity(0x10000)
        for (length, value) in zip(lengths, values) {
            basicPlane.append(contentsOf: repeatElement(value, count: Int(length)))
        }
        let others = try reader.scalars()
        let entries = try reader.flat(UInt32.self)
        guard basicPlane.count == 0x10000, others.count == entries.count else { throw StoreReader.Damage() }
        otherPlanes = Dictionary(minimumCapacity: others.count)
        for (scalar, bits) in zip(others, entries) { otherPlanes[scalar] = Entry(bits: bits) }
        sequences = try reader.list { reader throws(StoreReader.Damage) in try reader.flat() }
        shared = try SharedSymbols(from: &reader)
        wordPlaces.symbols = try reader.flat()
        wordPlaces.wordStarts = try reader.flat()
        wordPlaces.starts = try reader.flat()
        wordPlaces.places = try reader.flat()
    }
}

extension SharedSymbols {
    fileprivate func store(in writer: inout StoreWriter) {
        let folded = foldings.sorted { $0.key < $1.key }
        writer.writeFlat(folded.map(\.key.value))
        writer.write(folded) { $0.writeFlat($1.value.map(\.value)) }
        let substitutions = disguises.substitutions.sorted {
            ($0.key.found, $0.key.meant) < ($1.key.found, $1.key.meant)
        }
        writer.writeFlat(substitutions.map(\.key.found.value))
        writer.writeFlat(substitutions.map(\.key.meant.value))
        writer.writeFlat(substitutions.map(\.value.rawValue))
        writer.write(words) { $0.writeFlat($1.map(\.value)) }
    }

    /// Of the disguises only the substitutions are kept: the others are in the spellings of the terms.
    fileprivate convenience init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        let sources = try reader.scalars()
        let targets = try reader.list { reader throws(StoreReader.Damage) in try reader.scalars() }
        let found = try reader.scalars()
        let meant = try reader.scalars()
        let steps = try reader.flat(UInt16.self)
        guard sources.count == targets.count, found.count == meant.count, found.count == steps.count else {
            throw StoreReader.Damage()
        }
        var disguises = DisguiseTable()
        disguises.add(
            found.indices.map { index in
                DisguiseTableReader.Substitute(
                    found: found[index],
                    meant: meant[index],
                    step: FoldingSteps(rawValue: steps[index])
                )
            }
        )
        self.init(
            foldings: Dictionary(zip(sources, targets)) { first, _ in first },
            disguises: disguises,
            words: try reader.list { reader throws(StoreReader.Damage) in try reader.scalars() }
        )
    }
}

extension TermAutomaton {
    /// Writes the automaton as its arrays.
    func store(in writer: inout StoreWriter) {
        writer.writeFlat(edgeSymbols)
        for numbers in [edgeStart, edgeTargets, rootTargets, suffixes, firstOutput, outputTerms, nextOutput] {
            writer.writeFlat(numbers)
        }
    }

    /// Reads an automaton that ``store(in:)`` wrote.
    init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        edgeSymbols = try reader.flat()
        edgeStart = try reader.flat()
        edgeTargets = try reader.flat()
        rootTargets = try reader.flat()
        suffixes = try reader.flat()
        firstOutput = try reader.flat()
        outputTerms = try reader.flat()
        nextOutput = try reader.flat()
    }
}

extension StoreReader {
    /// Reads a list of texts.
    package mutating func texts() throws(Damage) -> [String] {
        try list { reader throws(Damage) in try reader.text() }
    }

    fileprivate mutating func scalars() throws(Damage) -> [Unicode.Scalar] {
        let values = try flat(UInt32.self)
        var scalars: [Unicode.Scalar] = []
        scalars.reserveCapacity(values.count)
        for value in values {
            guard let scalar = Unicode.Scalar(value) else { throw Damage() }
            scalars.append(scalar)
        }
        return scalars
    }
}
