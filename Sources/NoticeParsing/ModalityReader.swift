import NoticeModel

/// Reads the clauses of a paragraph into readings, one for each deontic predicate.
struct ModalityReader {
    /// What one stretch of a sentence does.
    struct Reading: Sendable {
        var kind: Norm.Kind
        /// The scalars of the whole norm.
        var range: Range<Int>
        /// The scalars of the words that gave the kind.
        var cue: Range<Int>?
        /// The clause that the cue stands in.
        var clause: Range<Int>
        var confidence: Norm.Confidence
        /// Whether an earlier reading of the same segment can hand its bearer on to this one.
        var followsInSegment: Bool
    }

    private let line: Line
    private let isChinese: Bool
    private let table: CueTable
    private let splitter: SentenceSplitter

    /// Reads parts of `line`.
    init(_ line: Line, isChinese: Bool) {
        self.line = line
        self.isChinese = isChinese
        table = isChinese ? .chinese : .english
        splitter = SentenceSplitter(line)
    }

    /// The readings of `range`, in reading order; together they hold every sentence.
    ///
    /// - Complexity: O(*n*) in the length of the range.
    func readings(in range: Range<Int>) -> [Reading] {
        splitter.sentences(in: range).flatMap { sentence in
            var readings: [Reading] = []
            for segment in splitter.segments(in: sentence) {
                if let last = readings.indices.last, isException(segment) {
                    readings[last].range = readings[last].range.lowerBound..<segment.upperBound
                } else {
                    readings += self.readings(ofSegment: segment)
                }
            }
            return readings
        }
    }

    /// Whether a segment only takes something out of what was said before it.
    private func isException(_ segment: Range<Int>) -> Bool {
        guard isChinese else { return line.has("except ", at: segment.lowerBound) }
        return Self.exceptionEnds.ends(line, withoutStop(segment))
    }

    private func readings(ofSegment segment: Range<Int>) -> [Reading] {
        let shelter = Shelter(line, segment)
        var readings: [Reading] = []
        // Clauses without a cue that wait for the clause that they belong to.
        var pending: [Range<Int>] = []
        for clause in splitter.clauses(in: segment) {
            if let match = cue(in: clause, outside: shelter) {
                let own = ownClauses(of: pending, before: clause, match)
                if own > 0, let first = pending.first {
                    let range = first.lowerBound..<pending[own - 1].upperBound
                    readings.append(cueless(range, follows: !readings.isEmpty))
                    pending.removeFirst(own)
                }
                if let last = readings.indices.last, pending.isEmpty, continuesBan(match, clause, after: readings[last])
                {
                    readings[last].range = bare(readings[last].range.lowerBound..<clause.upperBound)
                } else {
                    let start = pending.first?.lowerBound ?? clause.lowerBound
                    readings.append(reading(match, start..<clause.upperBound, clause, follows: !readings.isEmpty))
                }
                pending = []
            } else if let last = readings.indices.last, pending.isEmpty, !opensCondition(clause) {
                if readings[last].kind == .prohibition, startsDuty(clause) {
                    readings.append(cueless(clause, follows: true))
                } else {
                    readings[last].range = bare(readings[last].range.lowerBound..<clause.upperBound)
                }
            } else {
                pending.append(clause)
            }
        }
        guard let first = pending.first else { return readings }
        let rest = first.lowerBound..<segment.upperBound
        if let last = readings.indices.last, readings[last].kind != .prohibition || !statesDuty(rest) {
            readings[last].range = bare(readings[last].range.lowerBound..<segment.upperBound)
        } else {
            readings.append(cueless(rest, follows: !readings.isEmpty))
        }
        return readings
    }

