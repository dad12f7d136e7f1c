import NoticeModel

// Sanctions, effects in private law, definitions and exceptions.
extension ChineseNormReader {
    /// …的，由A责令改正: condition, those liable, those in charge, sanction.
    mutating func readPenalty(in body: Range<Int>) {
        let clauses = splitter.clauses(in: body)
        var sanction = body.lowerBound
        let head = clauses.lastIndex { clause in
            let bare = line.withoutStop(clause)
            return bare.upperBound < clause.upperBound
                && clause.lowerBound < (reading.cue?.lowerBound ?? clause.upperBound)
                && (Self.breachEnds.ends(line, bare) || isTopicClause(bare))
        }
        if let head {
            readBreach(body.lowerBound..<line.withoutStop(clauses[head]).upperBound)
            sanction = head + 1 < clauses.count ? clauses[head + 1].lowerBound : clauses[head].upperBound
        } else if let first = clauses.first,
            clauses.count > 1 || reading.cue.map({ $0.lowerBound > body.lowerBound + 4 }) ?? false
        {
            // 对A依法追究责任 in one clause.
            if let subject = ChineseSubject.leading(line, first) {
                anatomy.bearers = [subject]
                sanction = subject.upperBound
            }
        }
        if line.has("由", at: sanction),
            let agent = ChineseSubject.leading(line, (sanction + 1)..<body.upperBound, isWhole: true)
        {
            anatomy.authorities.append(agent)
            sanction = agent.upperBound
            if line.has("会同", at: sanction) { sanction = takePartners(sanction + 2, before: body.upperBound) }
        }
        anatomy.penalty = nonEmpty(sanction..<body.upperBound)
        anatomy.inheritsBearer = anatomy.bearers.isEmpty
    }

    /// 对于A的B: ends with who is meant.
    private func isTopicClause(_ bare: Range<Int>) -> Bool {
        guard ChineseLexicon.actors.ends(line, bare) else { return false }
        return line.has("对", at: bare.lowerBound) || line.first("的", in: bare) != nil
    }

    /// Those liable and what they did.
    private mutating func readBreach(_ breach: Range<Int>) {
        var breach = line.trimmed(ChineseSubject.afterConnectives(line, breach)..<breach.upperBound)
        let isTopic = line.has("对", at: breach.lowerBound)
        if isTopic {
            let length = line.has("对于", at: breach.lowerBound) ? 2 : 1
            breach = min(breach.upperBound, breach.lowerBound + length)..<breach.upperBound
        }
        if isTopic, !Self.breachEnds.ends(line, breach) {
            readLiable(breach)
            return
        }
        if let subject = ChineseSubject.leading(line, breach) {
            anatomy.bearers = [subject]
            anatomy.condition = nonEmpty(subject.upperBound..<breach.upperBound)
            return
        }
        anatomy.condition = breach
        for clause in splitter.clauses(in: breach).dropFirst() {
            guard let subject = ChineseSubject.leading(line, clause) else { continue }
            anatomy.bearers = [subject]
            return
        }
    }

    /// 对于A，以及B的C依法…: A and C are liable, C if B.
    private mutating func readLiable(_ range: Range<Int>) {
        var range = range
        if let joint = line.first(",以及", in: range), joint.lowerBound > range.lowerBound {
            let first = range.lowerBound..<joint.lowerBound
            if ChineseLexicon.actors.ends(line, first) {
                anatomy.bearers.append(first)
                range = joint.upperBound..<range.upperBound
            }
        }
        guard let of = line.last("的", in: range), of.lowerBound > range.lowerBound, of.upperBound < range.upperBound,
            startsWithVerb(range.lowerBound)
        else {
            anatomy.bearers.append(range)
            return
        }
        anatomy.condition = range.lowerBound..<of.lowerBound
        anatomy.bearers.append(of.upperBound..<range.upperBound)
    }

    private func startsWithVerb(_ index: Int) -> Bool {
        ChineseLexicon.verbs.startsWith(line, index) || ChineseLexicon.predicateOpeners.startsWith(line, index)
            || ChineseLexicon.adverbs.startsWith(line, index) || ChineseLexicon.prepositions.startsWith(line, index)
    }

    mutating func readEffect(in body: Range<Int>) {
        guard let cue = reading.cue else { return }
        let clauses = splitter.clauses(in: body.lowerBound..<max(body.lowerBound, cue.lowerBound))
        if let head = clauses.lastIndex(where: { clause in
            let bare = line.withoutStop(clause)
            return bare.upperBound < clause.upperBound && ChineseLexicon.conditionEnds.ends(line, bare)
        }) {
            readBreach(body.lowerBound..<line.withoutStop(clauses[head]).upperBound)
        }
        if let last = clauses.last {
            var object = last
            if let back = line.last("由", in: last), back.lowerBound > last.lowerBound {
                object = last.lowerBound..<back.lowerBound
            }
            while let adverb = ChineseLexicon.adverbs.longest(in: line, at: object.lowerBound),
                adverb.count <= object.count
            {
                object = (object.lowerBound + adverb.count)..<object.upperBound
            }
            anatomy.object = nonEmpty(object)
        }
        anatomy.inheritsBearer = anatomy.bearers.isEmpty
    }

    /// The word that 是指 explains, or the document that is repealed.
    func definedWords(_ range: Range<Int>) -> Range<Int>? {
        var start = ChineseSubject.afterConnectives(line, range)
        if let called = Self.callings.first(in: line, start..<range.upperBound) { start = called.upperBound }
        var bare = line.withoutStop(start..<range.upperBound)
        if let comma = bare.last(where: { line[$0] == 0x2C }), !Shelter(line, bare).contains(comma) {
            bare = (comma + 1)..<bare.upperBound
        }
        return nonEmpty(bare)
    }

    // MARK: - Exceptions

    /// `range` without the exception at its end, which is kept.
    mutating func withoutException(_ range: Range<Int>) -> Range<Int> {
        let whole = line.withoutStop(range)
        guard [.prohibition, .obligation, .permission, .penalty].contains(reading.kind) else { return whole }
        if Self.exceptionEnds.ends(line, whole) {
            let segments = splitter.segments(in: whole)
            if segments.count > 1, let last = segments.last {
                anatomy.exception = ChineseSubject.afterConnectives(line, last)..<whole.upperBound
                return line.withoutStop(whole.lowerBound..<last.lowerBound - 1)
            }
            let clauses = splitter.clauses(in: whole)
            let start = clauses.lastIndex { line.has("但", at: $0.lowerBound) } ?? clauses.count - 1
            if start > 0, start < clauses.count {
                anatomy.exception = ChineseSubject.afterConnectives(line, clauses[start])..<whole.upperBound
                return line.withoutStop(whole.lowerBound..<clauses[start].lowerBound)
            }
        }
        // 除A外，: the exception stands in front.
        if line.has("除", at: whole.lowerBound), let first = splitter.clauses(in: whole).first {
            let bare = line.withoutStop(first)
            if bare.upperBound < first.upperBound, Self.exceptFor.ends(line, bare) {
                anatomy.exception = bare
                return first.upperBound..<max(first.upperBound, whole.upperBound)
            }
        }
        return whole
    }

    private static let breachEnds: PhraseSet = ["的", "后", "之日起", "规定者", "者"]
    private static let callings: PhraseSet = ["所称的", "所称", "所指", "中所称", "中下列用语的含义:"]
    private static let exceptionEnds: PhraseSet = ["除外", "不在此限", "从其规定"]
    private static let exceptFor: PhraseSet = ["外", "以外", "之外"]
}
