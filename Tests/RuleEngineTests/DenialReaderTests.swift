import LegalText
import RuleEngine
import TestSupport
import Testing

@Suite("Reading denials")
struct DenialReaderTests {
    @Test(
        "knows how far a denial reaches",
        arguments: [
            // The first mark is the cue, the second the word.
            ("⟦不从事⟧⟦虚拟货币⟧交易", true, true),
            ("⟦不含⟧比特币、以太币及⟦虚拟货币⟧业务", true, true),
            ("销售五金（⟦不含⟧配件）、⟦虚拟货币⟧", false, false),
            ("⟦不从事⟧房地产；⟦虚拟货币⟧交易", false, false),
            ("⟦不从事⟧房地产开发，销售⟦虚拟货币⟧", true, false),
            ("⟦不从事⟧经纪，但开展⟦虚拟货币⟧交易", false, false),
        ]
    )
    func forward(sample: String, reaches: Bool, certain: Bool) throws {
        let marked = MarkedText(sample)
        let cue = DenialReader.Cue(span: marked.spans[0], direction: .forward, reach: nil)
        let denial = DenialReader(text: marked.text, cues: [cue]).denial(of: marked.spans[1])
        #expect((denial != nil) == reaches)
        #expect((denial?.isCertain ?? false) == certain)
    }

    @Test("reads backwards from 除外, and not past a short cue's reach")
    func backwardAndShort() {
        let back = MarkedText("⟦虚拟货币⟧业务⟦除外⟧")
        let cue = DenialReader.Cue(span: back.spans[1], direction: .backward, reach: nil)
        #expect(DenialReader(text: back.text, cues: [cue]).denial(of: back.spans[0])?.cue == "除外")

        let short = MarkedText("⟦非⟧金属与⟦虚拟货币⟧")
        let near = DenialReader.Cue(span: short.spans[0], direction: .forward, reach: 1)
        #expect(DenialReader(text: short.text, cues: [near]).denial(of: short.spans[1]) == nil)
    }

    @Test("takes a title for a quotation")
    func titles() {
        let marked = MarkedText("学习⟦《关于整治⟦虚拟货币⟧活动的通知》⟧")
        let denial = DenialReader(text: marked.text, cues: []).denial(of: marked.spans[1])
        #expect(denial?.cue == "《关于整治虚拟货币活动的通知》")
    }

    @Test("lets a longer cue silence the one inside it")
    func pseudoCues() {
        let marked = MarkedText("⟦⟦不⟧仅⟧从事⟦虚拟货币⟧")
        let reader = DenialReader(
            text: marked.text,
            cues: [
                .init(span: marked.spans[1], direction: .forward, reach: nil),
                .init(span: marked.spans[0], direction: .none, reach: nil),
            ]
        )
        #expect(reader.denial(of: marked.spans[2]) == nil)
    }
}
