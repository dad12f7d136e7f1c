import Foundation
import LegalText
import TestSupport
import Testing

/// A file that no one should have to read, and that someone will send.
struct HostileInput: CustomTestStringConvertible {
    let testDescription: String
    let name: String
    let bytes: @Sendable () -> [UInt8]

    private static func csv(_ description: String, _ text: String) -> HostileInput {
        file(description, "in.csv", text)
    }

    private static func file(_ description: String, _ name: String, _ text: String) -> HostileInput {
        HostileInput(testDescription: description, name: name) { Array(text.utf8) }
    }

    private static func bytes(
        _ description: String,
        _ name: String = "in.csv",
        _ bytes: @escaping @Sendable () -> [UInt8]
    ) -> HostileInput {
        HostileInput(testDescription: description, name: name, bytes: bytes)
    }

    private static let flagged = "前海RWA科技有限公司"

    /// All of them.
    static let all: [HostileInput] = delimited + encoded + oversized + objects + packed + workbooks + others

    private static let delimited: [HostileInput] = [
        csv("nothing at all", ""),
        csv("blank lines only", "\n \r\n\t\n"),
        csv("a header and no row", "企业名称,经营范围\n"),
        file("a list that begins with a flagged name", "in.txt", "\(flagged)\n乙公司\n"),
        csv("the header again in the middle", "企业名称,经营范围\n甲,x\n企业名称,经营范围\n\(flagged),y\n"),
        csv("carriage returns alone", "企业名称,经营范围\r甲,x\r\(flagged),y"),
        csv("three kinds of line end", "企业名称,经营范围\r\n甲,x\n\(flagged),y\r\n乙,z\n"),
        csv("a quote that is never closed", "企业名称,经营范围\n\"甲,x\n\(flagged),y\n乙,z\n"),
        csv("quotes inside plain cells", "企业名称,经营范围\n甲\"乙\"公司,5\" 管\n\(flagged),\"a\"b\n"),
        csv("a term broken by a line break in quotes", "企业名称,经营范围\n甲公司,\"虚拟\n货币\"\n"),
        csv("a term across two columns and two rows", "企业名称,简介,介绍\n甲公司,虚拟,货币\n虚拟,x,y\n货币,x,y\n"),
        csv("cells too many and too few", "企业名称,经营范围\n甲,x,y\n\(flagged)\n乙,z\n"),
        csv("semicolons between cells, commas in them", "企业名称;经营范围\n\(flagged);a,b,c\n"),
        csv("a banner that holds the words of a header", "企业名称查询结果导出\n截至2026年2月\n企业名称,经营范围\n\(flagged),x\n"),
        csv("the same header on two columns", "企业名称,经营范围,经营范围\n甲公司,,加密货币交易\n"),
        csv("a header that is not known", "a,b\n\(flagged),x\n"),
        csv("formulas for a spreadsheet", "企业名称,经营范围\n\"=HYPERLINK(\"\"http://x\"\",\"\"RWA\"\")\",+1\n"),
        csv("marks that turn a line around", "企业名称,经营范围\n\u{202E}\u{1B}RWA\u{202C}科技,x\n"),
    ]

    private static let encoded: [HostileInput] = [
        csv("a NUL inside a term", "企业名称,经营范围\n甲公司,虚\u{0}拟货币交易\n"),
        csv("a hole of NULs", "企业名称,经营范围\n甲,x\n\(String(repeating: "\u{0}", count: 4096))\n\(flagged),y\n"),
        bytes("one row in GBK among rows in UTF-8") {
            Array("企业名称,经营范围\n甲公司,软件开发\n".utf8) + [0xBC, 0xD7, 0x2C, 0xC8, 0xED, 0xBC, 0xFE, 0x0A]
                + Array("\(flagged),软件开发\n".utf8)
        },
        bytes("GB 18030 that nothing declares") {
            EncodedBytes.bytes(of: "企业名称,经营范围\n\(flagged),软件𠀀开发\n", in: .gb18030)
        },
        bytes("UTF-16 without a mark, cut off inside a character") {
            EncodedBytes.bytes(of: "企业名称,经营范围\n\(flagged),x\n甲公司,y", in: .utf16LittleEndian).dropLast()
        },
        csv("a byte order mark on every file that was joined", "\u{FEFF}企业名称,经营范围\n甲,x\n\u{FEFF}\(flagged),y\n"),
    ]

