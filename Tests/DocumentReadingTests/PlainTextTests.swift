import DocumentReading
import LegalText
import TestSupport
import Testing

@Suite("Reading plain texts")
struct PlainTextTests {
    @Test(
        "makes a paragraph of each line, without the blanks around it",
        arguments: [
            "⟦通知⟧\n  ⟦一、要求⟧  \n\n\u{3000}\u{3000}⟦（一）甲\u{3000}乙⟧\u{A0}\n", "⟦甲⟧\r\n⟦乙⟧\r⟦丙⟧",
            "\u{0C}⟦甲⟧\u{0C}⟦乙⟧\u{0B}⟦丙⟧\u{2028}⟦丁⟧", "\n\u{FEFF}\u{200B}⟦甲⟧\u{200B}\n\t \u{3000}\n⟦乙⟧",
            "⟦关于<促进产业结构调整暂行规定>的决定⟧", "⟦<促进产业结构调整暂行规定>⟧\n⟦第一条⟧", "⟦if a < b and c > d⟧", "⟦<b⟧", "⟦a <br> b⟧",
            "⟦邮箱：<wang@example.cn>⟧",
        ]
    )
    func paragraphs(sample: String) throws {
        let marked = MarkedText(sample)
        let document = try DocumentReader().read(Array(marked.text.utf8))
        #expect(document.format == .plainText)
        #expect(document.blocks == marked.spans.map { TextBlock(span: $0) })
        #expect(document.source.string == marked.text)
        #expect(document.diagnostics == [])
    }

    @Test("reads the same text in every encoding", arguments: TextEncoding.allCases.filter { $0 != .big5 })
    func encodings(encoding: TextEncoding) throws {
        let text = "关于防范虚拟货币风险的通知\r\n一、虚拟货币不是法定货币。\r\n"
        let document = try DocumentReader().read(EncodedBytes.bytes(of: text, in: encoding))
        #expect(document.source.string == text)
        #expect(document.diagnostics.map(\.id) == (encoding == .gb18030 ? ["encoding/assumed"] : []))
    }

    @Test("believes the encoding that the caller gives")
    func givenEncoding() throws {
        let bytes = EncodedBytes.bytes(of: "虛擬貨幣相關業務活動", in: .big5)
        let document = try DocumentReader().read(bytes, declaredEncoding: .big5)
        #expect(document.source.string == "虛擬貨幣相關業務活動")
        let marked = try DocumentReader().read([0xEF, 0xBB, 0xBF] + Array("挖矿".utf8), declaredEncoding: .gb18030)
        #expect(marked.source.string == "挖矿")
        #expect(marked.diagnostics.map(\.id) == ["encoding/mark-overrules"])
    }

    @Test("reports malformed bytes and stray controls with their places, and reads on")
    func oddBytes() throws {
        let cut = try DocumentReader().read(Array("虚拟货币相关业务".utf8.dropLast()))
        #expect(cut.source.string == "虚拟货币相关业\u{FFFD}")
        #expect(cut.diagnostics.map(\.id) == ["encoding/malformed"])
        #expect(cut.diagnostics.first?.span == TextSpan(start: 21, end: 24))
        let stray = try DocumentReader().read(Array(("挖\u{0}" + String(repeating: "矿", count: 60)).utf8))
        #expect(stray.diagnostics.map(\.id) == ["document/control-characters"])
        #expect(stray.diagnostics.first?.span == TextSpan(start: 3, end: 4))
    }
}
