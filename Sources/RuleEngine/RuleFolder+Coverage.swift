package import LegalText
package import NoticeCorpus

extension RuleFolder {
    /// How far the rules of the pack called `id` enforce the norms of its notice.
    ///
    /// A pack whose rules refer to what isn't there is measured too, and what they refer to is among the problems.
    ///
    /// - Throws: An error with the mistakes of the files, or where the corpus hasn't got the notice.
    package func coverage(of id: String) throws(RulePackError) -> CoverageReport {
        try checkName(id)
        var loading = Loading(folder, corpus)
        let pack = loading.pack(id, withCases: true, isChecked: false)
        guard let pack, loading.diagnostics.isEmpty else { throw RulePackError(loading.diagnostics) }
        let checker = CoverageChecker(corpus: corpus)
        guard let text = checker.text(of: pack.notice) else {
            let summary = "the corpus has no text of '\(pack.notice)', whose norms are to be counted"
            throw RulePackError([Diagnostic("rules/no-text", .error, in: pack.location, summary)])
        }
        let mistakes = loading.mistakes(of: pack)
        let compiled = mistakes.isEmpty ? try loading.compile(pack) : nil
        return checker.report(on: pack, compiled: compiled, mistakes: mistakes, text: text)
    }
}

extension RulePack {
    /// How far the rules, which were compiled into `compiled`, enforce the norms of their notice as one of its texts has them;
    /// `nil` where the corpus has no such text.
    ///
    /// Waivers name the norms of the text that is counted, the Chinese one: of another text only what is enforced is told.
    ///
    /// - Throws: An error where the text can't be read.
    package func coverage(
        under compiled: CompiledRulePack,
        in corpus: NoticeCorpus,
        language: LocalizedText.Language
    ) throws(CorpusError) -> CoverageReport? {
        guard let text = try corpus.text(notice: notice, language: language) else { return nil }
        return CoverageChecker(corpus: corpus).report(on: self, compiled: compiled, mistakes: [], text: text)
    }
}
