internal import LegalText
internal import NoticeCorpus
internal import NoticeModel

/// Checks that the clauses that rules cite are there and in force.
struct ForceLint {
    let corpus: NoticeCorpus

    /// What is wrong with the notices that `pack` and its rules name.
    func diagnostics(of pack: RulePack) -> [Diagnostic] {
        let repealing = corpus.repealing(pack.notice).map(\.id)
        var diagnostics: [Diagnostic] = []
        if let successor = pack.successor, !repealing.contains(successor) {
            let known = repealing.isEmpty ? "no notice of the corpus repeals it" : "expected '\(repealing[0])'"
            let summary = "'successor' is '\(successor)', which doesn't repeal '\(pack.notice)': \(known)"
            diagnostics.append(Diagnostic("pack/wrong-successor", .error, in: pack.location, summary))
        } else if pack.successor == nil, let repealed = repealing.first {
            diagnostics.append(
                Diagnostic(
                    "pack/not-in-force",
                    .warning,
                    in: pack.location,
                    "'\(repealed)' repeals '\(pack.notice)', and the pack doesn't say that it is kept for earlier dates",
                    help: "write 'successor: \(repealed)' if it is, else drop the pack"
                )
            )
        }
        return diagnostics
            + pack.rules.filter { $0.basis.notice != pack.notice }.compactMap { rule in
                guard let repealed = corpus.repealing(rule.basis.notice).first, repealed.id != pack.successor else {
                    return nil
                }
                let summary = "the basis is '\(rule.basis.notice)', which '\(repealed.id)' repeals"
                return Diagnostic("rule/not-in-force", .warning, in: rule.place("basis"), summary)
            }
    }

    /// Why no clause in force stands behind `rule`, or `nil` where one does.
    func orphanage(of rule: Rule, in pack: RulePack) -> LocalizedText? {
        let basis = rule.basis
        guard corpus.entry(basis.notice) != nil else {
            return LocalizedText(zh: "资料库没有通知 \(basis.notice)", en: "the corpus hasn't got the notice \(basis.notice)")
        }
        let provision = ProvisionID(rawValue: basis.provision)
        for (language, quote) in basis.quotes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            guard let text = try? corpus.text(notice: basis.notice, language: language) else { continue }
            guard text.notice.span(of: provision) != nil else {
                return LocalizedText(zh: "\(text.id) 没有 \(provision)", en: "\(text.id) has no \(provision)")
            }
            guard text.locate(quote: quote.text, in: provision) != nil else {
                return LocalizedText(
                    zh: "所引条文不在 \(text.id) 的 \(provision) 中",
                    en: "the quote doesn't stand in \(provision) of \(text.id)"
                )
            }
        }
        let repealing = corpus.repealing(basis.notice).map(\.id)
        guard let repealed = repealing.first, !repealing.contains(pack.successor ?? "") else { return nil }
        return LocalizedText(
            zh: "\(basis.notice) 已由 \(repealed) 废止，规则包未注明 successor",
            en: "\(repealed) repeals \(basis.notice), and the pack names no successor"
        )
    }
}
