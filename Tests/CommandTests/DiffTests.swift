import Foundation
import TestSupport
import Testing

@Suite("hegui diff and hegui impact", .timeLimit(.minutes(15)))
struct DiffTests {
    @Test("prints the same changes in every format, and ends with 1")
    func formats() throws {
        let text = try CommandRun(["diff", "yinfa-2021-237", "yinfa-2026-42"])
        #expect(text.status == 1)
        #expect(text.errors == "")
        #expect(text.output.contains("（十一） → （八）"))
        #expect(text.output.contains("新增禁用字样：“稳定币”、“现实世界资产代币化”、“RWA”"))
        // Two norms of one article are widened in the same words, which need saying once.
        let lines = text.output.split(separator: "\n")
        #expect(zip(lines, lines.dropFirst()).allSatisfy { !$0.hasPrefix("  · ") || $0 != $1 })
        let json = try CommandRun(["diff", "yinfa-2021-237", "yinfa-2026-42", "--format", "json"])
        let document = try #require(JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "hegui/diff/1")
        let changes = try #require(document["changes"] as? [[String: Any]])
        let names = try #require(changes.first { $0["old"] as? [String] == ["art_11"] })
        #expect(names["new"] as? [String] == ["art_8"])
        #expect(names["effect"] as? String == "stricter")
        let markdown = try CommandRun([
            "diff", "yinfa-2021-237/en", "yinfa-2026-42/en", "--format", "markdown", "--lang", "en",
        ])
        #expect(markdown.output.contains("| (11) | (8) | changed | **stricter** |"))
    }

    @Test("makes a page that needs nothing from elsewhere and escapes what it quotes")
    func page() throws {
        let folder = try ScratchFolder()
        let old = try folder.write("示例办法\n第一条　不得销售<b>旧货</b>。\n第二条　本办法自发布之日起施行。\n", to: "old.txt")
        let new = try folder.write("示例办法\n第一条　不得销售<i>旧货</i>。\n第二条　本办法自发布之日起施行。\n", to: "new.txt")
        let run = try CommandRun(["diff", old, new, "--format", "html"])
        #expect(run.status == 1)
        #expect(!run.output.contains("<script") && !run.output.contains("http"))
        #expect(!run.output.contains("<b>旧货") && !run.output.contains("<i>旧货"))
    }

    @Test("tells articles whose numbers alone went on together", arguments: ["text", "markdown", "html", "json"])
    func renumbered(format: String) throws {
        let folder = try ScratchFolder()
        let articles = ["经营者不得销售赃物。", "经营者应当登记旧货的来源。", "登记的内容应当保存三年。", "旧货可以委托拍卖。", "公安机关负责监督检查。"]
        func law(_ articles: [String]) -> String {
            let numbers = ["一", "二", "三", "四", "五", "六"]
            return "旧货管理示例办法\n" + zip(numbers, articles).map { "第\($0)条　\($1)\n" }.joined()
        }
        let old = try folder.write(law(articles), to: "old.txt")
        let new = try folder.write(
            law(["销售旧货，应当取得许可。"] + articles.dropLast() + ["公安机关负责监督检查，并公布结果。"]),
            to: "new.txt"
        )
        let run = try CommandRun(["diff", old, new, "--format", format])
        #expect(run.status == 1)
        guard format != "json" else {
            let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
            let changes = try #require(document["changes"] as? [[String: Any]])
            #expect(changes.count { $0["kind"] as? String == "renumbering" } == 4)
            return
        }
        #expect(run.output.contains("第一条至第四条"))
        #expect(run.output.contains("第二条至第五条"))
        #expect(run.output.contains("仅重新编号，共4条"))
        // A drawing names every line in it for those who can't see it.
        let text = run.output.replacing(/<svg.*?<\/svg>/.dotMatchesNewlines(), with: "")
        #expect(!text.contains("第三条 →"))
        #expect(run.output.contains("第五条") && run.output.contains("第六条"))
    }

    @Test("ends with 0 where nothing changed, and with 2 for texts in two languages")
    func statuses() throws {
        #expect(try CommandRun(["diff", "yinfa-2026-42", "yinfa-2026-42"]).status == 0)
        let mixed = try CommandRun(["diff", "yinfa-2021-237", "yinfa-2026-42/en"])
        #expect(mixed.status == 2)
        #expect(mixed.errors.contains("expected two texts in one language"))
    }

    @Test("groups records by the change that causes a new verdict, as two screenings would have it")
    func impact() throws {
        let folder = try ScratchFolder()
        let names = ["深圳前海RWA数字科技有限公司", "上海虚拟货币信息有限公司", "北京面包房有限公司", "杭州稳定币科技有限公司"]
        let file = try folder.write("name\n" + names.joined(separator: "\n") + "\n", to: "records.csv")
        let list = folder.path("changed.csv")
        let run = try CommandRun(
            ["impact", "yinfa-2021-237", "yinfa-2026-42", "--records", file, "--format", "json", "--list", list]
        )
        #expect(run.status == 1)
        let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect((document["outcomes"] as? [String: Int])?["prohibited"] == 2)
        let groups = try #require(document["groups"] as? [[String: Any]])
        #expect(groups.first?["new"] as? [String] == ["art_8"])
        let rows = try String(contentsOf: URL(filePath: list), encoding: .utf8)
        #expect(rows.contains("1,,深圳前海RWA数字科技有限公司") && !rows.contains("面包房"))
        let missing = try CommandRun(["impact", "yinfa-2021-237", "nobody", "--records", file])
        #expect(missing.status == 2)
        #expect(missing.errors.contains("there are no rules for 'nobody'"))
    }

    @Test("screens as of a date under the notice in force then")
    func asOf() throws {
        let stablecoin = ["check", "--name", "杭州稳定币科技有限公司"]
        #expect(try CommandRun(stablecoin + ["--format", "json"]).output.contains("\"verdict\": \"prohibited\""))
        let before = try CommandRun(stablecoin + ["--format", "json", "--as-of", "2024-01-01"])
        #expect(before.output.contains("yinfa-2021-237"))
        #expect(!before.output.contains("\"verdict\": \"prohibited\""))
        let early = try CommandRun(stablecoin + ["--as-of", "2020-01-01"])
        #expect(early.status == 2)
        #expect(early.errors.contains("no notice of the corpus was in force on 2020-01-01"))
        let between = try CommandRun(stablecoin + ["--as-of", "2021-09-20"])
        #expect(between.errors.contains("was published only on 2021-09-24"))
    }

    @Test("shows which notice repeals which")
    func graph() throws {
        let run = try CommandRun(["corpus", "list", "--graph", "--lang", "en"])
        #expect(run.output.contains("repeals yinfa-2021-237"))
        #expect(run.output.contains("from 2021-09-24 to the day before 2026-02-06"))
    }
}
