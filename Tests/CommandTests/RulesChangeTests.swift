import Foundation
import TestSupport
import Testing

@Suite("hegui rules test, fmt, diff, profile and accuracy")
struct RulesChangeTests {
    private let records = """
        id,name,scope,expected
        R1,深圳前海RWA数字科技有限公司,,prohibited registration-terms
        R2,,软件开发；虚拟货币交易平台,prohibited registration-terms trading-intermediary
        R3,,煤炭销售,clear
        R4,,比特币挖矿,prohibited mining registration-equivalents
        """

    @Test("runs the cases of one rule, and takes it apart")
    func test() throws {
        let cases = try CommandRun(["rules", "test", "yinfa-2026-42/mining"])
        #expect(cases.status == 0)
        #expect(cases.output.contains(" passed, 0 failed ("))
        let parts = try CommandRun(["rules", "test", "--mutations", "yinfa-2026-42/mining"])
        #expect(parts.status == 0, "\(parts.errors)")
        #expect(parts.output.hasSuffix(" 0 by none\n"))
        let none = try CommandRun(["rules", "test", "yinfa-2026-42/minning"])
        #expect(none.status == 2)
        #expect(none.errors.contains("no pack or rule 'yinfa-2026-42/minning'; did you mean 'yinfa-2026-42/mining'?"))
        #expect(try CommandRun(["rules", "test", "--each-term"]).status == 2)
    }

    @Test("lays out a file, and says with --check what it would")
    func format() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write("title: {zh: 甲, en: A}\n# The id.\nid: x\n", to: "pack.yaml")
        let check = try CommandRun(["rules", "fmt", "--check", file])
        #expect(check.status == 1)
        #expect(check.output.hasSuffix("1 files, 1 to be laid out\n"))
        #expect(try CommandRun(["rules", "fmt", file]).status == 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "# The id.\nid: x\ntitle: {zh: 甲, en: A}\n")
        #expect(try CommandRun(["rules", "fmt", "--check", file]).status == 0)
        #expect(try CommandRun(["rules", "fmt", scratch.path("nothing")]).status == 2)
        #expect(try CommandRun(["rules", "fmt", "--check"]).status == 0)
    }

    @Test("compares two packs on records, by id and by folder, in text and in JSON")
    func diff() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(records, to: "records.csv")
        let text = try CommandRun(["rules", "diff", "yinfa-2021-237", "yinfa-2026-42", "--on", file, "--lang", "en"])
        #expect(text.status == 1)
        #expect(text.output.contains("mining: 1 gained, 0 lost, 0 with another verdict\n  row 4 R4"))
        #expect(text.output.contains("registration-terms: 1 gained, 0 lost"))
        let folder = ProjectFolder.root.appending(path: "rules/yinfa-2021-237").path(percentEncoded: false)
        let json = try CommandRun([
            "rules", "diff", "yinfa-2026-42", folder, "--on", file, "--format", "json", "--samples", "0",
        ])
        #expect(json.output.contains("\"schema\": \"hegui/rules-diff/1\""))
        #expect(json.output.contains("\"lost\": 1"))
        let same = try CommandRun(["rules", "diff", folder, "yinfa-2021-237", "--on", file])
        #expect(same.status == 0)
        #expect(same.output.hasSuffix("没有变化\n"))
        #expect(try CommandRun(["rules", "diff", "nothing", "yinfa-2021-237", "--on", file]).status == 2)
    }

    @Test("tells what each rule looked at and found")
    func profile() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(records, to: "records.csv")
        let result = try CommandRun(["rules", "profile", file])
        #expect(result.status == 0)
        #expect(result.output.hasPrefix("4 records, 3 with a word of a rule; "))
        let mining = try #require(result.output.split(separator: "\n").first { $0.contains("yinfa-2026-42/mining ") })
        #expect(mining.split(separator: " ").dropFirst().prefix(3) == ["1", "1", "1"])
    }

    @Test("measures each rule and article, and what changed since the accepted run")
    func accuracy() throws {
        let scratch = try ScratchFolder()
        let file = try scratch.write(records, to: "records.csv")
        let run = scratch.path("accepted.tsv")
        let first = try CommandRun(["rules", "accuracy", file, "--accepted", run, "--accept"])
        #expect(first.status == 0)
        #expect(first.output.contains("exact: 4 of 4"))
        let terms = try #require(first.output.split(separator: "\n").first { $0.contains("registration-terms ") })
        #expect(terms.contains("2 of 2 (100.0 %, 34.2–100.0)"))
        let same = try CommandRun(["rules", "accuracy", file, "--accepted", run])
        #expect(same.output.contains("no change since the accepted run"))
        let older = try CommandRun(["rules", "accuracy", file, "--accepted", run, "--pack", "yinfa-2021-237"])
        #expect(older.output.contains("since the accepted run: 0 gained, 1 lost, "))
        #expect(older.output.contains("row 1 R1: prohibited registration-terms → clear"))
        #expect(try CommandRun(["rules", "accuracy", file, "--accepted", scratch.path("no.tsv")]).status == 2)
    }
}
