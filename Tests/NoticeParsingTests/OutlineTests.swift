import LegalText
import NoticeModel
import Testing

@Suite("Outlines")
struct OutlineTests {
    /// A body, and the addresses of its articles with the number of their points.
    struct Numbering: Sendable, CustomTestStringConvertible {
        let name: String
        let body: String
        let tree: String
        var testDescription: String { name }
    }

    @Test(
        "find the articles whatever the marks",
        arguments: [
            Numbering(name: "items through headings", body: "一、甲\n（一）子。\n（二）丑。\n二、乙\n（三）寅。", tree: "art_1 art_2 art_3"),
            Numbering(name: "items that restart", body: "一、甲\n（一）子。\n（二）丑。\n二、乙\n（一）寅。", tree: "art_1(2) art_2(1)"),
            Numbering(
                name: "items below one heading only",
                body: "一、甲。\n二、乙：\n（一）子。\n（二）丑。\n三、丙。",
                tree: "art_1 art_2(2) art_3"
            ),
            Numbering(name: "half-width brackets", body: "(一) 子。\n(二) 丑。", tree: "art_1 art_2"),
            Numbering(name: "one character each", body: "㈠子。\n㈡丑。", tree: "art_1 art_2"),
            Numbering(name: "circled", body: "①子。\n②丑。", tree: "art_1 art_2"),
            Numbering(name: "digits", body: "1．子。\n2. 丑。\n3、寅。", tree: "art_1 art_2 art_3"),
            Numbering(name: "a decimal is no mark", body: "1. 子。\n1.5米以上的纸风车除外。\n2. 丑。", tree: "art_1 art_2"),
            Numbering(name: "points", body: "一、甲：\n1. 子。\n2. 丑。\n二、乙：\n1. 寅。", tree: "art_1(2) art_2(1)"),
            Numbering(
                name: "a law",
                body: "第一章 总则\n第一条 子。\n第二条企业丑。\n第二章 附则\n第三条 寅：\n（一）卯。\n（二）辰。",
                tree: "art_1 art_2 art_3(2)"
            ),
            Numbering(name: "an inserted article", body: "第十条 子。\n第十条之一 丑。\n第十一条 寅。", tree: "art_10 art_10-1 art_11"),
            Numbering(name: "a mark on a line of its own", body: "第一条\n子。\n第二条\n丑。", tree: "art_1 art_2"),
            Numbering(
                name: "a line that speaks of an article",
                body: "第一条 子。\n第六条规定的事项除外。\n第二条 丑。",
                tree: "art_1 art_2"
            ),
            Numbering(name: "parts of an amended text", body: "一、甲：\n“第五条 子。\n第六条 丑。”\n二、乙。", tree: "art_1 art_2"),
            Numbering(
                name: "mixed marks",
                body: "(I) A.\n(II) B.\n(3) C.\n(4) D.\n(V) E.",
                tree: "art_1 art_2 art_3 art_4 art_5"
            ),
            Numbering(
                name: "English articles",
                body: "Article 1 Paper windmills turn.\nArticle 2. They stop.",
                tree: "art_1 art_2"
            ),
            Numbering(
                name: "letters",
                body: "1. Windmills:\n(a) red.\n(b) blue.\n2. Kites:\n(a) small.",
                tree: "art_1(2) art_2(1)"
            ),
            Numbering(
                name: "small Roman numerals",
                body: "(a) One:\n(i) red.\n(ii) blue.\n(b) Two.",
                tree: "art_a(2) art_b"
            ),
        ]
    )
    func numbering(_ sample: Numbering) {
        let bare = SampleNotice.parse(sample.body)
        #expect(bare.tree == sample.tree)
        let framed = SampleNotice.parse(SampleNotice.framed(sample.body))
        #expect(framed.tree == sample.tree)
        #expect(LeafAudit(framed).problems == [])
    }

    @Test("say what is odd about the numbers")
    func oddNumbers() {
        #expect(SampleNotice.parse("（一）子。\n（三）丑。").oddities.contains("outline/skipped-number"))
        #expect(SampleNotice.parse("（一）子。\n（一）丑。").oddities.contains("outline/duplicate-number"))
        #expect(SampleNotice.parse("(I) A.\n(2) B.").oddities.contains("outline/mixed-numbering"))
        let even = SampleNotice.parse(SampleNotice.framed("（一）子。\n（二）丑。"))
        #expect(even.oddities == [])
    }

    @Test("keep duplicates apart by their addresses")
    func duplicates() {
        let notice = SampleNotice.parse("（一）子。\n（一）丑。\n（一）寅。")
        #expect(notice.articles.map(\.id.rawValue) == ["art_1", "art_1_2", "art_1_3"])
        #expect(notice.articles.map(\.number) == [1, 1, 1])
    }

    @Test("give unnumbered paragraphs to the article above them")
    func continuations() {
        let notice = SampleNotice.parse(SampleNotice.framed("（一）甲乙丙丁。子丑寅卯。\n再说一段。\n（二）戊。"))
        #expect(notice.articles.first?.paragraphs.map(\.id.rawValue) == ["art_1__para_1", "art_1__para_2"])
        #expect(notice.articles.first?.heading?.text == "甲乙丙丁")
        #expect(notice.articles.last?.heading == nil)
    }

    @Test("leave out a table of contents")
    func contents() {
        let law = "纸风车管理办法\n目录\n第一章 总则\n第二章 附则\n第一章 总则\n第一条 子。\n第二章 附则\n第二条 丑。"
        let notice = SampleNotice.parse(law)
        #expect(notice.sections.map(\.id.rawValue) == ["chp_1", "chp_2"])
        #expect(notice.tree == "art_1 art_2")
        #expect(notice.oddities.contains("outline/contents-skipped"))
        #expect(LeafAudit(notice).problems == [])
    }

    @Test("list the articles below each heading")
    func sections() {
        let notice = SampleNotice.parse(SampleNotice.framed("一、甲\n（一）子。\n（二）丑。\n二、乙\n空话一段。\n三、丙\n（三）寅。"))
        #expect(notice.sections.map { $0.articles.map(\.rawValue) } == [["art_1", "art_2"], [], ["art_3"]])
        #expect(notice.sections.map(\.heading) == ["甲", "乙", "丙"])
        let second = ProvisionID(.section, "2")
        #expect(notice.span(of: second).map(notice.text(at:)) == "二、乙\n空话一段。")
        #expect(notice.span(of: ProvisionID(rawValue: "sec_2__heading")).map(notice.text(at:)) == "二、乙")
    }
}
