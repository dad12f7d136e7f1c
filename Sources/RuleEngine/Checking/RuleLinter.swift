internal import LegalText
internal import NoticeCorpus
internal import NoticeModel
internal import RecordModel

/// Checks what a rule refers to: its concepts, its clause, its cases, the rules it yields to.
struct RuleLinter {
    let lexicon: Lexicon
    let corpus: NoticeCorpus

    /// How many cases of each kind a rule needs.
    private static let needed = (firing: 2, silent: 2, nearMisses: 1)

    /// What is wrong with the lexicon by itself.
    func lexiconDiagnostics() -> [Diagnostic] {
        lexicon.concepts.values.sorted { $0.id < $1.id }.flatMap { concept in
            let named = concept.includes + concept.groups.compactMap(\.needs)
            return named.compactMap { unknownConcept($0, at: concept.location, in: "the concept '\(concept.id)'") }
        }
            + ContextConcept.allCases.compactMap { context in
                guard lexicon.concepts[context.rawValue] == nil else { return nil }
                return Diagnostic(
                    "lexicon/missing-concept",
                    .error,
                    at: nil,
                    "the lexicon has no concept '\(context.rawValue)', which the engine itself reads"
                )
            }
    }

    /// What is wrong with the rules of `pack`, beyond what their decoder said.
    func diagnostics(of pack: RulePack) -> [Diagnostic] {
        pack.rules.flatMap { rule in
            conceptDiagnostics(of: rule) + basisDiagnostics(of: rule) + yieldDiagnostics(of: rule, in: pack)
        }
    }

    /// Which rules of `pack` have too few cases.
    func caseDiagnostics(of pack: RulePack) -> [Diagnostic] {
        pack.rules.compactMap { rule in
            let cases = pack.cases.filter { $0.rule == rule.id }
            let firing = cases.count { $0.expected != .clear }
            let nearMisses = cases.count { $0.expected == .clear && $0.isNearMiss }
            let silent = cases.count { $0.expected == .clear && !$0.isNearMiss }
            guard firing < Self.needed.firing || silent < Self.needed.silent || nearMisses < Self.needed.nearMisses
            else {
                return nil
            }
            return Diagnostic(
                "rule/too-few-cases",
                .error,
                in: rule.location,
                """
                a rule needs at least \(Self.needed.firing) cases that fire, \(Self.needed.silent) that don't and \
                \(Self.needed.nearMisses) near miss; this one has \(firing), \(silent) and \(nearMisses)
                """
            )
        }
    }
}

extension RuleLinter {
    private func conceptDiagnostics(of rule: Rule) -> [Diagnostic] {
        var diagnostics = Set(rule.concepts).sorted().compactMap {
            unknownConcept($0, at: rule.place("concept \($0)"), in: "the rule")
        }
        let anchors = rule.condition.anchors { lexicon.concepts[$0]?.isGeneric ?? false }
        if anchors == nil {
            diagnostics.append(
                Diagnostic(
                    "rule/no-anchor",
                    .error,
                    in: rule.place("when"),
                    "no word is certain to stand where the rule fires, so every record would have to be read",
                    help: "let every branch of 'when' name a concept that isn't generic"
                )
            )
        }
        return diagnostics
    }

    private func unknownConcept(_ name: String, at location: SourceLocation, in what: String) -> Diagnostic? {
        guard lexicon.concepts[name] == nil else { return nil }
        return Diagnostic(
            "rule/unknown-concept",
            .error,
            in: location,
            "\(what) names the concept '\(name)', which the lexicon hasn't got",
            help: NearestName(lexicon.concepts.keys.sorted()).suggestion(for: name)
        )
    }

    private func basisDiagnostics(of rule: Rule) -> [Diagnostic] {
        let basis = rule.basis
        guard corpus.entry(basis.notice) != nil else {
            return [
                Diagnostic(
                    "rule/unknown-notice",
                    .error,
                    in: rule.place("basis"),
                    "the basis names the notice '\(basis.notice)', which the corpus hasn't got",
                    help: NearestName(corpus.entries.map(\.id)).suggestion(for: basis.notice)
                )
            ]
        }
        return basis.quotes.sorted { $0.key.rawValue < $1.key.rawValue }.compactMap { language, quote in
            diagnostic(of: quote, in: language, basis)
        }
    }

    private func diagnostic(
        of quote: RuleBasis.QuotedClause,
        in language: LocalizedText.Language,
        _ basis: RuleBasis
    ) -> Diagnostic? {
        do {
            guard let text = try corpus.text(notice: basis.notice, language: language) else {
                let summary = "the corpus has no text of '\(basis.notice)' in this language"
                return Diagnostic("rule/no-text", .error, in: quote.location, summary)
            }
            guard text.locate(quote: quote.text, in: ProvisionID(rawValue: basis.provision)) == nil else { return nil }
            let isElsewhere = text.locate(quote: quote.text) != nil
            return Diagnostic(
                "rule/misquoted",
                .error,
                in: quote.location,
                "the quote doesn't stand in \(basis.provision) of \(text.id)",
                help: isElsewhere ? "it stands elsewhere in the text: check the provision" : "copy it from the text"
            )
        } catch {
            return error.diagnostics.first
        }
    }

    private func yieldDiagnostics(of rule: Rule, in pack: RulePack) -> [Diagnostic] {
        rule.yieldsTo.compactMap { name in
            guard let other = pack.rules.first(where: { $0.id == name }) else {
                return Diagnostic(
                    "rule/unknown-rule",
                    .error,
                    in: rule.place("yields-to"),
                    "the rule yields to '\(name)', which the pack hasn't got",
                    help: NearestName(pack.rules.map(\.id)).suggestion(for: name)
                )
            }
            guard pack.yields(other, to: rule.id) else { return nil }
            return Diagnostic(
                "rule/yields-in-a-circle",
                .error,
                in: rule.place("yields-to"),
                "the rule yields to '\(name)', which in the end yields to it"
            )
        }
    }
}
