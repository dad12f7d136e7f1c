import LegalText
import RecordModel
import RuleEngine
import Testing

@Suite("Reading a rule file")
struct RuleDecoderTests {
    @Test("reports every mistake of a file, each at its place")
    func fourMistakes() {
        let text = """
            id: notice/rule
            title: {zh: 甲, en: A}
            ban: activty
            activity: x
            errs: inclusive
            verdct: prohibited
            basis:
              notice: n
              provision: art_1
              quote: {zh: 乙}
            when:
              all:
                - concpt: a
            explanation: {zh: 丙}
            """
        var decoder = RuleDecoder(path: "rule.yaml")
        #expect(decoder.rule(text, id: "notice/rule") == nil)
        let found = decoder.diagnostics.map { "\($0.location?.line ?? 0) \($0.id)" }.sorted()
        #expect(
            found == [
                "1 yaml/missing-field", "13 condition/one-form", "13 yaml/unknown-field", "14 yaml/missing-field",
                "3 yaml/wrong-value", "6 yaml/unknown-field",
            ]
        )
        #expect(decoder.diagnostics.contains { $0.help == "did you mean 'verdict'?" })
    }

    @Test("says where YAML itself is broken")
    func brokenYAML() {
        var decoder = RuleDecoder(path: "rule.yaml")
        #expect(decoder.rule("id: [a\nb: c", id: "a/b") == nil)
        #expect(decoder.diagnostics.map(\.id) == ["yaml/not-parsable"])
        #expect(decoder.diagnostics.first?.location?.line != nil)
    }

    @Test("won't let a term ban read descriptions")
    func termBanFields() {
        let text = """
            id: a/b
            title: {zh: 甲, en: A}
            ban: term
            activity: x
            errs: strict
            verdict: review
            basis: {notice: n, provision: art_1, quote: {zh: 乙}}
            fields: [name, description]
            when: {concept: c}
            explanation: {zh: 丙, en: C}
            """
        var decoder = RuleDecoder(path: "rule.yaml")
        #expect(decoder.rule(text, id: "a/b") == nil)
        #expect(decoder.diagnostics.map(\.id) == ["rule/term-ban-field"])
    }

    @Test("reads how far a disguise may go, and says where that changes nothing")
    func certainTo() {
        func decoded(_ verdict: String, _ level: String) -> (level: String?, mistakes: [String]) {
            let text = """
                id: a/b
                title: {zh: 甲, en: A}
                ban: activity
                activity: x
                errs: strict
                verdict: \(verdict)
                basis: {notice: n, provision: art_1, quote: {zh: 乙}}
                when: {concept: c}
                \(level)
                explanation: {zh: 丙, en: C}
                """
            var decoder = RuleDecoder(path: "rule.yaml")
            let rule = decoder.rule(text, id: "a/b")
            return (rule?.certainTo.rawValue, decoder.diagnostics.map { "\($0.location?.line ?? 0) \($0.id)" })
        }
        #expect(decoded("prohibited", "note: x") == ("confusable", []))
        #expect(decoded("prohibited", "certain-to: pinyin") == ("pinyin", []))
        #expect(decoded("prohibited", "certain-to: piyin") == (nil, ["9 yaml/wrong-value"]))
        #expect(decoded("review", "certain-to: pinyin") == (nil, ["9 rule/idle-level"]))
    }
}
