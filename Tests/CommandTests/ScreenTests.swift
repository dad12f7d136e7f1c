import Foundation
import LegalText
import RecordModel
import Screening
import TestSupport
import Testing

@Suite("hegui screen", .timeLimit(.minutes(15)))
struct ScreenTests {
    private static let table = """
        id,名称,经营范围
        1,甲公司,软件开发
        2,前海RWA科技有限公司,软件开发
        3,丙公司,"没有右引号
        4,=丁RWA科技有限公司,软件开发

        """

    @Test("prints flagged records in order, lists rejected rows, and sums up")
    func lines() throws {
        let run = try CommandRun(["screen", "-", "--format", "ndjson"], input: Self.table)
        #expect(run.status == 1)
        let rows = try Self.objects(run.output)
        #expect(rows.compactMap { $0["row"] as? Int } == [2, 4])
        #expect(rows.compactMap { $0["id"] as? String } == ["2", "4"])
        #expect(rows.allSatisfy { $0["verdict"] as? String == "prohibited" })
        #expect(
            run.errors.hasPrefix(
                "standard input:4: error[row/rejected]: row 3: the quote that opens column 3 is never closed; "
                    + "reading goes on at the next line\n"
                    + "共 4 行：命中禁止性规定 2，须经同意、批准或备案 0，需人工复核 0，未命中 1\n1 行无法读取"
            )
        )
        #expect(run.errors.contains("2  yinfa-2026-42/registration-terms\n"))
    }

    @Test(
        "never writes over what it reads, nor two results into one file",
        arguments: [
            (["screen", "in.csv", "--output", "in.csv"], "--output: 'in.csv' would take the place of 'in.csv'"),
            (["screen", "in.csv", "--output", "link.csv"], "--output: 'link.csv' would take the place of 'in.csv'"),
            (
                ["screen", "link.csv", "--rejects", "./in.csv"],
                "--rejects: './in.csv' would take the place of 'link.csv'"
            ),
            (["screen", "in.csv", "--output", "a", "--rejects", "./a"], "--rejects: './a' is the file of --output"),
            (["screen", "in.csv", "--evidence", "a", "--rejects", "a"], "--evidence: 'a' is the file of --rejects"),
            (["diff", "in.csv", "yinfa-2026-42", "--output", "in.csv"], "--output: 'in.csv' would take the place"),
            (
                ["impact", "yinfa-2021-237", "yinfa-2026-42", "--records", "in.csv", "--list", "in.csv"],
                "--list: 'in.csv' would take the place"
            ),
        ]
    )
    func overwriting(arguments: [String], message: String) throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link.csv"), withDestinationPath: "in.csv")
        let run = try CommandRun(arguments, folder: scratch.url)
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: " + message))
        #expect(try String(contentsOfFile: input, encoding: .utf8) == Self.table)
        #expect(try scratch.names == ["in.csv", "link.csv"])
    }

    @Test("never writes over the file that is standard input")
    func overwritingStandardInput() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let program = CommandRun.program.path(percentEncoded: false)
        let run = try CommandRun(
            ["-c", "exec '\(program)' screen - --output in.csv < in.csv"],
            folder: scratch.url,
            program: URL(filePath: "/bin/sh")
        )
        #expect(run.status == 2)
        #expect(run.errors.contains("'in.csv' would take the place of 'standard input', which is read"))
        #expect(try String(contentsOfFile: input, encoding: .utf8) == Self.table)
    }

    @Test("reads a workbook of more sheets than files may be open")
    func manySheets() throws {
        let scratch = try ScratchFolder()
        let sheets = (1...80).map { SampleWorkbook.Sheet("表\($0)", cells: [["名称"], ["前海RWA科技有限公司"]]) }
        try Data(SampleWorkbook(sheets).bytes).write(to: scratch.url.appending(path: "in.xlsx"))
        let program = CommandRun.program.path(percentEncoded: false)
        let run = try CommandRun(
            ["-c", "ulimit -n 40; exec '\(program)' screen in.xlsx --format ndjson"],
            folder: scratch.url,
            program: URL(filePath: "/bin/sh")
        )
        #expect(run.status == 1, "\(run.errors)")
        #expect(run.errors.contains("共 80 行：命中禁止性规定 80，"))
    }

    @Test("prints clear records too when asked, and nothing but rejected rows with --quiet")
    func all() throws {
        let run = try CommandRun(["screen", "-", "--format", "ndjson", "--all", "--quiet"], input: Self.table)
        #expect(try Self.objects(run.output).compactMap { $0["row"] as? Int } == [1, 2, 4])
        #expect(run.errors.split(separator: "\n").count == 1)
    }

    @Test("writes CSV that no spreadsheet runs, and a document of JSON")
    func formats() throws {
        let csv = try CommandRun(["screen", "-", "--format", "csv"], input: Self.table).output
        #expect(csv.contains("\r\n4,4,'=丁RWA科技有限公司,prohibited,"))
        let json = try CommandRun(["screen", "-", "--format", "json"], input: Self.table).output
        let document = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect((document["summary"] as? [String: Any])?["rejected"] as? Int == 1)
        #expect((document["results"] as? [Any])?.count == 2)
        let text = try CommandRun(["screen", "-"], input: Self.table).output
        #expect(text.hasPrefix("第2行  命中禁止性规定\n"))
        #expect(text.contains("前海【RWA】科技有限公司"))
    }

    @Test(
        "ends with 0 when nothing was found, with 1 when a row was rejected, with 0 when asked",
        arguments: [
            ("名称\n甲公司\n", [], 0),
            ("名称\n甲公司\n\"乙\n", [], 1),
            ("名称\n甲公司\n\"乙\n", ["--exit-zero"], 0),
            ("甲,乙\n1,2\n", ["--exit-zero"], 2),
        ] as [(String, [String], Int32)]
    )
    func status(input: String, options: [String], expected: Int32) throws {
        #expect(try CommandRun(["screen", "-"] + options, input: input).status == expected)
    }

    @Test("names the columns there are when none holds what is screened")
    func columns() throws {
        let run = try CommandRun(["screen", "-"], input: "甲,乙\n1,2\n")
        #expect(run.errors.contains("the columns are '甲', '乙'"))
        let mapped = try CommandRun(["screen", "-", "--map", "name=乙"], input: "甲,乙\n1,RWA科技有限公司\n")
        #expect(mapped.status == 1)
    }

    @Test("says which file a result is from, where there are several")
    func files() throws {
        let scratch = try ScratchFolder()
        let first = try scratch.write("名称\nRWA甲有限公司\n", to: "a.csv")
        let second = try scratch.write(#"{"name":"RWA乙有限公司"}"#, to: "b.ndjson")
        let run = try CommandRun(["screen", first, second, "--format", "ndjson"])
        #expect(try Self.objects(run.output).compactMap { $0["file"] as? String } == [first, second])
        #expect(run.errors.hasPrefix("共 2 行：命中禁止性规定 2，"))
    }

    @Test("makes the output file whole or not at all")
    func output() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let path = scratch.path("out.ndjson")
        let run = try CommandRun(["screen", input, "--format", "ndjson", "--output", path])
        #expect(run.status == 1)
        #expect(run.output == "")
        let written = try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        #expect(try Self.objects(written).count == 2)
        // A run that fails leaves the file of the last one as it was.
        #expect(try CommandRun(["screen", "/no/such", "--output", path]).status == 2)
        #expect(try String(decoding: Data(contentsOf: URL(filePath: path)), as: UTF8.self) == written)
        #expect(try scratch.names == ["in.csv", "out.ndjson"])
        let nowhere = try CommandRun(["screen", input, "--output", scratch.path("none/out")])
        #expect(nowhere.status == 2)
        #expect(nowhere.errors.contains("--output: can't write"))
    }

    @Test("stops quietly when the reader of its results goes away")
    func closedPipe() throws {
        let scratch = try ScratchFolder()
        let rows = (1...20000).map { "n\($0)\n" }.joined()
        let input = try scratch.write("name\n" + rows, to: "in.csv")
        let program = CommandRun.program.path(percentEncoded: false)
        let script = "{ '\(program)' screen '\(input)' --all --format ndjson; echo $? >&2; } | head -n 1"
        let run = try CommandRun(["-c", script], program: URL(filePath: "/bin/sh"))
        #expect(run.output.split(separator: "\n").count == 1)
        #expect(run.errors == "2\n")
    }

    @Test("gives the same bytes from every format of the same rows, with one worker and two")
    func sameBytes() throws {
        let scratch = try ScratchFolder()
        let header = ["名称", "经营范围", "登记机关"]
        let rows = (1...3000).map { number in
            let name = number % 10 == 0 ? "前海RWA科技\(number)有限公司" : "甲\(number)有限公司"
            return [name, number % 7 == 0 ? "软件，开发；加密\"货币" : "软件，开发", "市场监管局"]
        }
        func quoted(_ cell: String) -> String { "\"\(cell.replacing("\"", with: "\"\""))\"" }
        let csv = ([header] + rows).map { $0.map(quoted).joined(separator: ",") + "\r\n" }.joined()
        let tsv = ([header] + rows).map { $0.joined(separator: "\t") + "\n" }.joined()
        func objects(_ text: (String) -> String) -> String {
            rows.map { row in
                let members = zip(header, row).map { "\"\(text($0))\":\"\(text($1))\"" }
                return "{\(members.joined(separator: ","))}\n"
            }
            .joined()
        }
        let plain = objects { $0.replacing("\"", with: "\\\"") }
        let escaped = objects { text in
            text.utf16.map { "\\u" + String(format: "%04x", $0) }.joined()
        }
        let sheet = SampleWorkbook.Sheet("企业", cells: [header] + rows)
        let bytes: [(name: String, bytes: [UInt8])] = [
            ("a.csv", Array(csv.utf8)), ("b.tsv", Array(tsv.utf8)), ("c.ndjson", Array(plain.utf8)),
            ("d.jsonl", Array(escaped.utf8)), ("e.csv", EncodedBytes.bytes(of: csv, in: .gb18030)),
            ("f.csv", [0xFF, 0xFE] + EncodedBytes.bytes(of: csv, in: .utf16LittleEndian)),
            ("g.xlsx", SampleWorkbook([sheet]).bytes), ("h.csv.gz", PackedBytes.gzip(Array(csv.utf8))),
            ("i.tsv.zst", PackedBytes.zstd(Array(tsv.utf8))),
        ]
        for (name, bytes) in bytes { try Data(bytes).write(to: scratch.url.appending(path: name)) }
        let outputs = try bytes.flatMap { file in
            try ["1", "2"].map { threads in
                let arguments = ["screen", scratch.path(file.name), "--format", "ndjson", "--threads", threads]
                return (name: file.name, output: try CommandRun(arguments).output)
            }
        }
        #expect(try Self.objects(outputs[0].output).count == 686)
        for (name, output) in outputs where output != outputs[0].output {
            Issue.record("\(name) gives other bytes than \(outputs[0].name)")
        }
    }

    @Test("shows what is known of a registration beside the verdict, and passes columns on")
    func registrations() throws {
        let table = """
            企业名录查询结果
            导出时间：2026-03-01
            企业名称,统一社会信用代码,登记状态,成立日期,曾用名,登记机关
            前海RWA科技有限公司,'91440300MA5DA1234X,注销,2019-03-01,-,=深圳
            乙加密货币有限公司,91990099MA0TETT00L,存续,2025年1月2日,甲；丙RWA公司,北京

            """
        let lines = try Self.objects(try CommandRun(["screen", "-", "--format", "ndjson"], input: table).output)
        let remarks = lines.map { ($0["remarks"] as? [[String: String]] ?? []).compactMap { $0["id"] } }
        #expect(remarks == [["historical", "registered-before-ban", "credit-code-check"], []])
        #expect(lines.compactMap { $0["id"] as? String } == ["91440300MA5DA1234X", "91990099MA0TETT00L"])
        #expect((lines[0]["columns"] as? [String: String]) == ["登记机关": "=深圳"])
        let csv = try CommandRun(["screen", "-", "--format", "csv"], input: table).output
        #expect(csv.contains("explanation_en,企业名称,统一社会信用代码,登记状态,成立日期,曾用名,登记机关\r\n"))
        #expect(csv.contains(",前海RWA科技有限公司,'91440300MA5DA1234X,注销,2019-03-01,-,'=深圳\r\n"))
    }

    @Test("writes a workbook that it can read again")
    func workbook() throws {
        let scratch = try ScratchFolder()
        let path = scratch.path("out.xlsx")
        #expect(try CommandRun(["screen", "-", "--format", "xlsx", "--output", path], input: Self.table).status == 1)
        let run = try CommandRun(["screen", path, "--sheet", "结果", "--format", "ndjson", "--map", "id=2"])
        #expect(try Self.objects(run.output).compactMap { $0["id"] as? String } == ["2", "4"])
        let piped = try CommandRun(
            ["-c", "'\(CommandRun.program.path)' screen - --sheet 1 --format ndjson --map id=2 < '\(path)'"],
            program: URL(filePath: "/bin/sh")
        )
        #expect(piped.output == run.output)
        let streamed = try CommandRun(
            ["-c", "cat '\(path)' | '\(CommandRun.program.path)' screen - --sheet 1 --format ndjson --map id=2"],
            program: URL(filePath: "/bin/sh")
        )
        #expect(streamed.output == run.output)
        #expect(try scratch.names == ["out.xlsx"])
    }

    @Test("judges the sample records as they are labelled")
    func sample() throws {
        let path = ProjectFolder.root.appending(path: "corpus/records/sample.csv").path(percentEncoded: false)
        var reader = try RecordReader(
            path: path,
            options: RecordReadingOptions(mapping: ColumnMapping(["description=expected"]))
        )
        let expected = try reader.readAll().map { try #require($0.record) }
        #expect(expected.count >= 40)
        let run = try CommandRun(["screen", path, "--all", "--format", "ndjson"])
        #expect(run.status == 1)
        let rows = try Self.objects(run.output)
        #expect(rows.count == expected.count)
        for (row, record) in zip(rows, expected) {
            let verdict = row["verdict"] as? String
            #expect(verdict == record.description, "\(record.id ?? "") \(record.name ?? "")")
        }
    }

    private static func objects(_ lines: String) throws -> [[String: Any]] {
        try lines.split(separator: "\n").map { line in
            try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
    }

    @Test("screens a thousand files with few descriptors, and says before it begins which one is missing")
    func manyFiles() throws {
        let scratch = try ScratchFolder()
        for number in 0..<1000 {
            _ = try scratch.write("名称\n第\(number)家公司\n\(number % 100 == 0 ? "前海RWA公司\n" : "")", to: "\(number).csv")
        }
        let names = (0..<1000).map { "\($0).csv" }
        let command = [
            "-c", "ulimit -n 64; exec \"$@\"", "sh", CommandRun.program.path(percentEncoded: false), "screen",
        ]
        let shell = URL(filePath: "/bin/sh")
        let run = try CommandRun(command + names + ["--format", "csv"], folder: scratch.url, program: shell)
        #expect(run.status == 1)
        #expect(run.output.split(separator: "\r\n").count == 11)
        #expect(run.errors.contains("共 1010 行：命中禁止性规定 10，"))
        let missing = try CommandRun(
            command + names + ["none.csv", "--output", "out.csv"],
            folder: scratch.url,
            program: shell
        )
        #expect(missing.status == 2)
        #expect(missing.errors.contains("none.csv: error: can't be read"))
        #expect(try !scratch.names.contains("out.csv"))
    }
}
