import Foundation
import TestSupport
import Testing

@Suite("hegui impact", .timeLimit(.minutes(15)))
struct ImpactTests {
    /// Records of which each is touched by one change from No. 237 to No. 42, with the articles of that change.
    private static let known: [(name: String, scope: String, old: [String], new: [String])] = [
        ("杭州晨星信息有限公司", "稳定币支付接口开发", ["art_11"], ["art_8"]),
        ("深圳前海RWA数字科技有限公司", "", ["art_11"], ["art_8"]),
        ("长沙虚拟货币稳定币科技有限公司", "", ["art_11"], ["art_8"]),
        ("成都晨星科技有限公司", "比特币挖矿及矿机托管", [], ["art_9"]),
        ("中原银行股份有限公司", "发行与虚拟货币相关的金融产品", ["art_9"], ["art_6"]),
        ("重庆晨星软件有限公司", "虚拟货币交易所系统开发", [], ["art_18"]),
        ("天津晨星科技有限公司", "在境外发行比特币类代币", [], ["art_13"]),
        ("香港晨星科技有限公司", "面向大陆用户提供数字资产钱包服务", ["art_3"], ["art_1__para_2", "art_18"]),
    ]

    private static let arguments = ["impact", "yinfa-2021-237", "yinfa-2026-42"]

    private func document(_ run: CommandRun) throws -> [String: Any] {
        try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any], "\(run.errors)")
    }

    @Test("names the change behind each record, by the words of the clause and not the number of the article")
    func causes() throws {
        let folder = try ScratchFolder()
        let rows = Self.known.map { "\($0.name),\($0.scope)" }
        let file = try folder.write("name,scope\n" + rows.joined(separator: "\n") + "\n", to: "records.csv")
        let list = folder.path("changed.ndjson")
        let run = try CommandRun(Self.arguments + ["--records", file, "--list", list, "--format", "json", "--quiet"])
        #expect(run.status == 1)
        let lines = try String(contentsOfFile: list, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == Self.known.count)
        for (line, expected) in zip(lines, Self.known) {
            let row = try #require(JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(row["name"] as? String == expected.name)
            let change = try #require(row["change"] as? [String: Any], "\(expected.name)")
            #expect(change["old"] as? [String] == expected.old, "\(expected.name)")
            #expect(change["new"] as? [String] == expected.new, "\(expected.name)")
        }
        let groups = try #require(try document(run)["groups"] as? [[String: Any]])
        #expect(groups.reduce(0) { $0 + ($1["count"] as? Int ?? 0) } == Self.known.count)
        let names = try #require(groups.first { $0["old"] as? [String] == ["art_11"] })
        #expect(names["count"] as? Int == 3)
        #expect((names["sentence"] as? [String: String])?["en"]?.contains("RWA") == true)
        #expect(try document(run)["rulesNotRun"] as? [[String: Any]] != nil)
    }

    @Test("reads files as a screening does: several, from standard input, with columns mapped and rows rejected")
    func files() throws {
        let folder = try ScratchFolder()
        let one = try folder.write("单位,业务\n杭州稳定币科技有限公司,\n\"坏行,x\n北京面包房有限公司,面包\n", to: "one.csv")
        let rejects = folder.path("rejects.csv")
        let run = try CommandRun(
            Self.arguments + [
                "--records", one, "--records", "-", "--map", "name=单位,scope=业务", "--format", "json", "--rejects",
                rejects,
                "--threads", "2",
            ],
            input: "单位,业务\n深圳RWA科技有限公司,软件\n"
        )
        #expect(run.status == 1, "\(run.errors)")
        let found = try document(run)
        #expect(found["rejected"] as? Int == 1)
        #expect(found["records"] as? Int == 3)
        #expect(found["changed"] as? Int == 2)
        #expect(try String(contentsOfFile: rejects, encoding: .utf8).contains("坏行"))
        let groups = try #require(found["groups"] as? [[String: Any]])
        let samples = try #require(groups.first?["samples"] as? [[String: Any]])
        #expect(samples.map { $0["file"] as? String } == [one, "-"])
    }

    @Test("makes lists that open again: a workbook and a table with the columns of the file")
    func lists() throws {
        let folder = try ScratchFolder()
        let file = try folder.write("name,scope,备注\n杭州稳定币科技有限公司,,\"=1+1\"\n北京面包房有限公司,,\n", to: "records.csv")
        for name in ["changed.xlsx", "changed.csv"] {
            let list = folder.path(name)
            let run = try CommandRun(Self.arguments + ["--records", file, "--list", list, "--quiet", "--exit-zero"])
            #expect(run.status == 0, "\(run.errors)")
            let again = try CommandRun(
                ["screen", list, "--format", "ndjson", "--all", "--quiet", "--exit-zero", "--map", "name=name"]
                    + (name.hasSuffix("xlsx") ? ["--sheet", "记录"] : [])
            )
            #expect(again.output.split(separator: "\n").count == 1, "\(again.errors)")
            #expect(again.output.contains("杭州稳定币科技有限公司"))
        }
        #expect(try String(contentsOfFile: folder.path("changed.csv"), encoding: .utf8).contains("'=1+1"))
        let wrong = try CommandRun(Self.arguments + ["--records", file, "--list", folder.path("changed.doc")])
        #expect(wrong.status == 2)
        #expect(try !folder.names.contains { $0.hasSuffix(".part") || $0 == "changed.doc" })
        let missing = try CommandRun(
            Self.arguments + ["--records", folder.path("none.csv"), "--list", folder.path("x.csv")]
        )
        #expect(missing.status == 2)
        #expect(try !folder.names.contains("x.csv"))
    }

    @Test("takes the old notice by a day, on the day of the repeal the new one")
    func asOf() throws {
        let folder = try ScratchFolder()
        let file = try folder.write("name\n杭州稳定币科技有限公司\n", to: "records.csv")
        func run(_ day: String) throws -> CommandRun {
            try CommandRun([
                "impact", "yinfa-2026-42", "--as-of", day, "--records", file, "--format", "json", "--quiet",
            ])
        }
        #expect(try document(run("2026-02-05"))["changed"] as? Int == 1)
        #expect(try document(run("2026-02-06"))["changed"] as? Int == 0)
        let early = try run("2021-09-23")
        #expect(early.status == 2)
        #expect(
            early.errors.contains("no notice of the corpus was in force on 2021-09-23; the earliest is from 2021-09-24")
        )
        let both = try CommandRun(Self.arguments + ["--as-of", "2024-01-01", "--records", file])
        #expect(both.status == 2)
    }
}

