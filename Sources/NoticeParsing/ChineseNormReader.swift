import NoticeModel

/// Takes a Chinese norm apart: who, what, on what condition, under whom.
///
/// The words before the predicate are read clause by clause: conditions (未经…同意, …的), grounds (按照…), those in charge
/// (由…, 会同…, …牵头) and the subject are taken off in the order in which they stand; what is left is the predicate.
struct ChineseNormReader {
    let line: Line
    let splitter: SentenceSplitter
    let reading: ModalityReader.Reading
    var anatomy = NormAnatomy()

    /// Where the predicate begins.
    var predicate: Int
    /// The words in front of the predicate that it is about: 对A, or a subject that can't act.
    var topic: Range<Int>?

    /// Reads `reading` in `line`.
    init(_ line: Line, _ reading: ModalityReader.Reading) {
        self.line = line
        self.reading = reading
        splitter = SentenceSplitter(line)
        predicate = reading.range.lowerBound
    }

    /// The parts.
    mutating func read() -> NormAnatomy {
        let body = withoutException(reading.range)
        switch reading.kind {
        case .prohibition, .obligation, .permission, .exemption:
            readDuty(in: body)
        case .penalty:
            readPenalty(in: body)
        case .civilEffect:
            readEffect(in: body)
        case .definition, .repeal:
            if let cue = reading.cue { anatomy.object = definedWords(body.lowerBound..<cue.lowerBound) }
        case .entryIntoForce, .statement:
            break
        }
        anatomy.deadline = reading.kind == .entryIntoForce ? nil : DeadlineReader(line).chinese(in: body)
        anatomy.territory = ChineseTerritory.territory(of: reading, anatomy, in: line)
        return anatomy
    }

    // MARK: - Duties

    mutating func readDuty(in body: Range<Int>) {
        guard let cue = reading.cue, !Self.verbCues.startsWith(line, cue.lowerBound) else {
            if reading.continuesModal {
                anatomy.inheritsBearer = true
                finishPredicate(body)
                return
            }
            peel(body, endsAtCue: false)
            finishPredicate(predicate..<body.upperBound)
            return
        }
        let before = body.lowerBound..<max(body.lowerBound, cue.lowerBound)
        let after = cue.upperBound..<max(cue.upperBound, body.upperBound)
        let clauseRest = cue.upperBound..<max(cue.upperBound, reading.clause.upperBound)
        let isBare = reading.kind == .prohibition && !line.hasWords(clauseRest)
        peel(before, endsAtCue: true, keepsTopic: isBare)
        let rest = line.withoutStop(min(predicate, before.upperBound)..<before.upperBound)
        if isBare || !line.hasWords(after), !Self.predicateCues.startsWith(line, cue.lowerBound) {
            // …，一律严格禁止: what is forbidden stands before the cue.
            readForbiddenTopic(rest)
            return
        }
        if let agent = agent(in: after) {
            // A应当由B监管: B must act, and A is what it is done to.
            anatomy.bearers = []
            anatomy.condition = nil
            topic = nonEmpty(before)
            predicate = agent.lowerBound
            peel(agent.lowerBound..<after.upperBound, endsAtCue: false)
            finishPredicate(predicate..<body.upperBound)
            return
        }
        readRest(rest)
        if Self.predicateCues.startsWith(line, cue.lowerBound) {
            anatomy.action = line.withoutStop(cue.lowerBound..<body.upperBound)
            if let topic {
                anatomy.object = topic
            } else if let object = nonEmpty(after), !line.has("负总责", at: cue.lowerBound), cue.count <= 3 {
                (anatomy.action, anatomy.object) = (cue, object)
            }
            anatomy.inheritsBearer = anatomy.bearers.isEmpty && topic == nil
            return
        }
        predicate = after.lowerBound
        if rest.isEmpty, anatomy.bearers.isEmpty, reading.kind == .prohibition || reading.kind == .permission,
            let subject = ChineseSubject.leading(line, after)
        {
            anatomy.bearers = [subject]
            predicate = subject.upperBound
        } else {
            peel(after, endsAtCue: false)
        }
        finishPredicate(predicate..<body.upperBound)
    }

