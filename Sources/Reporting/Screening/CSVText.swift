/// Lines of CSV that a spreadsheet opens with the right columns and runs nothing of.
package enum CSVText {
    /// The cells as one line with its end.
    package static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        var cell = cell
        // A spreadsheet takes a cell that begins so for a formula, and would run what a stranger named a company.
        if let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first), cell != "-" {
            cell = "'" + cell
        }
        // Spreadsheets end a cell at a NUL, or refuse the file.
        if cell.utf8.contains(0) { cell = cell.replacing("\u{0}", with: "\u{2400}") }
        guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