@Suite("hegui corpus add and show", .timeLimit(.minutes(15)))
struct CorpusAddTests {
    private static let notice = """
        关于废止虚拟货币有关通知的通知
        银发〔2027〕9号
        一、总体要求
        （一）任何单位和个人不得在境内开展虚拟货币相关业务活动。
        （二）本通知自发布之日起施行，《关于进一步防范和处置虚拟货币等相关风险的通知》（银发〔2026〕42号）同时废止。
        2027年3月1日

        """

    @Test("takes in a notice that repeals another, which the graph, --as-of and diff then know of")
    func thirdNotice() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(Self.notice, to: "notice.txt")
        let own = folder.path("own")
        let add = ["corpus", "add", file, "--id", "yinfa-2027-9", "--published", "2027-03-02"]
        let added = try CommandRun(add + ["--output", own])
        #expect(added.status == 0, "\(added.errors)")
        #expect(added.output.contains("repeals yinfa-2026-42"))
        #expect(added.output.contains("hegui rules draft yinfa-2027-9 --data \(own)"))
        let again = try CommandRun(add + ["--data", own])
        #expect(again.status == 2)
        #expect(again.errors.contains("already"))
        let graph = try CommandRun(["corpus", "list", "--graph", "--lang", "en", "--data", own])
        #expect(graph.output.contains("from 2026-02-06 to the day before 2027-03-02"))
        let data = try CommandRun(["corpus", "list", "--format", "json", "--data", own])
        #expect(data.output.contains("\"by\": \"yinfa-2027-9\""))
        let shown = try CommandRun(["corpus", "show", "yinfa-2027-9", "--lang", "en", "--data", own])
        #expect(shown.output.contains("repeals: yinfa-2026-42"))
        #expect(shown.output.contains("none yet"))
        let check = ["check", "--name", "杭州稳定币科技有限公司", "--data", own, "--as-of"]
        #expect(try CommandRun(check + ["2027-03-01"]).status == 1)
        let after = try CommandRun(check + ["2027-03-02"])
        #expect(after.status == 2)
        #expect(after.errors.contains("'hegui rules draft yinfa-2027-9'"))
        let diff = try CommandRun(["diff", "yinfa-2026-42", "yinfa-2027-9", "--data", own, "--lang", "en"])
        #expect(diff.output.contains("no rules yet: 'hegui rules draft yinfa-2027-9'"))
        let records = try folder.write("name\n甲有限公司\n", to: "records.csv")
        let impact = try CommandRun(["impact", "yinfa-2026-42", "yinfa-2027-9", "--records", records, "--data", own])
        #expect(impact.status == 2)
        #expect(impact.errors.contains("'hegui rules draft yinfa-2027-9' makes their skeletons"))
    }

    @Test("says in every format which norms of the new notice no rule enforces")
    func enforcement() throws {
        for format in ["text", "json", "markdown", "html"] {
            let run = try CommandRun(["diff", "yinfa-2021-237", "yinfa-2026-42", "--format", format, "--lang", "en"])
            #expect(run.output.contains(format == "json" ? "\"hasRules\": true" : "hegui rules coverage yinfa-2026-42"))
        }
    }

    @Test("refuses what can't be a notice, and writes nothing")
    func refusals() throws {
        let folder = try ScratchFolder()
        let file = try folder.write(Self.notice, to: "notice.txt")
        let own = folder.path("own")
        let wrong: [[String]] = [
            ["--id", "../up"], ["--id", "lexicon"], ["--id", "yinfa-2026-42"], ["--id", "new", "--repeals", "nobody"],
        ]
        for options in wrong {
            let run = try CommandRun(["corpus", "add", file, "--output", own] + options)
            #expect(run.status == 2, "\(options)")
            #expect(run.errors.contains("--id") || run.errors.contains("--repeals"))
        }
        let empty = try folder.write(" \n", to: "empty.txt")
        #expect(try CommandRun(["corpus", "add", empty, "--id", "empty", "--output", own]).status == 2)
        #expect(try !folder.names.contains("own"))
    }
}
