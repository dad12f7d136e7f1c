import LegalText
import RuleEngine
import Testing

@Suite("Sentinels")
struct SentinelTests {
    @Test("let a sound pack be loaded")
    func sound() throws {
        let data = try SampleData()
        #expect(try data.folder().pack("sample").ruleIDs == ["sample/terms"])
        #expect(try data.lint().isEmpty)
    }

    @Test("keep a pack from being used in which a rule fell silent, and name sentinel and rule")
    func fellSilent() throws {
        let data = try SampleData()
        try data.concept("coin", "terms: [{zh: [仿币]}]")
        let error = try #require(throws: RulePackError.self) { try data.folder().pack("sample") }
        #expect(error.diagnostics.map(\.id) == ["sentinel/fell-silent"])
        let summary = error.diagnostics.first?.summary ?? ""
        #expect(summary.contains("'宝币 in a scope'"))
        #expect(summary.contains("'sample/terms'"))
        #expect(error.diagnostics.first?.location?.line == 1)
    }

    @Test("keep a pack from being used in which a rule fires where it must not")
    func fires() throws {
        let data = try SampleData()
        try data.concept("coin", "terms: [{zh: [宝币, 仿币, 珠宝]}]")
        let error = try #require(throws: RulePackError.self) { try data.folder().pack("sample") }
        #expect(error.diagnostics.map(\.id) == ["sentinel/fires"])
    }

    @Test("must name rules that are there, and expect something")
    func mistakes() throws {
        let data = try SampleData()
        let text = """
            - {sentinel: a, record: {scope: 宝币}, expect: {term: prohibited}}
            - {sentinel: b, record: {scope: 宝币}, expect: {terms: banned}}
            - {sentinel: c, record: {scope: 宝币}}
            - {sentinal: d, record: {scope: 宝币}, expect: clear}
            """
        try data.write(text, "rules/sample/sentinels.yaml")
        #expect(
            try data.lint() == [
                "2 yaml/wrong-value", "3 yaml/missing-field", "4 yaml/missing-field", "4 yaml/unknown-field",
            ]
        )
        try data.write(String(text.prefix { $0 != "\n" }), "rules/sample/sentinels.yaml")
        #expect(try data.lint() == ["1 pack/no-sentinel", "1 sentinel/unknown-rule"])
    }
}
