internal import LegalText
internal import NoticeCorpus
internal import NoticeModel
internal import RecordModel

/// Lays the rules of a pack beside the norms of its notice.
struct CoverageChecker {
    let corpus: NoticeCorpus

    /// The text of the notice called `id` whose norms are counted: the Chinese one where there is one.
    func text(of id: String) -> CorpusText? {
        try? corpus.text(named: id)
    }

    /// How far `pack` covers its notice as `text` has it.
    ///
    /// - Parameters:
    ///   - pack: The pack with its waivers.
    ///   - compiled: The same, ready to be applied, to try the words that norms ban; `nil` where it has mistakes.
    ///   - mistakes: The mistakes.
    ///   - text: The notice.
    /// - Returns: Every norm that counts, with what became of it.
    func report(
        on pack: RulePack,
        compiled: CompiledRulePack?,
        mistakes: [Diagnostic],
        text: CorpusText
    ) -> CoverageReport {
        let quotes = quotes(of: pack, in: text)
        let entries = text.notice.norms.filter(\.needsRule).map { norm in
            CoverageReport.Entry(norm: norm, state: state(of: norm, pack, quotes, compiled))
        }
        let orphans = pack.rules.compactMap { rule in
            ForceLint(corpus: corpus).orphanage(of: rule, in: pack).map { reason in
                CoverageReport.Orphan(rule: rule.id, reason: reason, location: rule.place("basis"))
            }
        }
        return CoverageReport(
            pack: pack.id,
            text: text,
            entries: entries,
            orphans: orphans,
            problems: mistakes + waiverProblems(of: pack)
        )
    }

    /// The waivers whose norm is gone, whose words no longer stand there, or that nothing needs.
    func waiverProblems(of pack: RulePack) -> [Diagnostic] {
        guard !pack.waivers.isEmpty, let text = text(of: pack.notice) else { return [] }
        let quotes = quotes(of: pack, in: text)
        var seen: Set<ProvisionID> = []
        return pack.waivers.compactMap { waiver in
            guard let norm = text.notice.norms.first(where: { $0.id == waiver.norm }) else {
                let help = NearestName(text.notice.norms.map(\.id.rawValue)).suggestion(for: waiver.norm.rawValue)
                return .waiver("norm-gone", waiver, "\(text.id) has no norm \(waiver.norm)", help: help)
            }
            guard seen.insert(waiver.norm).inserted else {
                return .waiver("repeated", waiver, "\(waiver.norm) is waived twice")
            }
            guard let quote = waiver.quotes[text.language] else {
                let summary =
                    "'quote' must give words of the norm in \(text.language.rawValue), the text that is counted"
                return .waiver("no-quote", waiver, summary)
            }
            for (language, quote) in waiver.quotes.sorted(by: { $0.key.rawValue < $1.key.rawValue })
            where language != text.language {
                guard let other = try? corpus.text(notice: pack.notice, language: language) else { continue }
                if other.locate(quote: quote.text) == nil {
                    return Diagnostic(
                        "waiver/misquoted",
                        .error,
                        in: quote.location,
                        "the quote doesn't stand in \(other.id)",
                        help: "copy it from the text"
                    )
                }
            }
            guard text.locate(quote: quote.text, in: waiver.norm) != nil else {
                return Diagnostic(
                    "waiver/misquoted",
                    .error,
                    in: quote.location,
                    "the quote doesn't stand in \(waiver.norm) of \(text.id), which says: \(text.notice.text(at: norm.span))",
                    help: "the norms may be numbered otherwise now: look at 'hegui parse \(text.id) --norms'"
                )
            }
            guard norm.needsRule else {
                return .waiver("idle", waiver, "\(waiver.norm) needs no rule: it forbids nothing and has no condition")
            }
            let rules = enforcing(norm, quotes).filter(\.drafted.isEmpty)
            guard rules.isEmpty else {
                let names = rules.map(\.id).joined(separator: ", ")
                return .waiver("idle", waiver, "\(waiver.norm) is enforced by \(names)", help: "drop the waiver")
            }
            return nil
        }
    }
}

extension CoverageChecker {
    /// A rule with the place of its quote.
    private typealias PlacedRule = (rule: Rule, span: TextSpan)

    /// The rules of `pack` that quote `text`, with where their quotes stand.
    private func quotes(of pack: RulePack, in text: CorpusText) -> [PlacedRule] {
        pack.rules.compactMap { rule in
            guard rule.basis.notice == pack.notice, let quote = rule.basis.quotes[text.language],
                let span = text.locate(quote: quote.text, in: ProvisionID(rawValue: rule.basis.provision))
            else { return nil }
            return (rule, span)
        }
    }

    private func enforcing(_ norm: Norm, _ quotes: [PlacedRule]) -> [Rule] {
        quotes.filter { $0.span.quotes(norm.span) }.map(\.rule)
    }

    private func state(
        of norm: Norm,
        _ pack: RulePack,
        _ quotes: [PlacedRule],
        _ compiled: CompiledRulePack?
    ) -> CoverageReport.State {
        let rules = enforcing(norm, quotes)
        let complete = rules.filter(\.drafted.isEmpty).map(\.id)
        if !complete.isEmpty {
            let silent = compiled.map { silentTerms(of: norm, under: $0, rules: Set(complete)) } ?? []
            return silent.isEmpty ? .enforced(complete) : .open(.silentTerms(silent, rules: complete))
        }
        if let waiver = pack.waivers.first(where: { $0.norm == norm.id }), !waiver.isDraft {
            return .waived(waiver.reason)
        }
        let drafted = rules.map(\.id)
        let isDrafted = !drafted.isEmpty || pack.waivers.contains { $0.norm == norm.id }
        return .open(isDrafted ? .draft(drafted) : .noRule)
    }

    /// The words that `norm` bans and on which none of `rules` fires.
    ///
    /// A quote shows that a rule means a norm; only this shows that it knows every one of its words.
    private func silentTerms(of norm: Norm, under pack: CompiledRulePack, rules: Set<String>) -> [String] {
        var scratch = EvaluationScratch()
        return norm.quotedTerms.map(\.text).filter { term in
            // A ban may be of names alone, or of scopes alone.
            ![Record(scope: term), Record(name: term)].contains { record in
                pack.verdict(on: record, scratch: &scratch).findings.contains { rules.contains($0.rule) }
            }
        }
    }
}

extension Diagnostic {
    fileprivate static func waiver(
        _ name: String,
        _ waiver: Waiver,
        _ summary: String,
        help: String? = nil
    ) -> Diagnostic {
        Diagnostic("waiver/\(name)", .error, in: waiver.location, summary, help: help)
    }
}
