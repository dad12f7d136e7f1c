import LegalText
import TermMatching
import TestSupport
import Testing

@Suite("Characters of a term that aren't the term")
struct RejectionTests {
    private static let matcher = TermMatcher(
        [Term("矿机", notBefore: ["煤"], notAfter: ["械"]), Term("RWA"), Term("加密资产")],
        folding: FoldingTable()
    )

    @Test(
        "are told with what keeps them from it",
        arguments: [
            ("煤⟦矿机⟧", TermRejection.Reason.before("煤")),
            ("锡⟦矿机⟧械", .after("械")),
            ("NO⟦RWA⟧Y", .insideWord),
            ("⟦加密、资产⟧评估", .parted),
        ]
    )
    func reasons(marked: String, reason: TermRejection.Reason) throws {
        let text = MarkedText(marked)
        let found = try #require(Self.matcher.rejections(in: text.text).first)
        #expect(found.reason == reason)
        #expect(text.spans.map(\.start) == [found.start])
        #expect(text.spans.map(\.end) == [found.end])
    }

    @Test("are none where the term stands, or where nothing does", arguments: ["比特币矿机", "RWA 平台", "加密资产", "资产"])
    func none(text: String) {
        #expect(Self.matcher.rejections(in: text).isEmpty)
    }
}
