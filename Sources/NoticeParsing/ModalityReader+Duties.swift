import NoticeModel

// Clauses without a modal word: duties that are stated plainly, sanctions that are announced, statements.
extension ModalityReader {
    /// Clauses without a modal word, cut where a body of its own begins to act.
    func cueless(clauses: [Range<Int>], follows: Bool) -> [Reading] {
        var readings: [Reading] = []
        var start = clauses.first?.lowerBound ?? 0
        var hasDuty = false
        for (index, clause) in clauses.enumerated() {
            if index > 0, hasDuty, isChinese, startsWithBody(clause) {
                readings.append(cueless(start..<clauses[index - 1].upperBound, follows: follows || !readings.isEmpty))
                start = clause.lowerBound
                hasDuty = false
            }
            hasDuty = hasDuty || startsDuty(clause)
        }
        guard let last = clauses.last else { return readings }
        readings.append(cueless(start..<last.upperBound, follows: follows || !readings.isEmpty))
        return readings
    }

    /// A stretch without a modal word: a duty that is stated plainly, or a statement.
    func cueless(_ range: Range<Int>, follows: Bool) -> Reading {
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
        // 为了…，保障…，制定本法 says what the text is for, whatever verbs stand in it.
        let purpose = isChinese ? line.last("制定本", in: range) : nil
        let isDuty = purpose == nil && statesDuty(range, before: statement?.range.lowerBound ?? range.upperBound)
        let reason = isDuty ? "a duty is stated without a modal word" : "no word says what the sentence does"
        let isSure = !isDuty && (statement != nil || purpose != nil)
        return Reading(
            kind: isDuty ? .obligation : .statement,
            range: bare(range),
            cue: isDuty ? nil : statement?.range ?? purpose,
            clause: range,
            confidence: isSure ? .high : .low(reason: reason),
            followsInSegment: follows
        )
    }

    /// …的，由相关部门依法查处: the words that announce what follows a breach.
    func sanction(in range: Range<Int>) -> Range<Int>? {
        let clauses = splitter.clauses(in: range)
        guard clauses.count > 1, let last = clauses.last,
            clauses.dropLast().contains(where: { Self.breachEnds.ends(line, withoutStop($0)) })
        else { return nil }
        return line.last("查处", in: last)
    }

    /// Whether some clause of `range` that begins before `end` states a duty without a modal.
    func statesDuty(_ range: Range<Int>, before end: Int? = nil) -> Bool {
        let end = end ?? range.upperBound
        guard isChinese else {
            guard let verb = EnglishVerbs.mainVerb(line, range), verb.lowerBound < end else { return false }
            let front = EnglishFront(line, range.lowerBound..<verb.lowerBound)
            guard let subject = front.subject else {
                return verb.lowerBound == range.lowerBound || front.opening != nil
            }
            return PublicBody.isNamed(in: line, subject)
        }
        return splitter.clauses(in: range).contains { $0.lowerBound < end && startsDuty($0) }
    }

    /// Whether 将A…, or 对A…, is a predicate of its own, which in a notice is a duty.
    func doesSomething(_ clause: Range<Int>) -> Bool {
        let bare = withoutStop(clause)
        guard !Self.conditionEnds.ends(line, bare) else { return false }
        if line.has("将", at: clause.lowerBound) || line.has("把", at: clause.lowerBound) { return true }
        return line.has("对", at: clause.lowerBound) && ChineseSubject.hasVerbBehindRelative(line, bare)
    }

    /// Whether a clause states a duty without a modal: it begins with a verb of action, or with a body and a predicate.
    func startsDuty(_ clause: Range<Int>) -> Bool {
        guard isChinese else { return false }
        let start = ChineseSubject.afterConnectives(line, clause)
        if ChineseLexicon.dutyVerbs.startsWith(line, start) || doesSomething(start..<max(start, clause.upperBound)) {
            return true
        }
        if line.has("由", at: start),
            let agent = ChineseSubject.leading(line, (start + 1)..<max(start + 1, clause.upperBound))
        {
            return ChineseSubject.isAuthority(line, agent)
        }
        guard let subject = ChineseSubject.leading(line, clause), line.hasWords(subject.upperBound..<clause.upperBound)
        else {
            return false
        }
        return ChineseSubject.isAuthority(line, subject)
            || ChineseLexicon.dutyVerbs.startsWith(line, subject.upperBound)
    }
}
