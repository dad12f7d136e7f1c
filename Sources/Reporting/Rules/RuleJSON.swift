import LegalText
package import RecordModel
package import RuleEngine

/// The JSON forms `hegui/rules/1` and `hegui/rule/1` of the rules of a pack.
package struct RuleJSON {
    private let pack: RulePack
    private let lexicon: Lexicon

    /// Creates a writer.
    package init(_ pack: RulePack, lexicon: Lexicon) {
        self.pack = pack
        self.lexicon = lexicon
    }

    /// Every rule with its clause; `packs` are those that there are.
    package func list(_ description: PackDescription, packs: [PackIdentity]) -> JSONValue {
        [
            "schema": "hegui/rules/1",
            "packs": .array(packs.map(\.json)),
            "pack": .string(pack.id),
            "rules": .array(
                description.rules.map { rule in
                    [
                        "id": .string(rule.id),
                        "title": json(rule.title),
                        "ban": .string(rule.ban.rawValue),
                        "verdict": .string(rule.verdict.rawValue),
                        "basis": json(rule.basis),
                    ]
                }
            ),
        ]
    }

    /// One rule; `basis` is its clause as the corpus has it.
    package func document(_ rule: Rule, basis: Basis, pack identity: PackIdentity) -> JSONValue {
        let cases = pack.cases.filter { $0.rule == rule.id }
        let firing = cases.count { $0.expected > .clear }
        return [
            "schema": "hegui/rule/1",
            "pack": identity.json,
            "id": .string(rule.id),
            "title": json(rule.title),
            "ban": .string(rule.ban.rawValue),
            "activity": .string(rule.activity),
            "errs": .string(rule.errs.rawValue),
            "verdict": .string(rule.verdict.rawValue),
            "basis": json(basis),
            "authority": rule.authority.map(json) ?? .null,
            "cure": rule.cure.map { cure in
                ["requirement": json(cure.requirement), "grantor": cure.grantor.map(json) ?? .null]
            } ?? .null,
            "fields": .strings(Field.allCases.filter(rule.fields.contains).map(\.rawValue)),
            "territory": .string(rule.territory.rawValue),
            "certainTo": .string(rule.certainTo.rawValue),
            "requires": .array(rule.requirements.map(json)),
            "reviewIf": .array(rule.doubts.map(json)),
            "yieldsTo": .strings(rule.yieldsTo),
            "explanation": json(rule.explanation),
            "concepts": .array(Set(rule.concepts).sorted().compactMap(concept)),
            "cases": ["fire": .int(firing), "silent": .int(cases.count - firing)],
        ]
    }

    private func concept(_ name: String) -> JSONValue? {
        lexicon.concepts[name].map { concept in
            [
                "id": .string(name), "title": json(concept.title),
                "terms": .strings(concept.groups.flatMap(\.terms).map(\.text)),
            ]
        }
    }

    private func json(_ proviso: Rule.Proviso) -> JSONValue {
        ["id": .string(proviso.id), "zh": .string(proviso.reason.zh), "en": .string(proviso.reason.en)]
    }

    private func json(_ basis: Basis) -> JSONValue {
        [
            "notice": .string(basis.notice),
            "documentNumber": .optional(basis.documentNumber),
            "provision": .string(basis.provision),
            "label": .optional(basis.label),
            "quotes": .array(
                basis.quotes.map { quote in
                    [
                        "text": .string(quote.text), "language": .string(quote.language.rawValue),
                        "status": .string(quote.status),
                    ]
                }
            ),
        ]
    }

    private func json(_ text: LocalizedText) -> JSONValue {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }
}
