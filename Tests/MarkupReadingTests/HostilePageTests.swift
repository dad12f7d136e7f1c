import LegalText
import MarkupReading
import Testing

@Suite("Pages that break readers", .timeLimit(.minutes(15)))
struct HostilePageTests {
    private func page(_ html: String) throws -> HTMLPage {
        try HTMLReader().read(Array(html.utf8)[...])
    }

    @Test(
        "reads to the end, however deep elements nest",
        arguments: ["<div>", "<font>", "<b>", "<span>", "<ul><li>", "<blockquote>", "<nosuch>"]
    )
    func nesting(tag: String) throws {
        let page = try page("<p>甲</p>" + String(repeating: tag, count: 100_000) + "末尾")
        #expect(page.text[try #require(page.blocks.last).span] == "末尾")
    }

    @Test("reads to the end after 300 unclosed elements")
    func unclosed() throws {
        let font = String(repeating: "<font>甲", count: 300)
        #expect(try page(font + "<p>末尾</p>").text.string.hasSuffix("\n末尾"))
    }

    @Test("reads to the end of nested tables")
    func nestedTables() throws {
        let tables = String(repeating: "<table><tr><td>甲<td>", count: 5000)
        #expect(try page(tables + "末尾").text.string.hasSuffix("末尾"))
    }

    @Test("keeps all of a text of 20 MB")
    func longText() throws {
        let page = try page("<p>" + String(repeating: "挖矿", count: 3_500_000) + "</p><p>末尾</p>")
        #expect(page.blocks.map(\.characterCount) == [7_000_000, 2])
    }

    @Test("keeps the text around NULs and other control characters")
    func controls() throws {
        let page = try page("<p>甲\u{0}乙\u{1}丙\u{8}丁\u{7F}戊\u{FFFE}己</p><p>末尾</p>")
        #expect(page.blocks.count == 2)
        let kept = page.text.string.unicodeScalars.filter { !$0.isBlank && $0 != "\u{FFFE}" }
        #expect(String(String.UnicodeScalarView(kept)) == "甲乙丙丁戊己末尾")
    }

    @Test(
        "takes a hundred thousand tags that never end",
        arguments: [
            "<a x=\"", "<a x='>", "<!-", "<!>", "<!--", "<!-->", "<script>", "<style>", "<script><style>", "</", "<",
            "&",
        ]
    )
    func endlessTags(tag: String) throws {
        let page = try page("<p>甲</p>" + String(repeating: tag, count: 100_001))
        #expect(page.text.string.hasPrefix("甲"))
    }

    @Test("takes any mixture of tags, and gives lines in order that aren't blank")
    func mixtures() throws {
        let pieces = [
            "<p>", "</p>", "<b>", "</b>", "<table>", "</table>", "<tr>", "</tr>", "<td>", "</td>", "<ol>", "</ol>",
            "<li>",
            "</li>", "<br>", "甲", " ", "\n", "&nbsp;", "<div hidden>", "</div>", "<div>", "<h1>", "</h1>", "<title>",
            "</title>", "<!--", "-->", "<", ">", "\"", "<script>", "</script>", "<pre>", "</pre>", "\u{3000}", "一、",
            "<noscript>", "</noscript>", "<center>", "</body>", "</html>", "<body>", "<head>", "<a href=x>", "</a>",
        ]
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            let html = (0..<30).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
            let page = try HTMLReader().read(Array(html.utf8)[...])
            var end = -1
            for block in page.blocks {
                let words = page.text[block.span].unicodeScalars
                let isTrimmed = words.first?.isBlank == false && words.last?.isBlank == false
                #expect(block.span.start == end + 1 && isTrimmed, "\(html)")
                end = block.span.end
            }
            #expect(page.text.count == max(end, 0), "\(html)")
        }
    }
}
