/// Workbooks for tests, written part by part so that each can be as odd as a test needs.
public struct SampleWorkbook {
    /// One sheet.
    public struct Sheet {
        let name: String
        let state: String
        let rows: String

        /// What follows the rows.
        let rest: String

        /// Creates a sheet whose `<sheetData>` holds `rows`; `merged` are the ranges of merged cells.
        public init(_ name: String, rows: String, state: String = "visible", merged: [String] = []) {
            self.name = name
            self.rows = rows
            self.state = state
            let cells = merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined()
            rest = merged.isEmpty ? "" : "<mergeCells count=\"\(merged.count)\">\(cells)</mergeCells>"
        }

        /// Creates a sheet of texts, each written into its cell; empty ones are left out.
        public init(_ name: String, cells: [[String]], state: String = "visible", merged: [String] = []) {
            let rows = cells.enumerated().filter { !$0.element.isEmpty }.map { number, row in
                let cells = row.enumerated().filter { !$0.element.isEmpty }.map { column, text in
                    let place = "\(SampleWorkbook.letters(of: column))\(number + 1)"
                    let text = SampleWorkbook.escaped(text)
                    return "<c r=\"\(place)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">\(text)</t></is></c>"
                }
                return "<row r=\"\(number + 1)\">\(cells.joined())</row>"
            }
            self.init(name, rows: rows.joined(), state: state, merged: merged)
        }
    }

    private let sheets: [Sheet]
    private let sharedStrings: [String]
    private let styles: String
    private let usesEpoch1904: Bool

    /// Creates a workbook; `sharedStrings` are the contents of `<si>` elements, `styles` that of `<styleSheet>`.
    public init(_ sheets: [Sheet], sharedStrings: [String] = [], styles: String = "", usesEpoch1904: Bool = false) {
        self.sheets = sheets
        self.sharedStrings = sharedStrings
        self.styles = styles
        self.usesEpoch1904 = usesEpoch1904
    }

    /// The bytes of the `.xlsx` file.
    public var bytes: [UInt8] {
        let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        let main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
        let package = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\""
        func relation(_ id: String, _ type: String, _ target: String) -> String {
            "<Relationship Id=\"\(id)\" Type=\"\(kind)/\(type)\" Target=\"\(target)\"/>"
        }
        let list = sheets.enumerated().map { number, sheet in
            let name = Self.escaped(sheet.name)
            return "<sheet name=\"\(name)\" sheetId=\"\(number + 1)\" state=\"\(sheet.state)\" r:id=\"r\(number)\"/>"
        }
        let links = sheets.indices.map { relation("r\($0)", "worksheet", "worksheets/sheet\($0 + 1).xml") }
        let others = relation("s", "sharedStrings", "sharedStrings.xml") + relation("t", "styles", "/xl/styles.xml")
        var parts = [
            (
                "_rels/.rels",
                "<Relationships \(package)>\(relation("w", "officeDocument", "xl/workbook.xml"))</Relationships>"
            ),
            (
                "xl/workbook.xml",
                "<workbook \(main) xmlns:r=\"\(kind)\"><workbookPr date1904=\"\(usesEpoch1904 ? 1 : 0)\"/>"
                    + "<sheets>\(list.joined())</sheets></workbook>"
            ),
            ("xl/_rels/workbook.xml.rels", "<Relationships \(package)>\(links.joined())\(others)</Relationships>"),
            ("xl/sharedStrings.xml", "<sst \(main)>\(sharedStrings.map { "<si>\($0)</si>" }.joined())</sst>"),
            ("xl/styles.xml", "<styleSheet \(main)>\(styles)</styleSheet>"),
        ]
        parts += sheets.enumerated().map { number, sheet in
            (
                "xl/worksheets/sheet\(number + 1).xml",
                "<worksheet \(main)><sheetData>\(sheet.rows)</sheetData>\(sheet.rest)</worksheet>"
            )
        }
        let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        return PackedBytes.zip(parts.map { (name: $0.0, content: Array((declaration + $0.1).utf8)) })
    }

    private static func letters(of column: Int) -> String {
        let last = String(UnicodeScalar(UInt8(65 + column % 26)))
        return column < 26 ? last : letters(of: column / 26 - 1) + last
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
