import Foundation
import Testing

@Suite("hegui screen --evidence and hegui verify", .timeLimit(.minutes(15)))
struct EvidenceTests {
    private static let table = """
        名称,经营范围
        甲公司,软件开发
        前海RWA科技有限公司,软件开发
        "丙公司,没有右引号
        丁公司,比特币矿机销售

        """

    @Test("derives every finding again, from a file that was renamed too")
    func same() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let folder = scratch.path("evidence")
        #expect(try CommandRun(["screen", input, "--evidence", folder, "--format", "csv"]).status == 1)
        #expect(try CommandRun(["verify", folder, "--input", input]).status == 0)
        let copy = try scratch.write(Self.table, to: "copy.csv")
        let run = try CommandRun(["verify", folder, "--input", copy])
        #expect(run.output == "the same: input, rules, and every finding derived again\n")
        #expect(run.status == 0)
    }

    @Test("makes the same bytes of the same input, in any folder, from a file or standard input")
    func deterministic() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "-")
        let first = scratch.path("first")
        let second = scratch.path("second")
        _ = try CommandRun(["screen", input, "--evidence", first, "--quiet"])
        _ = try CommandRun(["screen", "-", "--evidence", second, "--quiet", "--threads", "1"], input: Self.table)
        for name in ["manifest.json", "findings.ndjson", "rejected.ndjson"] {
            let bytes = try Data(contentsOf: URL(filePath: "\(first)/\(name)"))
            #expect(try bytes == Data(contentsOf: URL(filePath: "\(second)/\(name)")), "\(name)")
        }
        let rejected = try String(contentsOfFile: "\(first)/rejected.ndjson", encoding: .utf8)
        #expect(rejected.hasPrefix(#"{"file":"-","sheet":null,"row":3,"line":4,"reason":"the quote"#))
        #expect(try scratch.names == ["-", "first", "second"])
    }

    @Test("says what differs: the input, the findings kept, their digest")
    func different() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let folder = scratch.path("evidence")
        _ = try CommandRun(["screen", input, "--evidence", folder, "--quiet"])
        let changed = try scratch.write(Self.table.replacing("丁公司,比特币", with: "丁公司,煤矿"), to: "changed.csv")
        let run = try CommandRun(["verify", folder, "--input", changed])
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("differs: input in.csv: SHA-256 was "))
        #expect(run.output.contains("\ndiffers: in.csv row 4: the pack has a finding that isn't found now: "))
        let findings = "\(folder)/findings.ndjson"
        let lines = try String(contentsOfFile: findings, encoding: .utf8).split(separator: "\n")
        try (String(lines[0]) + "\n").write(toFile: findings, atomically: true, encoding: .utf8)
        let cut = try CommandRun(["verify", folder, "--input", input])
        #expect(cut.status == 1)
        #expect(cut.output.hasPrefix("differs: findings.ndjson was changed after the pack was made\n"))
        #expect(cut.output.contains("differs: in.csv row 4: a finding that the pack hasn't got: "))
    }

    @Test("refuses a folder that is in use, and a pack that is none")
    func refusals() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let used = try CommandRun(["screen", input, "--evidence", scratch.path("")])
        #expect(used.status == 2)
        #expect(used.errors.contains("is there already; expected a new or an empty folder"))
        let none = try CommandRun(["verify", scratch.path("nothing"), "--input", input])
        #expect(none.status == 2)
        #expect(none.errors.contains("manifest.json: error: can't be read"))
    }
}
