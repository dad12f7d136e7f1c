import Foundation
import LegalText
import RecordModel
import Reporting
import Screening
import Testing

@Suite("Reports of a batch")
struct ScreeningWriterTests {
    private func report(
        _ format: ScreeningFormat,
        namesFiles: Bool = false,
        rows: [ScreenedRow] = Sample.rows
    ) -> String {
        let options = ScreeningReportOptions(
            packs: [Sample.pack],
            language: .zh,
            usesColor: false,
            namesFiles: namesFiles
        )
        guard var writer = format.writer(options) else { return "" }
        let body = writer.rows(rows, of: RowSource(file: "f.csv"))
        return writer.opening() + body + writer.closing(ScreeningSummary())
    }

    @Test("writes a line of JSON a record, with its row and id")
    func lines() {
        let lines = report(.ndjson).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines[0].hasPrefix(#"{"schema":"hegui/verdict/1","row":3,"id":"91440300TEST","packs":["#))
        #expect(lines[1].hasPrefix(#"{"schema":"hegui/verdict/1","row":4,"id":null,"packs":["#))
        let named = report(.ndjson, namesFiles: true)
        #expect(named.hasPrefix(#"{"schema":"hegui/verdict/1","file":"f.csv","row":3,"#))
    }

    @Test("writes one JSON document, also of nothing")
    func document() throws {
        for rows in [Sample.rows, []] {
            let data = Data(report(.json, rows: rows).utf8)
            let document = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
            #expect(document["schema"] as? String == "hegui/screening/1")
            let results = try #require(document["results"] as? [[String: Any]])
            #expect(results.compactMap { $0["row"] as? Int } == (rows.isEmpty ? [] : [3, 4]))
            #expect((document["disclaimer"] as? [String: String])?["zh"] == Wording.disclaimer.zh)
            #expect((document["summary"] as? [String: Any])?["rows"] as? Int == 0)
        }
    }

    @Test("writes a CSV line a record, with quotes where they are needed")
    func table() {
        let lines = report(.csv).components(separatedBy: "\r\n")
        #expect(
            lines[0] == "\u{FEFF}row,id,name,verdict,label,rules,articles,evidence,remarks_zh,doubts_zh,explanation_zh,"
                + "remarks_en,doubts_en,explanation_en"
        )
        #expect(
            lines[1] == "3,91440300TEST,前海ＲＷＡ公司,prohibited,命中禁止性规定,"
                + "yinfa-2026-42/registration-terms; yinfa-2026-42/mining-machines,"
                + "银发〔2026〕42号（八）; yinfa-2026-42 art_9,name: ＲＷＡ; scope: 矿机; otherNames: 币,,"
                + "不知是否为生产企业,名称含有“RWA”; 在境内销售矿机,,it may not be the maker,"
                + "the name contains RWA; sells mining machines"
        )
        #expect(lines[2] == "4,,丙,clear,未命中（限所列规则与文本）,,,,,,,,,")
        #expect(lines.count == 4)
    }

    @Test(
        "keeps a spreadsheet from running what a record holds",
        arguments: [
            ("=1+1", "'=1+1"), ("+86", "'+86"), ("-甲", "'-甲"), ("@x", "'@x"), ("\tx", "'\tx"),
            ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), ("甲=1", "甲=1"), ("-12.5", "-12.5"), ("-1+1", "'-1+1"), ("-", "-"),
            ("甲\n乙", "\"甲\n乙\""),
        ]
    )
    func formulas(name: String, cell: String) {
        let row = ScreenedRow(row: 1, line: 2, outcome: .screened(Record(name: name), Verdict(findings: [])))
        let text = report(.csv, rows: [row])
        #expect(text.contains("\r\n1,,\(cell),clear,"))
    }

    @Test("writes words with the row, and the packs and the disclaimer once")
    func text() {
        let text = report(.text)
        #expect(text.hasPrefix("第3行  命中禁止性规定\n"))
        #expect(text.contains("\n第4行  未命中（限所列规则与文本）\n"))
        #expect(text.components(separatedBy: Wording.disclaimer.zh).count == 2)
        #expect(report(.text, namesFiles: true).hasPrefix("f.csv 第3行  "))
    }

    @Test("sums up in plain lines")
    func summary() {
        #expect(
            SummaryText.text(ScreeningSummary(), in: .en)
                == "0 rows: 0 prohibited, 0 restricted, 0 review, 0 no finding\n"
        )
        #expect(
            SummaryText.text(ScreeningSummary(), in: .zh)
                == "共 0 行：命中禁止性规定 0，须经同意、批准或备案 0，需人工复核 0，未命中 0\n"
        )
    }

    @Test("passes JSON values on: as they stand to JSON, as words to tables, and late ones in a last column")
    func passedColumns() {
        let record = Record(
            name: "甲",
            columns: [
                RecordColumn(header: "name", value: .json(#""甲""#), text: "甲", isField: true),
                RecordColumn(header: "n", value: .json("1.50"), text: "1.50", isField: false),
                RecordColumn(header: "late", value: .json("[1,{\"a\":\"\u{2028}\"}]"), text: "[1]", isField: false),
                RecordColumn(header: "plain", text: "a\"b", isField: false),
            ]
        )
        let row = ScreenedRow(row: 1, line: 1, outcome: .screened(record, Verdict(findings: [])))
        let json = #""columns":{"n":1.50,"late":[1,{"a":"\u2028"}],"plain":"a\"b"}"#
        #expect(report(.ndjson, rows: [row]).contains(json))
        let options = ScreeningReportOptions(
            packs: [],
            language: .zh,
            usesColor: false,
            namesFiles: false,
            columns: PassedColumns([["name", "n"]], takesMore: true)
        )
        var writer = ScreeningFormat.csv.writer(options)
        #expect(writer?.opening().hasSuffix(",name,n,more\r\n") == true)
        let line = writer?.rows([row], of: RowSource(file: "f")) ?? ""
        #expect(line.hasSuffix(#",甲,1.50,"{""late"":[1,{""a"":""\u2028""}],""plain"":""a\""b""}""# + "\r\n"))
    }
}
