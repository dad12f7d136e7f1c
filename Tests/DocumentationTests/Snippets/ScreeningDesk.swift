import Foundation
import LegalText
import NoticeCorpus
import RecordModel
import RuleEngine

/// Screens one record at a time, for as many callers as there are.
struct ScreeningDesk: Sendable {
    private let pack: CompiledRulePack

    /// Loads, checks and compiles the rules of a notice, once.
    init(data: URL, pack id: String) throws {
        let corpus = try NoticeCorpus.load(from: data.appending(path: "corpus"))
        pack = try RuleFolder(rules: data.appending(path: "rules"), corpus: corpus).pack(id)
    }

    /// What is sent in.
    struct Question: Codable, Sendable {
        var name: String?
        var scope: String?
    }

    /// What is sent back.
    struct Answer: Codable, Sendable {
        struct Ground: Codable, Sendable {
            var rule: String
            var words: [String]
            var clause: String
            var status: String
            var reason: String
        }

        var pack: String
        var verdict: String
        var grounds: [Ground]
    }

    /// The answer to a question.
    func answer(_ question: Question) -> Answer {
        var scratch = EvaluationScratch()
        let record = Record(name: question.name, scope: question.scope)
        let verdict = pack.verdict(on: record, scratch: &scratch)
        return Answer(
            pack: pack.digest,
            verdict: verdict.level.rawValue,
            grounds: verdict.findings.map { finding in
                let quote = finding.basis.quote(in: .zh)
                return Answer.Ground(
                    rule: finding.rule,
                    words: finding.evidence.map(\.text),
                    clause: quote?.text ?? "",
                    status: quote?.status ?? "",
                    reason: finding.explanation[.zh]
                )
            }
        )
    }
}
