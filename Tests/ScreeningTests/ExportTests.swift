import RecordModel
import Screening
import TestSupport
import Testing

@Suite("Files as company-data services export them")
struct ExportTests {
    /// A file and the records in it, without their status and date.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let records: [Record]
    }

    private static let cases: [Case] = [
        Case(
            testDescription: "two lines of banner, a dash for empty, a key kept from being a number",
            text: """
                本数据由某企业信息平台提供，仅供参考,,,,
                导出时间：2026-02-10 09:30:00,,,,
                企业名称,登记状态,成立日期,统一社会信用代码,曾用名,经营范围
                北京甲科技有限公司,存续（在营、开业、在册）,2019-03-01,'91990099MA0TETT00L,-,软件开发
                上海乙有限公司,注销,-,\"=\"\"91990099MA0TETT00L\"\"\",上海丙有限公司；上海丁有限公司,-

                """,
            records: [
                Record(id: "91990099MA0TETT00L", name: "北京甲科技有限公司", scope: "软件开发"),
                Record(
                    id: "91990099MA0TETT00L",
                    name: "上海乙有限公司",
                    otherNames: ["上海丙有限公司", "上海丁有限公司"].map { OtherName($0, kind: .former) }
                ),
            ]
        ),
        Case(
            testDescription: "a header over two rows, its groups in merged cells",
            text: """
                序号,企业（机构）名称,登记信息,,,经营范围
                ,,登记状态,成立日期,统一社会信用代码,
                1,甲公司,在业,2020/1/2,123,软件

                """,
            records: [Record(id: "123", name: "甲公司", scope: "软件")]
        ),
        Case(
            testDescription: "groups above every column",
            text: """
                基本信息,,,业务信息,
                名称,注册号,类型,经营范围,简介
                甲公司,123,个体工商户,软件,-

                """,
            records: [Record(id: "123", name: "甲公司", scope: "软件")]
        ),
        Case(
            testDescription: "two columns of scopes, both of them filled",
            text: "商事主体名称,许可经营项目,一般经营项目\n甲公司,支付服务,软件开发\n乙公司,,软件开发\n丙公司,软件,软件\n",
            records: [
                Record(name: "甲公司", scope: "支付服务；软件开发"), Record(name: "乙公司", scope: "软件开发"),
                Record(name: "丙公司", scope: "软件"),
            ]
        ),
        Case(
            testDescription: "OpenCorporates",
            text: """
                company_number,name,jurisdiction_code,current_status,incorporation_date,previous_names
                12345,Alpha Ltd,hk,Dissolved,2018-01-02,Beta Ltd | Gamma Ltd

                """,
            records: [
                Record(
                    id: "12345",
                    name: "Alpha Ltd",
                    otherNames: ["Beta Ltd", "Gamma Ltd"].map { OtherName($0, kind: .former) },
                    jurisdiction: "hk"
                )
            ]
        ),
        Case(
            testDescription: "EDGAR, parted by tabs",
            text: "CIK\tCompany Name\tForm Type\n320193\tApple Inc.\t10-K\n",
            records: [Record(id: "320193", name: "Apple Inc.")]
        ),
        Case(
            testDescription: "bars between cells, a line of dashes below the header",
            text: "CIK|Company Name|Date Filed\n---|---|---\n1|Alpha Corp|2020-01-01\n",
            records: [Record(), Record(id: "1", name: "Alpha Corp")]
        ),
        Case(
            testDescription: "a header far below",
            text: String(repeating: "说明,\n", count: 14) + "企业名称,登记状态\n甲公司,存续\n",
            records: [Record(name: "甲公司")]
        ),
        Case(
            testDescription: "words for nothing",
            text: "名称,曾用名,经营范围,注册号\n甲公司,无,暂无,N/A\n乙公司,/,null,#N/A\n",
            records: [Record(name: "甲公司"), Record(name: "乙公司")]
        ),
    ]

    @Test("are read as they come", arguments: cases)
    func exports(example: Case) throws {
        let records = try RecordFile(example.text).records().map { record in
            var plain = record
            plain.registrationStatus = nil
            plain.registrationDate = nil
            return plain
        }
        #expect(records == example.records)
    }

    @Test(
        "has lists of former names in many forms, none of which parts a name",
        arguments: [
            ("甲公司;乙公司", ["甲公司", "乙公司"]), ("甲公司；乙公司；", ["甲公司", "乙公司"]), ("甲公司、乙公司", ["甲公司", "乙公司"]),
            ("甲公司,乙公司", ["甲公司", "乙公司"]), ("甲公司，乙厂", ["甲公司", "乙厂"]), ("甲公司/乙中心（有限合伙）", ["甲公司", "乙中心（有限合伙）"]),
            ("甲公司|乙公司", ["甲公司", "乙公司"]), ("甲公司\n乙公司", ["甲公司", "乙公司"]),
            ("甲公司（2015-03-01至2018-05-06）、乙公司", ["甲公司（2015-03-01至2018-05-06）", "乙公司"]),
            ("Apple Computer, Inc.", ["Apple Computer, Inc."]), ("虚、拟、货、币", ["虚、拟、货、币"]), ("甲、乙公司", ["甲、乙公司"]),
            ("Maersk A/S", ["Maersk A/S"]), ("-", []),
        ]
    )
    func formerNames(cell: String, names: [String]) throws {
        let record = try #require(try RecordFile("名称,曾用名\n丙公司,\"\(cell)\"\n").records().first)
        #expect(record.otherNames.map(\.text) == names)
    }

    @Test("gives dates and long numbers of a workbook as a person reads them")
    func workbook() throws {
        let rows = """
            <row r="1"><c r="A1" t="inlineStr"><is><t>企业信息</t></is></c></row>
            <row r="2"><c t="inlineStr"><is><t>企业名称</t></is></c><c t="inlineStr"><is><t>注册号</t></is></c>
            <c t="inlineStr"><is><t>成立日期</t></is></c></row>
            <row r="3"><c t="inlineStr"><is><t>甲公司</t></is></c><c><v>1.10108012345678E+14</v></c><c s="1"><v>43525</v></c></row>
            <row r="4"/><row r="9"><c t="inlineStr"><is><t>乙公司</t></is></c><c><v>123456789012345678</v></c><c><v>43525</v></c></row>
            """
        let sample = SampleWorkbook(
            [SampleWorkbook.Sheet("企业", rows: rows)],
            styles: "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs>"
        )
        let records = try RecordFile(bytes: sample.bytes, extension: "xlsx").rows()
        #expect(records.map(\.record?.id) == ["110108012345678", "123456789012345678"])
        #expect(records.map(\.record?.registrationDate) == ["2019-03-01", "43525"])
        #expect(records.map(\.line) == [3, 9])
    }
}
