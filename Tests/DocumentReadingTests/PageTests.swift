import DocumentReading
import LegalText
import TestSupport
import Testing

@Suite("Reading pages")
struct PageTests {
    private func lines(_ document: ReadDocument) -> [String] {
        document.blocks.map { String(document.source[$0.span]) }
    }

    @Test(
        "knows a page however it begins",
        arguments: [
            "<!DOCTYPE html><p>甲", "<HTML><BODY>甲", "\u{FEFF}\n <!-- 保存自 --><html><p>甲", "<title>题</title><p>甲",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0\">\n<html><p>甲</html>",
            "<meta charset=utf-8>甲", "<DIV class='a'>甲</DIV>", "<ucapcontent><p>甲</p></ucapcontent><br>",
            "<span style=\"x\">甲</span>", "</div><p>甲", "甲<br>\n<br><br>",
        ]
    )
    func format(html: String) throws {
        let document = try DocumentReader().read(Array(html.utf8))
        #expect(document.format == .html)
        #expect(lines(document) == ["甲"])
    }

    @Test(
        "reads a page in the encoding that it declares, or that it has",
        arguments: [
            ("<meta charset=gb2312>", TextEncoding.gb18030),
            ("<META HTTP-EQUIV=Content-Type CONTENT=\"text/html; charset=GBK\">", .gb18030),
            ("<?xml version='1.0' encoding='gb18030'?><html>", .gb18030), ("<title>题</title>", .gb18030),
            ("<meta charset='big5'>", .big5), ("<meta charset=utf-8>", .utf8), ("<title>題</title>", .utf8),
            ("<meta charset=gb2312>", .utf8), ("<meta charset=utf-16>", .utf16LittleEndian),
            ("<html>", .utf16BigEndian),
        ]
    )
    func encodings(head: String, encoding: TextEncoding) throws {
        let isTraditional = encoding == .big5
        let words = isTraditional ? "虛擬貨幣相關業務活動" : "虚拟货币相关业务活动"
        let html = (isTraditional ? head : head.replacing("題", with: "题")) + "<p>\(words)</p>"
        let document = try DocumentReader().read(EncodedBytes.bytes(of: html, in: encoding))
        #expect(lines(document) == [words])
    }

    @Test("says when a page declares another encoding than it has")
    func wrongDeclaration() throws {
        let document = try DocumentReader().read(Array("<meta charset=gb2312><p>虚拟货币</p>".utf8))
        #expect(lines(document) == ["虚拟货币"])
        #expect(document.diagnostics.map(\.id) == ["encoding/declared-wrongly"])
    }

    @Test("carries roles, looks, metadata and notes over")
    func contents() throws {
        let html = """
            <title>通知_某网</title><meta name="ArticleTitle" content="通知"><meta name="PubDate" content="2026-02-06">
            <h1>通知</h1><p align=center><b>银发〔2026〕42号</b></p><ol><li>甲</ol><table><tr><td>乙<td>丙</table>
            <p style="display:none">丁</p>
            """
        let document = try DocumentReader().read(Array(html.utf8))
        #expect(document.source.string == "通知\n银发〔2026〕42号\n1. 甲\n乙\t丙")
        #expect(document.blocks.map(\.role) == [.heading(level: 1), .paragraph, .listItem, .tableRow])
        #expect(document.blocks.map(\.isBold) == [true, true, false, false])
        #expect(document.blocks.map(\.isCentered) == [false, true, false, false])
        #expect(document.metadata.title == "通知_某网")
        #expect(document.metadata.documentTitle == "通知")
        #expect(document.metadata.published == "2026-02-06")
        #expect(document.diagnostics.map(\.id) == ["page/list-numbers", "page/hidden-text"])
    }

    @Test("keeps blocks in order, apart and trimmed, and misses no word, whatever the input", .timeLimit(.minutes(15)))
    func coverage() throws {
        let pieces = [
            "甲", "（一）", " ", "\n", "\r\n", "\r", "\u{3000}", "\u{A0}", "\u{FEFF}", "\u{0C}", "<p>", "</p>", "<br>",
            "<b>",
            "<td>", "<tr>", "<table>", "</table>", "<li>", "<ol>", "&nbsp;", "<!--", "-->", "<", "\u{1}", "\u{2028}",
            "e\u{301}",
            "👨‍👩‍👧", "\t", "<促进>", "\u{200D}",
        ]
        for _ in 0..<2000 {
            let sample = "甲乙" + (0..<25).map { _ in pieces.randomElement() ?? "" }.joined()
            let document: ReadDocument
            do throws(DocumentReadError) {
                document = try DocumentReader().read(Array(sample.utf8))
            } catch {
                // Too many control characters for so short a text.
                #expect(error.code == .binary)
                continue
            }
            var end = 0
            for block in document.blocks {
                #expect(block.span.start >= end, "\(sample)")
                let gap = document.source[TextSpan(start: end, end: block.span.start)].unicodeScalars
                let isGapBlank = gap.allSatisfy(\.isBlank)
                #expect(isGapBlank, "\(sample)")
                let words = document.source[block.span].unicodeScalars
                #expect(words.first?.isBlank == false && words.last?.isBlank == false, "\(sample)")
                end = block.span.end
            }
            let rest = document.source[TextSpan(start: end, end: document.source.count)].unicodeScalars
            let isRestBlank = rest.allSatisfy(\.isBlank)
            #expect(isRestBlank, "\(sample)")
        }
    }
}
