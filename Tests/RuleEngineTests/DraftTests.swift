import Foundation
import LegalText
import NoticeCorpus
import NoticeModel
import RuleEngine
import Testing

@Suite("Drafting rules from a notice")
struct DraftTests {
    /// The sample notice without its pack, and the draft of one.
    private func drafted(_ data: SampleData) throws -> [DraftedFile] {
        let corpus = try NoticeCorpus.load(from: data.url.appending(path: "corpus"))
        let text = try #require(try corpus.text(named: "sample"))
        let draft = PackDraft(id: "sample", notice: text.notice, language: .zh, title: text.entry.title)
        return try data.folder().draft(draft)
    }

    @Test("gives a rule for each ban, with quote, verdict, cure and banned words, and the same files each time")
    func files() throws {
        let data = try SampleData()
        let files = try drafted(data)
        #expect(files == (try drafted(data)))
        let rules = files.filter { $0.path.hasSuffix("/rule.yaml") }
        #expect(rules.map(\.path) == ["sample/art-1-norm-1/rule.yaml", "sample/art-2-norm-1/rule.yaml"])
        #expect(rules[0].text.contains("ban: term\n"))
        #expect(rules[1].text.contains("cure: {requirement: {zh: \"主管部门同意\""))
        let words = files.first { $0.path == "lexicon/concepts/sample-art-1-norm-1.yaml" }
        #expect(words?.text.contains("zh: [\"宝币\", \"仿币\"]") == true)
        #expect(files.first { $0.path == "sample/waivers.yaml" }?.text.contains("art_3__norm_1") == true)
    }

    @Test("gives a pack that loads, of which lint says only what is to be completed, and whose cases fail")
    func loads() throws {
        let data = try SampleData()
        for file in try drafted(data) { try data.write(file.text, "rules/\(file.path)") }
        try data.write("[]", "rules/sample/sentinels.yaml")
        try data.remove("rules/sample/terms")
        defer { withExtendedLifetime(data) {} }
        let folder = try data.folder()
        #expect(try folder.pack("sample").ruleIDs.count == 2)
        let found = folder.lint()
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.id.hasPrefix("draft/") }, "\(found.map(\.description))")
        let report = folder.test()
        #expect(report.passed == 2)
        #expect(report.failures.count == 10)
        #expect(report.failures.allSatisfy { $0.id == "draft/case" && $0.summary.contains("is to be completed") })
        let coverage = try folder.coverage(of: "sample")
        #expect(coverage.open == 3)
    }

    @Test("begins a rule for one norm, or none")
    func newRule() throws {
        let data = try SampleData()
        defer { withExtendedLifetime(data) {} }
        let folder = try data.folder()
        let files = try folder.newRule("sample/mine", norm: "art_2__norm_1")
        #expect(files.map(\.path).contains("sample/mine/rule.yaml"))
        #expect(files[0].text.contains("不得发行宝币"))
        #expect(try folder.newRule("sample/mine", norm: nil).count == 2)
        #expect(throws: RulePackError.self) { try folder.newRule("sample/mine", norm: "art_9__norm_1") }
        #expect(throws: RulePackError.self) { try folder.newRule("other/mine", norm: nil) }
    }

    @Test("writes YAML that reads back, whatever a clause holds")
    func hostileClause() throws {
        let data = try SampleData()
        try data.write("关于甲的通知\n\n（一）银行不得说\"好: {\\坏}\" # 甲。\n", "corpus/notices/sample/zh.txt")
        for file in try drafted(data) { try data.write(file.text, "rules/\(file.path)") }
        try data.remove("rules/sample/terms")
        try data.write("[]", "rules/sample/sentinels.yaml")
        let found = try data.folder().lint()
        #expect(found.allSatisfy { $0.id.hasPrefix("draft/") }, "\(found.map(\.description))")
    }
}
