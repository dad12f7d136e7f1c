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
            ("甲示發〔2031〕7號", "甲示发〔2031〕7号"), ("第5号", "第5号"), ("甲省示例委员会令第5号", "甲省示例委员会令第5号"),
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
            "2031年3月4日", "二〇三一年三月四日", "2031 年 3 月 4 日", "２０３１年３月４日", "March 4, 2031", "4 March 2031", "2031-03-04",
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
