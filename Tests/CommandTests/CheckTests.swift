import Foundation
import Testing

@Suite("hegui check", .timeLimit(.minutes(15)))
struct CheckTests {
    /// A record as arguments, and what must come of it.
    struct Case: CustomTestStringConvertible {
        let arguments: [String]
        let verdict: String
        /// The articles that must have a finding, with its verdict; `nil` where any will do.
        let articles: [String: String]?
        /// Articles that must have none.
        var absent: [String] = []
        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(
        "judges the cases of the first issue",
        arguments: [
            Case(
                arguments: ["--name", "深圳前海RWA数字科技有限公司"],
                verdict: "prohibited",
                articles: ["art_8": "prohibited"]
            ),
            Case(
                arguments: ["--scope", "煤矿机械制造；以太网设备销售；区块链技术相关软件和服务"],
                verdict: "clear",
                articles: [:]
            ),
            Case(
                arguments: ["--scope", "为人民币稳定币境外发行提供服务"],
                verdict: "prohibited",
                articles: ["art_8": "prohibited", "art_1": "review"]
            ),
            Case(
                arguments: ["--description", "为人民币稳定币境外发行提供服务"],
                verdict: "review",
                articles: nil,
                absent: ["art_8"]
            ),
            Case(
                arguments: ["--scope", "比特币矿机销售及托管"],
                verdict: "prohibited",
                articles: ["art_9": "prohibited"]
            ),
            Case(
                arguments: ["--name", "Shenzhen RWA Digital Technology Co., Ltd."],
                verdict: "review",
                articles: ["art_8": "review"]
            ),
        ]
    )
    func cases(_ testCase: Case) throws {
        let run = try CommandRun(["check", "--format", "json"] + testCase.arguments)
        #expect(run.errors == "")
        #expect(run.status == (testCase.verdict == "clear" ? 0 : 1))
        let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "hegui/verdict/1")
        #expect(document["verdict"] as? String == testCase.verdict)
        let found = try Self.articles(document)
        for article in testCase.absent {
            #expect(found[article] == nil)
        }
        guard let articles = testCase.articles else { return }
        if articles.isEmpty { #expect(found.isEmpty) }
        for (article, verdict) in articles {
            #expect(found[article] == verdict)
        }
    }

    @Test("flags mining machines in English too")
    func english() throws {
        let run = try CommandRun(["check", "--description", "Sale and hosting of bitcoin mining machines"])
        #expect(run.status == 1)
    }

    /// The articles with a finding, each with the most severe verdict.
    private static func articles(_ document: [String: Any]) throws -> [String: String] {
        let severity = ["clear", "review", "restricted", "prohibited"]
        var articles: [String: String] = [:]
        for finding in try #require(document["findings"] as? [[String: Any]]) {
            let basis = try #require(finding["basis"] as? [String: Any])
            let provision = try #require(basis["provision"] as? String)
            let verdict = try #require(finding["verdict"] as? String)
            let article = provision.components(separatedBy: "__")[0]
            let known = severity.firstIndex(of: articles[article] ?? "clear") ?? 0
            if let rank = severity.firstIndex(of: verdict), rank > known { articles[article] = verdict }
        }
        return articles
    }

    @Test("shows a person the words, the article, the clause with its status, and the limits of the answer")
    func text() throws {
        let run = try CommandRun(["check", "--name", "深圳前海RWA数字科技有限公司"])
        #expect(run.status == 1)
        #expect(run.output.hasPrefix("命中禁止性规定\n   名称：深圳前海【RWA】数字科技有限公司\n"))
        #expect(run.output.contains("银发〔2026〕42号（八）"))
        #expect(run.output.contains("〔非官方重构文本〕"))
        #expect(run.output.contains("yinfa-2026-42/registration-terms"))
        #expect(run.output.contains("sha256:"))
        #expect(run.output.hasSuffix("本结果是对所给文字的规则筛查，不是法律意见或行政认定；是否违法由主管部门认定。\n"))
        let clear = try CommandRun(["check", "--lang", "en", "--scope", "软件开发"])
        #expect(clear.status == 0)
        #expect(clear.output.hasPrefix("no finding\n   scope: 软件开发\n"))
    }

    @Test("ends with 0 for a pipeline that asks for it")
    func exitZero() throws {
        #expect(try CommandRun(["check", "--name", "深圳前海RWA数字科技有限公司", "--exit-zero"]).status == 0)
    }

    @Test("puts the same bytes out for the same input")
    func deterministic() throws {
        let arguments = ["check", "--scope", "比特币矿机销售及托管；虚拟货币兑换", "--format", "json"]
        #expect(try CommandRun(arguments).output == CommandRun(arguments).output)
    }
}
