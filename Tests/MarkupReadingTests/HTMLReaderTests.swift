import LegalText
import MarkupReading
import Testing

/// Reads a sample and gives its lines.
func lines(_ html: String) throws -> [String] {
    let page = try HTMLReader().read(Array(html.utf8)[...])
    return page.blocks.map { String(page.text[$0.span]) }
}

@Suite("Lines of a page")
struct HTMLReaderTests {
    @Test(
        "breaks lines where a browser does",
        arguments: [
            ("<p>甲<p>乙", ["甲", "乙"]),
            ("甲<br>乙<BR/>丙</BR>丁</br >戊", ["甲", "乙", "丙", "丁", "戊"]),
            ("<div>甲<div>乙</div>丙</div>", ["甲", "乙", "丙"]),
            ("<span>甲</span><b>乙</b><a href=x>丙</a>", ["甲乙丙"]),
            ("<span style='display:block'>甲</span>乙", ["甲", "乙"]),
            ("<div style='display: inline-block'>甲</div>乙", ["甲乙"]),
            ("<ucapcontent><SECTION>甲</SECTION>乙</ucapcontent>", ["甲", "乙"]),
            ("<pre>甲\n  乙\r\n丙</pre>", ["甲", "乙", "丙"]),
            ("<p style='white-space: pre-wrap'>甲\n乙</p>", ["甲", "乙"]),
            ("<title>题</title><meta name=a><div>甲</div>", ["甲"]),
            ("<html><head><section>甲</section>乙", ["甲", "乙"]),
            ("<html><body>甲</body></html><html><body><p>乙</body></html>丙", ["甲", "乙", "丙"]),
        ]
    )
    func lineBreaks(html: String, expected: [String]) throws {
        #expect(try lines(html) == expected)
    }

    @Test(
        "collapses blanks, and drops indents",
        arguments: [
            ("<p>  a \n\t b  </p>", ["a b"]),
            ("<p>&emsp;&emsp;一、要求&nbsp;</p>", ["一、要求"]),
            ("<p>\u{3000}\u{3000}第一条\u{3000}目的</p>", ["第一条\u{3000}目的"]),
            ("<p>公&emsp;&emsp;安&emsp;&emsp;部</p>", ["公\u{2003}\u{2003}安\u{2003}\u{2003}部"]),
            ("<p>财&nbsp;&nbsp;政&nbsp;部</p>", ["财  政 部"]),
            ("<p>&emsp;<strong>&emsp;一、意义</strong></p>", ["一、意义"]),
            ("<p>虚拟\n    货币，\n“代币”\n发行 RWA\nand stablecoins</p>", ["虚拟货币，“代币”发行 RWA and stablecoins"]),
            ("<a>首页</a>\n<a>新闻</a>", ["首页 新闻"]),
            ("<p>&nbsp;</p><p>\u{200B}\u{FEFF}</p><p><br></p>", []),
        ]
    )
    func blanks(html: String, expected: [String]) throws {
        #expect(try lines(html) == expected)
    }

    @Test(
        "leaves out what a browser doesn't show",
        arguments: [
            "<script>if (1<2) document.write('<p>乙</p>')</script>", "<SCRIPT><!-- 乙 </SCRIPT>", "<style>p{}</style>",
            "<noscript>乙</noscript>", "<template><p>乙</p></template>", "<!-- 乙 -->", "<!-- <p>乙</p> --!>",
            "<!--[if gte mso 9]><xml>乙</xml><![endif]-->", "<p hidden>乙</p>", "<p style='DISPLAY : none'>乙</p>",
            "<p style='display:none !important'>乙</p>", "<p style='color:red;visibility:hidden'>乙<b>乙</b></p>",
            "<p aria-hidden=TRUE>乙</p>", "<iframe>乙</iframe>", "<svg><title>乙</title><text>乙</text></svg>",
            "<div hidden><div>乙</div><p>乙</div>",
        ]
    )
    func unseen(html: String) throws {
        #expect(try lines("<p>甲</p>\(html)<p>丙</p>") == ["甲", "丙"])
    }

    @Test(
        "keeps what libxml2 by itself would lose or show wrongly",
        arguments: [
            ("<p>《关于<促进产业结构调整暂行规定>的决定》</p>", ["《关于<促进产业结构调整暂行规定>的决定》"]),
            ("<p>a < b<3</p>", ["a < b<3"]),
            ("<p>甲\u{0}乙</p>", ["甲乙"]),
            ("<p><![if !supportLists]>（一）<![endif]>甲</p>", ["（一）甲"]),
            ("<p><!-->甲<!--->乙</p>", ["甲乙"]),
            ("<p title='<!--'>甲</p><p title=\"</br>\">乙</p>", ["甲", "乙"]),
            ("<script src=x /><p>甲</p>", ["甲"]),
            ("<script>乙<p>甲</p>", []),
            ("<p>甲</p><!-- 乙", ["甲"]),
            ("<meta charset=gb2312><meta http-equiv=Content-Type content='text/html; charset=gbk'><p>甲</p>", ["甲"]),
            ("<p>&#147;甲&#148;&#151;&#151;乙</p>", ["“甲”——乙"]),
            ("<p>&ldquo;甲&rdquo;&lt;乙&gt;&#x865A;&#25311;&nosuch;</p>", ["“甲”<乙>虚拟&nosuch;"]),
        ]
    )
    func repairs(html: String, expected: [String]) throws {
        #expect(try lines(html) == expected)
    }
}