    /// 由B at the beginning of `range`, behind the grounds on which B acts.
    func agent(in range: Range<Int>) -> Range<Int>? {
        for clause in splitter.clauses(in: range) {
            if line.has("由", at: clause.lowerBound) {
                let rest = (clause.lowerBound + 1)..<max(clause.lowerBound + 1, clause.upperBound)
                return ChineseSubject.leading(line, rest, isWhole: true).map { (clause.lowerBound)..<$0.upperBound }
            }
            guard ChineseLexicon.bases.startsWith(line, clause.lowerBound) else { return nil }
        }
        return nil
    }

    /// The words between the subject and the modal: a condition, a topic, or nothing of weight.
    mutating func readRest(_ rest: Range<Int>) {
        var rest = rest
        while !rest.isEmpty, let adverb = ChineseLexicon.adverbs.longest(in: line, at: rest.lowerBound) {
            rest = min(rest.upperBound, rest.lowerBound + adverb.count)..<rest.upperBound
        }
        guard rest.count > 1 else { return }
        if line.has("对于", at: rest.lowerBound) {
            topic = (rest.lowerBound + 2)..<rest.upperBound
        } else if line.has("对", at: rest.lowerBound) {
            topic = (rest.lowerBound + 1)..<rest.upperBound
        } else if let start = anatomy.condition?.lowerBound, line.has("经", at: rest.lowerBound),
            !ChineseLexicon.lookalikes.startsWith(line, rest.lowerBound)
        {
            // 发生A的，B经C同意，可以: both must be so.
            anatomy.condition = start..<rest.upperBound
        } else if isConditionStart(rest.lowerBound)
            || ChineseLexicon.conditionEnds.ends(line, rest)
        {
            anatomy.condition = anatomy.condition ?? rest
        } else if !anatomy.bearers.isEmpty,
            ChineseLexicon.verbs.occurs(in: line, rest) || line.has("为", at: rest.lowerBound),
            !ChineseLexicon.properties.occurs(in: line, rest), rest.count > 5
        {
            anatomy.condition = anatomy.condition ?? rest
        } else if anatomy.bearers.isEmpty {
            topic = rest
        }
    }

    /// 在境内开展A，一律禁止: A is the object of what is forbidden.
    mutating func readForbiddenTopic(_ rest: Range<Int>) {
        var forbidden = rest
        if let ground = line.first("涉嫌", in: rest), ground.lowerBound > rest.lowerBound {
            forbidden = line.withoutStop(rest.lowerBound..<ground.lowerBound)
        }
        guard !forbidden.isEmpty else { return }
        if line.has("对", at: forbidden.lowerBound) { forbidden = (forbidden.lowerBound + 1)..<forbidden.upperBound }
        let begins =
            ChineseLexicon.verbs.startsWith(line, forbidden.lowerBound)
            || ChineseLexicon.prepositions.startsWith(line, forbidden.lowerBound)
        guard begins else {
            anatomy.object = forbidden
            anatomy.items = ChineseList(line, forbidden).items
            return
        }
        let split = ChinesePredicate(line, forbidden)
        (anatomy.action, anatomy.object, anatomy.items) = (split.action, split.object, split.items)
    }

    mutating func finishPredicate(_ range: Range<Int>) {
        var range = range
        if let limit = DeadlineReader(line).chinese(in: range), limit.upperBound < range.upperBound {
            let skipped = limit.lowerBound - range.lowerBound
            let isIn = skipped == 1 && (line.has("在", at: range.lowerBound) || line.has("于", at: range.lowerBound))
            if skipped == 0 || isIn, line.at(limit.upperBound) != 0x2C, !Self.rhythms.startsWith(line, limit.lowerBound)
            {
                range = limit.upperBound..<range.upperBound
            }
        }
        anatomy.inheritsBearer = anatomy.bearers.isEmpty && !isOpenBan && (topic == nil || reading.cue == nil)
        let split = ChinesePredicate(line, range)
        (anatomy.action, anatomy.object, anatomy.items) = (split.action, split.object, split.items)
        if anatomy.object == nil, let topic { anatomy.object = topic }
    }

