import LegalText
import NoticeModel
import RuleEngine
import Testing

@Suite("Coverage of a notice by rules")
struct CoverageTests {
    private static let waivers = """
        - norm: art_3__norm_1
          quote: {zh: 发现问题线索}
          reason: {zh: 看不出, en: can't be seen}
        """

    private static let issuing = """
        id: sample/issuing
        title: {zh: 发行, en: issuing}
        ban: activity
        activity: issuing
        errs: inclusive
        verdict: prohibited
        basis: {notice: sample, provision: art_2, quote: {zh: 未经主管部门同意，任何单位和个人不得发行宝币}}
        cure: {requirement: {zh: 主管部门同意, en: consent}}
        when: {concept: coin}
        explanation: {zh: "{terms}", en: "{terms}"}
        """

    private func report(_ data: SampleData) throws -> CoverageReport {
        try data.folder().coverage(of: "sample")
    }

    @Test("counts bans and conditions, and tells what is enforced from what is open")
    func open() throws {
        let report = try report(SampleData())
        #expect(report.entries.map(\.norm.id.rawValue) == ["art_1__norm_1", "art_2__norm_1", "art_3__norm_1"])
        #expect(report.enforced == 1)
        #expect(report.open == 2)
        #expect(!report.isComplete)
        guard case .open(.noRule) = report.entries[1].state else {
            Issue.record("art_2 isn't open")
            return
        }
    }

    @Test("is complete with a rule or a reason for each norm")
    func complete() throws {
        let data = try SampleData()
        try data.write(Self.waivers, "rules/sample/waivers.yaml")
        try data.write(Self.issuing, "rules/sample/issuing/rule.yaml")
        try data.write("[]", "rules/sample/issuing/cases.yaml")
        let report = try report(data)
        #expect(report.problems.isEmpty, "\(report.problems)")
        #expect(report.enforced == 2)
        #expect(report.waived == 1)
        #expect(report.isComplete)
        #expect(report.share == 1)
    }

    @Test("doesn't take a quote for enforcement where a banned word doesn't fire")
    func silentTerms() throws {
        let data = try SampleData()
        try data.concept("coin", "terms: [{zh: [宝币]}]")
        guard case .open(.silentTerms(let terms, let rules)) = try report(data).entries[0].state else {
            Issue.record("仿币 isn't missed")
            return
        }
        #expect(terms == ["仿币"])
        #expect(rules == ["sample/terms"])
    }

    @Test("tries banned words where the rule looks", arguments: ["name", "scope"])
    func fields(field: String) throws {
        let data = try SampleData()
        try data.changeRule("ban: term", to: "ban: term\nfields: [\(field)]")
        guard case .enforced = try report(data).entries[0].state else {
            Issue.record("a rule that looks at the \(field) alone is taken for silent")
            return
        }
    }

    @Test("doesn't count a rule that shares a few words with a norm, or a draft")
    func notEnforced() throws {
        let data = try SampleData()
        try data.changeRule("企业、个体工商户注册名称和经营范围中不得含有“宝币”“仿币”等字样}", to: "等字样}\ndraft: [when]")
        guard case .open(.draft) = try report(data).entries[0].state else {
            Issue.record("a draft counts")
            return
        }
    }

    @Test(
        "reports a waiver that waives nothing",
        arguments: [
            ("art_3__norm_9", "发现问题线索", "waiver/norm-gone"), ("art_3__norm_1", "发现别的线索", "waiver/misquoted"),
            ("art_1__norm_1", "不得含有", "waiver/idle"),
        ]
    )
    func waivers(norm: String, quote: String, expected: String) throws {
        let data = try SampleData()
        let text = Self.waivers.replacing("art_3__norm_1", with: norm).replacing("发现问题线索", with: quote)
        try data.write(text, "rules/sample/waivers.yaml")
        let report = try report(data)
        #expect(report.problems.map(\.id) == [expected])
        #expect(report.problems.allSatisfy { $0.location?.line != nil })
        #expect(!report.isComplete)
        // The same is a mistake to lint.
        #expect(try data.folder().lint().map(\.id).contains(expected))
    }

    @Test("calls a rule an orphan whose provision is gone, or whose notice is repealed without a successor")
    func orphans() throws {
        let gone = try SampleData()
        try gone.changeRule("art_1", to: "art_7")
        #expect(try report(gone).orphans.map(\.reason.en) == ["sample/zh has no art_7"])

        let repealed = try SampleData()
        try repealed.write(SampleData.notice, "corpus/notices/later/zh.txt")
        try repealed.meta("later", repeals: ["sample"])
        #expect(try report(repealed).orphans.map(\.rule) == ["sample/terms"])
        #expect(try repealed.lint().contains("1 pack/not-in-force"))
        let pack = "id: sample\nnotice: sample\nversion: 1.0.0\ntitle: {zh: 甲, en: a}\nsuccessor: "
        try repealed.write(pack + "later\n", "rules/sample/pack.yaml")
        #expect(try report(repealed).orphans.isEmpty)
        #expect(try repealed.lint().isEmpty)
        try repealed.write(pack + "other\n", "rules/sample/pack.yaml")
        #expect(try repealed.lint() == ["5 pack/wrong-successor"])
    }
}
