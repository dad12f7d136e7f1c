internal import LegalText

/// Lists what a drafted pack still asks of a person.
struct DraftCheck {
    /// One diagnostic for each field, case and waiver of `pack` that is to be completed.
    func diagnostics(of pack: RulePack) -> [Diagnostic] {
        pack.rules.flatMap { rule in
            rule.drafted.map { field in
                Diagnostic(
                    "draft/rule",
                    .error,
                    in: rule.place("draft"),
                    "'\(field)' of the rule '\(rule.id)' is to be completed",
                    help: "write it, and take it out of the list under 'draft'"
                )
            }
        }
            + pack.cases.filter(\.isDraft).map(Diagnostic.draft)
            + pack.waivers.filter(\.isDraft).map { waiver in
                Diagnostic(
                    "draft/waiver",
                    .error,
                    in: waiver.location,
                    "the waiver of \(waiver.norm) is to be completed",
                    help: "write a rule and drop the waiver, or give the reason and take out 'draft: true'"
                )
            }
    }
}

extension Diagnostic {
    /// A case that a person has yet to write.
    static func draft(_ one: RuleCase) -> Diagnostic {
        Diagnostic(
            "draft/case",
            .error,
            in: one.location,
            "'\(one.name)' of the rule '\(one.rule)' is to be completed",
            help: "write the record and what the rule makes of it, and take out 'draft: true'"
        )
    }
}