    /// 严禁新增…: whoever is not named behind the cue stays unsaid.
    var isOpenBan: Bool {
        guard reading.kind == .prohibition, let cue = reading.cue else { return false }
        return Self.openBans.startsWith(line, cue.lowerBound)
    }

    // MARK: - What stands before the predicate

    /// Takes off what stands in front of the predicate in `region`, and sets ``predicate`` behind it.
    mutating func peel(_ region: Range<Int>, endsAtCue: Bool, keepsTopic: Bool = false) {
        let clauses = splitter.clauses(in: region)
        let conditionEnd = lastCondition(clauses, endsAtCue: endsAtCue)
        var place = ChineseSubject.afterConnectives(line, region)
        predicate = place
        for (index, clause) in clauses.enumerated() {
            let isLast = index == clauses.count - 1
            place = max(
                place,
                ChineseSubject.afterConnectives(line, max(place, clause.lowerBound)..<max(place, clause.upperBound))
            )
            guard place < clause.upperBound else { continue }
            switch take(place..<clause.upperBound, conditionEnd: conditionEnd, isBeforeCue: isLast && endsAtCue) {
            case .all(let end):
                place = end
                predicate = end
            case .none(let start):
                // A clause in front of the one with the modal says what the norm is about.
                if endsAtCue, !keepsTopic, !isLast, topic == nil, start == place {
                    topic = nonEmpty(place..<clause.upperBound)
                    place = clause.upperBound
                    predicate = place
                    continue
                }
                predicate = start
                return
            }
        }
    }

    enum Taken {
        /// Everything up to this place.
        case all(Int)
        /// Nothing from this place on: the predicate begins.
        case none(Int)
    }

    mutating func take(_ clause: Range<Int>, conditionEnd: Int?, isBeforeCue: Bool) -> Taken {
        var start = clause.lowerBound
        let end = clause.upperBound
        let bare = line.withoutStop(clause)
        let isClosed = bare.upperBound < end
        if isClosed, Self.strongConditions.startsWith(line, start) {
            anatomy.condition = bare
            return .all(end)
        }
        if line.has("由", at: start), let agent = ChineseSubject.leading(line, (start + 1)..<end, isWhole: true) {
            return takeAgent(agent, clause)
        }
        if isClosed, line.has("在", at: start), Self.leaderships.ends(line, bare),
            let last = Self.leaderships.first(in: line, bare)
        {
            anatomy.authorities.append((start + 1)..<last.lowerBound)
            return .all(end)
        }
        if isClosed, line.has("对", at: start), conditionEnd.map({ $0 < end }) ?? true,
            !ChineseSubject.hasVerbBehindRelative(line, bare)
        {
            topic = (start + (line.has("对于", at: start) ? 2 : 1))..<bare.upperBound
            return .all(end)
        }
        if anatomy.bearers.isEmpty, conditionEnd.map({ start < $0 }) ?? true || !isConditionStart(start),
            let subject = ChineseSubject.leading(
                line,
                start..<(isBeforeCue ? bare.upperBound : end),
                isWhole: isBeforeCue
            )
        {
            let rest = subject.upperBound..<bare.upperBound
            if isClosed, Self.participations.ends(line, bare) || rest.isEmpty && Self.participations.ends(line, rest) {
                anatomy.authorities.append(subject)
                return .all(end)
            }
            anatomy.bearers = [subject]
            start = subject.upperBound
            if line.has("会同", at: start) { start = takePartners(start + 2, before: end) }
            if rest.isEmpty || start >= bare.upperBound { return .all(end) }
        }
        if line.has("会同", at: start), start == clause.lowerBound || !anatomy.bearers.isEmpty {
            start = takePartners(start + 2, before: end)
            if start >= bare.upperBound { return .all(end) }
        }
        if let conditionEnd, start < conditionEnd {
            anatomy.condition = anatomy.condition ?? line.withoutStop(start..<conditionEnd)
            return .all(line.at(conditionEnd) == 0x2C ? conditionEnd + 1 : conditionEnd)
        }
        if ChineseLexicon.bases.startsWith(line, start) || isClosed && line.has("为", at: start) {
            if isClosed { return .all(end) }
            if let adverb = Self.turns.first(in: line, start..<end), adverb.lowerBound > start + 2 {
                return .none(adverb.lowerBound)
            }
        }
        return .none(start)
    }

