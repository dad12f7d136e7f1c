package import LegalText
package import RecordModel
package import RuleEngine

/// The rules of a pack in words.
package struct RuleText: Sendable {
    private let language: LocalizedText.Language
    private let pack: RulePack
    private let lexicon: Lexicon

    /// Creates a writer.
    package init(_ pack: RulePack, lexicon: Lexicon, language: LocalizedText.Language) {
        self.pack = pack
        self.lexicon = lexicon
        self.language = language
    }

    /// One line for each rule: provision, id, verdict, title.
    package func list() -> String {
        let head = "\(pack.id) \(pack.version) \(pack.digest)\n"
        let lines = pack.rules.map { rule in
            "  \(rule.basis.provision)\t\(rule.id)\t\(rule.verdict.rawValue)\t\(rule.title[language])\n"
        }
        return head + lines.joined()
    }

    /// Everything about one rule; `basis` is its clause as the corpus has it.
    package func text(of rule: Rule, basis: Basis) -> String {
        var lines = ["\(rule.id)  \(rule.title[language])"]
        lines.append(line("禁令", "ban", "\(rule.ban.rawValue), \(rule.verdict.rawValue), \(rule.errs.rawValue)"))
        lines.append(
            line("依据", "basis", "\(basis.documentNumber ?? basis.notice) \(basis.label ?? "") \(basis.provision)")
        )
        for quote in basis.quotes {
            lines.append(line("条文", "clause", "\(quote.text) [\(Wording.status(quote.status)[language])]"))
        }
        if let authority = rule.authority { lines.append(line("主管", "authority", authority[language])) }
        if let cure = rule.cure { lines.append(line("可解除", "cure", cure.requirement[language])) }
        lines.append(
            line("字段", "fields", Field.allCases.filter(rule.fields.contains).map(\.rawValue).joined(separator: ", "))
        )
        lines.append(line("地域", "territory", rule.territory.rawValue))
        if let bearer = rule.bearer {
            lines.append(
                line("主体", "bearer", (bearer.kinds + bearer.doubtful.map { "\($0)?" }).joined(separator: ", "))
            )
        }
        lines.append(line("条件", "condition", describe(rule.condition)))
        lines += rule.requirements.map { line("须有", "requires", "\(describe($0.condition)): \($0.reason[language])") }
        lines += rule.doubts.map { line("存疑", "review if", "\(describe($0.condition)): \($0.reason[language])") }
        if !rule.yieldsTo.isEmpty { lines.append(line("让位于", "yields to", rule.yieldsTo.joined(separator: ", "))) }
        lines += Set(rule.condition.concepts).sorted().compactMap(conceptLine)
        let cases = pack.cases.filter { $0.rule == rule.id }
        let firing = cases.count { $0.expected > .clear }
        lines.append(
            line(
                "案例",
                "cases",
                said("\(firing) 触发，\(cases.count - firing) 不触发", "\(firing) fire, \(cases.count - firing) don't")
            )
        )
        return lines.joined(separator: "\n") + "\n"
    }

    private func conceptLine(_ name: String) -> String? {
        guard let concept = lexicon.concepts[name] else { return nil }
        let terms = concept.groups.flatMap(\.terms).map(\.text)
        let shown = terms.prefix(12).joined(separator: said("、", ", "))
        let more = terms.count > 12 ? said(" 等\(terms.count)词", " and \(terms.count - 12) more") : ""
        return line("概念", "concept", "\(name) (\(concept.title[language])): \(shown)\(more)")
    }

    /// A condition on one line.
    private func describe(_ condition: Condition) -> String {
        switch condition {
        case .concept(let names): names.joined(separator: "|")
        case .all(let parts): "(" + parts.map(describe).joined(separator: said(" 且 ", " and ")) + ")"
        case .any(let parts): "(" + parts.map(describe).joined(separator: said(" 或 ", " or ")) + ")"
        case .not(let part): said("非 ", "not ") + describe(part)
        case .near(let left, let right, let distance, let isOrdered):
            "\(left.joined(separator: "|")) \(isOrdered ? "→" : "↔")\(distance) \(right.joined(separator: "|"))"
        case .clause(let part): said("同分句 ", "in the clause: ") + describe(part)
        case .field(let part): said("同字段 ", "in the field: ") + describe(part)
        case .record(let part): said("同记录 ", "in the record: ") + describe(part)
        }
    }

    private func line(_ zh: String, _ en: String, _ text: String) -> String {
        "   " + said("\(zh)：", "\(en): ") + text
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
