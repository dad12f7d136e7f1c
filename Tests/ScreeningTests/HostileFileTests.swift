import RecordModel
import Screening
import Testing

@Suite("Reading CSV as it comes")
struct HostileFileTests {
    /// A file, and the name of each row in order; `!` and a reason for rows that are rejected.
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let rows: [String]

        init(_ description: String, _ text: String, _ rows: String...) {
            testDescription = description
            self.text = text
            self.rows = rows
        }

        /// What is said of a row with a quote in `column` that nothing closes.
        static func unclosed(_ column: Int) -> String {
            "!the quote that opens column \(column) is never closed; reading goes on at the next line"
        }
    }

    @Test(
        "keeps every row, or says why not",
        arguments: [
            Case("plain", "name,scope\na,x\nb,y\n", "a|x", "b|y"),
            Case("a byte order mark", "\u{FEFF}name,scope\na,x\n", "a|x"),
            Case("carriage returns and line feeds", "name,scope\r\na,x\r\nb,y\r\n", "a|x", "b|y"),
            Case("carriage returns alone", "name,scope\ra,x\rb,y\r", "a|x", "b|y"),
            Case("no line end at the end", "name,scope\na,x", "a|x"),
            Case("quotes", "\"name\",\"scope\"\n\"a\",\"x,y\"\n", "a|x,y"),
            Case("quotes and carriage returns", "\"name\",\"scope\"\r\n\"a\",\"x\"\r\n\"b\",\"y\"\r\n", "a|x", "b|y"),
            Case("a quoted cell at the end of the file", "name,scope\na,\"x\"", "a|x"),
            Case("doubled quotes", "name,scope\n\"a \"\"b\"\"\",\"\"\"\"\n", "a \"b\"|\""),
            Case("an empty quoted cell", "name,scope\na,\"\"\n", "a|"),
            Case("a line break in quotes", "name,scope\na,\"x\ny\"\nb,z\n", "a|x\ny", "b|z"),
            Case("blank lines", "\n\nname,scope\n\na,x\n\n  \nb,y\n\n\n", "a|x", "b|y"),
            Case("semicolons", "name;scope\na;x,y\n", "a|x,y"),
            Case("tabs", "name\tscope\na\tx,\"y\n", "a|x,\"y"),
            Case("a tab-separated cell in quotes", "name\tscope\n\"a \"\"b\"\"\"\tx\n", "a \"b\"|x"),
            Case("a quote inside a cell", "name,scope\na,5\" pipes\nb,y\n", "a|5\" pipes", "b|y"),
            Case("text after a closing quote", "name,scope\n\"天使\"投资,x\nb,y\n", "\"天使\"投资|x", "b|y"),
            Case("cells missing at the end", "name,scope\na\nb,y\n", "a|~", "b|y"),
            Case("empty cells too many", "name,scope\na,x,,\nb,y\n", "a|x~", "b|y"),
            Case("too many cells", "name,scope\na,x,z\nb,y\n", "!3 cells where the header has 2 columns", "b|y"),
            Case("dashes for nothing", "name,scope\na,-\n－,y\n", "a|", "|y"),
            Case("a NUL", "name,scope\na,x\u{0}\nb,y\n", "a|x\u{0}", "b|y"),
            Case("a hole of NULs", "name,scope\n\u{0}\u{0}\u{0}\nb,y\n", "!nothing but NUL bytes", "b|y"),
            Case(
                "an unclosed quote",
                "name,scope\n\"a,x\nb,y\nc,z\n",
                Case.unclosed(1),
                "b|y",
                "c|z"
            ),
            Case(
                "an unclosed quote on the last line",
                "name,scope\nb,y\na,\"x",
                "b|y",
                Case.unclosed(2)
            ),
            Case(
                "an unclosed quote before a quoted cell",
                "name,scope\na,\"x\nb,\"y\"\n",
                Case.unclosed(2),
                "b|y"
            ),
            Case(
                "a quote that would swallow the next rows",
                "name,scope\n\"a,x\nb,5\"\nc,z\n",
                Case.unclosed(1),
                "b|5\"",
                "c|z"
            ),
            Case("a banner above the header", "导出时间：2026-01-01\n共2条\nname,scope\na,x\nb,y\n", "a|x", "b|y"),
            Case("an emoji and private characters", "name,scope\n🪙\u{E000},x\n", "🪙\u{E000}|x"),
        ]
    )
    func rows(_ testCase: Case) throws {
        let expected = testCase.rows
        #expect(try described(RecordFile(testCase.text).rows()) == expected)
        // The same file in blocks of a few bytes: where it is cut must not matter.
        for size in [1, 7, 16] {
            let options = RecordReadingOptions(blockSize: size, rowLimit: 1 << 16)
            #expect(try described(RecordFile(testCase.text).rows(options)) == expected)
        }
    }

    private func described(_ rows: [ReadRow]) -> [String] {
        rows.map { row in
            if let problem = row.problem { return "!\(problem)" }
            return "\(row.record?.name ?? "")|\(row.record?.scope ?? "")\(row.isRagged ? "~" : "")"
        }
    }

    @Test("numbers rows and lines from 1, with line breaks in cells counted")
    func numbers() throws {
        let rows = try RecordFile("\nname,scope\na,\"x\ny\"\n\n\"b,y\nc,z\n").rows()
        #expect(rows.map(\.row) == [1, 2, 3])
        #expect(rows.map(\.line) == [3, 6, 7])
        #expect(rows.map { $0.problem == nil } == [true, false, true])
    }

    @Test("rejects only the rows that aren't valid UTF-8")
    func invalidBytes() throws {
        let before = Array("企业名称,经营范围\n甲,软件开发；技术服务；咨询\n".utf8)
        let broken: [UInt8] = [0xFF, 0xFE, 0x2C, 0x78, 0x0A]
        let rows = try RecordFile(bytes: before + broken + Array("丙,z\n".utf8)).rows()
        #expect(rows.map(\.problem) == [nil, .invalidText, nil])
        #expect(rows.compactMap(\.record?.name) == ["甲", "丙"])
    }

    @Test("passes over a row that is longer than the limit, and reads on")
    func longRow() throws {
        let long = String(repeating: "长", count: 4000)
        let file = try RecordFile("name,scope\na,\(long)\nb,y\n")
        let rows = try file.rows(RecordReadingOptions(blockSize: 64, rowLimit: 1024))
        #expect(rows.map(\.problem) == [.tooLong(limit: 1024), nil])
        #expect(rows.last?.line == 3)
        #expect(rows.last?.record?.name == "b")
    }

    @Test("gives up a quote that is open for longer than the limit", .timeLimit(.minutes(15)))
    func farQuote() throws {
        let filler = (0..<2000).map { "n\($0),s\n" }.joined()
        let file = try RecordFile("name,scope\n\"a,x\n\(filler)")
        let rows = try file.rows(RecordReadingOptions(blockSize: 256, rowLimit: 2048))
        #expect(rows.first?.problem == .unclosedQuote(column: 1))
        #expect(rows.count == 2001)
        #expect(rows.last?.record?.name == "n1999")
    }

    @Test(
        "says what a file is that holds no table",
        arguments: [
            ("", "empty"), ("  \n\n", "empty"), ("PK\u{3}\u{4}…", "the workbook can't be unpacked"),
            ("%PDF-1.7", "a PDF"), ("<html><table><tr><td>企业名称", "a web page"),
        ]
    )
    func foreign(text: String, reason: String) throws {
        let error = try #require(try openingError(text))
        #expect(error.reason.contains(reason))
    }

    @Test("names a file that isn't there, and a folder")
    func missing() {
        #expect(throws: RecordFileError.self) { try RecordReader(path: "/no/such/file.csv") }
        #expect(throws: RecordFileError.self) { try RecordReader(path: "/") }
    }
}
