internal import LegalText
internal import NoticeCorpus

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
