/// Where the rows of a batch come from: a file, and a sheet of it where it is a workbook.
package struct RowSource: Sendable, Hashable {
    /// The path as the user gave it, `-` for standard input.
    package let file: String

    /// The sheet of a workbook.
    package let sheet: String?

    /// Creates a source.
    package init(file: String, sheet: String? = nil) {
        self.file = file
        self.sheet = sheet
    }

    /// The source as people write it: the file, with the sheet in brackets.
    package var label: String {
        let name = file == "-" ? "standard input" : file
        return sheet.map { "\(name)[\($0)]" } ?? name
    }
}
