import Foundation
import LegalText
import NoticeCorpus
import RuleEngine
import TestSupport

/// A data folder with one notice, a lexicon of a few words and a pack of one rule, which tests change file by file.
final class SampleData {
    let url: URL

    static let notice = """
        关于加强宝币管理的通知

        （一）企业、个体工商户注册名称和经营范围中不得含有“宝币”“仿币”等字样。

        （二）未经主管部门同意，任何单位和个人不得发行宝币。

        （三）银行发现问题线索应及时向主管部门报告。
        """

    static let rule = """
        id: sample/terms
        title: {zh: 字样, en: terms}
        ban: term
        activity: terms
        errs: inclusive
        verdict: prohibited
        basis:
          notice: sample
          provision: art_1
          quote: {zh: 企业、个体工商户注册名称和经营范围中不得含有“宝币”“仿币”等字样}
        when: {concept: coin}
        explanation: {zh: "含{terms}", en: "holds {terms}"}
        """

    static let cases = """
        - {case: a, record: {scope: 宝币服务}, expect: prohibited}
        - {case: b, record: {name: 仿币公司}, expect: prohibited}
        - {case: c, record: {scope: 甲}, expect: clear}
        - {case: d, record: {scope: 乙}, expect: clear}
        - {case: e, record: {scope: 宝石}, expect: clear, near-miss: true}
        """

    static let sentinels = """
        - {sentinel: 宝币 in a scope, record: {scope: 宝币服务}, expect: {terms: prohibited}}
        - {sentinel: nothing, record: {scope: 珠宝}, expect: clear}
        """

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "hegui-sample-\(UUID().uuidString)")
        for name in ContextConcept.allCases.map(\.rawValue) {
            try write(
                "id: \(name)\ntitle: {zh: 甲, en: a}\nterms: [{zh: [某\(name)]}]\n",
                "rules/lexicon/concepts/\(name).yaml"
            )
        }
        let folding = "rules/lexicon/folding"
        let tables = try FileManager.default.contentsOfDirectory(
            atPath: ProjectFolder.root.appending(path: folding).path(percentEncoded: false)
        )
        for name in tables where name.hasSuffix(".tsv") { try write("# nothing\n", "\(folding)/\(name)") }
        try write("groups: [{direction: forward, zh: [不从事]}]\n", "rules/lexicon/negation.yaml")
        try write("zh: [服务]\nen: [service]\n", "rules/lexicon/common.yaml")
        try concept("coin", "terms: [{zh: [宝币, 仿币]}]")
        try write(Self.notice, "corpus/notices/sample/zh.txt")
        try meta("sample")
        try write("id: sample\nnotice: sample\nversion: 1.0.0\ntitle: {zh: 甲, en: a}\n", "rules/sample/pack.yaml")
        try write(Self.rule, "rules/sample/terms/rule.yaml")
        try write(Self.cases, "rules/sample/terms/cases.yaml")
        try write(Self.sentinels, "rules/sample/sentinels.yaml")
    }

    deinit {
        try? FileManager.default.removeItem(at: url)
    }

    func write(_ text: String, _ path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
    }

    func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appending(path: path))
    }

    func concept(_ id: String, _ rest: String) throws {
        try write("id: \(id)\ntitle: {zh: 甲, en: a}\n\(rest)\n", "rules/lexicon/concepts/\(id).yaml")
    }

    func meta(_ id: String, repeals: [String] = []) throws {
        let text = """
            id: \(id)
            title: {zh: 关于加强宝币管理的通知, en: Notice}
            repeals: [\(repeals.joined(separator: ", "))]
            texts: {zh: {file: zh.txt, status: transcription, source: made up}}
            """
        try write(text, "corpus/notices/\(id)/meta.yaml")
    }

    /// Rewrites the sample rule with `old` replaced by `new`.
    func changeRule(_ old: String, to new: String) throws {
        try write(Self.rule.replacing(old, with: new), "rules/sample/terms/rule.yaml")
    }

    func folder() throws -> RuleFolder {
        RuleFolder(
            rules: url.appending(path: "rules"),
            corpus: try NoticeCorpus.load(from: url.appending(path: "corpus"))
        )
    }

    /// What lint finds, as `line id`, sorted.
    func lint() throws -> [String] {
        try folder().lint().map { "\($0.location?.line ?? 0) \($0.id)" }.sorted()
    }
}
