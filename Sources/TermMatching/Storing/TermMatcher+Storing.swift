extension TermMatcher {
    /// Writes the matcher; see ``StoreWriter`` for what that is good for.
    package func store(in writer: inout StoreWriter) {
        writer.write(terms) { writer, term in
            writer.write(term.text)
            writer.write(term.notBefore) { $0.write($1) }
            writer.write(term.notAfter) { $0.write($1) }
        }
        writer.write(compiled) { writer, term in
            writer.writeFlat(term.symbols)
            writer.writeFlat(term.scalars.map(\.value))
            writer.writeFlat(term.isWordBreak.map { UInt8($0 ? 1 : 0) })
            writer.writeFlat(term.isLatin.map { UInt8($0 ? 1 : 0) })
            writer.write(term.notBefore) { $0.writeFlat($1) }
            writer.write(term.notAfter) { $0.writeFlat($1) }
        }
        map.store(in: &writer)
        automaton.store(in: &writer)
    }

    /// Reads a matcher that ``store(in:)`` wrote.
    package init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        terms = try reader.list { reader throws(StoreReader.Damage) in
            Term(try reader.text(), notBefore: try reader.texts(), notAfter: try reader.texts())
        }
        compiled = try reader.list { reader throws(StoreReader.Damage) in
            CompiledTerm(
                symbols: try reader.flat(),
                scalars: try reader.scalars(),
                isWordBreak: try reader.truths(),
                isLatin: try reader.truths(),
                notBefore: try reader.list { reader throws(StoreReader.Damage) in try reader.flat() },
                notAfter: try reader.list { reader throws(StoreReader.Damage) in try reader.flat() }
            )
        }
        map = try SymbolMap(from: &reader)
        automaton = try TermAutomaton(from: &reader)
    }
}

extension TermFilter {
    /// Writes the filter without the symbols, which it shares with its matcher.
    package func store(in writer: inout StoreWriter) {
        writer.write(terms) { $0.write($1) }
        automaton.store(in: &writer)
    }

    /// Reads a filter of terms of `matcher` that ``store(in:)`` wrote.
    package init(of matcher: TermMatcher, from reader: inout StoreReader) throws(StoreReader.Damage) {
        terms = try reader.list { reader throws(StoreReader.Damage) in try reader.number() }
        guard terms.allSatisfy(matcher.terms.indices.contains) else { throw StoreReader.Damage() }
        map = matcher.map
        automaton = try TermAutomaton(from: &reader)
    }
}

extension SymbolMap {
    /// Writes the map; the table of the basic plane as runs of equal entries, of which it has few.
    func store(in writer: inout StoreWriter) {
        let numbered = symbols.sorted { $0.value < $1.value }
        writer.writeFlat(numbered.map(\.key.value))
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
    }

    /// Reads a map that ``store(in:)`` wrote.
    init(from reader: inout StoreReader) throws(StoreReader.Damage) {
        let numbered = try reader.scalars()
        symbols = Dictionary(minimumCapacity: numbered.count)
        for (index, scalar) in numbered.enumerated() { symbols[scalar] = UInt16(truncatingIfNeeded: index + 1) }
        count = numbered.count + 1
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

extension CompiledTerm {
    fileprivate init(
        symbols: [UInt16],
        scalars: [Unicode.Scalar],
        isWordBreak: [Bool],
        isLatin: [Bool],
        notBefore: [[UInt16]],
        notAfter: [[UInt16]]
    ) {
        self.symbols = symbols
        self.scalars = scalars
        self.isWordBreak = isWordBreak
        self.isLatin = isLatin
        self.notBefore = notBefore
        self.notAfter = notAfter
    }
}

extension StoreReader {
    /// Reads a list of texts.
    package mutating func texts() throws(Damage) -> [String] {
        try list { reader throws(Damage) in try reader.text() }
    }

    fileprivate mutating func scalars() throws(Damage) -> [Unicode.Scalar] {
        var scalars: [Unicode.Scalar] = []
        for value in try flat(UInt32.self) {
            guard let scalar = Unicode.Scalar(value) else { throw Damage() }
            scalars.append(scalar)
        }
        return scalars
    }

    fileprivate mutating func truths() throws(Damage) -> [Bool] {
        try flat(UInt8.self).map { $0 == 1 }
    }
}
