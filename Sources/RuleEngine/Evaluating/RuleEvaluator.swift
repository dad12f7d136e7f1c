internal import LegalText
internal import RecordModel
internal import TermMatching

/// Applies the rules of a pack to one record.
struct RuleEvaluator {
    let reading: RecordReading
    let lexicon: CompiledLexicon
    private let bearer: TerritoryReader.Territory
    private let actors: Set<CompiledLexicon.ConceptIndex>

    /// Whether the name or the user says that the party is no enterprise.
    private let isOtherOrganisation: Bool

    /// Whether the party has a Chinese name.
    private let hasChineseName: Bool

    /// Whether each text is a description that claims an approval.
    private let describesApproval: [Bool]

    /// Where rules fired, for those that yield to them.
    private(set) var fired: [Place: Set<String>] = [:]

    private(set) var findings: [Finding] = []
    private(set) var released: [Release] = []

    init(reading: RecordReading, lexicon: CompiledLexicon) {
        self.reading = reading
        self.lexicon = lexicon
        bearer = TerritoryReader(reading: reading, lexicon: lexicon).bearer()
        actors = reading.actors(lexicon)
        isOtherOrganisation =
            reading.holds(lexicon.index(of: .otherOrganisation), in: [.name])
            || reading.actorSays(.otherOrganisation, lexicon)
        hasChineseName = bearer == .domestic && reading.record.name.map(TerritoryReader.holdsIdeographs) ?? false
        let claim = lexicon.index(of: .approvalClaim)
        describesApproval = reading.readings.map { text in
            text.field == .description && text.occurrences.contains { $0.concept == claim && $0.denial == nil }
        }
    }

    private static func ideographs(in text: some StringProtocol) -> Int {
        text.unicodeScalars.count(where: TerritoryReader.isIdeograph)
    }

    /// Applies `rule`; the rules that it yields to must have been applied before.
    mutating func apply(_ rule: CompiledRule) {
        var results: [UnitResult] = []
        var release: Release?
        for number in reading.readings.indices where reads(rule.rule, reading.readings[number]) {
            for unit in rule.units(in: reading.readings[number]) {
                switch result(of: rule, reading: number, unit: unit) {
                case .fired(let result): results.append(result)
                case .released(let found): release = release ?? found
                case .silent: break
                }
            }
        }
        for result in results {
            fired[result.place, default: []].insert(rule.rule.id)
        }
        findings += merged(results, rule)
        if results.isEmpty, let release { released.append(release) }
    }
}

extension RuleEvaluator {
    struct Place: Hashable {
        let reading: Int
        let clause: Int
    }

    /// What a rule came to in one unit.
    private struct UnitResult {
        let place: Place
        let unit: Int
        let evidence: [Occurrence]
        let doubts: [Doubt]
        let verdict: Verdict.Level
    }

    private enum Outcome {
        case fired(UnitResult)
        case released(Release)
        case silent
    }

    func reads(_ rule: Rule, _ text: FieldReading) -> Bool {
        guard rule.fields.contains(text.field) else { return false }
        // A brand isn't a registered name.
        return !(rule.ban == .term && text.field == .otherNames && otherNameKind(text) == .brand)
    }

    private func otherNameKind(_ text: FieldReading) -> OtherName.Kind? {
        text.field == .otherNames ? reading.record.otherNames[text.index].kind : nil
    }

