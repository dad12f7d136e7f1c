import Foundation
import LegalText
import RecordModel
import Screening
import TestSupport
import Testing

@Suite("The same records from every format")
struct FormatTests {
    private static let expected = [
        Record(id: "1", name: "甲“乙”公司", scope: "软件开发；技术服务", description: "a \"b\", c"),
        Record(id: "2", name: "丙公司", scope: "咨询；区块链技术相关软件和服务"),
    ]

    private static let csv = """
        id,名称,经营范围,简介
        1,甲“乙”公司,软件开发；技术服务,"a ""b"", c"
        2,丙公司,咨询；区块链技术相关软件和服务,

        """

    @Test("reads CSV, TSV and NDJSON, plain and escaped")
    func formats() throws {
        let tsv = """
            id\t名称\t经营范围\t简介
            1\t甲“乙”公司\t软件开发；技术服务\ta "b", c
            2\t丙公司\t咨询；区块链技术相关软件和服务\t-

            """
        let ndjson = #"""
            {"id":1,"名称":"甲“乙”公司","经营范围":"软件开发；技术服务","简介":"a \"b\", c","更多":{"名称":["x",{}]}}
            {"id":"2","name":"\u4e19公司","scope":"咨询；区块链技术相关软件和服务","简介":null}

            """#
        #expect(try RecordFile(Self.csv).records() == Self.expected)
        #expect(try RecordFile(tsv, extension: "tsv").records() == Self.expected)
        #expect(try RecordFile(tsv, extension: "txt").records() == Self.expected)
        #expect(try RecordFile(ndjson, extension: "ndjson").records() == Self.expected)
        #expect(try RecordFile(ndjson, extension: "txt").records() == Self.expected)
    }

    @Test("reads gzip, zstd and several gzip members, whatever the file is called")
    func compressed() throws {
        let bytes = Array(Self.csv.utf8)
        let halves = PackedBytes.gzip(Array(bytes[..<40])) + PackedBytes.gzip(Array(bytes[40...]))
        for packed in [PackedBytes.gzip(bytes), PackedBytes.zstd(bytes), halves] {
            #expect(try RecordFile(bytes: packed).records() == Self.expected)
            #expect(try RecordFile(bytes: packed, extension: "gz").records() == Self.expected)
        }
        let cut = try RecordFile(bytes: PackedBytes.gzip(bytes).dropLast(40), extension: "csv.gz")
        #expect(throws: RecordFileError.self) { try cut.records() }
    }

    @Test("reads the sheets of a workbook, says which it passes over, and numbers rows as the sheet does")
    func workbook() throws {
        let table = [
            ["导出说明"], [], ["id", "名称", "经营范围", "简介"], ["1", "甲“乙”公司", "软件开发；技术服务", "a \"b\", c"], [],
            ["2", "丙公司", "咨询；区块链技术相关软件和服务"],
        ]
        let sample = SampleWorkbook([
            SampleWorkbook.Sheet("说明", cells: [["本表由系统导出"]]),
            SampleWorkbook.Sheet("企业", cells: table),
            SampleWorkbook.Sheet("旧", cells: [["名称"], ["丁公司"]], state: "hidden"),
        ])
        let file = try RecordFile(bytes: sample.bytes, extension: "xlsx")
        #expect(try file.records() == Self.expected)
        #expect(try file.rows().map(\.line) == [4, 6])
        #expect(try file.rows().allSatisfy { !$0.isRagged })
        let tables = try RecordTables(path: file.path)
        #expect(tables.readers.map(\.sheet) == ["企业"])
        #expect(tables.remarks.first == .hiddenSheet("旧"))
        #expect(tables.remarks.count == 2)
        #expect(tables.remarks.last?.text.en.hasPrefix("sheet '说明' was not read: no column holds") == true)
        #expect(tables.remarks.last?.text.zh == "工作表“说明”未读取：没有名称、经营范围或简介的列")
        var options = RecordReadingOptions()
        options.sheets = ["旧", "2"]
        #expect(try RecordTables(path: file.path, options: options).readers.map(\.sheet) == ["旧", "企业"])
        options.sheets = ["新"]
        #expect(throws: RecordFileError.self) { try RecordTables(path: file.path, options: options) }
        for size in [1, 100] {
            let options = RecordReadingOptions(blockSize: size, rowLimit: 1 << 16)
            #expect(try file.records(options) == Self.expected)
        }
    }

    @Test("takes the text of cells merged over several rows for that of each row, and says so")
    func mergedCells() throws {
        // A header over two rows and a banner are merged too; a record that is two rows high is one all the same.
        let sample = SampleWorkbook([
            SampleWorkbook.Sheet(
                "企业",
                cells: [
                    ["企业名录"],
                    ["企业名称", "登记信息", "", "经营范围"],
                    ["", "登记状态", "统一社会信用代码", ""],
                    ["甲公司", "存续", "1", "软件"],
                    ["", "", "", "矿机"],
                    ["", "", "", "托管"],
                    ["乙公司", "", "2", "五金"],
                    [],
                    ["", "存续", "3", "货运"],
                ],
                merged: ["A1:D1", "A2:A3", "D2:D3", "B2:C2", "A4:A6", "B4:B6", "C4:C6", "A7:A8", "C7:C8", "D7:D8"]
            )
        ])
        let file = try RecordFile(bytes: sample.bytes, extension: "xlsx")
        let records = try file.records()
        #expect(records.map(\.id) == ["1", "1", "1", "2", "3"])
        #expect(records.map(\.name) == ["甲公司", "甲公司", "甲公司", "乙公司", nil])
        #expect(records.map(\.scope) == ["软件", "矿机", "托管", "五金", "货运"])
        #expect(records.map(\.registrationStatus) == ["存续", "存续", "存续", nil, "存续"])
        #expect(try file.rows().map(\.line) == [4, 5, 6, 7, 9])
        #expect(try RecordTables(path: file.path).remarks == [.mergedCells(sheet: "企业")])
        let plain = SampleWorkbook([
            SampleWorkbook.Sheet(
                "企业",
                cells: [["名称", "经营范围"], ["甲公司", "软件"], ["", "五金"]],
                merged: ["A3:B3", "A1:A1"]
            )
        ])
        let untouched = try RecordFile(bytes: plain.bytes, extension: "xlsx")
        #expect(try untouched.records() == [Record(name: "甲公司", scope: "软件"), Record(scope: "五金")])
        #expect(try RecordTables(path: untouched.path).remarks == [])
    }

    @Test("takes a list of names for what it is, and says so")
    func lines() throws {
        let file = try RecordFile("甲公司\nApple, Inc.\n\n\"乙\"公司\n", extension: "txt")
        #expect(try file.records().map(\.name) == ["甲公司", "Apple, Inc.", "\"乙\"公司"])
        #expect(try RecordTables(path: file.path).remarks == [.noHeader])
        let csv = try RecordFile("甲,乙\n丙,丁\n", extension: "txt")
        #expect(throws: RecordFileError.self) { try csv.records() }
        #expect(try csv.records(RecordReadingOptions(format: .lines)).map(\.name) == ["甲,乙", "丙,丁"])
    }

    @Test("reads files without a header by the numbers of their columns")
    func withoutHeader() throws {
        var options = RecordReadingOptions(mapping: try ColumnMapping(["name=2,scope=1"]))
        options.hasHeader = false
        let file = try RecordFile("软件,\"甲,乙\"\n名称,经营范围\n")
        #expect(
            try file.records(options) == [Record(name: "甲,乙", scope: "软件"), Record(name: "经营范围", scope: "名称")]
        )
        options.mapping = ColumnMapping()
        #expect(throws: RecordFileError.self) { try file.records(options) }
        #expect(try RecordFile("甲公司\n乙公司\n").records(options).map(\.name) == ["甲公司", "乙公司"])
    }

    @Test("keeps the cells of every column as they stand, when asked")
    func columns() throws {
        var options = RecordReadingOptions()
        options.keepsColumns = true
        let record = try #require(try RecordFile("名称,登记机关,登记状态,成立日期\n甲公司, - ,注销,2019-03-01\n").records(options).first)
        #expect(record.registrationStatus == "注销")
        #expect(record.registrationDate == "2019-03-01")
        #expect(record.columns.map(\.header) == ["名称", "登记机关", "登记状态", "成立日期"])
        #expect(record.columns.map(\.text) == ["甲公司", " - ", "注销", "2019-03-01"])
        #expect(record.columns.map(\.isField) == [true, false, true, true])
    }

    @Test("reads UTF-16 in both byte orders, with and without a mark")
    func utf16() throws {
        for (mark, isLittle) in [([0xFF, 0xFE], true), ([0xFE, 0xFF], false), ([], true)] as [([UInt8], Bool)] {
            let bytes = Self.csv.utf16.flatMap { unit -> [UInt8] in
                let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
                return isLittle ? pair : pair.reversed()
            }
            let file = try RecordFile(bytes: mark + bytes)
            #expect(try file.records() == Self.expected)
            #expect(try file.records(RecordReadingOptions(blockSize: 33, rowLimit: 1 << 16)) == Self.expected)
        }
    }

    @Test("reads GB 18030, and rejects only the row with a broken character")
    func gb18030() throws {
        // 名称,经营范围 / 甲,软件 / (a lead byte without its trail),x / 乙,服务
        let header: [UInt8] = [0xC3, 0xFB, 0xB3, 0xC6, 0x2C, 0xBE, 0xAD, 0xD3, 0xAA, 0xB7, 0xB6, 0xCE, 0xA7, 0x0A]
        let first: [UInt8] = [0xBC, 0xD7, 0x2C, 0xC8, 0xED, 0xBC, 0xFE, 0x0A]
        let broken: [UInt8] = [0xFF, 0x2C, 0x78, 0x0A]
        let last: [UInt8] = [0xD2, 0xD2, 0x2C, 0xB7, 0xFE, 0xCE, 0xF1, 0x0A]
        let rows = try RecordFile(bytes: header + first + broken + last).rows(
            RecordReadingOptions(encoding: .gb18030)
        )
        #expect(rows.compactMap(\.record) == [Record(name: "甲", scope: "软件"), Record(name: "乙", scope: "服务")])
        #expect(rows.map(\.problem) == [nil, .invalidText, nil])
        #expect(try RecordFile(bytes: header + first + last).records().map(\.name) == ["甲", "乙"])
    }

    @Test(
        "rejects lines that aren't one object, with the place",
        arguments: [
            (#"{"name":"a""#, "',' or '}' expected at byte 12, but the line ends"),
            (#"{"name":"a"} {}"#, "the end of the line expected at byte 14"),
            (#"{"name":a}"#, "a value expected at byte 9"),
            (#"{"name":"a\x"}"#, "a JSON escape expected at byte 13"),
            (#"{"name":[1,]}"#, "a value expected at byte 12"),
            (#"["a"]"#, "'{' expected at byte 1"),
            (#"{"name":{"a":[}]}}"#, "a value expected at byte 15"),
        ]
    )
    func badLines(line: String, reason: String) throws {
        let rows = try RecordFile(#"{"name":"first"}"# + "\n\(line)\n" + #"{"name":"last"}"#, extension: "ndjson")
            .rows()
        #expect(rows.map(\.problem) == [nil, .notAnObject(reason: reason), nil])
    }

    @Test("keeps the digits of numbers, the pairs of escapes and the lists of names")
    func values() throws {
        let line = #"{"id":911100000000000000123,"name":"\ud83e\ude99\ud800x","aliases":["a","b"],"曾用名":"c；d"}"#
        let record = try #require(try RecordFile(line, extension: "ndjson").records().first)
        #expect(record.id == "911100000000000000123")
        #expect(record.name == "🪙\u{FFFD}x")
        #expect(record.otherNames.map(\.text) == ["a", "b", "c", "d"])
    }

    @Test("sees keys that only later objects have")
    func laterKeys() throws {
        let lines = String(repeating: #"{"name":"b"}"# + "\n", count: 1001) + #"{"name":"z","scope":"s"}"#
        #expect(try RecordFile(lines, extension: "jsonl").records().last == Record(name: "z", scope: "s"))
    }

    @Test("takes deep nesting without recursing", .timeLimit(.minutes(15)))
    func nesting() throws {
        let depth = 100_000
        let nested = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let records = try RecordFile("{\"x\":\(nested),\"name\":\"a\"}", extension: "ndjson").records()
        #expect(records == [Record(name: "a")])
    }

    @Test("passes every member of an object on as it stands, late keys too, and reads names in nested values")
    func passedMembers() throws {
        var options = RecordReadingOptions()
        options.keepsColumns = true
        let first = #"{"name":"甲","n":1.50,"previous_names":[{"name":"前","until":"2019"},"后"],"x":null}"#
        let late = #"{"name":"乙","late":{"a":[1, "\u4e59"]},"n":true}"#
        let lines = first + "\n" + String(repeating: #"{"name":"b"}"# + "\n", count: 1001) + late
        let records = try RecordFile(lines, extension: "ndjson").records(options)
        let record = try #require(records.first)
        #expect(record.otherNames.map(\.text) == ["前", "后"])
        #expect(record.columns.map(\.header) == ["name", "n", "previous_names", "x"])
        #expect(record.columns.map(\.text) == ["甲", "1.50", #"[{"name":"前","until":"2019"},"后"]"#, ""])
        #expect(record.columns.map(\.value)[1...] == [.json("1.50"), .json(record.columns[2].text), .json("null")])
        let last = try #require(records.last)
        #expect(last.columns.map(\.header) == ["name", "n", "late"])
        #expect(last.columns.last?.value == .json(#"{"a":[1, "\u4e59"]}"#))
        let deep = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        let nested = try #require(
            try RecordFile("{\"name\":\"a\",\"x\":\(deep)}", extension: "ndjson").records(options).first
        )
        #expect(nested.columns.last?.value == .text(deep))
    }
}
