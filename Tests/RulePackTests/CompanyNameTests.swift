import LegalText
import RecordModel
import RuleEngine
import Testing

@Suite("The part of a name that holds a banned word")
struct CompanyNameTests {
    @Test(
        "is the place, the trade name, the industry, the form or the branch",
        arguments: [
            ("深圳前海RWA数字科技有限公司", [CompanyName.Kind.tradeName]),
            ("北京中鼎稳定币科技有限公司", [.tradeName]),
            ("树猿（北京）稳定币技术有限公司", [.industry]),
            ("稳定币(上海)信息技术有限公司", [.tradeName]),
            ("广东省深圳市南山区加密资产经营部", [.tradeName]),
            ("北京星云科技有限公司虚拟资产分公司", [.branch]),
            ("中鼎加密货币投资管理合伙企业（有限合伙）", [.tradeName]),
            ("ＲＷＡ（深圳）信息科技有限公司", [.tradeName]),
            // A body that no word of industries divides and that is too long for a trade name is left undivided.
            ("北京市万象更新现实世界资产代币化有限公司", []),
        ]
    )
    func parts(name: String, expected: [CompanyName.Kind]) throws {
        let found = try finding(Record(name: name), "registration-terms")
        let finding = try #require(found)
        #expect(finding.evidence.map(\.nameParts) == [expected])
    }

    @Test("is told of former names, and of nothing that isn't a registered name")
    func otherFields() throws {
        let former = Record(name: "深圳甲科技有限公司", otherNames: [OtherName("深圳稳定币科技有限公司", kind: .former)])
        let ofFormer = try finding(former, "registration-terms")
        #expect(ofFormer?.evidence.map(\.nameParts) == [[.tradeName]])
        let scope = Record(name: "深圳甲科技有限公司", scope: "稳定币科技推广")
        let ofScope = try finding(scope, "registration-terms")
        #expect(ofScope?.evidence.map(\.nameParts) == [[]])
    }

    private func finding(_ record: Record, _ rule: String) throws -> Finding? {
        var scratch = EvaluationScratch()
        let verdict = try ShippedRules.pack.get().verdict(on: record, scratch: &scratch)
        return verdict.findings.first { $0.rule == "yinfa-2026-42/\(rule)" }
    }
}

@Suite("What a finding considered")
struct ConsiderationTests {
    @Test("is every denial in its item and every phrase of another meaning, with why they don't excuse it")
    func considerations() throws {
        var scratch = EvaluationScratch()
        let record = Record(name: "深圳甲科技有限公司", description: "不仅经营网络游戏虚拟货币，而且从事虚拟货币兑换人民币业务")
        let verdict = try ShippedRules.pack.get().verdict(on: record, scratch: &scratch)
        let finding = try #require(verdict.findings.first { $0.rule == "yinfa-2026-42/fiat-exchange" })
        #expect(finding.considered.map(\.kind) == [.negation, .allowance])
        #expect(finding.considered.map(\.text) == ["不仅", "游戏虚拟货币"])
        #expect(finding.considered.map(\.reason.en).first == "denies nothing")
    }

    @Test("is nothing where nothing of the kind stands beside the words")
    func nothing() throws {
        var scratch = EvaluationScratch()
        let record = Record(name: "深圳甲科技有限公司", description: "从事虚拟货币兑换人民币业务")
        let verdict = try ShippedRules.pack.get().verdict(on: record, scratch: &scratch)
        #expect(!verdict.findings.isEmpty)
        #expect(verdict.findings.allSatisfy { $0.considered.isEmpty })
    }
}
