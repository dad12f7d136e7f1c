import Foundation
import LegalText
import NoticeCorpus
import RuleEngine

/// Everything that is wrong with the rules of a data folder; nothing where they are as they should be.
func mistakes(inRulesOf data: URL) throws -> [String] {
    let corpus = try NoticeCorpus.load(from: data.appending(path: "corpus"))
    let rules = RuleFolder(rules: data.appending(path: "rules"), corpus: corpus)
    return (rules.lint() + rules.test().failures).map(\.description)
}
