import RecordModel
import Screening
import Testing

@Suite("Finding the columns")
struct ColumnTests {
    /// A header, a row, and the record that the row makes.
    struct Case: CustomTestStringConvertible {
        let header: String
        let row: String
        let record: Record
        var testDescription: String { header }
    }

    @Test(
        "knows headers in Chinese and English",
        arguments: [
            Case(header: "企业名称,经营范围", row: "甲,乙", record: Record(name: "甲", scope: "乙")),
            Case(
                header: "统一社会信用代码,名称,经营范围,所属省份",
                row: "9111,甲,乙,北京",
                record: Record(id: "9111", name: "甲", scope: "乙", jurisdiction: "北京")
            ),
            Case(
                header: "ＮＡＭＥ, Business Scope ,USCC",
                row: "a,b,c",
                record: Record(id: "c", name: "a", scope: "b")
            ),
            Case(
                header: "brand,company,intro",
                row: "甲,乙,丙",
                record: Record(name: "乙", otherNames: [OtherName("甲", kind: .brand)], description: "丙")
            ),
            Case(
                header: "name,company",
                row: "甲,乙",
                record: Record(name: "乙", otherNames: [OtherName("甲")])
            ),
            Case(
                header: "企业名称,曾用名,英文名称",
                row: "甲,乙；丙; 丁,Jia Ltd",
                record: Record(
                    name: "甲",
                    otherNames: [
                        OtherName("乙", kind: .former), OtherName("丙", kind: .former), OtherName("丁", kind: .former),
                        OtherName("Jia Ltd"),
                    ]
                )
            ),
            Case(
                header: "name,short_description,long_description",
                row: "a,b,c",
                record: Record(name: "a", description: "b\n\nc")
            ),
            Case(header: "name,bio_zh", row: "a,b", record: Record(name: "a", description: "b")),
            Case(header: "full_name,brief_info", row: "a,b", record: Record(name: "a", description: "b")),
            Case(header: "公司,名称", row: "甲,甲", record: Record(name: "甲")),
            Case(
                header: "id,name,主体类型,批准文号,country",
                row: "'007,a,bank,银许1号, HK ",
                record: Record(id: "007", name: "a", actor: "bank", jurisdiction: "HK", approval: "银许1号")
            ),
        ]
    )
    func headers(_ testCase: Case) throws {
        let file = try RecordFile("\(testCase.header)\n\(testCase.row)\n")
        #expect(try file.records() == [testCase.record])
    }

    @Test(
        "takes the user's word before the headers'",
        arguments: [
            (["name=甲方,scope=3"], Record(name: "1", otherNames: [OtherName("2")], scope: "3", description: "4")),
            (["name=1"], Record(name: "1", otherNames: [OtherName("2")], description: "4")),
            (
                ["name=1", "description=3,description=4"],
                Record(name: "1", otherNames: [OtherName("2")], description: "3\n\n4")
            ),
        ]
    )
    func mapping(texts: [String], expected: Record) throws {
        let file = try RecordFile("甲方,name,备注,简介\n1,2,3,4\n")
        #expect(try file.records(RecordReadingOptions(mapping: ColumnMapping(texts))) == [expected])
    }

    @Test("refuses a column that isn't there, naming those that are")
    func unknownColumn() throws {
        let error = try #require(try openingError("name,备注\n1,2\n", mapping: ["scope=范围"]))
        #expect(error.code == .unknownColumn)
        #expect(error.reason == "there is no column '范围'; the columns are 'name', '备注'")
    }

    @Test("doesn't take a record for a header because it holds the word of one")
    func headerWords() throws {
        let error = try #require(try openingError("单位,类型\n甲公司,企业\n乙公司,企业\n"))
        #expect(error.code == .noColumns)
        let file = try RecordFile("单位;类型;业务\n甲公司;企业;软件,开发\n")
        let options = RecordReadingOptions(mapping: try ColumnMapping(["name=1,scope=3"]))
        #expect(try file.records(options) == [Record(name: "甲公司", scope: "软件,开发")])
    }

    @Test("refuses a file without a column to screen, naming those that it has")
    func noColumns() throws {
        let error = try #require(try openingError("甲,乙\n1,2\n"))
        #expect(error.code == .noColumns)
        #expect(error.reason.contains("the columns are '甲', '乙'"))
        let keys = try #require(try openingError("{\"x\":1}\n", extension: "ndjson"))
        #expect(keys.reason.contains("the keys are 'x'"))
    }

    @Test("refuses a mapping it can't understand", arguments: ["name", "colour=1", "=1"])
    func badMapping(text: String) {
        #expect(throws: ColumnMappingError.self) { try ColumnMapping([text]) }
    }
}
