import LegalText
import NoticeModel
import NoticeParsing
import TestSupport
import Testing

@Suite("Citations")
struct CitationTests {
    /// A sentence of the third article of a law, and what it points at.
    struct Pointer: Sendable, CustomTestStringConvertible {
        let marked: String
        let targets: [String]
        var testDescription: String { marked }
    }

    private static let law = """
        纸风车办法
        第一章 总则
        第一条 企业不得甲。
        第二条 企业应当乙：
        （一）丙；
        （二）丁；
        （三）戊。
        第二款在此。
        第三条 @
        第四条 企业应当己。
        第五条 企业应当庚。
        """

    @Test(
        "point at the provisions of the law itself",
        arguments: [
            Pointer(marked: "违反⟦第一条⟧的，应当改正。", targets: ["art_1"]),
            Pointer(marked: "违反⟦本办法第二条第一款第（三）项⟧的，应当改正。", targets: ["art_2__para_1__point_3"]),
            Pointer(marked: "违反⟦第二条第二款⟧的，应当改正。", targets: ["art_2__para_2"]),
            Pointer(marked: "违反⟦第二条第（二）项⟧的，应当改正。", targets: ["art_2__para_1__point_2"]),
            Pointer(marked: "违反⟦前条⟧的，应当改正。", targets: ["art_2"]),
            Pointer(marked: "违反⟦第一条至第四条⟧的，应当改正。", targets: ["art_1", "art_2", "art_3", "art_4"]),
            Pointer(marked: "违反⟦本条⟧的，应当改正。", targets: ["art_3"]),
            Pointer(marked: "违反⟦本办法第一章⟧的，应当改正。", targets: ["chp_1"]),
            Pointer(marked: "违反⟦第九条⟧的，应当改正。", targets: []),
            Pointer(marked: "违反⟦《布风车办法》⟧⟦第一条⟧的，应当改正。", targets: []),
            Pointer(marked: "违反刑法⟦第一条⟧的，应当改正。", targets: []),
            Pointer(marked: "违反⟦第一条⟧、⟦第五条⟧的，应当改正。", targets: ["art_1", "art_5"]),
        ]
    )
    func pointers(sample: Pointer) {
        let marked = MarkedText(Self.law.replacing("@", with: sample.marked))
        let notice = SampleNotice.parse(marked.text)
        let citations = notice.articles.filter { $0.id.rawValue == "art_3" }.flatMap(\.norms).flatMap(\.citations)
        #expect(citations.map(\.span) == marked.spans)
        #expect(citations.flatMap(\.targets).map(\.rawValue) == sample.targets)
    }

    @Test("name the provision of another document, unresolved")
    func elsewhere() throws {
        let notice = SampleNotice.parse(Self.law.replacing("@", with: "违反《布风车办法》（甲示发〔2030〕1号）第十条第二款的，应当改正。"))
        let citation = try #require(notice.articles[2].norms.flatMap(\.citations).last)
        #expect(citation.title == "布风车办法")
        #expect(citation.documentNumber == "甲示发〔2030〕1号")
        #expect(citation.provision?.rawValue == "art_10__para_2")
        #expect(!citation.isInternal && citation.targets.isEmpty)
    }

    @Test("point at items of a notice")
    func items() {
        let body = "一、甲\n（一）企业应当甲。\n（二）企业应当遵守本通知第（一）项。\n二、乙\n（三）企业不得违反前款。"
        let notice = SampleNotice.parse(SampleNotice.framed(body))
        #expect(notice.articles[1].norms.flatMap(\.citations).flatMap(\.targets).map(\.rawValue) == ["art_1"])
        #expect(notice.articles[2].norms.flatMap(\.citations).flatMap(\.targets) == [])
    }

    @Test(
        "point at English provisions",
        arguments: [
            ("Article 1", ["art_1"]), ("Article 2(2)", ["art_2__para_1__point_2"]),
            ("Articles 1 to 3", ["art_1", "art_2", "art_3"]), ("paragraph 1 of Article 2", ["art_2__para_1"]),
        ]
    )
    func english(words: String, targets: [String]) {
        let law = """
            Article 1 Makers shall turn.
            Article 2 Makers shall:
            (1) stop;
            (2) go.
            Article 3 Makers shall comply with \(words).
            """
        let notice = SampleNotice.parse(law)
        #expect(notice.articles.last?.norms.flatMap(\.citations).flatMap(\.targets).map(\.rawValue) == targets)
    }
}