    /// How many of the `pending` clauses are a norm of their own and no part of the clause with a cue behind them:
    /// 市场监管部门加强…管理，企业…不得….
    private func ownClauses(of pending: [Range<Int>], before clause: Range<Int>, _ match: CueMatch) -> Int {
        guard let first = pending.first else { return 0 }
        let before = line.trimmed(clause.lowerBound..<match.range.lowerBound)
        guard isChinese else {
            let joins = line.has("and ", at: clause.lowerBound) || line.has("but ", at: clause.lowerBound)
            let whole = first.lowerBound..<clause.lowerBound
            let isOwn =
                joins && before.count > 8 && !opensCondition(whole)
                && EnglishSubject.standsBeforeVerb(line, whole, within: 6)
            return isOwn ? pending.count : 0
        }
        let conditions = pending.reversed().prefix(while: opensCondition).count
        let own = pending.count - conditions
        guard pending.prefix(own).contains(where: startsDuty) else { return 0 }
        return conditions > 0 || before.count >= 2 || match.kind == .prohibition ? own : 0
    }

    /// The cue that gives a clause its kind.
    private func cue(in clause: Range<Int>, outside shelter: Shelter) -> CueMatch? {
        var matches = table.matches(in: line, clause, outside: shelter)
        if isChinese {
            matches.removeAll { isInsideObject($0, clause) }
        } else {
            matches = matches.map(negated).filter { !isRelative($0, clause) }
        }
        let carrying = matches.filter { $0.kind != .statement }
        return carrying.enumerated().min {
            ($0.element.kind.precedence, $0.offset) < ($1.element.kind.precedence, $1.offset)
        }?.element
    }

    /// 将严禁新增…项目纳入考核体系: the cue belongs to what is taken in, and lays nothing down.
    private func isInsideObject(_ match: CueMatch, _ clause: Range<Int>) -> Bool {
        guard [0x5C06, 0x628A].contains(line[clause.lowerBound]), match.range.lowerBound > clause.lowerBound else {
            return false
        }
        return Self.takingIn.occurs(in: line, match.range.upperBound..<clause.upperBound)
    }

    /// "persons who should …": the modal belongs to the persons.
    private func isRelative(_ match: CueMatch, _ clause: Range<Int>) -> Bool {
        guard match.cue.isModal, match.kind == .obligation else { return false }
        let before = max(clause.lowerBound, match.range.lowerBound - 24)..<match.range.lowerBound
        return line.last(" who ", in: before) != nil
    }

    /// "no unit may": a permission that "no" turns round.
    private func negated(_ match: CueMatch) -> CueMatch {
        guard match.kind == .permission || match.kind == .obligation, match.cue.isModal else { return match }
        let start = max(0, match.range.lowerBound - 60)
        let before = start..<match.range.lowerBound
        for word: Phrase in ["no ", "No "] {
            guard let found = line.last(word, in: before), !Line.isLatin(line.at(found.lowerBound - 1)),
                !line.scalars[found.upperBound..<match.range.lowerBound].contains(0x2C)
            else { continue }
            return CueMatch(cue: match.cue, kind: .prohibition, range: found.lowerBound..<(found.upperBound - 1))
        }
        return match
    }

    private func reading(_ match: CueMatch, _ range: Range<Int>, _ clause: Range<Int>, follows: Bool) -> Reading {
        Reading(
            kind: match.kind,
            range: bare(range),
            cue: match.range,
            clause: clause,
            confidence: match.cue.doubt.map { .low(reason: $0) } ?? .high,
            followsInSegment: follows
        )
    }

    /// A stretch without a modal word: a duty that is stated plainly, or a statement.
    private func cueless(_ range: Range<Int>, follows: Bool) -> Reading {
        let statement = table.matches(in: line, range, outside: Shelter(line, range)).first { $0.kind == .statement }
        if isChinese, let sanction = sanction(in: range) {
            return Reading(
                kind: .penalty,
                range: range,
                cue: sanction,
                clause: range,
                confidence: .low(reason: "an investigation is announced, not a sanction"),
                followsInSegment: follows
            )
        }
        let isDuty = statement == nil && statesDuty(range)
        let reason = isDuty ? "a duty is stated without a modal word" : "no word says what the sentence does"
        let isSure = !isDuty && statement != nil
        return Reading(
            kind: isDuty ? .obligation : .statement,
            range: bare(range),
            cue: isDuty ? nil : statement?.range,
            clause: range,
            confidence: isSure ? .high : .low(reason: reason),
            followsInSegment: follows
        )
    }

