import Foundation
import TestSupport
import Testing

@Suite("The life cycle of rules", .timeLimit(.minutes(15)))
struct RulesLifeCycleTests {
    /// A data folder with copies of the rules and notices that ship.
    private func copiedData() throws -> ScratchFolder {
        let folder = try ScratchFolder()
        for name in ["rules", "corpus"] {
            try FileManager.default.copyItem(
                at: ProjectFolder.root.appending(path: name),
                to: folder.url.appending(path: name)
            )
        }
        return folder
    }

    @Test("every norm of both notices is enforced or waived")
    func coverage() throws {
        let text = try CommandRun(["rules", "coverage", "--lang", "en"])
        #expect(text.status == 0)
        #expect(text.errors == "")
        #expect(
            text.output.contains("32 of 32 norms covered (100.0 %): 24 enforced, 8 waived, 0 open; 0 orphaned rules")
        )
        #expect(
            text.output.contains("18 of 18 norms covered (100.0 %): 10 enforced, 8 waived, 0 open; 0 orphaned rules")
        )
        #expect(text.output.contains("art_8__norm_2  prohibition  registration-equivalents, registration-terms\n"))
        let json = try CommandRun(["rules", "coverage", "yinfa-2026-42", "--format", "json"])
        #expect(json.output.contains("\"schema\": \"hegui/coverage/1\""))
        #expect(json.output.contains("\"isComplete\": true"))
    }

    @Test("a rule that is dropped leaves its norm open")
    func uncovered() throws {
        let data = try copiedData()
        try FileManager.default.removeItem(at: data.url.appending(path: "rules/yinfa-2026-42/institution-insurance"))
        let run = try CommandRun(["rules", "coverage", "yinfa-2026-42", "--lang", "en", "--data", data.path(".")])
        #expect(run.status == 1)
        #expect(run.output.contains("art_6__norm_4  prohibition  OPEN: no rule quotes it"))
        #expect(try CommandRun(["rules", "coverage", "yinfa-2026-24", "--data", data.path(".")]).status == 2)
    }

    @Test("nothing is screened with a pack in which a sentinel fell silent", arguments: ["check", "screen"])
    func sentinel(command: String) throws {
        let data = try copiedData()
        let concept = "rules/lexicon/concepts/registration-terms.yaml"
        let text = String(decoding: try Data(contentsOf: data.url.appending(path: concept)), as: UTF8.self)
        _ = try data.write(text.replacing(", RWA]", with: "]"), to: concept)
        let records = try data.write("name,scope\n甲,乙\n", to: "records.csv")
        let arguments = command == "check" ? ["check", "--name", "甲"] : ["screen", records]
        let run = try CommandRun(arguments + ["--data", data.path(".")])
        #expect(run.status == 2)
        #expect(run.output == "")
        #expect(run.errors.contains("sentinels.yaml:2:3: error[sentinel/fell-silent]"))
        #expect(run.errors.contains("expects prohibited of the rule 'yinfa-2026-42/registration-terms' and got clear"))
    }

    @Test("a notice from a file becomes a pack that loads, with what is to be completed marked")
    func draft() throws {
        let folder = try ScratchFolder()
        let notice = """
            关于加强珍珠币管理的通知

            （一）企业名称和经营范围中不得含有“珍珠币”“贝壳币”等字样。

            （二）未经主管部门批准，任何单位不得发行珍珠币。
            """
        let file = try folder.write(notice, to: "pearl.txt")
        let run = try CommandRun(["rules", "draft", file, "--output", folder.path("new")])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("2 rules drafted"))
        #expect(run.output.contains("new/rules/lexicon/concepts/pearl-art-1-norm-1.yaml\n"))
        #expect(run.output.contains("  hegui rules test pearl --data \(folder.path("new"))\n"))
        let data = ["--data", folder.path("new")]
        let lint = try CommandRun(["rules", "lint"] + data)
        #expect(lint.status == 1)
        let errors = lint.errors.split(separator: "\n").filter { $0.contains(": error[") || $0.contains(": warning[") }
        #expect(!errors.isEmpty)
        #expect(errors.allSatisfy { $0.contains("error[draft/") }, "\(lint.errors)")
        let tests = try CommandRun(["rules", "test"] + data)
        #expect(tests.status == 1)
        #expect(tests.errors.contains("is to be completed"))
        let check = try CommandRun(["check", "--scope", "贝壳币服务", "--pack", "pearl"] + data)
        #expect(check.status == 1)
        #expect(check.output.contains("贝壳币"))
        // The second time there is something to lose.
        let again = try CommandRun(["rules", "draft", file, "--output", folder.path("new")])
        #expect(again.status == 2)
        #expect(again.errors.contains("is there already"))
        let unnamed = try CommandRun([
            "rules", "draft", try folder.write(notice, to: "珍珠.txt"), "--output", folder.path("x"),
        ])
        #expect(unnamed.status == 2)
        #expect(unnamed.errors.contains("--id"))
    }

    @Test("notices are compared even where a mistake keeps the rules from being read, which is said")
    func comparison() throws {
        let data = try copiedData()
        let path = "rules/yinfa-2026-42/waivers.yaml"
        let text = try String(contentsOf: data.url.appending(path: path), encoding: .utf8)
        _ = try data.write(text.replacing("quote:", with: "words:"), to: path)
        let run = try CommandRun(["diff", "yinfa-2021-237", "yinfa-2026-42", "--data", data.path(".")])
        #expect(run.status == 1)
        #expect(run.output.contains("（十一） → （八）"))
        #expect(run.errors.contains("waivers.yaml:3:3: error[yaml/unknown-field]: unknown field 'words'"))
        #expect(run.errors.hasSuffix("so nothing is said of whether they cover the changes\n"))
    }

    @Test("a new rule is begun once")
    func new() throws {
        let data = try copiedData()
        let arguments = [
            "rules", "new", "yinfa-2026-42/paid-traffic", "--norm", "art_7__norm_1", "--data", data.path("."),
        ]
        let run = try CommandRun(arguments)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("rules/yinfa-2026-42/paid-traffic/rule.yaml"))
        #expect(run.output.contains("hegui rules coverage yinfa-2026-42 --data \(data.path("."))\n"))
        // The pack loads all the same.
        #expect(try CommandRun(["check", "--name", "甲", "--data", data.path(".")]).status == 0)
        let again = try CommandRun(arguments)
        #expect(again.status == 2)
        #expect(again.errors.contains("is there already; nothing was written"))
        try FileManager.default.removeItem(at: data.url.appending(path: "rules/yinfa-2021-237"))
        let first = try CommandRun(["rules", "new", "yinfa-2021-237/first", "--data", data.path(".")])
        #expect(first.status == 2)
        #expect(first.errors.contains("no pack of rules yet; 'hegui rules draft yinfa-2021-237' begins one"))
        #expect(try CommandRun(["rules", "new", "mining"]).status == 2)
        #expect(try CommandRun(["rules", "new", "yinfa-2026-42/../x"]).status == 2)
    }
}
