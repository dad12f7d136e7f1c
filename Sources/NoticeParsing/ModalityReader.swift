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
        /// Whether it is not the first of its segment, which is what stands between semicolons.
        var followsInSegment: Bool
        /// Which sentence of the range it stands in, from 0.
        var sentence = 0
        /// Whether "no" stands before those who may not.
        var isNegatedSubject = false
        /// Whether it goes on with the modal of the reading before it: "…, issuing A, or selling B".
        var continuesModal = false
    }

    let line: Line
    let isChinese: Bool
    let table: CueTable
    let splitter: SentenceSplitter

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
        splitter.sentences(in: range).enumerated().flatMap { number, sentence in
            var readings: [Reading] = []
            var listHead: Reading?
            for segment in splitter.segments(in: sentence) {
                if let last = readings.indices.last, isException(segment) {
                    readings[last].range = readings[last].range.lowerBound..<segment.upperBound
                    continue
                }
                var rest = segment
                if listHead == nil, let colon = listColon(in: segment) {
                    readings += self.readings(ofSegment: segment.lowerBound..<(colon + 1))
                    listHead = readings.last
                    rest = line.trimmed((colon + 1)..<segment.upperBound)
                    guard !rest.isEmpty else { continue }
                }
                let found = self.readings(ofSegment: rest)
                if let listHead, let item = item(found, of: listHead, in: rest) {
                    readings.append(item)
                } else {
                    readings += found
                }
            }
            for index in readings.indices { readings[index].sentence = number }
            return readings
        }
    }

    /// The colon behind 不得有下列行为 in a segment that the first member of the list follows.
    private func listColon(in segment: Range<Int>) -> Int? {
        let shelter = Shelter(line, segment)
        guard let colon = segment.first(where: { line[$0] == 0x3A && !shelter.contains($0) }),
            Self.listOpeners.occurs(in: line, max(segment.lowerBound, colon - 14)..<colon)
        else { return nil }
        return colon
    }

    /// A member of a list, which has the modality of the words before the colon unless it has its own.
    private func item(_ found: [Reading], of head: Reading, in range: Range<Int>) -> Reading? {
        guard [.prohibition, .obligation, .permission].contains(head.kind),
            found.allSatisfy({ $0.cue == nil || $0.kind == .statement })
        else { return nil }
        var item = head
        item.range = bare(range)
        item.cue = nil
        item.clause = range
        item.followsInSegment = true
        item.continuesModal = true
        return item
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
        // Whether they begin a norm of their own, whatever follows.
        var beginsNorm = false
        for clause in splitter.clauses(in: segment) {
            // …不得A的，: what someone does who is told not to is a condition of what follows.
            let isBreach =
                isChinese && clause.upperBound < segment.upperBound && line.at(clause.upperBound - 1) == 0x2C
                && Self.relativeEnds.ends(line, withoutStop(clause))
            if !isBreach, let match = cue(in: clause, outside: shelter) {
                let own = ownClauses(of: pending, before: clause, match)
                if own > 0, let first = pending.first {
                    _ = first
                    readings += cueless(clauses: Array(pending.prefix(own)), follows: !readings.isEmpty)
                    pending.removeFirst(own)
                }
                if let last = readings.indices.last, pending.isEmpty,
                    continuesBan(match, clause, after: readings[last])
                        || match.kind == .penalty && readings[last].kind == .penalty
                {
                    readings[last].range = bare(readings[last].range.lowerBound..<clause.upperBound)
                } else {
                    let start = pending.first?.lowerBound ?? clause.lowerBound
                    readings.append(reading(match, start..<clause.upperBound, clause, follows: !readings.isEmpty))
                }
                pending = []
                beginsNorm = false
            } else if let last = readings.indices.last, pending.isEmpty, !opensCondition(clause) {
                if let next = continued(readings[last], by: clause) {
                    readings.append(next)
                } else if startsNorm(clause, after: readings[last]) {
                    pending.append(clause)
                    beginsNorm = true
                } else {
                    readings[last].range = bare(readings[last].range.lowerBound..<clause.upperBound)
                }
            } else {
                if pending.isEmpty, let last = readings.last, startsNorm(clause, after: last) { beginsNorm = true }
                pending.append(clause)
            }
        }
        guard let first = pending.first else { return readings }
        let rest = first.lowerBound..<segment.upperBound
        if let last = readings.indices.last, !beginsNorm, readings[last].kind != .prohibition || !statesDuty(rest) {
            readings[last].range = bare(readings[last].range.lowerBound..<segment.upperBound)
        } else {
            readings += cueless(clauses: pending, follows: !readings.isEmpty)
        }
        return readings
    }

    /// Whether a clause without a modal begins a norm of its own behind `last`: it has a subject of its own, or what
    /// went before only said who answers for it all.
    private func startsNorm(_ clause: Range<Int>, after last: Reading) -> Bool {
        guard isChinese else { return false }
        if let cue = last.cue, line.has("负总责", at: cue.upperBound - 3) { return true }
        if last.kind == .prohibition { return startsDuty(clause) }
        guard last.kind == .obligation || last.kind == .permission || last.kind == .statement else { return false }
        return startsWithBody(clause)
    }

    /// Whether a clause begins with a public body that does something, and doesn't only take part.
    func startsWithBody(_ clause: Range<Int>) -> Bool {
        guard let subject = ChineseSubject.leading(line, clause), ChineseSubject.isAuthority(line, subject),
            line.hasWords(subject.upperBound..<clause.upperBound)
        else { return false }
        return !Self.participations.ends(line, withoutStop(clause))
    }

    /// "are prohibited from A, issuing B, or selling C": the next act that is banned.
    private func continued(_ last: Reading, by clause: Range<Int>) -> Reading? {
        guard !isChinese, last.kind == .prohibition else { return nil }
        let isFrom = last.cue.map { line.has("from", at: $0.upperBound - 4) } ?? last.continuesModal
        var body = bare(clause)
        if line.has("or ", at: body.lowerBound) { body = (body.lowerBound + 3)..<body.upperBound }
        guard isFrom, EnglishVerbs.isGerund(line, body) else { return nil }
        if line.has("including ", at: body.lowerBound), line.first(" in ", in: body) == nil { return nil }
        var next = last
        next.range = body
        next.cue = nil
        next.clause = clause
        next.followsInSegment = true
        next.continuesModal = true
        return next
    }

    /// How many of the `pending` clauses are a norm of their own and no part of the clause with a cue behind them:
    /// 市场监管部门加强…管理，企业…不得….
    private func ownClauses(of pending: [Range<Int>], before clause: Range<Int>, _ match: CueMatch) -> Int {
        guard let first = pending.first else { return 0 }
        let before = line.trimmed(clause.lowerBound..<match.range.lowerBound)
        guard isChinese else {
            let joins = line.has("and ", at: clause.lowerBound) || line.has("but ", at: clause.lowerBound)
            let whole = first.lowerBound..<clause.lowerBound
            if match.kind == .prohibition, before.isEmpty, Self.activeBans.startsWith(line, match.range.lowerBound),
                table.matches(in: line, whole, outside: Shelter(line, whole)).contains(where: { $0.kind == .statement })
            {
                return pending.count
            }
            let isOwn =
                joins && before.count > 8 && !opensCondition(whole)
                && PublicBody.opens(line, whole, within: 6)
            return isOwn ? pending.count : 0
        }
        let hasWordsBehind = line.hasWords(match.range.upperBound..<clause.upperBound)
        // …活动，一律严格禁止: what is banned stands in front.
        if match.kind == .prohibition, before.isEmpty, !hasWordsBehind { return 0 }
        var conditions = pending.reversed().prefix(while: opensCondition).count
        // A…，或者B的，应当: the condition began a clause before, behind its subject.
        while conditions > 0, conditions < pending.count, continuesCondition(pending[pending.count - conditions]),
            ChineseSubject.leading(line, pending[pending.count - conditions - 1]) != nil
        {
            conditions += 1
        }
        let own = pending.count - conditions
        guard pending.prefix(own).contains(where: startsDuty) else {
            let states = pending.contains { Self.qualities.occurs(in: line, $0) }
            return match.kind == .prohibition && conditions == 0 && hasWordsBehind && states ? own : 0
        }
        return conditions > 0 || before.count >= 2 || match.kind == .prohibition ? own : 0
    }

    /// Whether a clause that ends with 的 has no beginning of its own.
    private func continuesCondition(_ clause: Range<Int>) -> Bool {
        guard Self.relativeEnds.ends(line, withoutStop(clause)) else { return false }
        if Self.alternatives.startsWith(line, clause.lowerBound) { return true }
        return ChineseSubject.leading(line, clause) == nil && !Self.openers.startsWith(line, clause.lowerBound)
    }

    /// The cue that gives a clause its kind.
    private func cue(in clause: Range<Int>, outside shelter: Shelter) -> CueMatch? {
        var matches = table.matches(in: line, clause, outside: shelter)
        if isChinese {
            matches.removeAll { isInsideObject($0, clause) }
        } else {
            matches = matches.map(negated).filter { !isRelative($0, clause) }
        }
        let carrying = matches.filter { $0.kind != .statement }.compactMap { match -> CueMatch? in
            // "…, and discipline members": a verb only at the beginning of a clause.
            guard match.cue.phrase == "and discipline" else { return match }
            guard match.range.lowerBound == clause.lowerBound else { return nil }
            return CueMatch(
                cue: match.cue,
                kind: match.kind,
                range: (match.range.lowerBound + 4)..<match.range.upperBound
            )
        }
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
            followsInSegment: follows,
            isNegatedSubject: !isChinese && match.kind == .prohibition && match.range.count == 2
        )
    }

    /// 一律严格禁止，坚决依法取缔: the second says no more than the first.
    private func continuesBan(_ match: CueMatch, _ clause: Range<Int>, after last: Reading) -> Bool {
        last.kind == .prohibition && match.kind == .prohibition && !match.cue.isModal
            && match.range.lowerBound - clause.lowerBound <= 4
    }

    /// Whether a clause says when or for what the next one holds.
    func opensCondition(_ clause: Range<Int>) -> Bool {
        guard isChinese else { return Self.englishOpeners.longest(in: line, at: clause.lowerBound) != nil }
        if Self.openers.longest(in: line, at: clause.lowerBound) != nil,
            !ChineseLexicon.lookalikes.startsWith(line, clause.lowerBound)
        {
            return !doesSomething(clause)
        }
        return Self.conditionEnds.ends(line, withoutStop(clause))
    }

    /// The words without "and" before them and a comma or semicolon behind.
    func bare(_ range: Range<Int>) -> Range<Int> {
        var range = line.trimmed(range)
        while let last = range.last, line[last] == 0x2C || line[last] == 0x3B { range = range.lowerBound..<last }
        for word: Phrase in ["and ", "but "] where line.has(word, at: range.lowerBound) && range.count > word.count {
            range = (range.lowerBound + word.count)..<range.upperBound
        }
        return line.trimmed(range)
    }

    func withoutStop(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound, [0x2C, 0x3002, 0x3B, 0x2E].contains(line[end - 1]) { end -= 1 }
        return range.lowerBound..<end
    }

    private static let exceptionEnds: PhraseSet = ["除外", "不在此限"]
    static let breachEnds: PhraseSet = ["的"]
    static let relativeEnds: PhraseSet = ["的"]
    private static let alternatives: PhraseSet = ["或者", "或", "以及", "并", "且", "仍", "而"]
    private static let takingIn: PhraseSet = ["纳入", "列入", "列为", "作为"]
    private static let openers: PhraseSet = [
        "对于", "对", "未经", "在", "除", "为", "如", "若", "经", "按照", "依照", "根据", "依据", "发现", "凡", "因", "涉嫌", "违反", "自", "以",
        "遇",
        "符合", "通过", "利用", "于", "当", "鉴于", "结合",
    ]
    static let conditionEnds: PhraseSet = ["的", "后", "前", "时", "的情况下", "的前提下", "之日起", "期间", "基础上"]
    private static let englishOpeners: PhraseSet = [
        "If ", "Where ", "When ", "Upon ", "Without ", "In ", "For ", "Based ", "By ", "Under ", "After ", "Before ",
        "Unless ",
        "Except ", "except ", "unless ", "if ", "where ", "without ", "Led ", "With ", "Through ", "From ", "As ",
    ]
    private static let listOpeners: PhraseSet = ["下列", "以下", "如下", "包括", "the following", "following"]
    static let participations: PhraseSet = ["参加", "参与", "配合", "牵头", "协助"]
    private static let qualities: PhraseSet = ["具有", "不具有", "属于", "不属于", "不具备"]
    private static let activeBans: PhraseSet = ["should not", "must not", "shall not", "may not", "cannot"]
}
