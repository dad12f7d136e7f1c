import RecordModel
import Screening
import Testing

@Suite("Looking at a file before it is screened")
struct PreviewTests {
    private func preview(_ text: String, map: [String] = [], rows: Int = 3) throws -> RecordPreview {
        let file = try RecordFile(text)
        var options = RecordReadingOptions(mapping: try ColumnMapping(map))
        options.keepsColumns = true
        let previews = try RecordPreview.previews(path: "x.csv", readAt: file.path, options: options, rows: rows)
        return try #require(previews.first)
    }

    @Test("every column is told with what it was taken for, and the first rows with their cells")
    func columns() throws {
        let preview = try preview("名称,备注,曾用名,经营范围\n甲,一,旧,丙\n乙\n1,2,3,4,5\n丁,二,,己\n")
        #expect(preview.columns.map(\.field) == ["name", nil, "formerName", "scope"])
        #expect(preview.rows.map(\.number) == [1, 2, 3])
        #expect(preview.rows[0].cells == ["甲", "一", "旧", "丙"])
        #expect(preview.rows[1].cells == ["乙", "", "", ""])
        #expect(preview.rows[2].problem == .extraCells(found: 5, expected: 4))
        #expect(preview.isScreenable)
    }

    @Test("a file without a known column is looked at all the same, and can be mapped")
    func unknownColumns() throws {
        let preview = try preview("甲,乙\n1,2\n")
        #expect(!preview.isScreenable)
        #expect(preview.columns.map(\.header) == ["甲", "乙"] && preview.columns.allSatisfy { $0.field == nil })
        #expect(preview.rows.map(\.cells) == [["1", "2"]])
        #expect(try self.preview("甲,乙\n1,2\n", map: ["scope=乙"]).columns.map(\.field) == [nil, "scope"])
    }

    @Test("a column that is to be left out is no part of a record, whatever its header says")
    func ignored() throws {
        let file = try RecordFile("名称,公司,经营范围\n甲,乙,丙\n")
        let options = RecordReadingOptions(mapping: try ColumnMapping(["ignore=公司", "ignore=3"]))
        #expect(try file.rows(options).map(\.record) == [Record(name: "甲")])
    }

    @Test("two columns of one header keep their own cells")
    func twins() throws {
        #expect(try preview("名称,名称\n甲,乙\n").rows.map(\.cells) == [["甲", "乙"]])
    }
}
