internal import LegalText
internal import NoticeCorpus
internal import NoticeModel

extension RuleFolder {
    /// The files of a pack drafted from a notice, their paths below the rules folder; nothing is written.
    ///
    /// - Throws: An error where the lexicon has mistakes, or the notice no norm that needs a rule.
    package func draft(_ draft: PackDraft) throws(RulePackError) -> [DraftedFile] {
        let files = try drafter().files(of: draft)
        guard files.contains(where: { $0.path.hasSuffix("/rule.yaml") }) else {
            let summary =
                "'\(draft.id)' holds no norm that forbids something or demands a consent, so there is nothing to draft"
            throw RulePackError([Diagnostic("draft/no-norm", .error, at: nil, summary)])
        }
        return files
    }

    /// The files of a new rule called `id`, `<pack>/<name>`, for the norm at `norm` where one is given.
    ///
    /// - Throws: An error where there is no such pack, norm or text, or the lexicon has mistakes.
    package func newRule(_ id: String, norm: String?) throws(RulePackError) -> [DraftedFile] {
        let pack = String(id.prefix { $0 != "/" })
        try checkName(pack)
        var loading = Loading(folder, corpus)
        guard let notice = loading.pack(pack, withCases: false, isChecked: false)?.notice else {
            throw RulePackError(loading.diagnostics)
        }
        guard let norm else { return RuleSkeleton(id: id, notice: notice, clause: nil).files }
        guard let text = try? corpus.text(named: notice) else {
            throw RulePackError([Diagnostic("rules/no-text", .error, at: nil, "the corpus has no text of '\(notice)'")])
        }
        let draft = PackDraft(id: notice, notice: text.notice, language: text.language, title: text.entry.title)
        guard let files = try drafter().files(ofRule: id, for: ProvisionID(rawValue: norm), draft: draft) else {
            let help =
                NearestName(text.notice.norms.map(\.id.rawValue)).suggestion(for: norm)
                ?? "'hegui parse \(text.id) --norms' lists them"
            throw RulePackError([
                Diagnostic("draft/unknown-norm", .error, at: nil, "\(text.id) has no norm '\(norm)'", help: help)
            ])
        }
        return files
    }

    private func drafter() throws(RulePackError) -> RuleDrafter {
        let loading = Loading(folder, corpus)
        guard loading.diagnostics.isEmpty else { throw RulePackError(loading.diagnostics) }
        return RuleDrafter(lexicon: loading.lexicon, folding: loading.folding)
    }
}