    /// …的，由相关部门依法查处: the words that announce what follows a breach.
    private func sanction(in range: Range<Int>) -> Range<Int>? {
        let clauses = splitter.clauses(in: range)
        guard clauses.count > 1, let last = clauses.last,
            clauses.dropLast().contains(where: { Self.breachEnds.ends(line, withoutStop($0)) })
        else { return nil }
        return line.last("查处", in: last)
    }

    /// Whether some clause of `range` states a duty without a modal.
    private func statesDuty(_ range: Range<Int>) -> Bool {
        guard isChinese else {
            return EnglishSubject.standsBeforeVerb(line, range, within: 24)
        }
        return splitter.clauses(in: range).contains(where: startsDuty)
    }

    /// 一律严格禁止，坚决依法取缔: the second says no more than the first.
    private func continuesBan(_ match: CueMatch, _ clause: Range<Int>, after last: Reading) -> Bool {
        last.kind == .prohibition && match.kind == .prohibition && !match.cue.isModal
            && match.range.lowerBound - clause.lowerBound <= 4
    }

    /// Whether a clause says when or for what the next one holds.
    private func opensCondition(_ clause: Range<Int>) -> Bool {
        guard isChinese else { return Self.englishOpeners.longest(in: line, at: clause.lowerBound) != nil }
        if Self.openers.longest(in: line, at: clause.lowerBound) != nil { return true }
        return Self.conditionEnds.ends(line, withoutStop(clause))
    }

    /// Whether a clause states a duty without a modal: it begins with a verb of action, or with a body and one.
    private func startsDuty(_ clause: Range<Int>) -> Bool {
        guard isChinese else { return false }
        let head = clause.lowerBound..<min(clause.upperBound, clause.lowerBound + 120)
        guard let verb = Self.dutyVerbs.first(in: line, head) else { return false }
        if verb.lowerBound == clause.lowerBound { return true }
        let before = clause.lowerBound..<verb.lowerBound
        return ChineseSubject.namesAuthority(line, before)
    }

    /// The words without "and" before them and a comma or semicolon behind.
    private func bare(_ range: Range<Int>) -> Range<Int> {
        var range = line.trimmed(range)
        while let last = range.last, line[last] == 0x2C || line[last] == 0x3B { range = range.lowerBound..<last }
        for word: Phrase in ["and ", "but "] where line.has(word, at: range.lowerBound) && range.count > word.count {
            range = (range.lowerBound + word.count)..<range.upperBound
        }
        return line.trimmed(range)
    }

    private func withoutStop(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, [0x2C, 0x3002, 0x3B, 0x2E].contains(line[end - 1]) { end -= 1 }
        return range.lowerBound..<end
    }

    private static let exceptionEnds: PhraseSet = ["除外", "不在此限"]
    private static let breachEnds: PhraseSet = ["的"]
    private static let takingIn: PhraseSet = ["纳入", "列入", "列为", "作为"]
    private static let openers: PhraseSet = [
        "对于", "对", "未经", "在", "除", "为", "如", "若", "经", "按照", "依照", "根据", "依据", "发现", "凡", "因", "涉嫌", "违反", "自", "以",
        "遇",
        "符合", "通过", "利用", "于", "当", "鉴于", "结合",
    ]
    private static let conditionEnds: PhraseSet = ["的", "后", "前", "时", "的情况下", "的前提下", "之日起", "期间", "基础上"]
    private static let englishOpeners: PhraseSet = [
        "If ", "Where ", "When ", "Upon ", "Without ", "In ", "For ", "Based ", "By ", "Under ", "After ", "Before ",
        "Unless ",
        "Except ", "except ", "unless ", "if ", "where ", "without ", "Led ", "With ", "Through ", "From ", "As ",
    ]
    private static let dutyVerbs: PhraseSet = [
        "加强", "健全", "完善", "建立", "落实", "强化", "配合", "推动", "推进", "严格", "严肃", "严厉", "全面", "牵头", "做好", "加大", "加快", "深入",
        "进一步",
        "依法", "及时", "积极", "督促", "指导", "部署", "充分", "持续", "统筹", "协同", "会同", "维护", "组织", "坚持", "明确", "细化", "畅通", "引导",
        "实施", "请",
    ]
}
