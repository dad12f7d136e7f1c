import LegalText
import RecordModel
import RuleEngine
import Testing

@Suite("Banned words behind escapes and markup")
struct EscapeTests {
    @Test(
        "are found whole, shown as they stand, and as certain as the words themselves",
        arguments: [
            ("软件开发；\\u865a\\u62df\\u8d27\\u5e01交易", "\\u865a\\u62df\\u8d27\\u5e01", Disguise.escape),
            ("软件开发；&#34394;&#25311;货币交易；咨询", "&#34394;&#25311;货币", .escape),
            ("&#x7a33;&#x5b9a;&#x5e01;结算服务", "&#x7a33;&#x5b9a;&#x5e01;", .escape),
            ("软件开发；虚<b>拟</b>货币交易", "虚<b>拟</b>货币", .separators),
            ("软件开发；虚&shy;拟货币交易", "虚&shy;拟货币", .separators),
        ]
    )
    func escapes(scope: String, words: String, disguise: Disguise) throws {
        let pack = try ShippedRules.pack("yinfa-2026-42")
        var scratch = EvaluationScratch()
        let record = Record(name: "深圳市晨星科技有限公司", scope: scope)
        let verdict = pack.verdict(on: record, scratch: &scratch)
        let finding = try #require(verdict.findings.first { $0.rule == "yinfa-2026-42/registration-terms" })
        #expect(finding.verdict == .prohibited)
        #expect(finding.evidence.map(\.text) == [words])
        #expect(finding.evidence.map(\.disguise) == [[disguise]])
    }
}
