import Testing

@Suite("hegui rules")
struct RulesTests {
    @Test("lists every rule with its provision")
    func list() throws {
        let result = try CommandRun(["rules", "list", "--lang", "en"])
        #expect(result.status == 0)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count > 25)
        #expect(lines.contains { $0.contains("art_8") && $0.contains("yinfa-2026-42/registration-terms") })
    }

    @Test("shows a rule by its whole or its short id", arguments: ["mining", "yinfa-2026-42/mining"])
    func show(id: String) throws {
        let result = try CommandRun(["rules", "show", id])
        #expect(result.status == 0)
        #expect(result.output.contains("严禁新增“挖矿”项目 [非官方重构文本]"))
        #expect(result.output.contains("mining-machine ↔10 hosting"))
    }

    @Test("names a near rule where there is none of that name")
    func unknown() throws {
        let result = try CommandRun(["rules", "show", "minning"])
        #expect(result.status == 2)
        #expect(result.errors.contains("did you mean 'mining'?"))
    }

    @Test("answers why a rule did not fire, in text and in JSON")
    func whyNot() throws {
        let text = try CommandRun(["check", "--scope", "矿机配件销售", "--why-not", "mining-machine-sales"])
        #expect(text.status == 0)
        #expect(text.output.contains("为何未触发 yinfa-2026-42/mining-machine-sales"))
        let json = try CommandRun([
            "check", "--scope", "矿机配件销售", "--why-not", "mining-machine-sales", "--format", "json",
        ])
        #expect(json.output.contains("\"obstacle\": \"context-missing\""))
        let wrong = try CommandRun(["check", "--scope", "甲", "--why-not", "minning"])
        #expect(wrong.status == 2)
    }
}
