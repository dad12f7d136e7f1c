internal import ArchiveReading

/// The cells of a sheet that are merged over several rows.
///
/// A sheet lists them behind its rows, so that they are looked for in a pass of their own, which unpacks the sheet and looks at
/// no more than the names of its elements.
package struct MergedCells: Sendable, Hashable {
    /// The ranges, by the number of their first row.
    private var ranges: [Int: [Range]] = [:]

    /// The most ranges that are kept, so that a small file can't fill the memory.
    private static let limit = 1 << 20

    /// A cell that stands for others below it.
    struct Range: Sendable, Hashable {
        /// The column of its first cell, counted from 0.
        let column: Int

        /// The numbers of its first and last row, counted from 1.
        let rows: ClosedRange<Int>
    }

    /// None.
    init() {}

    /// Looks through the sheet in the part called `name` of the container at `path`.
    init(part name: String, at path: String) throws(WorkbookError) {
        var bytes: [UInt8] = []
        do {
            guard let stream = try WorkbookPart.stream(name, at: path) else { return }
            var isAtEnd = false
            var first = 0
            while !isAtEnd {
                isAtEnd = try stream.read(1 << 18, into: &bytes) == 0
                let next = try note(bytes.span, from: first, isWhole: isAtEnd)
                // What stands before is kept as far as a name can begin there.
                first = min(next, Self.before.count + Self.prefixLength)
                bytes.removeFirst(next - first)
            }
        } catch {
            throw WorkbookPart.error(error, in: name)
        }
    }

    /// The numbers of the rows at which ranges begin, in order.
    package var rowNumbers: [Int] { ranges.keys.sorted() }

    /// Whether there is none from the row with the number `row` on.
    package func isEmpty(from row: Int) -> Bool {
        !ranges.keys.contains { $0 >= row }
    }

    /// Those that begin at the row with the number `row` or below it.
    package func from(_ row: Int) -> MergedCells {
        var merged = MergedCells()
        merged.ranges = ranges.filter { $0.key >= row }
        return merged
    }

    /// The ranges that begin at `row`.
    func beginning(at row: Int) -> [Range] { ranges[row] ?? [] }

    /// The element's name before and behind the letter that hardly any other name of a sheet has.
    private static let before = Array("mer".utf8)
    private static let behind = Array("eCell".utf8)

    /// How long such an element can be, generously.
    private static let length = 512

    /// How long the prefix of its name can be, with its colon, generously.
    private static let prefixLength = 64

    /// Takes note of every element whose name is met at `first` or later and that is whole in `bytes`, or of all where nothing
    /// follows.
    ///
    /// - Returns: Where to go on.
    private mutating func note(_ bytes: Span<UInt8>, from first: Int, isWhole: Bool) throws(WorkbookError) -> Int {
        let end = isWhole ? bytes.count : max(0, bytes.count - Self.length)
        var index = first
        while index < end {
            guard bytes[index] == UInt8(ascii: "g"), Self.holds(Self.before, bytes, at: index - Self.before.count),
                Self.holds(Self.behind, bytes, at: index + 1),
                Self.isName(bytes, endingAt: index - Self.before.count)
            else {
                index += 1
                continue
            }
            index += 1 + Self.behind.count
            try note(reference(in: bytes, from: index))
        }
        return max(index, first)
    }

    private static func holds(_ part: [UInt8], _ bytes: Span<UInt8>, at start: Int) -> Bool {
        guard start >= 0, start + part.count <= bytes.count else { return false }
        for index in part.indices where bytes[start + index] != part[index] { return false }
        return true
    }

    /// Whether a name that goes on at `end` is that of an element, and not a word in a cell.
    private static func isName(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
        var index = end - 1
        if index >= 0, bytes[index] == UInt8(ascii: ":") {
            repeat { index -= 1 } while index >= 0 && end - index < prefixLength && isLetter(bytes[index])
        }
        return index >= 0 && bytes[index] == UInt8(ascii: "<")
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }

    /// The only attribute of the element whose name ends at `start`, or nothing where it is the list of them.
    private func reference(in bytes: Span<UInt8>, from start: Int) -> [UInt8] {
        guard start < bytes.count, bytes[start] <= 0x20 else { return [] }
        var index = start
        var quote: UInt8?
        var value: [UInt8] = []
        while index < min(bytes.count, start + Self.length) {
            let byte = bytes[index]
            if byte == quote { return value }
            if quote != nil {
                value.append(byte)
            } else if byte == UInt8(ascii: ">") {
                return []
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
            index += 1
        }
        return []
    }

    /// Takes note of a range such as `A2:A5`; one of a single row is passed over.
    private mutating func note(_ reference: [UInt8]) throws(WorkbookError) {
        let ends = reference.split(separator: UInt8(ascii: ":"))
        guard ends.count == 2, let first = CellReference(ends[0]), let last = CellReference(ends[1]),
            first.row < last.row
        else { return }
        ranges[first.row, default: []].append(Range(column: first.column, rows: first.row...last.row))
        guard ranges.count <= Self.limit, ranges[first.row, default: []].count <= SheetReader.columnLimit else {
            throw WorkbookError("the sheet has more merged cells than can be read; save it as CSV")
        }
    }
}

/// The place of a cell, such as `AB12`.
struct CellReference {
    /// The column, counted from 0.
    let column: Int

    /// The number of the row, counted from 1.
    let row: Int

    /// Reads letters and a number behind them; `nil` for anything else.
    init?(_ text: some Collection<UInt8>) {
        let letters = text.prefix { (0x41...0x5A).contains($0 & 0xDF) }
        let digits = text.dropFirst(letters.count)
        guard let column = Self.column(letters), digits.count <= 9,
            digits.allSatisfy({ (0x30...0x39).contains($0) })
        else { return nil }
        row = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        guard row > 0 else { return nil }
        self.column = column
    }

    /// The column that the letters at the start of `text` name, counted from 0; `nil` where it begins otherwise.
    static func column(_ text: some Sequence<UInt8>) -> Int? {
        var column = 0
        for byte in text {
            guard (0x41...0x5A).contains(byte & 0xDF), column < 1 << 20 else { break }
            column = column * 26 + Int(byte & 0xDF) - 0x40
        }
        return column > 0 ? column - 1 : nil
    }
}
