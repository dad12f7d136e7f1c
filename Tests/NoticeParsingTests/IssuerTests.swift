import NoticeModel
import NoticeParsing
import Testing

@Suite("Issuing bodies")
struct IssuerTests {
    @Test(
        "are known by short, former and English names",
        arguments: [
            ("中国银保监会", "国家金融监督管理总局", "2023-05-18"), ("银监会", "国家金融监督管理总局", "2023-05-18"),
            ("工商总局", "国家市场监督管理总局", "2018-04-10"), ("人民银行", "中国人民银行", nil),
            ("证监会", "中国证券监督管理委员会", nil), ("国家外汇局", "国家外汇管理局", nil), ("国務院法制辦公室", "司法部", "2018-03-17"),
        ] as [(String, String, String?)]
    )
    func normalForms(printed: String, current: String, changed: String?) throws {
        let text = "\(printed)关于纸风车的通知\n各单位：\n现将有关事项通知如下：\n一、子子。\n二、丑丑。"
        let issuer = try #require(SampleNotice.parse(text).header.issuers.first)
        #expect(issuer.text == printed)
        #expect(issuer.body?.currentName == current)
        #expect(issuer.body?.changes.last?.date.description == changed)
    }

    @Test("that aren't known stay as they are printed")
    func unknown() {
        let header = SampleNotice.parse(SampleNotice.framed("（一）子。")).header
        #expect(header.issuers.map(\.text) == ["甲省示例委员会"])
        #expect(header.issuers.allSatisfy { $0.body == nil })
    }

    @Test("are read from an English title")
    func english() {
        let text = """
            Notice of the People's Bank of China and the China Banking and Insurance Regulatory Commission on Windmills
            To all units:
            The relevant matters are hereby notified as follows:
            1. Windmills shall turn.
            """
        let issuers = SampleNotice.parse(text).header.issuers
        #expect(issuers.first?.body?.currentName == "中国人民银行")
    }
}
