import DocumentReading
import LegalText
import NoticeModel
import NoticeParsing
import Testing

@Suite("Headers")
struct HeaderTests {
    private let body = "（一）子。\n（二）丑。"

    @Test("hold all that stands around the provisions")
    func whole() throws {
        let notice = SampleNotice.parse(SampleNotice.framed(body))
        let header = notice.header
        #expect(header.title?.text == "甲省示例委员会关于加强纸风车管理的通知")
        #expect(header.documentNumber?.text == "甲示发〔2031〕7号")
        #expect(header.issuers.map(\.text) == ["甲省示例委员会"])
        #expect(header.addressee?.text == "各市人民政府")
        #expect(header.date?.date == LegalDate(year: 2031, month: 3, day: 4))
        #expect(header.language == .simplifiedChinese)
        #expect(header.entryIntoForce?.rule == .onIssuance)
        #expect(header.repeals.map(\.text) == ["甲示发〔2020〕3号"])
        #expect(header.legalBasis.map(\.title) == ["纸风车条例"])
        #expect(notice.looseNorms.map(\.id.rawValue) == ["conclusions__norm_1", "conclusions__norm_2"])
    }

    @Test(
        "normalise document numbers and keep the place",
        arguments: [
            ("甲示发〔2031〕7号", "甲示发〔2031〕7号"), ("甲示发﹝2031﹞7号", "甲示发〔2031〕7号"), ("甲示发[2031]7号", "甲示发〔2031〕7号"),
            ("（甲示发［2031］7号）", "甲示发〔2031〕7号"), ("甲示发（2031）7号", "甲示发〔2031〕7号"), ("公告〔2031〕第1号", "公告〔2031〕第1号"),
            ("甲示發〔2031〕7號", "甲示发〔2031〕7号"), ("第5号", "第5号"), ("甲示发【2031】7号", "甲示发〔2031〕7号"),
            ("甲示发〔２０３１〕７号", "甲示发〔2031〕7号"), ("甲示发〔二〇三一〕七号", "甲示发〔2031〕7号"),
            ("中国人民银行令〔2020〕第5号", "中国人民银行令〔2020〕第5号"), ("2031年第3号", "2031年第3号"),
            ("中华人民共和国主席令第四十一号", "中华人民共和国主席令第四十一号"), ("Yin Fa [2026] No. 42", "Yin Fa [2026] No. 42"),
            ("Decree No. 5", "Decree No. 5"), ("甲省示例委员会令第5号", "甲省示例委员会令第5号"),
            ("Jiashifa [2031] No. 7", "Jiashifa [2031] No. 7"), ("(Jiashi Fa [2031] No.7)", "Jiashi Fa [2031] No. 7"),
        ]
    )
    func documentNumbers(printed: String, normal: String) throws {
        let text = SampleNotice.framed(body).replacing("甲示发〔2031〕7号", with: printed)
        let notice = SampleNotice.parse(text)
        let number = try #require(notice.header.documentNumber)
        #expect(number.text == normal)
        #expect(printed.contains(notice.text(at: number.span)))
    }

    @Test(
        "read dates",
        arguments: [
            "2031年3月4日", "二〇三一年三月四日", "二○三一年三月四日", "二零三一年三月四日", "2031 年 3 月 4 日", "２０３１年３月４日", "March 4, 2031",
            "4 March 2031", "2031-03-04",
        ]
    )
    func dates(printed: String) throws {
        let notice = SampleNotice.parse(SampleNotice.framed(body).replacing("2031年3月4日", with: printed))
        let date = try #require(notice.header.date)
        #expect(date.date == LegalDate(year: 2031, month: 3, day: 4))
        #expect(date.span.map(notice.text(at:)) == printed)
    }

    @Test("read entry into force on a day")
    func entryIntoForce() {
        let text = SampleNotice.framed("第一条 子。\n第二条 本办法自2031年5月1日起施行。")
            .replacing("本通知自印发之日起施行。", with: "")
        #expect(SampleNotice.parse(text).header.entryIntoForce?.rule.description == "2031-05-01")
    }

    @Test(
        "read entry into force and repeals in their many wordings",
        arguments: [
            ("本通知自2031年5月1日起施行。", "2031-05-01", ""), ("本通知自公布之日起30日后施行。", "on-issuance+30-days", ""),
            ("本通知自发布之日起三个月后实施。", "on-issuance+3-months", ""), ("本通知由甲省示例委员会负责解释，自印发之日起执行。", "on-issuance", ""),
            ("本通知自2031年5月1日起施行，《旧通知》（甲示发〔2020〕3号）同时废止。", "2031-05-01", "甲示发〔2020〕3号"),
            ("本通知自2031年5月1日起施行。《甲》《乙》同时废止。", "2031-05-01", "甲 乙"), ("自2031年5月1日起废止《甲》。", "-", "甲"),
            ("《甲法》自2020年1月1日起施行。", "-", ""), ("被废止的许可不再有效。", "-", ""),
        ]
    )
    func force(sentence: String, day: String, repeals: String) {
        let text = SampleNotice.framed(body).replacing("本通知自印发之日起施行。《关于纸风车的旧通知》（甲示发〔2020〕3号）同时废止。", with: sentence)
        let header = SampleNotice.parse(text).header
        #expect(header.entryIntoForce?.rule.description ?? "-" == day)
        #expect(header.repeals.map(\.text).joined(separator: " ") == repeals)
    }

    @Test("take the padding out of names in a signature")
    func paddedNames() {
        let text = SampleNotice.framed(body).replacing("\n甲省示例委员会\n", with: "\n甲  省  厅\n乙 丙 丁 部\n戊市示例局 己市示例局\n")
        #expect(SampleNotice.parse(text).header.issuers.map(\.text) == ["甲省厅", "乙丙丁部", "戊市示例局", "己市示例局"])
    }

    @Test("join a title that a page broke in two")
    func brokenTitle() {
        let text = SampleNotice.framed(body).replacing("加强纸风车管理的通知", with: "加强纸风车\n管理的通知")
        #expect(SampleNotice.parse(text).header.title?.text == "甲省示例委员会关于加强纸风车管理的通知")
    }

    @Test("read a visible day of publication")
    func published() {
        let text = "首页\n发布时间：2031/03/09\n" + SampleNotice.framed(body)
        #expect(SampleNotice.parse(text, as: .html).header.publishedDate?.date.description == "2031-03-09")
    }
}
