import Foundation
import TestSupport
import Testing
import WorkbookReading

@Suite("Reading workbooks")
struct SheetReaderTests {
    private func rows(
        _ sample: SampleWorkbook,
        sheet: Int = 0,
        memoryLimit: Int = 1 << 20
    ) throws -> [SheetReader.Row] {
        let url = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString).xlsx")
        try Data(sample.bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let workbook = try Workbook(path: url.path(percentEncoded: false), memoryLimit: memoryLimit)
        let reader = try workbook.rows(of: workbook.sheets[sheet])
        var rows: [SheetReader.Row] = []
        while let row = try reader.next() { rows.append(row) }
        return rows
    }

    @Test("gives shared, inline and computed texts, runs of different looks, and no reading aids")
    func texts() throws {
        let rows = try rows(
            SampleWorkbook(
                [
                    SampleWorkbook.Sheet(
                        "一",
                        rows: """
                            <row r="2"><c r="A2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c></row>
                            <row r="5"><c t="inlineStr"><is><t> 甲 </t></is></c><c t="str"><f>A1&amp;"x"</f><v>乙</v></c>
                            <c t="b"><v>1</v></c><c t="e"><v>#N/A</v></c></row><row><c r="B6" s="3"/></row>
                            """
                    )
                ],
                sharedStrings: [
                    "<t>企业</t>", "<r><t>虚拟</t></r><r><rPr><b/></rPr><t>货币_x000A_二</t></r><rPh sb=\"0\"><t>かな</t></rPh>",
                ]
            )
        )
        #expect(rows.map(\.number) == [2, 5, 6])
        #expect(rows.map(\.cells) == [["企业", "", "虚拟货币\n二"], [" 甲 ", "乙", "TRUE", "#N/A"], ["", ""]])
    }

    @Test("finds merged cells wherever they stand in a long sheet, and only those of several rows")
    func mergedCells() throws {
        // Long enough for several parts of the file, and cut at every place of an element.
        let ranges = (1...20_000).map { "A\($0 * 3):A\($0 * 3 + 1)" }
        let sample = SampleWorkbook([
            SampleWorkbook.Sheet(
                "一",
                rows: "<row r=\"1\"><c t=\"inlineStr\"><is><t>mergeCell ref=\"A1:A9\"</t></is></c></row>",
                merged: ["B1:D1", "A1:XFD", "nonsense", "B2:B1", "A2:AA3"] + ranges
            )
        ])
        let url = FileManager.default.temporaryDirectory.appending(path: "hegui-\(UUID().uuidString).xlsx")
        try Data(sample.bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        let workbook = try Workbook(path: url.path(percentEncoded: false))
        let merged = try workbook.mergedCells(of: workbook.sheets[0])
        #expect(merged.rowNumbers == [2] + (1...20_000).map { $0 * 3 })
        #expect(merged.from(3).rowNumbers.first == 3)
        #expect(!merged.isEmpty(from: 60_000))
        #expect(merged.isEmpty(from: 60_001))
    }

    @Test(
        "gives numbers and dates as texts that say the same",
        arguments: [
            ("0", "44463", "44463"), ("1", "44463", "2021-09-24"), ("1", "1", "1900-01-01"), ("1", "60", "1900-02-28"),
            ("1", "61", "1900-03-01"), ("2", "44463.5", "2021-09-24 12:00:00"), ("2", "44463", "2021-09-24"),
            ("3", "0.75", "18:00:00"), ("4", "44463", "2021-09-24"), ("5", "7", "000007"), ("6", "1.5", "1.5"),
            ("7", "1.0416666", "01:00:00"), ("0", "9.111E+17", "911100000000000000"),
            ("0", "0.10000000000000001", "0.1"),
            ("0", "-5", "-5"), ("1", "99999999", "99999999"), ("9", "3", "3"), ("1", "词", "词"),
        ]
    )
    func numbers(style: String, value: String, text: String) throws {
        let formats = [
            (164, "yyyy\\-mm\\-dd\\ hh:mm"), (165, "yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"), (166, "000000"),
            (167, "[Red]#,##0.00&quot;元&quot;"), (168, "[h]:mm:ss"),
        ]
        let codes = formats.map { "<numFmt numFmtId=\"\($0.0)\" formatCode=\"\($0.1)\"/>" }.joined()
        let ids = [0, 14, 164, 21, 165, 166, 167, 168].map { "<xf numFmtId=\"\($0)\"/>" }.joined()
        let sample = SampleWorkbook(
            [SampleWorkbook.Sheet("一", rows: "<row><c s=\"\(style)\"><v>\(value)</v></c></row>")],
            styles:
                "<numFmts>\(codes)</numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs><cellXfs>\(ids)</cellXfs>"
        )
        #expect(try rows(sample).map(\.cells) == [[text]])
    }

    @Test("counts days from 1904 where the workbook says so")
    func epoch() throws {
        let sample = SampleWorkbook(
            [SampleWorkbook.Sheet("一", rows: "<row><c s=\"0\"><v>43001</v></c></row>")],
            styles: "<cellXfs><xf numFmtId=\"14\"/></cellXfs>",
            usesEpoch1904: true
        )
        #expect(try rows(sample).map(\.cells) == [["2021-09-24"]])
    }

    @Test("stops at a sheet that breaks off, after the rows before, and never expands entities")
    func damaged() throws {
        let cut = SampleWorkbook([
            SampleWorkbook.Sheet("一", rows: "<row><c t=\"inlineStr\"><is><t>甲</t></is></c></row><row>")
        ])
        #expect(throws: WorkbookError.self) { try rows(cut) }
        let far = SampleWorkbook([SampleWorkbook.Sheet("一", rows: "<row><c r=\"ZZZZ1\"><v>1</v></c></row>")])
        #expect(throws: WorkbookError.self) { try rows(far) }
    }

    @Test("keeps many shared strings in a file, and gives the same", arguments: [1, 7, 100, 1 << 20])
    func manyStrings(memoryLimit: Int) throws {
        let texts = (0..<200).map { $0 % 17 == 0 ? "" : "第\($0)家公司" }
        let rows = texts.indices.map { "<row><c t=\"s\"><v>\(texts.count - 1 - $0)</v></c></row>" }.joined()
        let sample = SampleWorkbook(
            [SampleWorkbook.Sheet("一", rows: rows + "<row><c t=\"s\"><v>200</v></c></row>")],
            sharedStrings: texts.map { "<t>\($0)</t>" }
        )
        #expect(
            try self.rows(sample, memoryLimit: memoryLimit).map { $0.cells.first ?? "" } == texts.reversed() + [""]
        )
    }

    @Test("gives a formula whose value was never computed as it stands, and else its value")
    func formulas() throws {
        let rows = """
            <row><c><f>HYPERLINK("http://x","前海RWA公司")</f></c><c t="str"><f>A1</f><v>甲</v></c><c><f>1+1</f><v>2</v></c></row>
            """
        let cells = try #require(try self.rows(SampleWorkbook([SampleWorkbook.Sheet("一", rows: rows)])).first?.cells)
        #expect(cells == ["=HYPERLINK(\"http://x\",\"前海RWA公司\")", "甲", "2"])
    }
}
