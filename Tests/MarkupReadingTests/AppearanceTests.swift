import LegalText
import MarkupReading
import Testing

@Suite("How lines look, and what a page says about itself")
struct AppearanceTests {
    private func page(_ html: String) throws -> HTMLPage {
        try HTMLReader().read(Array(html.utf8)[...])
    }

    @Test(
        "calls a line bold where all of its words are",
        arguments: [
            ("<p><b>一、要求</b></p>", true), ("<p><STRONG>一、</STRONG> <b>要求</b></p>", true), ("<h3>要求</h3>", true),
            ("<p><span style='font-weight: bold'>甲</span></p>", true), ("<p style='font-weight:700'>甲</p>", true),
            ("<p style='font-weight:600'><i>甲</i></p>", true), ("<p style='font-weight:500'>甲</p>", false),
            ("<p><b>（一）总则。</b>正文</p>", false), ("<p>&emsp;<b>一、</b></p>", true), ("<p>甲<b> </b></p>", false),
            ("<b>甲<span style='font-weight:normal'>乙</span></b>", false), ("<p>甲</p>", false),
        ]
    )
    func bold(html: String, expected: Bool) throws {
        #expect(try page(html).blocks.map(\.isBold) == [expected])
    }

    @Test(
        "calls a line centred where its element or one around it says so",
        arguments: [
            ("<p style='text-align:center;'>甲</p>", true), ("<P ALIGN=CENTER>甲</P>", true),
            ("<center>甲</center>", true),
            ("<div align=center><p><span>甲</span></p></div>", true), ("<th>甲</th>", true),
            ("<div align=center><p style='text-align:left'>甲</p></div>", false), ("<p>甲</p>", false),
            ("<p><span style='text-align:center'>甲</span></p>", false),
            ("<table align=center><tr><td>甲</table>", false),
        ]
    )
    func centred(html: String, expected: Bool) throws {
        #expect(try page(html).blocks.map(\.isCentered) == [expected])
    }

    @Test("knows headings and list items")
    func kinds() throws {
        let page = try page("<h1>甲</h1><h6><span>乙</span></h6><ul><li>丙<br>丁</ul><li><h2>戊</h2></li>己")
        #expect(
            page.blocks.map(\.kind) == [
                .heading(level: 1), .heading(level: 6), .listItem, .paragraph, .heading(level: 2), .paragraph,
            ]
        )
    }

    @Test("keeps the title, the fields and the links")
    func metadata() throws {
        let page = try page(
            """
            <TITLE> 关于防范风险的通知
              _人民银行 </TITLE><META NAME=PubDate CONTENT=" 2026-02-06 "><meta property="og:title" content="通知">
            <meta name=PubDate content=2020><a href="a.pdf">附件</a><iframe src="b.pdf"></iframe><title>另一个</title>
            <noscript><p>请开启<b>JavaScript</b></p></noscript><script></script><p hidden>甲 乙</p>
            """
        )
        #expect(page.title == "关于防范风险的通知 _人民银行")
        #expect(page.field("pubdate") == "2026-02-06")
        #expect(page.field("articletitle", "og:title") == "通知")
        #expect(page.field("nosuch") == nil)
        #expect(page.links == ["a.pdf", "b.pdf"])
        #expect(page.noscriptText == "请开启JavaScript")
        #expect(page.scriptCount == 1)
        #expect(page.hiddenCount == 2)
        #expect(page.blocks.map(\.linkedCount) == [2])
        #expect(page.blocks.map(\.characterCount) == [2])
    }
}
