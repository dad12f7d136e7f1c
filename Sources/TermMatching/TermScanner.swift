/// Finds where a block of rows may hold one of the terms of a ``TermFilter``, looking at nothing but their symbols.
///
/// The block is scanned as one text, whatever its rows and cells are, by an automaton. Its shallow states, in which a scan
/// nearly always is, and its symbols span a dense table; deeper ones are kept as in ``TermAutomaton``. It finds too much — gaps, edges and neighbours of terms aren't looked at — and never too little: what symbols
/// can't show, such as an escape, counts as found.
package struct TermScanner: Sendable {
    /// The column of ``table`` for each scalar up to U+FFFF.
    private let basicPlane: [UInt16]

    /// The columns of the scalars above, in pages of 256 that ``pages`` numbers.
    private let otherPlanes: [UInt16]
    private let pages: [UInt16]

    /// For each state, the next state by column.
    private let table: [UInt16]

    /// The number of bits by which a state is shifted to give its row of ``table``.
    private let shift: Int

    /// The state of a term found, which is the first that has no row.
    private let found: UInt16

    /// The deeper states, and what leads there.
    private let depth: Depth

    /// The most bytes that a table may have.
    package static let tableLimit = 1 << 22

    /// Creates a scanner for the terms of `filter`.
    ///
    /// - Complexity: proportional to the size of the table.
    /// - Parameters:
    ///   - filter: The terms.
    ///   - tableLimit: The most bytes that its table may have; states that it hasn't room for are slower.
    package init(_ filter: TermFilter, tableLimit: Int = Self.tableLimit) {
        let automaton = DenseAutomaton(filter, limit: tableLimit)
        table = automaton.table
        shift = automaton.shift
        found = automaton.found
        depth = automaton.depth
        basicPlane = automaton.basicPlane
        otherPlanes = automaton.otherPlanes
        pages = automaton.pages
    }

    /// Appends to `places` the offset of a byte in each line of `bytes` that may hold a term; at most one in a line, in
    /// order.
    ///
    /// - Returns: Whether the bytes are valid UTF-8, apart from the rest of a line after a place, which isn't looked at. Of
    ///   bytes that aren't, the places say nothing.
    /// - Complexity: O(*n*), however many terms there are.
    package func scan(_ bytes: Span<UInt8>, into places: inout [Int]) -> Bool {
        let (plane, table) = (basicPlane.span, self.table.span)
        let (shift, found) = (self.shift, self.found)
        let count = bytes.count
        var state = 0
        var index = 0
        // Validity is told on the way, since the scan waits for its table most of the time.
        var faults: UInt8 = 0
        while index < count {
            let lead = bytes[index]
            let next: UInt16
            let length: Int
            if lead < 0x80 {
                next = table[state &<< shift | Int(plane[Int(lead)])]
                length = 1
            } else if lead >= 0xE0, lead < 0xF0, index &+ 2 < count {
                let second = bytes[index &+ 1]
                let third = bytes[index &+ 2]
                let scalar = Int(lead & 0x0F) &<< 12 | Int(second & 0x3F) &<< 6 | Int(third & 0x3F)
                faults |= ((second ^ 0x80) | (third ^ 0x80)) & 0xC0
                if scalar < 0x800 || scalar & 0xF800 == 0xD800 { faults = 1 }
                next = table[state &<< shift | Int(plane[scalar])]
                length = 3
            } else {
                let (column, width) = column(at: index, in: bytes)
                if width == 1 { faults = 1 }
                next = table[state &<< shift | Int(column)]
                length = width
            }
            if next >= found {
                if let row = row(after: index, from: state, reading: next, in: bytes) {
                    (state, index) = row
                } else {
                    places.append(index)
                    index = lineEnd(after: index, in: bytes)
                    state = 0
                }
                continue
            }
            state = Int(next)
            index &+= length
        }
        return faults == 0
    }

    /// Where the scan goes on after a scalar that leads out of the table, or `nil` where a term may end or an escape begin
    /// before it is back there.
    private func row(
        after index: Int,
        from row: Int,
        reading next: UInt16,
        in bytes: Span<UInt8>
    ) -> (row: Int, index: Int)? {
        if next == found { return nil }
        if next == found + 1 { return opensEscape(at: index, in: bytes) ? nil : (row, index + 1) }
        var state = depth.states[row]
        var index = index
        while index < bytes.count {
            let (column, length) = anyColumn(at: index, in: bytes)
            if column == DenseAutomaton.Column.breaking { return (0, index + length) }
            if column == DenseAutomaton.Column.escaping, opensEscape(at: index, in: bytes) { return nil }
            index += length
            guard column >= DenseAutomaton.Column.first else { continue }
            guard let reached = depth.next(state, column: Int(column)) else { return nil }
            state = reached
            let row = depth.rows[Int(state)]
            if row < found { return (Int(row), index) }
        }
        return (0, index)
    }

    /// The column of a scalar, with its length in bytes.
    private func anyColumn(at index: Int, in bytes: Span<UInt8>) -> (column: UInt16, length: Int) {
        let lead = bytes[index]
        if lead < 0x80 { return (basicPlane[Int(lead)], 1) }
        guard lead >= 0xE0, lead < 0xF0, index + 2 < bytes.count else { return column(at: index, in: bytes) }
        let scalar = Int(lead & 0x0F) << 12 | Int(bytes[index + 1] & 0x3F) << 6 | Int(bytes[index + 2] & 0x3F)
        return (basicPlane[scalar], 3)
    }

    /// The column of a scalar of two or four bytes, with its length; of a byte that begins none, the length is 1.
    private func column(at index: Int, in bytes: Span<UInt8>) -> (column: UInt16, length: Int) {
        func rest(_ distance: Int) -> Int? {
            guard index + distance < bytes.count, bytes[index + distance] & 0xC0 == 0x80 else { return nil }
            return Int(bytes[index + distance] & 0x3F)
        }
        let lead = bytes[index]
        switch lead {
        case 0xC2...0xDF:
            guard let second = rest(1) else { return (DenseAutomaton.Column.breaking, 1) }
            return (basicPlane[Int(lead & 0x1F) << 6 | second], 2)
        case 0xF0...0xF4:
            guard let second = rest(1), let third = rest(2), let fourth = rest(3) else {
                return (DenseAutomaton.Column.breaking, 1)
            }
            let scalar = Int(lead & 0x07) << 18 | second << 12 | third << 6 | fourth
            guard (0x10000...0x10FFFF).contains(scalar) else { return (DenseAutomaton.Column.breaking, 1) }
            return (otherPlanes[Int(pages[scalar >> 8]) << 8 | scalar & 0xFF], 4)
        default:
            return (DenseAutomaton.Column.breaking, 1)
        }
    }

    /// Whether an escape or a tag may begin with the sign at `index`: `\u`, `&#`, `&lt;`, `%E8`, `<b`, `</`.
    private func opensEscape(at index: Int, in bytes: Span<UInt8>) -> Bool {
        func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        let next = byte(1)
        switch bytes[index] {
        case UInt8(ascii: "\\"):
            return next | 0x20 == UInt8(ascii: "u")
        case UInt8(ascii: "&"):
            if next == UInt8(ascii: "#") { return true }
            var length = 1
            while length < 20, Self.isLetter(byte(length)) { length += 1 }
            return length > 1 && byte(length) == UInt8(ascii: ";")
        case UInt8(ascii: "%"):
            return next | 0x20 == UInt8(ascii: "u") || Self.isHexDigit(next) && Self.isHexDigit(byte(2))
        default:
            return Self.isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }

    private func lineEnd(after start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }
}

/// The states of an automaton for which a dense table has no room.
private struct Depth: Sendable {
    let automaton: TermAutomaton

    /// The state of each row of the table.
    let states: [Int32]

    /// The row of each state; what isn't a row where it has none.
    let rows: [UInt16]

    /// The symbols that each column stands for, one after the other.
    let symbols: [[UInt16]]

    /// The state after the symbols of `column`, or `nil` where a term ends among them.
    func next(_ state: Int32, column: Int) -> Int32? {
        var state = state
        for symbol in symbols[column] {
            state = automaton.next(state, symbol)
            if automaton.isAccepting(state) { return nil }
        }
        return state
    }
}

/// The automaton of a filter's terms as one table of states and columns.
///
/// A column stands for a symbol that the terms hold, for what holds the state, for what breaks every term, for a sign that
/// may open an escape, or for the several symbols of one scalar.
private struct DenseAutomaton {
    private(set) var table: [UInt16] = []
    private(set) var basicPlane: [UInt16] = []
    private(set) var otherPlanes = Array(repeating: UInt16(0), count: 256)
    private(set) var pages = Array(repeating: UInt16(0), count: 0x1100)
    private(set) var shift = 0

    /// The number of rows, and the mark of a state in which a term ends. The two marks above are those of a sign that may
    /// open an escape and of a state without a row.
    private(set) var found: UInt16 = 0
    private var escape: UInt16 { found + 1 }
    private var deep: UInt16 { found + 2 }

    enum Column {
        static let breaking: UInt16 = 0
        static let holding: UInt16 = 1
        static let escaping: UInt16 = 2
        static let first: UInt16 = 3
    }

    private let map: SymbolMap
    private let automaton: TermAutomaton

    /// The column of each symbol.
    private var columns: [UInt16]

    /// The column of each sequence of symbols that one scalar stands for.
    private var sequenceColumns: [UInt16] = []

    /// The symbols of each column.
    private var symbols: [[UInt16]] = [[], [], []]

    private var states: [Int32] = []
    private var rows: [UInt16] = []

    /// The states with what is needed where the table hasn't got one.
    var depth: Depth { Depth(automaton: automaton, states: states, rows: rows, symbols: symbols) }

    init(_ filter: TermFilter, limit: Int) {
        map = filter.map
        automaton = filter.automaton
        columns = Array(repeating: Column.breaking, count: map.count)
        for symbol in Set(automaton.edgeSymbols).sorted() where symbol != 0 {
            columns[Int(symbol)] = UInt16(symbols.count)
            symbols.append([symbol])
        }
        let firstSequence = symbols.count
        for sequence in map.sequences {
            let isOfTerms = sequence.contains { columns[Int($0)] != Column.breaking }
            sequenceColumns.append(isOfTerms ? UInt16(symbols.count) : Column.breaking)
            if isOfTerms { symbols.append(sequence) }
        }
        while 1 << shift < symbols.count { shift += 1 }
        let room = min(Int(UInt16.max) - 2, max(1, (limit / MemoryLayout<UInt16>.stride) >> shift))
        // States are numbered breadth first, so that those which get a row are the shallowest, and their suffixes get one.
        let open = automaton.suffixes.indices.filter { !automaton.isAccepting(Int32($0)) }
        states = open.prefix(room).map(Int32.init)
        found = UInt16(states.count)
        rows = automaton.suffixes.indices.map { automaton.isAccepting(Int32($0)) ? found : deep }
        for (row, state) in states.enumerated() { rows[Int(state)] = UInt16(row) }
        fill()
        for column in firstSequence..<symbols.count { fill(column) }
        addScalars()
    }

    /// Fills the rows, so that the row of a state's suffix is there to be copied.
    private mutating func fill() {
        let width = 1 << shift
        table.reserveCapacity(states.count * width)
        for (row, state) in states.enumerated() {
            let start = row * width
            // A state in which no term ends has a suffix in which none ends.
            let suffix = Int(rows[Int(automaton.suffixes[Int(state)])]) * width
            table += state == 0 ? Array(repeating: 0, count: width) : Array(table[suffix..<(suffix + width)])
            for edge in Int(automaton.edgeStart[Int(state)])..<Int(automaton.edgeStart[Int(state) + 1]) {
                let column = Int(columns[Int(automaton.edgeSymbols[edge])])
                table[start + column] = rows[Int(automaton.edgeTargets[edge])]
            }
            table[start + Int(Column.holding)] = UInt16(row)
            table[start + Int(Column.escaping)] = escape
        }
    }

    /// Makes a column do what its symbols do one after the other.
    private mutating func fill(_ column: Int) {
        for row in states.indices {
            var state = UInt16(row)
            for symbol in symbols[column] where state < found {
                state = table[Int(state) << shift + Int(columns[Int(symbol)])]
            }
            table[row << shift + column] = state
        }
    }

    private mutating func addScalars() {
        basicPlane = (0..<0x10000).map { value in
            Unicode.Scalar(UInt32(value)).map(column(of:)) ?? Column.breaking
        }
        // The other planes hold nothing but characters, which no term has unless a table says so, and few of those.
        for plane in [1, 14] {
            for page in (plane << 8)..<((plane + 1) << 8) {
                let columns = (0..<256).map { low in
                    Unicode.Scalar(UInt32(page << 8 | low)).map(column(of:)) ?? Column.breaking
                }
                if columns.allSatisfy({ $0 == Column.breaking }) { continue }
                pages[page] = UInt16(otherPlanes.count >> 8)
                otherPlanes += columns
            }
        }
        for scalar in map.otherPlanes.keys where ![1, 14].contains(scalar.value >> 16) {
            let page = Int(scalar.value >> 8)
            if pages[page] == 0 {
                pages[page] = UInt16(otherPlanes.count >> 8)
                otherPlanes += Array(repeating: Column.breaking, count: 256)
            }
            otherPlanes[Int(pages[page]) << 8 | Int(scalar.value & 0xFF)] = column(of: scalar)
        }
    }

    private func column(of scalar: Unicode.Scalar) -> UInt16 {
        if TextEscape.opens(with: scalar) { return Column.escaping }
        let entry = map.entry(of: scalar)
        switch entry.scalarClass {
        case .blank, .lineBreak, .invisible, .hyphen, .punctuation, .enumeration: return Column.holding
        case .stop: return Column.breaking
        case .word, .letter: return entry.isSequence ? sequenceColumns[entry.payload] : columns[entry.payload]
        }
    }
}
