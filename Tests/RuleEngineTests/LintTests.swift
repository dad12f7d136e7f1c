import LegalText
import RuleEngine
import Testing

@Suite("Lint of rules and words")
struct LintTests {
    @Test("finds nothing in a sound folder")
    func sound() throws {
        #expect(try SampleData().lint().isEmpty)
    }

    @Test(
        "finds words that do nothing",
        arguments: [
            ("terms: [{zh: [宝币, 仿币, 宝；币]}]", "term/dead"), ("terms: [{zh: [宝币, 仿币, “”]}]", "term/dead"),
            ("terms: [{zh: [宝币, 仿币, 宝币]}]", "term/duplicate"),
            ("terms: [{zh: [宝币, 仿币]}, {zh: [宝币], needs: actor}]", "term/duplicate"),
            ("terms: [{zh: [宝币, 仿币], en: [coin-X, Coin x]}]", "term/duplicate"),
            (
                "terms: [{zh: [宝币, 仿币, 宝石币]}]\nallow: [{zh: [宝石币], effect: clear, reason: {zh: 甲, en: a}}]",
                "term/shadowed"
            ),
            ("terms: [{zh: [宝币, 仿币]}]\nallow: [{zh: [宝石], effect: clear, reason: {zh: 甲, en: a}}]", "phrase/idle"),
        ]
    )
    func idleWords(concept: String, expected: String) throws {
        let data = try SampleData()
        try data.concept("coin", concept)
        let found = try data.folder().lint()
        #expect(found.map(\.id) == [expected])
        #expect(found.allSatisfy { $0.location?.line != nil && $0.location?.column != nil })
    }

    @Test(
        "leaves words alone that reach further than another",
        arguments: [
            "terms: [{zh: [宝币, 仿币, 大宝币]}]", "terms: [{zh: [仿币]}, {zh: [宝币], needs: actor}, {zh: [宝币], not-after: [石]}]",
            "terms: [{zh: [宝币, 仿币]}]\nallow: [{zh: [宝币石], effect: clear, reason: {zh: 甲, en: a}}]",
        ]
    )
    func usefulWords(concept: String) throws {
        let data = try SampleData()
        try data.concept("coin", concept)
        try data.write(
            "- {sentinel: a, record: {scope: 仿币}, expect: {terms: prohibited}}\n- {sentinel: b, record: {scope: 甲}, expect: clear}",
            "rules/sample/sentinels.yaml"
        )
        #expect(try data.lint().isEmpty)
    }

    @Test("warns of words that make a rule look at too many records", arguments: ["服务", "币", "Service", "ab"])
    func overBroad(term: String) throws {
        let data = try SampleData()
        try data.concept("coin", "terms: [{zh: [宝币, 仿币, \(term)]}]")
        try data.write(SampleData.sentinels.replacing("珠宝", with: "甲"), "rules/sample/sentinels.yaml")
        #expect(try data.lint() == ["3 rule/over-broad"])
        // Where another word is needed beside it, it costs nothing.
        try data.concept("coin", "terms: [{zh: [宝币, 仿币]}, {zh: [\(term)], needs: actor}]")
        #expect(try data.lint().isEmpty)
    }

    @Test("warns of a rule that is slow")
    func slow() throws {
        let data = try SampleData()
        let parts = Array(repeating: "{record: {concept: [actor, coin]}}", count: 20).joined(separator: ", ")
        try data.changeRule("{concept: coin}", to: "{all: [{concept: coin}, {any: [\(parts)]}]}")
        #expect(try data.lint().contains("11 rule/slow"))
    }

    @Test("finds what a rule says beyond its clause")
    func clause() throws {
        let data = try SampleData()
        let second = "企业、个体工商户注册名称和经营范围中不得含有“宝币”“仿币”等字样"
        // The ban of art. 1 has no cure, and the notice names no ministry.
        try data.changeRule(
            "when:",
            to: "authority: {zh: 财政部, en: MoF}\ncure: {requirement: {zh: 主管部门批准, en: consent}}\nwhen:"
        )
        #expect(try data.lint() == ["11 rule/authority-not-in-notice", "12 rule/cure-not-in-clause"])
        // That of art. 2 has one, which the rule leaves out.
        try data.write(
            SampleData.rule.replacing(second, with: "未经主管部门同意，任何单位和个人不得发行宝币").replacing("art_1", with: "art_2"),
            "rules/sample/terms/rule.yaml"
        )
        #expect(try data.lint() == ["1 rule/cure-missing"])
        // Art. 3 sets a duty, which is no ban.
        try data.write(
            SampleData.rule.replacing(second, with: "银行发现问题线索应及时向主管部门报告").replacing("art_1", with: "art_3"),
            "rules/sample/terms/rule.yaml"
        )
        #expect(try data.lint() == ["6 rule/verdict-beyond-clause"])
    }

    @Test("says where a concept or a provision is named that isn't there")
    func places() throws {
        let data = try SampleData()
        try data.changeRule("{concept: coin}", to: "{concept: coyn}")
        #expect(try data.lint() == ["11 rule/unknown-concept"])
        try data.changeRule("art_1", to: "art_2")
        #expect(try data.lint().contains("10 rule/misquoted"))
    }

    @Test("knows a rule that was copied with its id")
    func duplicateID() throws {
        let data = try SampleData()
        try data.write(SampleData.rule, "rules/sample/copy/rule.yaml")
        try data.write(SampleData.cases, "rules/sample/copy/cases.yaml")
        #expect(try data.lint() == ["1 rule/duplicate-id"])
    }

    @Test("goes on with the next rule after a mistake in one")
    func several() throws {
        let data = try SampleData()
        try data.write("id: sample/broken\n", "rules/sample/broken/rule.yaml")
        try data.write("[]", "rules/sample/broken/cases.yaml")
        try data.changeRule("{concept: coin}", to: "{concept: coyn}")
        let found = try data.lint()
        #expect(found.contains("11 rule/unknown-concept"))
        #expect(found.count { $0 == "1 yaml/missing-field" } > 4)
    }

    @Test("asks for cases of each kind")
    func cases() throws {
        let data = try SampleData()
        try data.write("- {case: a, record: {scope: 宝币服务}, expect: prohibited}\n", "rules/sample/terms/cases.yaml")
        #expect(try data.lint() == ["1 rule/too-few-cases"])
    }
}
