import LegalText
import RecordModel
import Reporting
import Testing

@Suite("Verdicts in words")
struct VerdictTextTests {
    @Test("words a verdict in Chinese")
    func chinese() {
        let writer = VerdictText(language: .zh, marker: SpanMarker(usesColor: false))
        let expected = """
            第3行  命中禁止性规定
               编号：91440300TEST
               名称：前海【ＲＷＡ】公司
               其他名称：甲
               其他名称：【币】乙
               经营范围：一般项目：软件开发；比特币【矿机】销售

            1. 命中禁止性规定  yinfa-2026-42/registration-terms
               依据：银发〔2026〕42号（八） art_8
               条文：「不得含有“RWA”等字样」〔非官方重构文本〕
               文字：名称 【ＲＷＡ】，即“RWA”（变形：全角或半角）
               理由：名称含有“RWA”
               可解除：通知未规定可解除该禁止的同意、批准或备案
               主管：市场监管部门

            2. 需人工复核  yinfa-2026-42/mining-machines
               依据：yinfa-2026-42 art_9
               文字：经营范围 【矿机】
               文字：其他名称 【币】
               项目：第2项 一般项目 比特币矿机销售
               理由：在境内销售矿机
               存疑：不知是否为生产企业
               可解除：经同意（通知未指明由谁作出）

            未计入（原文另有限定）：
               yinfa-2026-42/exchange：“软件开发”，因“不从事”

            """
        #expect(writer.text(Sample.record, Sample.verdict, place: "第3行") == expected)
        #expect(
            writer.footer(packs: [Sample.pack]) == """
                规则包：yinfa-2026-42 1.0.0 sha256:abc
                本结果是对所给文字的规则筛查，不是法律意见或行政认定；是否违法由主管部门认定。

                """
        )
    }

    @Test("words a verdict in English, with the status beside the quote")
    func english() {
        let writer = VerdictText(language: .en, marker: SpanMarker(usesColor: false))
        let text = writer.text(Sample.record, Sample.verdict)
        #expect(text.hasPrefix("prohibited\n"))
        #expect(text.contains("clause: “must not contain “RWA”” [unofficial translation]"))
        #expect(text.contains("nothing: the notice names no consent, approval or filing"))
        #expect(text.contains("(the notice names nobody who grants it)"))
        #expect(
            writer.footer(packs: [])
                == "A rule-based screening of the text given; not legal advice or an administrative finding.\n"
        )
    }

    @Test("gives the reasons of a review, each once, and says what 'clear' is limited to")
    func labels() {
        let writer = VerdictText(language: .zh, marker: SpanMarker(usesColor: false))
        let review = Verdict(findings: [Sample.doubtful, Sample.doubtful])
        #expect(writer.text(Sample.record, review).hasPrefix("需人工复核（不知是否为生产企业）\n"))
        let clear = writer.text(Record(name: "丙"), Verdict(findings: []))
        #expect(clear == "未命中（限所列规则与文本）\n   名称：丙\n")
        #expect(Wording.label(of: .restricted, in: .zh) == "须经同意、批准或备案")
    }

    @Test("never says that a record is lawful or not", arguments: Verdict.Level.allCases)
    func words(level: Verdict.Level) {
        let labels = LocalizedText.Language.allCases.map { Wording.label(of: level, in: $0) }.joined()
        for word in ["合规", "违法", "合法", "compliant", "illegal", "legal"] {
            #expect(!labels.contains(word))
        }
    }

    @Test(
        "marks spans, however they lie",
        arguments: [
            ([(3, 6)], "一【二】三"),
            ([(0, 6), (3, 9)], "【一二三】"),
            ([(0, 3), (3, 6)], "【一二】三"),
            ([(4, 5)], "一二三"),
            ([(6, 99)], "一二【三】"),
            ([], "一二三"),
        ] as [([(Int, Int)], String)]
    )
    func marks(spans: [(Int, Int)], expected: String) {
        let marker = SpanMarker(usesColor: false)
        #expect(marker.marked("一二三", spans.map { TextSpan(start: $0.0, end: $0.1) }) == expected)
    }

    @Test("shortens what lies far from a mark, and lets no control character through")
    func shortens() {
        let far = String(repeating: "远", count: 50)
        let marker = SpanMarker(usesColor: false, context: 3)
        let text = "\(far)币\(far)矿\(far)"
        let spans = [TextSpan(start: 150, end: 153), TextSpan(start: 303, end: 306)]
        #expect(marker.marked(text, spans) == "…远远远【币】远远远…远远远【矿】远远远…")
        #expect(SpanMarker.visible("a\u{1B}[2Jb\nc\u{202E}d") == "a␛[2Jb⏎c�d")
        #expect(SpanMarker(usesColor: true).marked("币", [TextSpan(start: 0, end: 3)]) == "\u{1B}[1;31m币\u{1B}[0m")
    }
}
