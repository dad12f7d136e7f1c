package import LegalText
package import NoticeCorpus
internal import NoticeModel
internal import RecordModel

extension CompiledRulePack {
    /// Where the clauses that the rules quote stand in `text`, in UTF-8 bytes of it, by the ids of the rules.
    ///
    /// A rule that cites another notice, or no words in the text's language, is left out.
    package func clauses(in text: CorpusText) -> [String: TextSpan] {
        var clauses: [String: TextSpan] = [:]
        for rule in rules where rule.basis.notice == text.entry.id {
            guard let quote = rule.basis.quotes.first(where: { $0.language == text.language }) else { continue }
            clauses[rule.rule.id] = text.locate(
                quote: quote.text,
                in: ProvisionID(rawValue: rule.basis.provision)
            )
        }
        return clauses
    }
}
