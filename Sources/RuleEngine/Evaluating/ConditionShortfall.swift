internal import LegalText
internal import RecordModel

/// How far a unit of a record is from meeting a condition.
struct ConditionShortfall {
    /// The number of parts of the condition that hold.
    var met = 0

    /// The number of parts that don't.
    var missing = 0

    /// The words that meet parts of the condition.
    var evidence: [Occurrence] = []

    /// The first part that fails, with the concepts it names.
    var obstacle: (kind: WhyNot.Obstacle, text: LocalizedText, concepts: [String])?

    /// Whether the condition holds.
    var isMet: Bool { missing == 0 }

    /// Both together; the first obstacle stays.
    static func + (left: ConditionShortfall, right: ConditionShortfall) -> ConditionShortfall {
        ConditionShortfall(
            met: left.met + right.met,
            missing: left.missing + right.missing,
            evidence: left.evidence + right.evidence,
            obstacle: left.obstacle ?? right.obstacle
        )
    }

    /// Whether this is nearer to being met than `other`.
    func isCloser(than other: ConditionShortfall) -> Bool {
        (missing == 0 ? 1 : 0, met, -missing) > (other.missing == 0 ? 1 : 0, other.met, -other.missing)
    }
}

extension ConditionEvaluator {
    /// How far a unit is from meeting `condition`.
    func shortfall(
        of condition: Condition,
        reading: Int,
        unit: Int,
        _ lexicon: CompiledLexicon
    ) -> ConditionShortfall {
        func holds(_ condition: Condition) -> [Occurrence]? {
            evidence(for: CompiledCondition(condition, in: lexicon), reading: reading, unit: unit)
        }
        switch condition {
        case .all(let parts):
            return parts.reduce(ConditionShortfall()) { $0 + shortfall(of: $1, reading: reading, unit: unit, lexicon) }
        case .any(let parts):
            let shortfalls = parts.map { shortfall(of: $0, reading: reading, unit: unit, lexicon) }
            return shortfalls.dropFirst().reduce(shortfalls[0]) { $1.isCloser(than: $0) ? $1 : $0 }
        case .near(let left, let right, let limit, _):
            if let found = holds(condition) { return ConditionShortfall(met: 2, evidence: found) }
            let (first, second) = (holds(.concept(left)), holds(.clause(.concept(right))))
            return nearShortfall(left, right, limit, first, second, lexicon)
        case .not(let part):
            guard let found = holds(part) else { return ConditionShortfall(met: 1) }
            let names = titles(of: part.concepts, lexicon)
            let text = LocalizedText(zh: "文字里有“\(names.zh)”一类的词", en: "the text holds a word for \(names.en)")
            return ConditionShortfall(missing: 1, evidence: found, obstacle: (.excluded, text, part.concepts))
        case .concept, .clause, .field, .record:
            if let found = holds(condition) { return ConditionShortfall(met: 1, evidence: found) }
            return missing(condition.concepts, lexicon)
        }
    }

    private func nearShortfall(
        _ left: [String],
        _ right: [String],
        _ limit: Int,
        _ first: [Occurrence]?,
        _ second: [Occurrence]?,
        _ lexicon: CompiledLexicon
    ) -> ConditionShortfall {
        guard let first else {
            var shortfall = missing(left, lexicon)
            if let second { shortfall = ConditionShortfall(met: 1, evidence: second) + shortfall }
            return shortfall
        }
        guard let second else { return ConditionShortfall(met: 1, evidence: first) + missing(right, lexicon) }
        let (one, other) = (titles(of: left, lexicon), titles(of: right, lexicon))
        let text = LocalizedText(
            zh: "“\(one.zh)”与“\(other.zh)”的词不在同一分句内相距 \(limit) 以内，或次序不合",
            en:
                "the words for \(one.en) and \(other.en) don't stand within \(limit) of each other in one clause, in order"
        )
        return ConditionShortfall(met: 1, missing: 1, evidence: first + second, obstacle: (.tooFar, text, left + right))
    }

    private func missing(_ concepts: [String], _ lexicon: CompiledLexicon) -> ConditionShortfall {
        let names = titles(of: concepts, lexicon)
        let text = LocalizedText(zh: "没有“\(names.zh)”一类的词", en: "there is no word for \(names.en)")
        return ConditionShortfall(missing: 1, obstacle: (.conditionMissing, text, concepts))
    }

    private func titles(of names: [String], _ lexicon: CompiledLexicon) -> LocalizedText {
        let titles = names.compactMap(lexicon.index(of:)).map { lexicon.concepts[$0].title }
        return LocalizedText(
            zh: titles.map(\.zh).joined(separator: "”或“"),
            en: titles.map(\.en).joined(separator: " or ")
        )
    }
}
