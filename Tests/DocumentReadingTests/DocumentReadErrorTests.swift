import DocumentReading
import LegalText
import TestSupport
import Testing

@Suite("Documents that can't be read")
struct DocumentReadErrorTests {
    private func failure(_ bytes: [UInt8]) -> DocumentReadError? {
        do throws(DocumentReadError) {
            _ = try DocumentReader().read(bytes)
            return nil
        } catch {
            return error
        }
    }

    @Test("refuses what is empty", arguments: ["", " \n\t\u{3000}\u{A0}\r\n", "\u{FEFF}", "\u{FEFF}\n\u{200B}"])
    func empty(text: String) {
        #expect(failure(Array(text.utf8))?.code == .empty)
        #expect(failure(EncodedBytes.bytes(of: text, in: .utf16LittleEndian))?.code == .empty)
    }

    @Test(
        "names what isn't text, and what to do",
        arguments: [
            ([0x25, 0x50, 0x44, 0x46, 0x2D, 0x31], "PDF"), ([0x50, 0x4B, 0x03, 0x04, 0x14], ".docx"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0x00], "Word"), ([0x89, 0x50, 0x4E, 0x47], "PNG"),
            ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"), (Array("{\\rtf1\\ansi".utf8), "Rich Text"),
            (Array("From: <Saved by Blink>".utf8), "mhtml"),
            (Array("abc\u{0}\u{1}\u{2}def".utf8), "control characters"),
            ((0...255).map { UInt8($0) }, "control characters"),
        ] as [([UInt8], String)]
    )
    func binary(bytes: [UInt8], word: String) throws {
        let error = try #require(failure(bytes))
        #expect(error.code == .binary)
        #expect(error.description.contains(word))
    }

    @Test(
        "says that a page is only a check for JavaScript",
        arguments: [
            "<html><body><p>请开启JavaScript并刷新该页.</p></body></html>", "<html><body>请 启用 JavaScript 后继续访问</body>",
            "<html><noscript>Please enable JavaScript to continue.</noscript><div id=app></div><script src=x></script>",
            "<html><head><script>location='/x'</script></head><body></body></html>",
            "<html><title>安全验证</title><body>正在验证您的浏览器，请稍候…</body>",
        ]
    )
    func challenge(html: String) {
        #expect(failure(Array(html.utf8))?.code == .javaScriptChallenge)
    }

    @Test("says where the document is that a page only links to")
    func linkOnly() throws {
        let html = """
            <html><title>公告</title><body><ul><li><a href="/">首页</a><li><a href="/news">新闻</a></ul><h1>中国人民银行公告</h1>
            <p>发布时间：2026-02-06</p><p>附件：<a href="./P020260206.pdf?v=1">中国人民银行公告〔2026〕第1号.pdf</a></p>
            <p>主办单位：中国人民银行 京ICP备05073439号</p></body></html>
            """
        let error = try #require(failure(Array(html.utf8)))
        #expect(error.code == .pdfLinkOnly)
        #expect(error.description.contains("./P020260206.pdf?v=1"))
        let frame = "<html><body><h1>公告</h1><iframe src='doc/a.OFD'></iframe></body></html>"
        #expect(failure(Array(frame.utf8))?.code == .pdfLinkOnly)
    }

    @Test(
        "reads short notices, with an attachment or with a word about JavaScript",
        arguments: [
            "<html><p>现决定废止银发〔2021〕237号。</p><p><a href=a.pdf>附件</a></p></html>",
            "<html><noscript>请开启JavaScript</noscript><p>\(String(repeating: "现决定废止该通知。", count: 40))</p></html>",
            "<html><p>甲</p><script></script></html>",
        ]
    )
    func shortNotices(html: String) {
        #expect(failure(Array(html.utf8)) == nil)
    }

    @Test(
        "refuses a page without words",
        arguments: ["<html><body><img src=a.png></body></html>", "<html>", "<!-- 甲 --><p>"]
    )
    func noText(html: String) {
        #expect(failure(Array(html.utf8))?.code == .noText)
    }

    @Test("refuses what is too large before looking at it")
    func tooLarge() throws {
        let error = try #require(failure([UInt8](repeating: 0x61, count: DocumentReader.maximumByteCount + 1)))
        #expect(error.code == .tooLarge)
        #expect(error.description.contains("67108865 bytes"))
    }

    @Test("says each failure in one sentence")
    func descriptions() {
        let codes: [DocumentReadError.Code] = [
            .empty, .binary, .javaScriptChallenge, .pdfLinkOnly, .noText, .tooLarge, .stoppedEarly, .notParsable,
        ]
        #expect(Set(codes.map { DocumentReadError($0).description }).count == codes.count)
        #expect(Set(codes.map(\.description)).count == codes.count)
        let error = DocumentReadError(.binary, reason: "it is a PDF")
        #expect(error.description == "the document is not a text: it is a PDF")
    }
}