    private func result(of compiled: CompiledRule, reading number: Int, unit: Int) -> Outcome {
        let rule = compiled.rule
        let place = Place(reading: number, clause: reading.readings[number].units.units[unit].clause)
        if !rule.yieldsTo.isEmpty, let others = fired[place], !others.isDisjoint(with: rule.yieldsTo) { return .silent }
        func evidence(_ counts: @escaping (Occurrence) -> Bool) -> [Occurrence]? {
            let evaluator = ConditionEvaluator(record: reading, counts: counts)
            return evaluator.evidence(for: compiled.condition, reading: number, unit: unit)
        }
        /// The doubt that the words may be others, unless those that are plain enough suffice.
        func disguiseDoubts(_ found: [Occurrence], _ counts: @escaping (Occurrence) -> Bool) -> [Doubt] {
            guard found.contains(where: { $0.isDisguised(beyond: rule.certainTo) }) else { return [] }
            let isFirm = evidence { counts($0) && !$0.isDisguised(beyond: rule.certainTo) } != nil
            return isFirm ? [] : [EngineDoubt.disguised]
        }
        // A banned word is banned where it is denied too; a banned activity isn't asserted there.
        if rule.ban == .term {
            guard let found = evidence({ _ in true }) else { return .silent }
            return judged(compiled, place, unit, found, extra: disguiseDoubts(found) { _ in true })
        }
        if let found = evidence({ $0.denial == nil }) {
            return judged(compiled, place, unit, found, extra: disguiseDoubts(found) { $0.denial == nil })
        }
        if let found = evidence({ $0.denial?.isCertain != true }) {
            let doubts = disguiseDoubts(found) { $0.denial?.isCertain != true }
            return judged(compiled, place, unit, found, extra: [EngineDoubt.denialDoubtful] + doubts)
        }
        guard let found = evidence({ _ in true }), let cue = found.lazy.compactMap(\.denial).first?.cue else {
            return .silent
        }
        return .released(Release(rule: rule.id, evidence: shown(found), cue: cue))
    }

    private func judged(
        _ compiled: CompiledRule,
        _ place: Place,
        _ unit: Int,
        _ found: [Occurrence],
        extra: [Doubt]
    ) -> Outcome {
        let rule = compiled.rule
        guard let territory = territoryDoubts(of: rule, place, unit), let actor = actorDoubts(of: rule, place, unit)
        else { return .silent }
        var doubts = extra + territory + actor
        if rule.ban == .term { doubts += registrationDoubts(place, found) }
        if rule.cure != nil, claimsApproval(place) { doubts.append(EngineDoubt.approvalClaimed) }
        if found.contains(where: \.isDoubtful) { doubts.append(EngineDoubt.brokenTerm) }
        for allowance in found.compactMap(\.allowance) {
            let doubt = Doubt("other-meaning", allowance.reason)
            if !doubts.contains(doubt) { doubts.append(doubt) }
        }
        doubts += provisoDoubts(of: compiled, place, unit)
        let verdict = doubts.isEmpty ? rule.verdict : min(rule.verdict, .review)
        return .fired(UnitResult(place: place, unit: unit, evidence: found, doubts: doubts, verdict: verdict))
    }

    private func provisoDoubts(of rule: CompiledRule, _ place: Place, _ unit: Int) -> [Doubt] {
        let evaluator = ConditionEvaluator(record: reading) { $0.denial == nil }
        func holds(_ condition: CompiledCondition) -> Bool {
            evaluator.evidence(for: condition, reading: place.reading, unit: unit) != nil
        }
        let missing = rule.requirements.filter { !holds($0.condition) }
        let present = rule.doubts.filter { holds($0.condition) }
        return (missing + present).map(\.doubt)
    }
}

extension RuleEvaluator {
    /// The doubts about where the activity takes place, or `nil` where the rule doesn't reach there.
    func territoryDoubts(of rule: Rule, _ place: Place, _ unit: Int) -> [Doubt]? {
        let isOverseas = stands(.overseas, place, unit)
        let isInCountry = stands(.inCountry, place, unit)
        switch (rule.territory, bearer) {
        case (.any, _):
            return []
        case (.domestic, .domestic):
            return isOverseas && !isInCountry ? [EngineDoubt.territoryOverseas] : []
        case (.domestic, .unknown):
            return isInCountry && !isOverseas ? [] : [EngineDoubt.territoryUnknown]
        case (.domestic, .foreign):
            return isInCountry ? [EngineDoubt.territoryUnknown] : nil
        case (.outbound, .domestic):
            return []
        case (.outbound, .unknown):
            return [EngineDoubt.bearerUnknown]
        case (.outbound, .foreign):
            return [EngineDoubt.controlNotAssessed]
        case (.inbound, .domestic):
            return nil
        case (.inbound, .foreign):
            return stands(.domesticAudience, place, unit) ? [] : [EngineDoubt.audienceUnknown]
        case (.inbound, .unknown):
            return stands(.domesticAudience, place, unit) ? [EngineDoubt.bearerUnknown] : nil
        }
    }

