import Foundation
import LegalText
import NoticeCorpus
import RecordModel
import RuleEngine
import TestSupport
import Testing

/// The packs that ship, loaded once.
enum ShippedRules {
    static let folder: Result<RuleFolder, any Error> = Result {
        RuleFolder(
            rules: ProjectFolder.root.appending(path: "rules"),
            corpus: try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
        )
    }

    static let pack: Result<CompiledRulePack, any Error> = Result { try pack("yinfa-2026-42") }

    /// The packs by id, each compiled once.
    private static let packs: Result<[String: CompiledRulePack], any Error> = Result {
        let rules = try ShippedRules.folder.get()
        return try Dictionary(uniqueKeysWithValues: rules.packIDs.map { ($0, try rules.pack($0)) })
    }

    static func pack(_ id: String) throws -> CompiledRulePack {
        try #require(try packs.get()[id])
    }

    /// The pack that a rule belongs to.
    static func pack(of ruleCase: RuleCase) throws -> CompiledRulePack {
        try pack(String(ruleCase.rule.prefix { $0 != "/" }))
    }

    static func cases() throws -> [RuleCase] {
        let folder = try folder.get()
        return try folder.packIDs.flatMap { try folder.contents(of: $0).pack.cases }
    }
}

@Suite("The cases of the rules that ship")
struct RuleCaseTests {
    @Test("come out as they say, with their evidence, doubts and releases, however the text is dressed")
    func cases() throws {
        let report = try ShippedRules.folder.get().test()
        #expect(report.passed > 700)
        #expect(report.runs > 4 * report.passed)
        #expect(report.failures.isEmpty, "\(report.failures.map(\.description).joined(separator: "\n"))")
    }

    @Test("and nothing else in the folder is amiss")
    func lint() throws {
        let diagnostics = try ShippedRules.folder.get().lint()
        #expect(diagnostics.isEmpty, "\(diagnostics.map(\.description).joined(separator: "\n"))")
    }

    @Test("show evidence that is cut from the record itself")
    func evidence() throws {
        var scratch = EvaluationScratch()
        for ruleCase in try ShippedRules.cases() {
            let pack = try ShippedRules.pack(of: ruleCase)
            let verdict = pack.verdict(on: ruleCase.record, scratch: &scratch)
            for evidence in verdict.findings.flatMap(\.evidence) + verdict.released.flatMap(\.evidence) {
                let text = ruleCase.record.texts(of: evidence.field)[evidence.index]
                let bytes = Array(text.utf8)[evidence.span.range]
                #expect(String(decoding: bytes, as: UTF8.self) == evidence.text)
            }
            #expect(verdict == pack.verdict(onCandidate: ruleCase.record, scratch: &scratch))
        }
    }
}