    private static let oversized: [HostileInput] = [
        bytes("a row of 50 MB") {
            Array("企业名称,经营范围\n甲公司,".utf8) + [UInt8](repeating: 0x78, count: 50_000_000)
                + Array("\n\(flagged),y\n".utf8)
        },
        bytes("a quote open for 20 MB of rows") {
            let scope = String(repeating: "软件开发；", count: 40)
            let rows = String(repeating: "甲公司,\(scope)\n", count: 33_000)
            return Array("企业名称,经营范围\n\"乙,x\n\(rows)\(flagged),y\n".utf8)
        },
        bytes("ten thousand columns") {
            let header = (0..<10_000).map { "c\($0)" }.joined(separator: ",")
            let cells = String(repeating: ",x", count: 10_000)
            return Array("企业名称,\(header)\n\(flagged)\(cells)\n".utf8)
        },
    ]

    private static let objects: [HostileInput] = [
        bytes("objects nested 100,000 deep", "in.ndjson") {
            let depth = 100_000
            return Array(#"{"x":"#.utf8) + [UInt8](repeating: 0x5B, count: depth)
                + [UInt8](repeating: 0x5D, count: depth) + Array(",\"name\":\"\(flagged)\"}\n".utf8)
        },
        file("a line that is no object", "in.ndjson", "{\"name\":\"甲\"}\n{\"name\":\"乙\"\n{\"name\":\"\(flagged)\"}\n"),
        file("a term in escapes", "in.ndjson", #"{"name":"\u524d\u6d77\u0052WA\u79d1\u6280\u6709\u9650\u516c\u53f8"}"#),
        file("an array instead of lines", "in.json", "[{\"name\":\"\(flagged)\"}]\n"),
    ]

    private static let packed: [HostileInput] = [
        bytes("gzip that is cut off", "in.csv.gz") {
            PackedBytes.gzip(Array("企业名称,经营范围\n\(flagged),x\n".utf8)).dropLast(20)
        },
        bytes("gzip inside gzip", "in.csv.gz") {
            PackedBytes.gzip(PackedBytes.gzip(Array("企业名称\n\(flagged)\n".utf8)))
        },
        bytes("zstd that is called .csv", "in.csv") {
            PackedBytes.zstd(Array("企业名称,经营范围\n\(flagged),x\n".utf8))
        },
        bytes("a ZIP archive that is no workbook", "in.xlsx") {
            PackedBytes.zip([(name: "企业.csv", content: Array("企业名称\n\(flagged)\n".utf8))])
        },
    ]

    private static let workbooks: [HostileInput] = [
        bytes("a workbook with a hidden sheet", "in.xlsx") {
            let sheets = [
                SampleWorkbook.Sheet("企业", cells: [["企业名称"], ["甲公司"]]),
                SampleWorkbook.Sheet("藏", cells: [["企业名称"], [flagged]], state: "veryHidden"),
            ]
            return SampleWorkbook(sheets).bytes
        },
        bytes("a workbook whose sheet breaks off", "in.xlsx") {
            SampleWorkbook([SampleWorkbook.Sheet("一", rows: "<row><c t=\"inlineStr\"><is><t>企业名称")]).bytes
        },
        bytes("a workbook with a row far beyond the last", "in.xlsx") {
            let cell = "<c t=\"inlineStr\"><is><t>企业名称</t></is></c>"
            let rows = "<row r=\"1\">\(cell)</row><row r=\"4294967295\">\(cell)</row>"
            return SampleWorkbook([SampleWorkbook.Sheet("一", rows: rows)]).bytes
        },
        bytes("a term in runs of different looks", "in.xlsx") {
            let rows =
                "<row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>9</v></c></row>"
            let strings = ["<t>企业名称</t>", "<r><t>前海R</t></r><r><rPr><b/></rPr><t>WA科技有限公司</t></r>"]
            return SampleWorkbook([SampleWorkbook.Sheet("一", rows: rows)], sharedStrings: strings).bytes
        },
    ]

    private static let others: [HostileInput] = [
        file("a web page that is called .xls", "in.xls", "<html><table><tr><td>企业名称</td></tr></table></html>"),
        bytes("an old Excel file", "in.xls") {
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
        },
        csv("a PDF that is called .csv", "%PDF-1.7\n"),
    ]
}
