internal import Foundation
internal import LegalText
internal import NoticeCorpus
internal import NoticeModel
internal import RecordModel

/// Compares what rules say about their clauses, verdict, cure and authority, with what the parsed notice says.
///
/// Everything is a warning: a rule may know better than the parser, but not without a look.
struct ClauseLint {
    let corpus: NoticeCorpus

    /// A warning for each rule of `pack` that goes beyond its clause or leaves something out of it.
    func diagnostics(of pack: RulePack) -> [Diagnostic] {
        pack.rules.flatMap { diagnostics(of: $0) }
    }

    private func diagnostics(of rule: Rule) -> [Diagnostic] {
        // The Chinese text is the law, and the norms are read best from it.
        guard let quote = rule.basis.quotes[.zh],
            let text = try? corpus.text(notice: rule.basis.notice, language: .zh),
            let span = text.locate(quote: quote.text, in: ProvisionID(rawValue: rule.basis.provision))
        else { return [] }
        let norms = text.notice.norms.filter { span.quotes($0.span) }
        let clause = Clause(notice: text.notice, norms: norms, quote: span)
        return [verdictProblem(rule, clause), authorityProblem(rule, clause)].compactMap(\.self)
            + cureProblems(rule, clause)
    }
}

/// The norms that a rule quotes.
private struct Clause {
    let notice: Notice
    let norms: [Norm]
    let quote: TextSpan

    /// The words for consent in `text`.
    static func consents(in text: String) -> Set<String> {
        Set(Consent.words.filter(text.contains))
    }

    /// The words for consent on which the norms hang: in their conditions and exceptions.
    var conditions: Set<String> {
        Self.consents(in: norms.flatMap { [$0.condition, $0.exception].compactMap(\.self) }.map(text).joined())
    }

    /// Every word for consent in the norms and the quote.
    var consents: Set<String> {
        Self.consents(in: norms.map { notice.text(at: $0.span) }.joined() + notice.text(at: quote))
    }

    func text(_ part: Norm.Part) -> String { notice.text(at: part.span) }

    /// Whether the norms forbid, or set a sanction, or call something unlawful.
    var forbids: Bool {
        norms.contains { norm in
            switch norm.kind {
            case .prohibition, .penalty: true
            case .statement: notice.text(at: norm.span).contains("非法")
            default: false
            }
        }
    }
}

extension ClauseLint {
    /// Duties, prudence and effects in private law aren't bans.
    private func verdictProblem(_ rule: Rule, _ clause: Clause) -> Diagnostic? {
        guard !clause.norms.isEmpty else {
            return Diagnostic(
                "rule/no-norm",
                .warning,
                in: rule.place("basis"),
                "the quote of '\(rule.id)' belongs to no norm that was read from the notice",
                help: "quote the words that forbid or demand"
            )
        }
        let kinds = Set(clause.norms.map(\.kind.rawValue)).sorted().joined(separator: ", ")
        switch rule.verdict {
        case .prohibited where !clause.forbids:
            let summary = "the verdict of '\(rule.id)' is prohibited, and what it quotes forbids nothing (\(kinds))"
            return Diagnostic("rule/verdict-beyond-clause", .warning, in: rule.place("verdict"), summary)
        case .restricted where clause.consents.isEmpty:
            let summary = "the verdict of '\(rule.id)' is restricted, and what it quotes speaks of no consent or filing"
            return Diagnostic("rule/verdict-beyond-clause", .warning, in: rule.place("verdict"), summary)
        default:
            return nil
        }
    }

    private func cureProblems(_ rule: Rule, _ clause: Clause) -> [Diagnostic] {
        guard let cure = rule.cure else {
            // A review bans nothing that could be lifted.
            guard !clause.conditions.isEmpty, rule.verdict > .review else { return [] }
            let words = clause.conditions.sorted().joined(separator: "、")
            return [
                Diagnostic(
                    "rule/cure-missing",
                    .warning,
                    in: rule.location,
                    "the clause of '\(rule.id)' hangs on \(words), and the rule has no cure",
                    help: "say under 'cure' what is required, and of whom where the clause says so"
                )
            ]
        }
        let named = Clause.consents(in: cure.requirement.zh)
        let invented = named.subtracting(clause.consents)
        let left = clause.conditions.subtracting(named)
        var diagnostics: [Diagnostic] = []
        if !invented.isEmpty || clause.consents.isEmpty {
            let words = invented.sorted().joined(separator: "、")
            let summary =
                "the cure of '\(rule.id)' isn't in the clause\(words.isEmpty ? "" : ", which has no \(words)")"
            diagnostics.append(Diagnostic("rule/cure-not-in-clause", .warning, in: rule.place("cure"), summary))
        }
        if !left.isEmpty {
            let words = left.sorted().joined(separator: "、")
            let summary = "the cure of '\(rule.id)' leaves out \(words), on which the clause hangs"
            diagnostics.append(Diagnostic("rule/cure-incomplete", .warning, in: rule.place("cure"), summary))
        }
        if let grantor = cure.grantor?.zh {
            diagnostics += strangers(in: grantor, clause).map { body in
                let summary = "the notice doesn't name '\(body)', from whom the cure of '\(rule.id)' comes"
                return Diagnostic("rule/grantor-not-in-notice", .warning, in: rule.place("cure"), summary)
            }
        }
        return diagnostics
    }

    private func authorityProblem(_ rule: Rule, _ clause: Clause) -> Diagnostic? {
        guard let authority = rule.authority?.zh else { return nil }
        if let body = strangers(in: authority, clause).first {
            let summary = "the notice doesn't name '\(body)', the authority of '\(rule.id)'"
            return Diagnostic("rule/authority-not-in-notice", .warning, in: rule.place("authority"), summary)
        }
        let said = clause.norms.flatMap(\.authorities).filter { !$0.isInherited }.map(clause.text)
        // "The departments concerned" names nobody whom a rule could contradict.
        let named = said.filter { !["相关部门", "有关部门", "有关管理部门"].contains($0) }
        guard !named.isEmpty, !bodies(in: authority).contains(where: { body in named.contains { $0.contains(body) } })
        else { return nil }
        let summary = "the clause names \(named.joined(separator: "、")), and the authority of '\(rule.id)' is another"
        return Diagnostic("rule/authority-differs", .warning, in: rule.place("authority"), summary)
    }

    /// The members of an enumeration of public bodies.
    private func bodies(in text: String) -> [String] {
        text.split { "、，；等和及与".contains($0) }.map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }

    /// The bodies of `text` that the notice doesn't name, in words of its own or with words around the name.
    private func strangers(in text: String, _ clause: Clause) -> [String] {
        let notice = clause.notice.text(at: clause.notice.source.span)
        let known = clause.notice.norms.flatMap { $0.authorities + $0.bearers }.flatMap { bodies(in: clause.text($0)) }
        return bodies(in: text).filter { body in
            !notice.contains(body) && !known.contains { $0.count > 2 && body.contains($0) }
        }
    }
}
