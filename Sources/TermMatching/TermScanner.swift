/// Finds where a block of rows may hold one of the terms of a ``TermFilter``, looking at nothing but their symbols.
///
/// The block is scanned as one text, whatever its rows and cells are, by an automaton whose states and symbols span a dense
/// table. It finds too much — gaps, edges and neighbours of terms aren't looked at — and never too little: what symbols
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

    /// The state of a term found; higher is only ``escape``.
    private let found: UInt16

    /// The state that a sign gives which may open an escape.
    private let escape: UInt16

    /// The most bytes that a table may have.
    package static let tableLimit = 1 << 24

    /// Creates a scanner for the terms of `filter`, or `nil` where its table would be larger than ``tableLimit``.
    package init?(_ filter: TermFilter) {
        guard let automaton = DenseAutomaton(filter, limit: Self.tableLimit) else { return nil }
        table = automaton.table
        shift = automaton.shift
        found = automaton.found
        escape = automaton.escape
        basicPlane = automaton.basicPlane
        otherPlanes = automaton.otherPlanes
        pages = automaton.pages
    }

    /// Appends to `places` the offset of a byte in each line of `bytes` that may hold a term; at most one in a line, in
    /// order.
    ///
    /// - Parameter bytes: Valid UTF-8. Bytes that aren't give no more than wrong places.
    /// - Complexity: O(*n*), however many terms there are.
    package func scan(_ bytes: Span<UInt8>, into places: inout [Int]) {
        let (plane, table) = (basicPlane.span, self.table.span)
        let (shift, found) = (self.shift, self.found)
        let count = bytes.count
        var state = 0
        var index = 0
        while index < count {
            let lead = bytes[index]
            var next: UInt16
            let length: Int
            if lead < 0x80 {
                next = table[state &<< shift | Int(plane[Int(lead)])]
                length = 1
            } else if lead >= 0xE0, lead < 0xF0, index &+ 2 < count {
                let scalar =
                    Int(lead & 0x0F) &<< 12 | Int(bytes[index &+ 1] & 0x3F) &<< 6 | Int(bytes[index &+ 2] & 0x3F)
                next = table[state &<< shift | Int(plane[scalar])]
                length = 3
            } else {
                let (column, width) = column(at: index, in: bytes)
                next = table[state &<< shift | Int(column)]
                length = width
            }
            if next >= found {
                if next == found || opensEscape(at: index, in: bytes) {
                    places.append(index)
                    index = lineEnd(after: index, in: bytes)
                    state = 0
                    continue
                }
                next = UInt16(truncatingIfNeeded: state)
            }
            state = Int(next)
            index &+= length
        }
    }

    /// The column of a scalar of two or four bytes, with its length.
    private func column(at index: Int, in bytes: Span<UInt8>) -> (column: UInt16, length: Int) {
        let lead = bytes[index]
        if lead < 0xE0, index + 1 < bytes.count {
            return (basicPlane[Int(lead & 0x1F) << 6 | Int(bytes[index + 1] & 0x3F)], 2)
        }
        guard lead >= 0xF0, index + 3 < bytes.count else { return (0, 1) }
        let high = Int(lead & 0x07) << 18 | Int(bytes[index + 1] & 0x3F) << 12
        let scalar = high | Int(bytes[index + 2] & 0x3F) << 6 | Int(bytes[index + 3] & 0x3F)
        let page = scalar >> 8
        guard page < pages.count else { return (0, 4) }
        return (otherPlanes[Int(pages[page]) << 8 | scalar & 0xFF], 4)
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
    private(set) var found: UInt16 = 0
    var escape: UInt16 { found + 1 }

    private enum Column {
        static let breaking = 0
        static let holding = 1
        static let escaping = 2
        static let first = 3
    }

    /// The signs with which escapes and tags begin.
    private static let escapeSigns: Set<Unicode.Scalar> = ["\\", "&", "%", "<"]

    private let map: SymbolMap

    /// The column of each symbol.
    private var columns: [UInt16]

    /// The column of each sequence of symbols that one scalar stands for.
    private var sequenceColumns: [UInt16] = []

    init?(_ filter: TermFilter, limit: Int) {
        map = filter.map
        let automaton = filter.automaton
        columns = Array(repeating: UInt16(Column.breaking), count: map.count)
        var count = Column.first
        for symbol in Set(automaton.edgeSymbols).sorted() where symbol != 0 {
            columns[Int(symbol)] = UInt16(count)
            count += 1
        }
        let sequences = map.sequences.filter { $0.contains { columns[Int($0)] != Column.breaking } }
        let width = count + sequences.count
        while 1 << shift < width { shift += 1 }

        // States in which a term ends, and all that could only be reached through them, are one.
        var numbers = Array(repeating: UInt16(0), count: automaton.suffixes.count)
        var states: [Int] = []
        for state in automaton.suffixes.indices where !automaton.isAccepting(Int32(state)) {
            guard states.count < Int(UInt16.max) - 2 else { return nil }
            numbers[state] = UInt16(states.count)
            states.append(state)
        }
        guard states.count << shift <= limit / MemoryLayout<UInt16>.stride else { return nil }
        found = UInt16(states.count)
        for state in automaton.suffixes.indices where automaton.isAccepting(Int32(state)) { numbers[state] = found }
        fill(states, numbers, automaton)
        addSequences(from: count)
        addScalars()
    }

    /// Fills the rows of `states`, breadth first, so that the row of a state's suffix is there to be copied.
    private mutating func fill(_ states: [Int], _ numbers: [UInt16], _ automaton: TermAutomaton) {
        table = Array(repeating: 0, count: states.count << shift)
        for (row, state) in states.enumerated() {
            let start = row << shift
            if state != 0 {
                // A state in which no term ends has a suffix in which none ends.
                let suffix = Int(numbers[Int(automaton.suffixes[state])]) << shift
                for column in 0..<(1 << shift) { table[start + column] = table[suffix + column] }
            }
            for edge in Int(automaton.edgeStart[state])..<Int(automaton.edgeStart[state + 1]) {
                let column = Int(columns[Int(automaton.edgeSymbols[edge])])
                table[start + column] = numbers[Int(automaton.edgeTargets[edge])]
            }
            table[start + Column.holding] = UInt16(row)
            table[start + Column.escaping] = escape
        }
    }

    /// Gives every sequence a column that does what its symbols do one after the other.
    private mutating func addSequences(from first: Int) {
        var next = first
        for sequence in map.sequences {
            guard sequence.contains(where: { columns[Int($0)] != Column.breaking }) else {
                sequenceColumns.append(UInt16(Column.breaking))
                continue
            }
            for row in 0..<Int(found) {
                var state = UInt16(row)
                for symbol in sequence where state < found {
                    state = table[Int(state) << shift + Int(columns[Int(symbol)])]
                }
                table[row << shift + next] = state
            }
            sequenceColumns.append(UInt16(next))
            next += 1
        }
    }

    private mutating func addScalars() {
        basicPlane = (0..<0x10000).map { value in
            Unicode.Scalar(UInt32(value)).map(column(of:)) ?? UInt16(Column.breaking)
        }
        // The other planes hold nothing but characters, which no term has unless a table says so, and few of those.
        for plane in [1, 14] {
            for page in (plane << 8)..<((plane + 1) << 8) {
                let columns = (0..<256).map { low in
                    Unicode.Scalar(UInt32(page << 8 | low)).map(column(of:)) ?? UInt16(Column.breaking)
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
                otherPlanes += Array(repeating: UInt16(Column.breaking), count: 256)
            }
            otherPlanes[Int(pages[page]) << 8 | Int(scalar.value & 0xFF)] = column(of: scalar)
        }
    }

    private func column(of scalar: Unicode.Scalar) -> UInt16 {
        if Self.escapeSigns.contains(scalar) { return UInt16(Column.escaping) }
        let entry = map.entry(of: scalar)
        switch entry.scalarClass {
        case .blank, .lineBreak, .invisible, .hyphen, .punctuation, .enumeration: return UInt16(Column.holding)
        case .stop: return UInt16(Column.breaking)
        case .word, .letter: return entry.isSequence ? sequenceColumns[entry.payload] : columns[entry.payload]
        }
    }
}
