/// A row of a table while its cells come in.
///
/// Tables hold data, or they lay out the page. In a row of data, two cells or more have words, and a cell is one line, or
/// a few short ones that its narrow column broke apart. Such a row becomes one line, its cells parted by tabs. The lines
/// of any other row stand for themselves: a cell that holds headings, list items, another table's rows or whole
/// paragraphs is a piece of the page, whose paragraphs the notice's parser has to see one by one.
struct TableRow {
    /// The number of lines that came before the row.
    private let start: Int

    /// The number of lines that came before each cell.
    private var cells: [Int] = []

    /// The number of characters in a cell of several lines up to which they count as one that was broken apart.
    private static let shortCellLimit = 40

    init(after lineCount: Int) {
        start = lineCount
    }

    /// Begins the next cell.
    mutating func beginCell(after lineCount: Int) {
        cells.append(lineCount)
    }

    /// Makes one line of the row's lines at the end of `lines`, if the row holds data.
    func close(_ lines: inout [LineDraft]) {
        // Words outside of any cell are no row's.
        guard let first = cells.first, first == start, lines.count - start >= 2 else { return }
        var row = LineDraft()
        var filledCells = 0
        var pendingTabs = ""
        for (index, begin) in cells.enumerated() {
            let end = index + 1 < cells.count ? cells[index + 1] : lines.count
            if begin < end {
                guard let cell = Self.joined(lines[begin..<end]) else { return }
                row.join(cell, separator: pendingTabs)
                pendingTabs = ""
                filledCells += 1
            }
            if filledCells > 0 { pendingTabs += "\t" }
        }
        guard filledCells >= 2 else { return }
        row.kind = .tableRow
        lines.replaceSubrange(start..., with: CollectionOfOne(row))
    }

    /// The lines of a cell as one, or `nil` where they are more than a row can hold.
    private static func joined(_ lines: ArraySlice<LineDraft>) -> LineDraft? {
        guard var cell = lines.first, lines.count <= shortCellLimit, lines.allSatisfy({ $0.kind == .paragraph }) else {
            return nil
        }
        guard lines.count > 1 else { return cell }
        guard lines.reduce(0, { $0 + $1.characterCount }) <= shortCellLimit else { return nil }
        for line in lines.dropFirst() {
            cell.join(line, separator: cell.cellSeparator(before: line))
        }
        return cell
    }
}
