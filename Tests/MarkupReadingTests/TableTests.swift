import LegalText
import MarkupReading
import Testing

@Suite("Tables and lists")
struct TableTests {
    @Test(
        "makes one line of a row of data",
        arguments: [
            ("<table><tr><td>索引号<td>A1<tr><td>发文机关<td>人民银行</table>", ["索引号\tA1", "发文机关\t人民银行"]),
            ("<table><tr><th>序<br>号</th><th><p>发文</p><p>机关</p></th></tr></table>", ["序号\t发文机关"]),
            ("<table><tr><td>a<td><td>c<td></table>", ["a\t\tc"]),
            ("<table><thead><tr><td>甲<td>乙</thead><tbody><tr><td>丙<td>丁</tbody></table>", ["甲\t乙", "丙\t丁"]),
            ("<TABLE><TR><TD>甲</TD><TD>乙</TD></TR></TABLE>", ["甲\t乙"]),
            ("<table><caption>表一</caption><tr><td>net<br>loss<td>5</table>", ["表一", "net loss\t5"]),
        ]
    )
    func dataRows(html: String, expected: [String]) throws {
        #expect(try lines(html) == expected)
        let page = try HTMLReader().read(Array(html.utf8)[...])
        for block in page.blocks {
            #expect((block.kind == .tableRow) == page.text[block.span].contains("\t"))
        }
    }

    @Test(
        "lets the lines of a layout's cells stand for themselves",
        arguments: [
            ("<table><tr><td>第一条 甲<tr><td>第二条 乙</table>", ["第一条 甲", "第二条 乙"]),
            ("<table><tr><td width=9><td><p>甲</p><p>乙</p><td></table>", ["甲", "乙"]),
            (
                "<table><tr><td>菜单<td><p>一、\(String(repeating: "甲", count: 40))</p><p>二、乙</p></table>",
                ["菜单", "一、\(String(repeating: "甲", count: 40))", "二、乙"]
            ),
            ("<table><tr><td>菜单<td><h1>标题</h1></table>", ["菜单", "标题"]),
            ("<table><tr><td>菜单<td><ul><li>甲</ul></table>", ["菜单", "甲"]),
            ("<table><tr><td>左<td><table><tr><td>甲<td>乙</table></table>", ["左", "甲\t乙"]),
            ("<table><td>甲<td>乙</table>", ["甲", "乙"]),
        ]
    )
    func layoutRows(html: String, expected: [String]) throws {
        #expect(try lines(html) == expected)
    }

    @Test(
        "writes the numbers that a browser shows before list items",
        arguments: [
            ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
            ("<ol start=3><li>甲<li value=9>乙<li>丙</ol>", ["3. 甲", "9. 乙", "10. 丙"]),
            ("<ol type=a><li>甲<li>乙</ol>", ["a. 甲", "b. 乙"]),
            ("<ol type=I start=4><li>甲<li>乙</ol>", ["IV. 甲", "V. 乙"]),
            ("<ol style='list-style-type: cjk-ideographic'><li>甲<li>乙</ol>", ["一、甲", "二、乙"]),
            ("<ol style='list-style:none'><li>甲</ol>", ["甲"]),
            ("<ul><li>甲</ul>", ["甲"]),
            ("<ol><li><p>甲</p><p>续</p><li>乙</ol>", ["1. 甲", "续", "2. 乙"]),
            ("<ol><li>甲<ul><li>子</ul><li>乙<ol><li>孙</ol></ol>", ["1. 甲", "子", "2. 乙", "1. 孙"]),
            (
                "<ol><li>（一）甲<li>二、乙<li>第三条 丙<li>4. 丁<li>⑤戊<li>(f) g</ol>",
                ["（一）甲", "二、乙", "第三条 丙", "4. 丁", "⑤戊", "(f) g"]
            ),
            ("<ol><li>1.5倍<li>2021年<li>第三方</ol>", ["1. 1.5倍", "2. 2021年", "3. 第三方"]),
            ("<ol><li><li>乙</ol>", ["2. 乙"]),
            ("<ol start=9223372036854775807><li>甲<li>乙</ol>", ["9223372036854775807. 甲", "-9223372036854775808. 乙"]),
            ("<li>甲", ["甲"]),
        ]
    )
    func listNumbers(html: String, expected: [String]) throws {
        #expect(try lines(html) == expected)
    }

    @Test("counts the numbers that it adds")
    func addedMarkers() throws {
        let page = try HTMLReader().read(Array("<ol><li>甲<li>二、乙<li>丙</ol>".utf8)[...])
        #expect(page.addedMarkers == 2)
        #expect(page.blocks.map(\.kind) == [.listItem, .listItem, .listItem])
    }
}
