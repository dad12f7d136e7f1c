import DocumentReading
import LegalText
import NoticeModel
import Testing

@Suite("Pages that hold more than the notice")
struct PageTests {
    private let notice = SampleNotice.framed("（一）子丑。\n（二）寅卯。\n（三）辰巳。")
    private let article = "纸风车的历史\n1. 起源\n纸风车很早就有了。\n2. 发展\n后来到处都有。\n3. 现状\n今天还有。"

    @Test("give the notice once, and say what was left out")
    func surrounded() {
        let page = "首页 新闻 联系\n\(article)\n\(notice)\n相关新闻\n风筝大赛开幕\n"
        let found = SampleNotice.parse(page, as: .html)
        #expect(found.tree == "art_1 art_2 art_3")
        #expect(found.oddities == ["page/other-content-skipped", "page/other-content-skipped"])
        #expect(LeafAudit(found).problems == [])
        let skipped = found.leaves.filter { $0.kind == .skipped }.map { found.text(at: $0.span) }
        #expect(skipped.first == "首页 新闻 联系")
        #expect(skipped.last == "风筝大赛开幕")
    }

    @Test("leave out an identical second copy with a note")
    func twice() throws {
        let found = SampleNotice.parse("\(notice)\n广告\n\(notice)", as: .html)
        #expect(found.tree == "art_1 art_2 art_3")
        let copy = try #require(found.diagnostics.first { $0.id == "page/second-copy-skipped" })
        #expect(copy.severity == .note)
        #expect(LeafAudit(found).problems == [])
    }

    @Test("warn of a second copy that differs")
    func twiceWithDifference() throws {
        let other = notice.replacing("寅卯", with: "午未")
        let found = SampleNotice.parse("\(notice)\n广告\n\(other)", as: .html)
        let copy = try #require(found.diagnostics.first { $0.id == "page/second-copy-skipped" })
        #expect(copy.severity == .warning)
        #expect(copy.summary.contains("1 of its paragraphs"))
    }

    @Test("take title and number from a sentence that introduces the notice")
    func introduction() {
        let bare = notice.split(separator: "\n").dropFirst(2).joined(separator: "\n")
        let lead = "今天，甲省示例委员会发布了《关于加强纸风车管理的通知》（甲示发〔2031〕7号），全文如下。"
        let found = SampleNotice.parse("\(article)\n\(lead)\n\(bare)", as: .html)
        #expect(found.header.title?.text == "关于加强纸风车管理的通知")
        #expect(found.header.documentNumber?.text == "甲示发〔2031〕7号")
        #expect(found.oddities.contains("header/quoted-title"))
        #expect(LeafAudit(found).problems == [])
    }

    @Test("read traditional characters as they read simplified ones")
    func traditional() {
        let simplified = SampleNotice.framed("一、总则\n（一）企业不得开办纸风车展。\n二、责任\n（二）违反本通知的，依法追究责任。")
        let pairs = [
            ("关于", "關於"), ("号", "號"), ("发〔", "發〔"), ("为规范", "為規範"), ("纸风车", "紙風車"), ("条例", "條例"), ("规定", "規定"),
            ("现就", "現就"),
            ("总则", "總則"), ("责任", "責任"), ("企业", "企業"), ("开办", "開辦"), ("违反", "違反"), ("废止", "廢止"), ("员会", "員會"),
            ("关事", "關事"),
            ("项通", "項通"), ("活动", "活動"), ("同时", "同時"), ("旧", "舊"), ("管理", "管理"), ("等", "等"), ("据", "據"),
        ]
        let text = pairs.reduce(simplified) { $0.replacing($1.0, with: $1.1) }
        let found = SampleNotice.parse(text)
        let expected = SampleNotice.parse(simplified)
        #expect(found.header.language == .traditionalChinese)
        #expect(found.tree == expected.tree)
        #expect(found.articles.flatMap(\.norms).map(\.kind) == [.prohibition, .penalty])
        #expect(found.leaves.map(\.kind) == expected.leaves.map(\.kind))
        #expect(found.header.repeals.map(\.text) == expected.header.repeals.map(\.text))
        #expect(found.header.entryIntoForce?.rule == .onIssuance)
        #expect(found.oddities == [])
    }
}
