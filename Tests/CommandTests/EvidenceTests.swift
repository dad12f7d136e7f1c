import Foundation
import TestSupport
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
        #expect(run.output.hasPrefix("the same: input, rules, and every finding derived again\nmanifest sha256:"))
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
        #expect(none.errors.contains("nothing: error: there is no evidence here"))
    }

    /// A way to tamper with a pack: a text in a file of it, and what stands there afterwards.
    struct Change: CustomTestStringConvertible {
        let testDescription: String
        let file: String
        let old: String
        let new: String
    }

    private static let changes = [
        Change(testDescription: "a count", file: "manifest.json", old: "\"rows\": 4", new: "\"rows\": 5"),
        Change(
            testDescription: "the engine",
            file: "manifest.json",
            old: "\"version\": \"0.",
            new: "\"version\": \"9."
        ),
        Change(
            testDescription: "the pack's digest",
            file: "manifest.json",
            old: "\"digest\": \"sha256:",
            new: "\"digest\": \"sha256:0"
        ),
        Change(
            testDescription: "the pack's version",
            file: "manifest.json",
            old: "\"version\": \"1.",
            new: "\"version\": \"7."
        ),
        Change(testDescription: "the input's size", file: "manifest.json", old: "\"bytes\": ", new: "\"bytes\": 1"),
        Change(testDescription: "the language", file: "manifest.json", old: "\"zh\"", new: "\"en\""),
        Change(testDescription: "the disclaimer", file: "manifest.json", old: "不是法律意见", new: "是法律意见"),
        Change(testDescription: "a blank", file: "manifest.json", old: "\"schema\": ", new: "\"schema\":  "),
        Change(testDescription: "a finding's words", file: "findings.ndjson", old: "前海", new: "后海"),
        Change(
            testDescription: "a verdict",
            file: "findings.ndjson",
            old: "\"verdict\":\"prohibited\"",
            new: "\"verdict\":\"review\""
        ),
        Change(testDescription: "a line end", file: "findings.ndjson", old: "\n", new: ""),
        Change(testDescription: "a reason", file: "rejected.ndjson", old: "never closed", new: "closed"),
    ]

    @Test("notices every change of a pack", arguments: changes)
    func tampering(change: Change) throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let folder = scratch.path("evidence")
        _ = try CommandRun(["screen", input, "--evidence", folder, "--quiet"])
        let path = "\(folder)/\(change.file)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let range = try #require(text.range(of: change.old))
        try text.replacingCharacters(in: range, with: change.new).write(toFile: path, atomically: true, encoding: .utf8)
        let run = try CommandRun(["verify", folder, "--input", input])
        // Two lines run into one can't be compared at all, which is said with the place.
        let isUnreadable = run.status == 2 && run.errors.contains("findings.ndjson:1: error: expected a finding")
        #expect(run.status == 1 && run.output.hasPrefix("differs: ") || change.old == "\n" && isUnreadable)
    }

    @Test("notices another pack of another input by the digest that was noted")
    func notedDigest() throws {
        let scratch = try ScratchFolder()
        let input = try scratch.write(Self.table, to: "in.csv")
        let first = try CommandRun(["screen", input, "--evidence", scratch.path("a")])
        let noted = try #require(first.errors.split(separator: "\n").last?.split(separator: "：").last.map(String.init))
        #expect(noted.hasPrefix("sha256:"))
        #expect(try CommandRun(["verify", scratch.path("a"), "--input", input, "--manifest", noted]).status == 0)
        let other = try scratch.write(Self.table.replacing("甲公司", with: "乙公司"), to: "other.csv")
        _ = try CommandRun(["screen", other, "--evidence", scratch.path("b"), "--quiet"])
        #expect(try CommandRun(["verify", scratch.path("b"), "--input", other]).status == 0)
        let run = try CommandRun(["verify", scratch.path("b"), "--input", other, "--manifest", noted])
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("differs: manifest.json: SHA-256 was noted as \(noted), is sha256:"))
    }
}