    /// The doubts about whether the party is of a kind that the rule binds, or `nil` where it is of another kind.
    func actorDoubts(of rule: Rule, _ place: Place, _ unit: Int) -> [Doubt]? {
        guard let bound = rule.bearer else { return [] }
        func holds(_ names: [String], _ kinds: Set<CompiledLexicon.ConceptIndex>) -> Bool {
            names.contains { lexicon.index(of: $0).map(kinds.contains) ?? false }
        }
        // What the user or the name says goes before what the text says.
        let known = actors.isEmpty ? reading.actors(in: place.reading, unit, lexicon) : actors
        if known.isEmpty { return [EngineDoubt.actorUnknown] }
        if holds(bound.kinds, known) { return [] }
        return holds(bound.doubtful, known) ? [EngineDoubt.actorDoubtful] : nil
    }

    /// The doubts about whether Art. 8 of No. 42 binds this name or scope.
    private func registrationDoubts(_ place: Place, _ found: [Occurrence]) -> [Doubt] {
        let text = reading.readings[place.reading]
        var doubts: [Doubt] = []
        if found.contains(where: { $0.denial != nil }) { doubts.append(EngineDoubt.deniedMention) }
        if text.field == .otherNames { doubts.append(EngineDoubt.formerName) }
        if !isInRegistrationScript(place.reading, without: found) { doubts.append(EngineDoubt.notRegisteredName) }
        if bearer == .foreign { doubts.append(EngineDoubt.foreignBearer) }
        if isOtherOrganisation { doubts.append(EngineDoubt.otherOrganisation) }
        return doubts
    }

    /// Whether a name or scope is written as a registrar of the mainland writes it: in Chinese characters beside the
    /// words that fired, and not in traditional ones unless it names a mainland place.
    private func isInRegistrationScript(_ number: Int, without found: [Occurrence]) -> Bool {
        let text = reading.readings[number]
        let source = SourceText(text.text)
        var fired = 0
        var end = 0
        for span in found.filter({ $0.reading == number }).map(\.span).sorted() where span.end > end {
            fired += Self.ideographs(in: source[TextSpan(start: max(span.start, end), end: span.end)])
            end = span.end
        }
        let isTraditional = found.contains { $0.steps.contains(.traditional) }
        // A scope that is nothing but a banned term is a Chinese scope where the term or the registered name is Chinese.
        let isChineseScope =
            text.field == .scope && (hasChineseName || TerritoryReader.holdsIdeographs(text.text))
        let isIdeographic = isChineseScope || Self.ideographs(in: text.text) > fired
        return isIdeographic && (!isTraditional || bearer == .domestic)
    }

    private func claimsApproval(_ place: Place) -> Bool {
        if let approval = reading.record.approval, approval.contains(where: { !$0.isWhitespace && $0 != "-" }) {
            return true
        }
        // 现实世界资产代币化发行，已取得证监会批准: the claim stands in the clause, not in the item; a description may make it in
        // another sentence.
        guard let index = lexicon.index(of: .approvalClaim) else { return false }
        if describesApproval[place.reading] { return true }
        return reading.readings[place.reading].occurrences(inClause: place.clause).contains {
            $0.concept == index && $0.denial == nil
        }
    }

    /// Whether an undenied word of `concept` stands in the unit.
    private func stands(_ concept: ContextConcept, _ place: Place, _ unit: Int) -> Bool {
        guard let index = lexicon.index(of: concept) else { return false }
        return reading.readings[place.reading].occurrences(inUnit: unit).contains {
            $0.concept == index && $0.denial == nil
        }
    }
}

extension RuleEvaluator {
    /// One finding for each verdict that the rule came to, so that a doubtful place doesn't hide a certain one.
    private func merged(_ results: [UnitResult], _ rule: CompiledRule) -> [Finding] {
        Verdict.Level.allCases.reversed().compactMap { level in
            let alike = results.filter { $0.verdict == level }
            guard let first = alike.first else { return nil }
            var doubts: [Doubt] = []
            for doubt in alike.flatMap(\.doubts) where !doubts.contains(doubt) { doubts.append(doubt) }
            let evidence = shown(alike.flatMap(\.evidence))
            return Finding(
                rule: rule.rule.id,
                ban: rule.rule.ban,
                activity: rule.rule.activity,
                verdict: level,
                basis: rule.basis,
                authority: rule.rule.authority,
                cure: rule.rule.cure,
                item: item(at: first),
                evidence: evidence,
                doubts: doubts,
                considered: considered(alike.flatMap(\.evidence), rule.concepts),
                explanation: Self.filled(rule.rule.explanation, with: evidence)
            )
        }
    }

