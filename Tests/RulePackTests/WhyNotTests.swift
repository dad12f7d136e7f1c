import LegalText
import RecordModel
import RuleEngine
import Testing

@Suite("Why a rule did not fire")
struct WhyNotTests {
    @Test(
        "names the one thing that kept it from firing",
        arguments: [
            ("mining-machine-sales", Record(scope: "矿机配件销售"), WhyNot.Obstacle.contextMissing, ["矿机"]),
            ("derivatives", Record(scope: "比特币展会"), .conditionMissing, ["比特币"]),
            ("token-issuance", Record(scope: "网络游戏虚拟货币发行"), .otherMeaning, ["虚拟货币"]),
            ("mining", Record(description: "不从事比特币挖矿"), .denied, ["比特币挖矿"]),
            ("mining", Record(scope: "煤炭销售"), .noWord, []),
            ("mining-machine-sales", Record(scope: "煤矿机械销售"), .boundary, ["矿机"]),
            ("registration-terms", Record(name: "NORWAY 渔具（深圳）有限公司"), .boundary, ["RWA"]),
            ("registration-terms", Record(scope: "数据加密、资产评估"), .boundary, ["加密、资产"]),
            ("mining", Record(scope: "比特币挖矿"), .none, ["比特币挖矿"]),
            ("registration-terms", Record(description: "稳定币"), .nothingToRead, []),
            (
                "institution-accounts", Record(name: "深圳甲科技有限公司", description: "为虚拟货币商户提供结算"), .actor,
                ["虚拟货币", "结算"]
            ),
            (
                "virtual-currency-inbound", Record(name: "深圳甲科技有限公司", description: "提供比特币交易平台服务"),
                .territory, []
            ),
            ("other-business", Record(name: "深圳甲科技有限公司", description: "比特币交易平台"), .yielded, []),
            (
                "derivatives",
                Record(description: "比特币是一种由非货币当局发行的东西，与此毫不相干的还有商品期货"), .tooFar, ["比特币", "期货"]
            ),
        ]
    )
    func obstacles(rule: String, record: Record, obstacle: WhyNot.Obstacle, closest: [String]) throws {
        let pack = try ShippedRules.pack.get()
        var scratch = EvaluationScratch()
        let answer = try #require(pack.whyNot(rule, on: record, scratch: &scratch))
        #expect(answer.obstacle == obstacle, "\(answer.explanation.en)")
        if !closest.isEmpty { #expect(answer.closest.map(\.text) == closest) }
    }

    @Test("knows no rule that the pack hasn't got")
    func unknownRule() throws {
        var scratch = EvaluationScratch()
        #expect(try ShippedRules.pack.get().whyNot("nothing", on: Record(scope: "甲"), scratch: &scratch) == nil)
    }
}
