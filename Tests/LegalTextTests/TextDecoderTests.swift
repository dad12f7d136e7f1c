import LegalText
import TestSupport
import Testing

@Suite("Decoding")
struct TextDecoderTests {
    private static let sample = "关于防范〔2026〕42号：虚拟货币、RWA 与“稳定币”。\r\n㐀𠀀€"

    @Test("reads every encoding back", arguments: [TextEncoding.utf8, .gb18030, .utf16LittleEndian, .utf16BigEndian])
    func roundTrip(encoding: TextEncoding) {
        let decoded = TextDecoder(encoding).decode(EncodedBytes.bytes(of: Self.sample, in: encoding))
        #expect(decoded.string == Self.sample)
        #expect(decoded.malformed == nil)
        #expect(decoded.diagnostics == [])
    }

    @Test("reads Big5")
    func bigFive() {
        let decoded = TextDecoder(.big5).decode(EncodedBytes.bytes(of: "虛擬貨幣相關業務活動，RWA。", in: .big5))
        #expect(decoded.string == "虛擬貨幣相關業務活動，RWA。")
    }

    @Test(
        "drops one byte order mark",
        arguments: [
            (TextEncoding.utf8, [0xEF, 0xBB, 0xBF] as [UInt8]), (.utf16LittleEndian, [0xFF, 0xFE]),
            (.utf16BigEndian, [0xFE, 0xFF]), (.gb18030, [0x84, 0x31, 0x95, 0x33]),
        ]
    )
    func byteOrderMark(encoding: TextEncoding, mark: [UInt8]) {
        let bytes = mark + EncodedBytes.bytes(of: "挖矿", in: encoding)
        #expect(TextEncoding.detected(in: bytes[...]) == encoding)
        #expect(TextDecoder(encoding).decode(bytes).string == "挖矿")
    }

    @Test("passes valid UTF-8 on as the same part of the same array")
    func noCopy() {
        let bytes = Array("\u{FEFF}挖矿,RWA".utf8)
        let decoded = TextDecoder(.utf8).decode(bytes[...])
        #expect(decoded.utf8.startIndex == 3)
        #expect(
            decoded.utf8.withUnsafeBufferPointer(\.baseAddress)
                == bytes[3...].withUnsafeBufferPointer(\.baseAddress)
        )
    }

    @Test(
        "marks each malformed sequence with one U+FFFD, and keeps the rest",
        arguments: [
            // UTF-8: a stray byte, a cut-off character, a surrogate, an overlong form.
            Malformed(.utf8, [0x61, 0xFF, 0x62], "a�b", count: 1, first: 1),
            Malformed(.utf8, [0x61, 0xE6, 0x8C], "a�", count: 1, first: 1),
            Malformed(.utf8, [0xE6, 0x8C, 0x62, 0xE6], "�b�", count: 2, first: 0),
            Malformed(.utf8, [0x61, 0xED, 0xA0, 0x80], "a���", count: 3, first: 1),
            Malformed(.utf8, [0xC0, 0x80, 0x61], "��a", count: 2, first: 0),
            Malformed(.utf8, [0xEF, 0xBB, 0xBF, 0x61, 0xFF], "a�", count: 1, first: 4),
            // GB 18030: a lead byte at the end, one before a line end, a byte that is never one.
            Malformed(.gb18030, [0xCD, 0xDA, 0xBF], "挖�", count: 1, first: 2),
            Malformed(.gb18030, [0xCD, 0x0A, 0xCD, 0xDA], "�\n挖", count: 1, first: 0),
            Malformed(.gb18030, [0x61, 0xFF, 0xCD, 0xDA], "a�挖", count: 1, first: 1),
            Malformed(.gb18030, [0x61, 0x81, 0x30], "a�", count: 1, first: 1),
            // UTF-16: an odd number of bytes, lone surrogates, a pair cut in two.
            Malformed(.utf16LittleEndian, [0x16, 0x63, 0x61], "挖�", count: 1, first: 2),
            Malformed(.utf16LittleEndian, [0x00, 0xD8, 0x16, 0x63], "�挖", count: 1, first: 0),
            Malformed(.utf16LittleEndian, [0x16, 0x63, 0x00, 0xDC, 0x61, 0x00], "挖�a", count: 1, first: 2),
            Malformed(.utf16LittleEndian, [0x16, 0x63, 0x40, 0xD8], "挖�", count: 1, first: 2),
            Malformed(.utf16BigEndian, [0x63, 0x16, 0xDC, 0x00, 0xD8], "挖��", count: 2, first: 2),
        ]
    )
    func malformed(sample: Malformed) throws {
        let decoded = TextDecoder(sample.encoding).decode(sample.bytes)
        #expect(decoded.string == sample.text)
        let malformed = try #require(decoded.malformed)
        #expect(malformed.count == sample.count)
        #expect(malformed.firstOffset == sample.first)
        #expect(SourceText(decoded.string)[malformed.firstSpan] == "\u{FFFD}")
        #expect(decoded.diagnostics.map(\.id) == ["encoding/malformed"])
        #expect(decoded.diagnostics.first?.span == malformed.firstSpan)
    }

    @Test("takes any bytes in any encoding", .timeLimit(.minutes(15)), arguments: TextEncoding.allCases)
    func anyBytes(encoding: TextEncoding) {
        var generator = SplitMix(seed: 42)
        for length in 0..<300 {
            let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &generator) }
            let decoded = TextDecoder(encoding).decode(bytes)
            #expect(String(validating: decoded.utf8, as: UTF8.self) != nil)
            #expect(decoded.malformed.map { $0.firstOffset < length } ?? true)
        }
    }

    @Test("converts more than one buffer's worth", .timeLimit(.minutes(15)))
    func large() {
        let text = String(repeating: "虚拟货币a", count: 100_000)
        #expect(TextDecoder(.gb18030).decode(EncodedBytes.bytes(of: text, in: .gb18030)).string == text)
    }
}

/// Malformed bytes and what becomes of them.
struct Malformed: Sendable, CustomTestStringConvertible {
    let encoding: TextEncoding
    let bytes: [UInt8]
    let text: String
    let count: Int
    let first: Int

    init(_ encoding: TextEncoding, _ bytes: [UInt8], _ text: String, count: Int, first: Int) {
        self.encoding = encoding
        self.bytes = bytes
        self.text = text
        self.count = count
        self.first = first
    }

    var testDescription: String {
        "\(encoding.name) " + bytes.map { String($0, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}

/// A small generator whose numbers are the same in every run.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
