import DocumentReading
import NoticeModel
import Testing

@Suite("Hostile and broken texts", .timeLimit(.minutes(15)))
struct RobustnessTests {
    /// A small generator that gives the same numbers on every machine.
    private struct SeededNumbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 31)
        }
    }

    private static let vocabulary = [
        "（一）", "（二）", "（十九）", "一、", "二、", "第一条", "第二条之三", "第一章", "1. ", "2、", "(I)", "(a)", "(v)", "①", "Article 3 ",
        "I. ", "目录", "附件",
        "通知如下：", "各市人民政府：", "关于纸的通知", "甲发〔2031〕7号", "[2031] No. 7", "“", "”", "\"", "《", "》", "（", "）", "「", "」", "。",
        "；", "，", "、",
        "：", ".", ", ", "\n", "\n", "\n", "\n\n", "不得", "应当", "可以", "是指", "除外", "未经同意，", "企业", "人民银行",
        "本通知自2031年5月1日起施行", "同时废止",
        "2031年3月4日", "甲  省  厅", "must not ", "shall ", "No unit may ", "Without the ", "except for ", " ", "　",
        "\u{200B}", "\u{0}", "é", "👩‍👩‍👧", "字样",
        "名称", "含有“纸”", "下列：", "的，",
    ]

    @Test("keep the invariants on random texts in the grammar's own words", arguments: 0..<300)
    func randomTexts(seed: Int) {
        var numbers = SeededNumbers(state: UInt64(seed) &* 7919 &+ 1)
        let length = Int.random(in: 0...160, using: &numbers)
        let text = (0..<length).map { _ in Self.vocabulary.randomElement(using: &numbers) ?? "" }.joined()
        #expect(LeafAudit(SampleNotice.parse(text, as: seed.isMultiple(of: 2) ? .html : .plainText)).problems == [])
    }

    @Test("give an empty notice for an empty text", arguments: ["", "\n", "　\n \n"])
    func empty(text: String) {
        let notice = SampleNotice.parse(text)
        #expect(notice.articles.isEmpty && notice.leaves.isEmpty)
        #expect(notice.oddities == ["page/no-notice"])
    }

    @Test(
        "take long texts of one kind of line",
        arguments: [
            "（一）企业不得转动纸风车。", "1. 子。", "第一条 子。", "各市人民政府：", "现就有关事项通知如下：", "“子。", "（（（（“《", "子，丑，寅，卯；辰：", "甲省厅", "附件",
        ]
    )
    func repeated(line: String) {
        let text = String(repeating: line + "\n", count: 2000)
        #expect(LeafAudit(SampleNotice.parse(text)).problems == [])
    }

    @Test(
        "take one very long line",
        arguments: ["（一）", "企业不得转，", "“", "\"a\" ", "（", "不得应当可以。", "a. B", "除外；", "甲发〔2031〕", "、"]
    )
    func longLine(piece: String) {
        let text = "（一）子。\n（二）" + String(repeating: piece, count: 5000)
        #expect(LeafAudit(SampleNotice.parse(text)).problems == [])
    }

    @Test("take 20 000 articles in order")
    func manyArticles() {
        let text = (1...20_000).map { "Article \($0) Windmills shall turn." }.joined(separator: "\n")
        let notice = SampleNotice.parse(text)
        #expect(notice.articles.count == 9999)
        #expect(LeafAudit(notice).problems == [])
    }
}