    /// 由A牵头，B参加 and 由A会同B监管.
    mutating func takeAgent(_ agent: Range<Int>, _ clause: Range<Int>) -> Taken {
        anatomy.authorities.append(agent)
        var start = agent.upperBound
        if line.has("会同", at: start) { start = takePartners(start + 2, before: clause.upperBound) }
        let rest = line.withoutStop(start..<clause.upperBound)
        if start < clause.upperBound, Self.leads.startsWith(line, start) || Self.participations.ends(line, rest) {
            return .all(clause.upperBound)
        }
        if anatomy.bearers.isEmpty { anatomy.bearers = [agent] }
        if rest.isEmpty || rest.upperBound < clause.upperBound && ChineseLexicon.bases.startsWith(line, start) {
            return .all(clause.upperBound)
        }
        return .none(start)
    }

    mutating func takePartners(_ start: Int, before end: Int) -> Int {
        let range = start..<max(start, end)
        if let partners = ChineseSubject.leading(line, range, isWhole: true) {
            anatomy.authorities.append(partners)
            return partners.upperBound
        }
        let bare = line.withoutStop(range)
        if bare.upperBound < end, !bare.isEmpty {
            anatomy.authorities.append(bare)
            return end
        }
        return start
    }

    /// The end of the last clause before the predicate that ends as a condition does: …的，.
    func lastCondition(_ clauses: [Range<Int>], endsAtCue: Bool) -> Int? {
        var found: Int?
        for (index, clause) in clauses.enumerated() {
            if !endsAtCue, index > 3 { break }
            let bare = line.withoutStop(clause)
            let isClosed = bare.upperBound < clause.upperBound || endsAtCue && index == clauses.count - 1
            if !endsAtCue, ChineseLexicon.dutyVerbs.startsWith(line, bare.lowerBound) { break }
            guard isClosed, ChineseLexicon.conditionEnds.ends(line, bare), bare.count > 2 else { continue }
            if line.has("在", at: bare.lowerBound), Self.leaderships.ends(line, bare) { continue }
            found = bare.upperBound
        }
        return found
    }

    func isConditionStart(_ index: Int) -> Bool {
        ChineseLexicon.conditionOpeners.startsWith(line, index) && !ChineseLexicon.lookalikes.startsWith(line, index)
    }

    func nonEmpty(_ range: Range<Int>) -> Range<Int>? {
        let bare = line.withoutStop(range)
        return bare.isEmpty ? nil : bare
    }

    static let strongConditions: PhraseSet = ["未经", "非经", "未取得", "未获得", "未依法", "除非"]
    static let leaderships: PhraseSet = ["领导下", "指导下", "统筹下", "统一领导下", "的领导下", "的指导下"]
    static let participations: PhraseSet = ["参加", "参与", "配合", "牵头", "协助"]
    static let leads: PhraseSet = ["牵头", "负责牵头", "负责", "主管"]
    static let turns: PhraseSet = ["及时", "依法", "严格", "应当", "予以", "进行", "实施", "采取", "切实", "督促"]
    static let rhythms: PhraseSet = ["限期", "按期", "每"]
    static let verbCues: PhraseSet = ["严肃追究", "移送司法机关", "移送公安机关"]
    static let predicateCues: PhraseSet = [
        "负总责", "负责", "一律停止", "有义务", "有责任", "不适用", "不得少于", "不得低于", "不得高于", "不得超过", "不得多于", "不得迟于", "不得晚于", "不得早于",
        "不得小于", "不得大于",
    ]
    static let openBans: PhraseSet = ["严禁", "禁止", "不允许", "不准", "不许", "坚决杜绝", "坚决取缔"]
}