    private func item(at result: UnitResult) -> ScopeItem? {
        let text = reading.readings[result.place.reading]
        guard text.field == .scope else { return nil }
        let unit = text.units.units[result.unit]
        let words = SourceText(text.text)[unit.span]
        let trimmed = words.drop { $0.isWhitespace }
        let start = unit.span.start + words.utf8.distance(from: words.startIndex, to: trimmed.startIndex)
        let tail = trimmed.reversed().prefix { $0.isWhitespace }.reduce(0) { $0 + String($1).utf8.count }
        return ScopeItem(
            number: result.unit + 1,
            text: String(trimmed.utf8.dropLast(tail)) ?? String(trimmed),
            span: TextSpan(start: start, end: unit.span.end - tail),
            licence: unit.licence
        )
    }

    /// The words to show: each place once, without words inside longer ones.
    func shown(_ occurrences: [Occurrence]) -> [Evidence] {
        // The longer first, and of those at one place the one that was met first.
        let sorted = occurrences.enumerated().sorted { left, right in
            (left.element.reading, left.element.span.start, right.element.span.end, left.offset)
                < (right.element.reading, right.element.span.start, left.element.span.end, right.offset)
        }
        var kept: [Occurrence] = []
        for (_, one) in sorted {
            if let last = kept.last, last.reading == one.reading, last.span.end >= one.span.end { continue }
            kept.append(one)
        }
        return kept.map { one in
            let text = reading.readings[one.reading]
            return Evidence(
                field: text.field,
                index: text.index,
                span: one.span,
                text: String(SourceText(text.text)[one.span]),
                term: one.term,
                disguise: Disguise.steps(one.steps),
                nameParts: nameParts(of: one)
            )
        }
    }

    /// The parts of a registered or former name that hold `occurrence`; none of other texts.
    private func nameParts(of occurrence: Occurrence) -> [CompanyName.Kind] {
        let text = reading.readings[occurrence.reading]
        guard text.field == .name || otherNameKind(text) == .former else { return [] }
        return CompanyNameReader(text, lexicon: lexicon).name().kinds(at: occurrence.span)
    }

    private static func filled(_ explanation: LocalizedText, with evidence: [Evidence]) -> LocalizedText {
        var words: [String] = []
        var seen: Set<String> = []
        for one in evidence.map(\.text) where seen.insert(one).inserted { words.append(one) }
        return LocalizedText(
            zh: Self.replaced(in: explanation.zh, by: words.map { "“\($0)”" }.joined(separator: "、")),
            en: Self.replaced(in: explanation.en, by: words.map { "\"\($0)\"" }.joined(separator: ", "))
        )
    }

    /// `text` with `words` wherever it has `{terms}`.
    private static func replaced(in text: String, by words: String) -> String {
        let mark = "{terms}".utf8
        var replaced = ""
        var rest = text.utf8[...]
        while let brace = rest.firstIndex(of: UInt8(ascii: "{")) {
            let isMark = rest[brace...].starts(with: mark)
            let next = rest.index(brace, offsetBy: isMark ? mark.count : 1)
            replaced += Substring(isMark ? rest[..<brace] : rest[..<next])
            if isMark { replaced += words }
            rest = rest[next...]
        }
        return replaced + Substring(rest)
    }
}

extension Occurrence {
    /// Whether seeing the word takes a step that is further from it than `level`; initials and characters that merely look
    /// alike always are guessed.
    fileprivate func isDisguised(beyond level: Disguise) -> Bool {
        if steps.contains(.initials) { return true }
        if steps.contains(.lookalike), level < .homophone { return true }
        return Disguise.steps(steps).contains { $0 > level }
    }
}

extension Disguise {
    /// The names of the matcher's folding steps.
    fileprivate static func steps(_ steps: FoldingSteps) -> [Disguise] {
        let names: [(FoldingSteps, Disguise)] = [
            (.case, .case), (.width, .width), (.compatibility, .compatibility), (.traditional, .traditional),
            (.separators, .separators), (.escape, .escape), ([.confusable, .lookalike], .confusable), (.split, .split),
            ([.pinyin, .initials], .pinyin), (.homophone, .homophone),
        ]
        return names.filter { !steps.isDisjoint(with: $0.0) }.map(\.1)
    }
}
