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

/// A way of writing a text that must not change what a rule does with it.
enum Dressing: String, CaseIterable {
    case plain
    case fullWidthLetters
    case otherCase
    case zeroWidthSpaces
    case emojiBefore

    func applied(to text: String) -> String {
        var dressed = self == .emojiBefore ? "🏦 " : ""
        for scalar in text.unicodeScalars {
            switch self {
            case .plain, .emojiBefore:
                dressed.unicodeScalars.append(scalar)
            case .fullWidthLetters:
                let isLetter = scalar.isASCII && scalar.properties.isAlphabetic
                dressed.unicodeScalars.append(isLetter ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar)
            case .otherCase:
                let isUpper = scalar.properties.isUppercase
                dressed += isUpper ? scalar.properties.lowercaseMapping : scalar.properties.uppercaseMapping
            case .zeroWidthSpaces:
                dressed.unicodeScalars.append(scalar)
                dressed.unicodeScalars.append("\u{200B}")
            }
        }
        return dressed
    }

    func applied(to record: Record) -> Record {
        var dressed = record
        dressed.name = record.name.map(applied)
        dressed.otherNames = record.otherNames.map { OtherName(applied(to: $0.text), kind: $0.kind) }
        dressed.scope = record.scope.map(applied)
        dressed.description = record.description.map(applied)
        return dressed
    }
}

@Suite("The cases of the rules that ship")
struct RuleCaseTests {
    @Test("come out as they say, however the text is dressed", arguments: try ShippedRules.cases(), Dressing.allCases)
    func ruleCase(_ ruleCase: RuleCase, dressing: Dressing) throws {
        let pack = try ShippedRules.pack(of: ruleCase)
        var scratch = EvaluationScratch()
        let verdict = pack.verdict(on: dressing.applied(to: ruleCase.record), scratch: &scratch)
        let level = verdict.findings.filter { $0.rule == ruleCase.rule }.map(\.verdict).max() ?? .clear
        #expect(level == ruleCase.expected, "\(ruleCase.location): \(ruleCase.name)")
    }

    @Test("are there, and pass with their evidence, doubts and releases")
    func wholeCases() throws {
        let report = try ShippedRules.folder.get().test()
        #expect(report.passed > 100)
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
            #expect(verdict.findings.isEmpty || pack.mayFire(on: ruleCase.record))
        }
    }
}
