internal import LegalText
internal import RecordModel
internal import TermMatching

extension RuleEvaluator {
    /// Why `rule` did not fire; every rule of the pack must have been applied before.
    func whyNot(_ rule: CompiledRule) -> WhyNot {
        let id = rule.rule.id
        if let finding = findings.first(where: { $0.rule == id }) {
            let text = LocalizedText(
                zh: "规则已触发，结论为 \(finding.verdict.rawValue)",
                en: "the rule fired and came to \(finding.verdict.rawValue)"
            )
            return WhyNot(rule: id, obstacle: .none, explanation: text, closest: finding.evidence)
        }
        if let release = released.first(where: { $0.rule == id }) {
            let text = LocalizedText(
                zh: "文字以“\(release.cue)”否定、禁止或引述了该业务",
                en: "the text denies, forbids or quotes the business with \"\(release.cue)\""
            )
            return WhyNot(rule: id, obstacle: .denied, explanation: text, closest: release.evidence)
        }
        let texts = reading.readings.indices.filter { reads(rule.rule, reading.readings[$0]) }
        guard !texts.isEmpty else {
            let text = LocalizedText(
                zh: "记录没有该规则所读的字段",
                en: "the record has no text in the fields that the rule reads"
            )
            return WhyNot(rule: id, obstacle: .nothingToRead, explanation: text, closest: [])
        }
        return closest(rule.rule, in: texts)
    }

    private func closest(_ rule: Rule, in texts: [Int]) -> WhyNot {
        let evaluator = ConditionEvaluator(record: reading) { _ in true }
        var best: (shortfall: ConditionShortfall, reading: Int, unit: Int)?
        for number in texts {
            for unit in reading.readings[number].units.units.indices {
                let shortfall = evaluator.shortfall(of: rule.condition, reading: number, unit: unit, lexicon)
                if best.map({ shortfall.isCloser(than: $0.shortfall) }) ?? true { best = (shortfall, number, unit) }
            }
        }
        guard let best else { return noWord(rule) }
        if best.shortfall.isMet { return outOfReach(rule, best.shortfall, best.reading, best.unit) }
        if let dismissed = dismissed(rule, texts) { return dismissed }
        // What is missing may stand there as part of another word.
        let missing = best.shortfall.obstacle?.concepts ?? rule.condition.concepts
        if best.shortfall.obstacle?.kind != .tooFar, let bounded = bounded(rule, missing, texts) { return bounded }
        guard let obstacle = best.shortfall.obstacle, !best.shortfall.evidence.isEmpty else { return noWord(rule) }
        return WhyNot(
            rule: rule.id,
            obstacle: obstacle.kind,
            explanation: obstacle.text,
            closest: shown(best.shortfall.evidence)
        )
    }

    /// The condition holds, and still the rule didn't fire: it yielded, or doesn't reach the place or the party.
    private func outOfReach(_ rule: Rule, _ shortfall: ConditionShortfall, _ number: Int, _ unit: Int) -> WhyNot {
        let place = Place(reading: number, clause: reading.readings[number].units.units[unit].clause)
        let closest = shown(shortfall.evidence)
        if let other = fired[place, default: []].intersection(rule.yieldsTo).min() {
            let text = LocalizedText(
                zh: "更确切的规则 \(other) 已就同一分句触发",
                en: "the more exact rule \(other) fired on the same clause"
            )
            return WhyNot(rule: rule.id, obstacle: .yielded, explanation: text, closest: closest)
        }
        if territoryDoubts(of: rule, place, unit) == nil {
            let text = LocalizedText(
                zh: "该规则管的地域与主体或业务所在地不符",
                en: "the rule reaches another territory than the party's or the business's"
            )
            return WhyNot(rule: rule.id, obstacle: .territory, explanation: text, closest: closest)
        }
        let text = LocalizedText(
            zh: "主体不属于该条文约束的机构",
            en: "the party is of another kind than the clause binds"
        )
        return WhyNot(rule: rule.id, obstacle: .actor, explanation: text, closest: closest)
    }

    /// A word of the rule was found and didn't count.
    private func dismissed(_ rule: Rule, _ texts: [Int]) -> WhyNot? {
        let concepts = Set(rule.condition.concepts.compactMap(lexicon.index(of:)))
        for number in texts {
            let text = reading.readings[number]
            guard let found = text.dismissals.first(where: { concepts.contains($0.concept) }) else { continue }
            let word = String(SourceText(text.text)[found.span])
            let evidence = Evidence(
                field: text.field,
                index: text.index,
                span: found.span,
                text: word,
                term: word,
                disguise: []
            )
            switch found.reason {
            case .allowance(let allowance, _):
                let reason = LocalizedText(
                    zh: "“\(word)”在另有所指的词组里：\(allowance.reason.zh)",
                    en: "\"\(word)\" stands in a phrase that means something else: \(allowance.reason.en)"
                )
                return WhyNot(rule: rule.id, obstacle: .otherMeaning, explanation: reason, closest: [evidence])
            case .needs(let index):
                let title = lexicon.concepts[index].title
                let reason = LocalizedText(
                    zh: "“\(word)”须与“\(title.zh)”一类的词同在一项才算数",
                    en: "\"\(word)\" counts only with a word for \(title.en) in the same item"
                )
                return WhyNot(rule: rule.id, obstacle: .contextMissing, explanation: reason, closest: [evidence])
            }
        }
        return nil
    }

    /// The characters of a word of the rule stand in a text and don't make the word.
    private func bounded(_ rule: Rule, _ names: [String], _ texts: [Int]) -> WhyNot? {
        let concepts = Set(names.compactMap(lexicon.index(of:)))
        for number in texts {
            let text = reading.readings[number]
            let rejections = lexicon.matcher.rejections(in: text.text).filter { rejection in
                lexicon.roles[rejection.term].contains { role in
                    if case .concept(let concept, _) = role { concepts.contains(concept) } else { false }
                }
            }
            // The longest word that begins first is the one that a person would see.
            guard let found = rejections.first else { continue }
            let span = TextSpan(start: found.start, end: found.end)
            let word = String(SourceText(text.text)[span])
            let evidence = Evidence(
                field: text.field,
                index: text.index,
                span: span,
                text: word,
                term: lexicon.matcher.terms[found.term].text,
                disguise: []
            )
            return WhyNot(
                rule: rule.id,
                obstacle: .boundary,
                explanation: Self.told(found.reason, word),
                closest: [evidence]
            )
        }
        return nil
    }

    private static func told(_ reason: TermRejection.Reason, _ word: String) -> LocalizedText {
        switch reason {
        case .insideWord:
            LocalizedText(zh: "“\(word)”是更长的字母词的一部分", en: "\"\(word)\" is part of a longer word of letters")
        case .before(let other):
            LocalizedText(
                zh: "“\(word)”前紧接“\(other)”，属于另一个词",
                en: "\"\(word)\" stands directly behind \"\(other)\" and belongs to another word"
            )
        case .after(let other):
            LocalizedText(
                zh: "“\(word)”后紧接“\(other)”，属于另一个词",
                en: "\"\(word)\" stands directly before \"\(other)\" and belongs to another word"
            )
        case .parted:
            LocalizedText(
                zh: "“\(word)”中间的标点把它分成两个词",
                en: "the marks inside \"\(word)\" part it into two words"
            )
        }
    }

    private func noWord(_ rule: Rule) -> WhyNot {
        let text = LocalizedText(zh: "记录里没有该规则的任何词语", en: "no word of the rule stands in the record")
        return WhyNot(rule: rule.id, obstacle: .noWord, explanation: text, closest: [])
    }
}
