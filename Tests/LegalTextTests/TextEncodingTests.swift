import LegalText
import TestSupport
import Testing

@Suite("Telling encodings")
struct TextEncodingTests {
    @Test(
        "knows the names that pages and people use",
        arguments: [
            ("utf-8", TextEncoding.utf8), ("UTF8", .utf8), ("us-ascii", .utf8), ("gb2312", .gb18030), ("GBK", .gb18030),
            ("x-gbk", .gb18030), ("GB_2312-80", .gb18030), ("gb18030", .gb18030), ("cp936", .gb18030), ("Big5", .big5),
            ("big5-hkscs", .big5), ("utf-16", .utf16LittleEndian), ("UTF-16LE", .utf16LittleEndian),
            (" utf-16be ", .utf16BigEndian),
        ]
    )
    func names(name: String, expected: TextEncoding) {
        #expect(TextEncoding(declaredName: name) == expected)
    }

    @Test("knows its own names", arguments: TextEncoding.allCases)
    func ownNames(encoding: TextEncoding) {
        #expect(TextEncoding(declaredName: encoding.name) == encoding)
    }

    @Test("knows no others", arguments: ["", "latin1", "shift_jis", "utf", "-"])
    func unknownNames(name: String) {
        #expect(TextEncoding(declaredName: name) == nil)
    }

    private static let notice = """
        关于进一步防范和处置虚拟货币等相关风险的通知
        银发〔2026〕42号
        一、虚拟货币不具有与法定货币等同的法律地位。
        """

    @Test(
        "tells an encoding from the contents",
        arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian]
    )
    func contents(encoding: TextEncoding) {
        let bytes = EncodedBytes.bytes(of: Self.notice, in: encoding)
        #expect(TextEncoding.detected(in: bytes[...]) == encoding)
        for length in 60..<bytes.count {
            let start = bytes.prefix(length)
            #expect(TextEncoding.detected(in: start) == encoding, "cut after \(length) bytes")
            #expect(TextEncoding.detected(in: start, isWhole: false) == encoding, "the first \(length) bytes")
        }
    }

    @Test("tells English UTF-16 from ASCII with stray NULs")
    func englishWide() {
        let wide = EncodedBytes.bytes(of: "Article 1. No person may\r\nissue tokens.", in: .utf16LittleEndian)
        #expect(TextEncoding.detected(in: wide[...]) == .utf16LittleEndian)
        #expect(TextEncoding.detected(in: Array("Article 1.\u{0} No person may\u{0}".utf8)[...]) == .utf8)
        #expect(TextEncoding.detected(in: Array("虚拟货币\u{0}相关业务活动\u{0}。".utf8)[...]) == .utf8)
    }

    @Test("believes the contents rather than a declaration that contradicts them")
    func wrongDeclaration() {
        let utf8 = Array(Self.notice.utf8)
        #expect(TextEncoding.detected(in: utf8[...], declared: .gb18030) == .utf8)
        #expect(TextEncoding.detected(in: utf8[...], declared: .utf16LittleEndian) == .utf8)
        let national = EncodedBytes.bytes(of: Self.notice, in: .gb18030)
        #expect(TextEncoding.detected(in: national[...], declared: .utf8) == .gb18030)
    }

    @Test("finds Big5 only where it is declared")
    func bigFive() {
        let bytes = EncodedBytes.bytes(of: "虛擬貨幣相關業務活動屬於非法金融活動。", in: .big5)
        #expect(TextEncoding.detected(in: bytes[...], declared: .big5) == .big5)
        #expect(TextEncoding.detected(in: bytes[...]) == .gb18030)
    }

    @Test("believes a declaration where two characters fit both encodings, as 联通 does")
    func ambiguous() {
        let bytes = EncodedBytes.bytes(of: "联通", in: .gb18030)
        #expect(TextEncoding.detected(in: bytes[...], declared: .gb18030) == .gb18030)
    }

    @Test("calls ASCII UTF-8, and nothing too")
    func ascii() {
        #expect(TextEncoding.detected(in: Array("name,scope\n".utf8)[...]) == .utf8)
        #expect(TextEncoding.detected(in: []) == .utf8)
    }

    @Test("reads UTF-8 with a broken character as UTF-8")
    func brokenUTF8() {
        var bytes = Array(Self.notice.utf8)
        bytes.remove(at: 1)
        #expect(TextEncoding.detected(in: bytes[...]) == .utf8)
    }
}
