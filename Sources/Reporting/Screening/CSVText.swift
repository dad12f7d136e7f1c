/// Lines of CSV that a spreadsheet opens with the right columns and runs nothing of.
package enum CSVText {
    /// The cells as one line with its end.
    package static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        var cell = cell
        // A spreadsheet takes a cell that begins so for a formula, and would run what a stranger named a company. A number
        // is none, and stays what it was.
        if let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first), !isNegativeNumber(cell)
        {
            cell = "'" + cell
        }
        // Spreadsheets end a cell at a NUL, or refuse the file.
        if cell.utf8.contains(0) { cell = cell.replacing("\u{0}", with: "\u{2400}") }
        guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    /// Whether `cell` is `-`, the sign of an empty cell, or a negative number.
    private static func isNegativeNumber(_ cell: String) -> Bool {
        cell.utf8.first == UInt8(ascii: "-")
            && cell.utf8.dropFirst().allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E }
    }
}
