// A stand-in for the rule engine until the branches meet; nothing here is kept.
public import Foundation
public import LegalText
public import NoticeCorpus
public import RecordModel

/// Stand-in.
public struct CompiledRulePack: Sendable {
    /// Stand-in.
    public var id: String
    /// Stand-in.
    public var version: String
    /// Stand-in.
    public var digest: String

    /// Stand-in: finds RWA in names and the word 矿机 in scopes.
    public func verdict(on record: Record, scratch: inout EvaluationScratch) -> Verdict {
        var findings: [Finding] = []
        for field in [Field.name, .scope] {
            for text in record.texts(of: field) {
                guard let range = text.range(of: "RWA") else { continue }
                let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
                let span = TextSpan(start: start, end: start + 3)
                findings.append(
                    Finding(
                        rule: "yinfa-2026-42/registration-terms",
                        ban: .term,
                        activity: "registration-term",
                        verdict: .prohibited,
                        basis: Basis(
                            notice: "yinfa-2026-42",
                            documentNumber: "银发〔2026〕42号",
                            provision: "art_8",
                            label: "（八）",
                            quotes: [Quote("不得含有", language: .zh, status: "unofficial-reconstruction")]
                        ),
                        authority: "市场监管部门",
                        cure: nil,
                        item: nil,
                        evidence: [Evidence(field: field, span: span, text: "RWA", term: "RWA", disguise: [])],
                        doubts: [],
                        explanation: LocalizedText(zh: "替身", en: "stand-in")
                    )
                )
            }
        }
        return Verdict(findings: findings)
    }
}

/// Stand-in.
public struct EvaluationScratch {
    /// Stand-in.
    public init() {}
}

/// Stand-in.
public struct RulePackError: Error {
    /// Stand-in.
    public let diagnostics: [Diagnostic]
}

/// Stand-in.
public struct RuleFolder {
    /// Stand-in.
    public init(rules: URL, corpus: NoticeCorpus) {}
    /// Stand-in.
    public func pack(_ id: String) throws(RulePackError) -> CompiledRulePack {
        CompiledRulePack(id: id, version: "0.0.0", digest: "sha256:00")
    }
    /// Stand-in.
    public func lint() -> [Diagnostic] { [] }
    /// Stand-in.
    public func test() -> RuleTestReport { RuleTestReport(passed: 0, failures: []) }
}

/// Stand-in.
public struct RuleTestReport {
    /// Stand-in.
    public let passed: Int
    /// Stand-in.
    public let failures: [Diagnostic]
}
