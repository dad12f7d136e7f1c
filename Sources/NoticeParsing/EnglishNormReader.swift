import NoticeModel

/// Takes an English norm apart.
///
/// What stands before the modal is cut at its commas: an opening phrase (Without …, If …, Upon …, In accordance with …), the
/// subject with its list, and a "together with" in brackets of commas. In the passive the subject is the object.
struct EnglishNormReader {
    private let line: Line
    private let splitter: SentenceSplitter
    private let reading: ModalityReader.Reading
    private var anatomy = NormAnatomy()

    /// Reads `reading` in `line`.
    init(_ line: Line, _ reading: ModalityReader.Reading) {
        self.line = line
        self.reading = reading
        splitter = SentenceSplitter(line)
    }

    /// The parts.
    mutating func read() -> NormAnatomy {
        let body = withoutException(reading.range)
        switch reading.kind {
        case .prohibition, .obligation, .permission, .exemption: readDuty(in: body)
        case .penalty: readPenalty(in: body)
        case .civilEffect:
            if let cue = reading.cue {
                let front = EnglishFront(line, body.lowerBound..<cue.lowerBound)
                takeOpening(front)
                anatomy.object = front.subject
                anatomy.inheritsBearer = anatomy.bearers.isEmpty
            }
        case .definition, .repeal:
            if let cue = reading.cue { anatomy.object = nonEmpty(body.lowerBound..<cue.lowerBound) }
        case .entryIntoForce, .statement: break
        }
        if reading.kind != .entryIntoForce { anatomy.deadline = DeadlineReader(line).english(in: body) }
        anatomy.territory = EnglishTerritory.territory(of: reading, anatomy, in: line)
        return anatomy
    }

    // MARK: - Duties

    private mutating func readDuty(in body: Range<Int>) {
        guard let cue = reading.cue else {
            if reading.continuesModal {
                anatomy.inheritsBearer = true
                split(body)
            } else {
                readPlainDuty(in: body)
            }
            return
        }
        let front = EnglishFront(line, body.lowerBound..<max(body.lowerBound, cue.lowerBound))
        takeOpening(front)
        anatomy.authorities += [front.partners].compactMap(\.self)
        var after = cue.upperBound..<max(cue.upperBound, body.upperBound)
        if reading.isNegatedSubject, let modal = Self.modals.first(in: line, after) {
            anatomy.bearers = [nonEmpty(after.lowerBound..<modal.lowerBound)].compactMap(\.self)
            after = modal.upperBound..<after.upperBound
            split(after)
            return
        }
        if Self.predicateCues.startsWith(line, cue.lowerBound) {
            anatomy.bearers = EnglishSubject.bearers(line, front.subject)
            let start = line.has("are ", at: cue.lowerBound) || line.has("is ", at: cue.lowerBound)
            let skipped = start ? (line.has("are ", at: cue.lowerBound) ? 4 : 3) : 0
            anatomy.action = (cue.lowerBound + skipped)..<cue.upperBound
            anatomy.object = nonEmpty(after)
            return
        }
        if Self.leadCues.startsWith(line, cue.lowerBound) {
            readLeadership(after)
            return
        }
        if isPassive(cue, after) {
            readPassive(front, cue, after)
            return
        }
        if let subject = front.subject {
            anatomy.hasPronoun = EnglishSubject.isPronoun(line, subject)
            takeSubject(subject)
        } else {
            anatomy.inheritsBearer = true
        }
        if anatomy.bearers.isEmpty, !anatomy.hasPronoun, front.subject == nil { anatomy.inheritsBearer = true }
        split(after)
    }

    /// A subject with a participle: institutions providing A overseas.
    private mutating func takeSubject(_ subject: Range<Int>) {
        guard !anatomy.hasPronoun else { return }
        var subject = subject
        if let participle = EnglishSubject.participle(line, subject) {
            let condition = line.trimmed(participle..<subject.upperBound)
            subject = line.trimmed(subject.lowerBound..<participle)
            anatomy.bearers = EnglishSubject.bearers(line, subject)
            if !anatomy.bearers.isEmpty { anatomy.condition = anatomy.condition ?? condition }
            return
        }
        anatomy.bearers = EnglishSubject.bearers(line, subject)
    }

    private mutating func readPassive(_ front: EnglishFront, _ cue: Range<Int>, _ after: Range<Int>) {
        anatomy.object = front.subject.map { groundless($0) }
        if let object = anatomy.object { anatomy.items = EnglishList(line, object).items }
        if let object = anatomy.object, reading.kind == .obligation, let subject = relativeOrWho(object) {
            anatomy.condition = anatomy.condition ?? subject
            anatomy.object = nil
        }
        if line.hasWords(after), reading.kind != .prohibition || line.has(" be ", at: after.lowerBound) {
            let verb =
                Self.conductedCues.startsWith(line, cue.lowerBound)
                ? line.word(at: line.word(at: cue.lowerBound).upperBound + 1) : after
            anatomy.action = quotedStop(verb.lowerBound..<after.upperBound)
        } else if reading.kind != .prohibition, let verb = Self.passiveCues.first(in: line, cue) {
            anatomy.action = line.trimmed(verb)
        }
        if reading.kind == .prohibition, let object = anatomy.object, EnglishVerbs.isGerund(line, object),
            line.first(", as well as", in: object) != nil
        {
            (anatomy.action, anatomy.object, anatomy.items) = (object, nil, [])
        }
    }

    /// Those suspected of …: the words say when the duty arises.
    private func relativeOrWho(_ range: Range<Int>) -> Range<Int>? {
        line.has("Those ", at: range.lowerBound) || line.has("those ", at: range.lowerBound) ? range : nil
    }

    /// Subject without the ground of a ban: …, which are suspected of …; … are suspected of ….
    private func groundless(_ range: Range<Int>) -> Range<Int> {
        guard let ground = Self.grounds.first(in: line, range), ground.lowerBound > range.lowerBound else {
            return range
        }
        var bare = line.trimmed(range.lowerBound..<ground.lowerBound)
        while let last = bare.last, line[last] == 0x2C { bare = bare.lowerBound..<last }
        return bare
    }

    private mutating func readLeadership(_ range: Range<Int>) {
        let clauses = splitter.clauses(in: range)
        guard let first = clauses.first else { return }
        if let leader = nonEmpty(first) {
            anatomy.bearers = [leader]
            anatomy.authorities = [leader]
        }
        takeParticipants(clauses, range)
        if let goal = clauses.first(where: { line.has("to ", at: $0.lowerBound) }) {
            anatomy.action = nonEmpty((goal.lowerBound + 3)..<range.upperBound)
        }
    }

    /// ", with participation from A, B, and other departments,".
    private mutating func takeParticipants(_ clauses: [Range<Int>], _ range: Range<Int>) {
        guard let with = Self.participation.first(in: line, range),
            let index = clauses.firstIndex(where: { $0.contains(with.lowerBound) })
        else { return }
        // The list ends with the member behind "and".
        let end =
            clauses[index...].first {
                line.first(" and ", in: $0.lowerBound..<$0.upperBound) != nil && $0.lowerBound > with.lowerBound
                    || line.has("and ", at: $0.lowerBound)
            }
            ?? clauses[index]
        let inner = clauses[index]
        let isWhole = line.first(" and other ", in: inner) != nil
        anatomy.authorities += [nonEmpty(with.upperBound..<(isWhole ? inner.upperBound : end.upperBound))].compactMap(
            \.self
        )
    }

    private func isPassive(_ cue: Range<Int>, _ after: Range<Int>) -> Bool {
        if Self.passiveCues.occurs(in: line, cue), !line.has("from", at: cue.upperBound - 4) { return true }
        guard line.has(" be ", at: after.lowerBound) else {
            return Self.conductedCues.startsWith(line, cue.lowerBound) || line.has("to be", at: cue.upperBound - 5)
        }
        var words = after.lowerBound + 4
        for _ in 0..<3 {
            let word = line.word(at: words)
            if word.count > 3,
                line.has("ed", at: word.upperBound - 2) || line.has("en", at: word.upperBound - 2)
                    || line.has("ne", at: word.upperBound - 2)
            {
                return true
            }
            words = word.upperBound + 1
        }
        return false
    }

    /// A duty without a modal: "departments continue to improve …"; "conduct risk monitoring …".
    private mutating func readPlainDuty(in body: Range<Int>) {
        guard let verb = EnglishVerbs.mainVerb(line, body) else { return }
        let front = EnglishFront(line, body.lowerBound..<verb.lowerBound)
        takeOpening(front)
        anatomy.authorities += [front.partners].compactMap(\.self)
        if let subject = front.subject {
            anatomy.hasPronoun = EnglishSubject.isPronoun(line, subject)
            takeSubject(subject)
            if anatomy.bearers.isEmpty, !anatomy.hasPronoun { anatomy.inheritsBearer = true }
        } else {
            anatomy.inheritsBearer = true
        }
        split(verb.lowerBound..<body.upperBound)
    }

    private mutating func split(_ range: Range<Int>) {
        var body = line.withoutStop(range)
        if let when = Self.trailingConditions.first(in: line, body), anatomy.condition == nil {
            anatomy.condition = line.trimmed(when.lowerBound..<body.upperBound)
            body = line.withoutStop(body.lowerBound..<when.lowerBound)
        }
        let split = EnglishPredicate(line, body)
        anatomy.action = split.action
        anatomy.object = (split.object ?? anatomy.object).map { object in
            object.upperBound == body.upperBound ? quotedStop(object) : object
        }
        anatomy.items = split.items
        if anatomy.object == nil, anatomy.items.isEmpty, let action = split.action, action.upperBound == body.upperBound
        {
            anatomy.action = quotedStop(action)
        }
    }

    // MARK: - Sanctions

    private mutating func readPenalty(in body: Range<Int>) {
        guard let cue = reading.cue else { return }
        let front = EnglishFront(line, body.lowerBound..<max(body.lowerBound, cue.lowerBound))
        anatomy.inheritsBearer = false
        takeOpening(front)
        var sanction = cue.lowerBound..<body.upperBound
        if let subject = front.subject {
            if line.has("liab", at: subject.upperBound - 4) || Self.liabilities.startsWith(line, cue.lowerBound) {
                sanction = subject.lowerBound..<body.upperBound
            } else if front.isConditional, PublicBody.isNamed(in: line, subject) {
                anatomy.authorities.append(subject)
                anatomy.inheritsBearer = anatomy.bearers.isEmpty
                anatomy.hasPronoun =
                    anatomy.bearers.isEmpty && (front.opening.map { line.has("If there ", at: $0.lowerBound) } ?? false)
            } else {
                readLiable(subject)
            }
        }
        for lead in Self.sanctionLeads where line.has(lead, at: sanction.lowerBound) {
            sanction = (sanction.lowerBound + lead.count)..<sanction.upperBound
            break
        }
        if line.has("discipline ", at: sanction.lowerBound), front.subject == nil {
            readDiscipline(sanction)
        } else {
            anatomy.penalty = nonEmpty(sanction)
        }
    }

    /// "discipline units that violate A in accordance with B".
    private mutating func readDiscipline(_ range: Range<Int>) {
        anatomy.penalty = line.trimmed(range.lowerBound..<(range.lowerBound + 10))
        let rest = (range.lowerBound + 10)..<range.upperBound
        let end = Self.trailingBases.first(in: line, rest)?.lowerBound ?? rest.upperBound
        readLiable(line.trimmed(rest.lowerBound..<end))
    }

    /// "persons who did A", "staff of B, and persons who did A", "doing A".
    private mutating func readLiable(_ subject: Range<Int>) {
        guard let relative = Self.relatives.first(in: line, subject) else {
            let bearers = EnglishSubject.bearers(line, subject)
            if EnglishVerbs.isGerund(line, subject) || bearers.isEmpty {
                anatomy.condition = anatomy.condition ?? subject
            } else {
                anatomy.bearers = bearers
            }
            return
        }
        let names = line.trimmed(subject.lowerBound..<relative.lowerBound)
        anatomy.condition = line.trimmed(relative.upperBound..<subject.upperBound)
        if let joint = line.first(", and ", in: names),
            line.first(" of ", in: names.lowerBound..<joint.lowerBound) != nil
        {
            anatomy.bearers = [
                line.trimmed(names.lowerBound..<joint.lowerBound), line.trimmed(joint.upperBound..<names.upperBound),
            ]
        } else {
            anatomy.bearers = [names]
        }
    }

    // MARK: - What opens a sentence

    private mutating func takeOpening(_ front: EnglishFront) {
        guard let opening = front.opening else { return }
        if front.isConditional {
            anatomy.condition = opening
            if [.penalty, .civilEffect].contains(reading.kind), let subject = EnglishSubject.afterIf(line, opening) {
                anatomy.bearers = [subject]
            }
        } else if line.has("Under the leadership of ", at: opening.lowerBound) {
            anatomy.authorities.append(line.trimmed((opening.lowerBound + 24)..<opening.upperBound))
        } else if line.has("Led by ", at: opening.lowerBound) {
            let clauses = splitter.clauses(in: opening)
            let leader = line.withoutStop((opening.lowerBound + 7)..<(clauses.first?.upperBound ?? opening.upperBound))
            anatomy.authorities.append(leader)
            anatomy.bearers = [leader]
            takeParticipants(clauses, opening)
        } else if line.has("For ", at: opening.lowerBound) {
            let topic = line.trimmed((opening.lowerBound + 4)..<opening.upperBound)
            if reading.kind == .penalty { readLiable(topic) } else { anatomy.object = topic }
        }
    }

    /// `range` without the exception at its end, which is kept.
    private mutating func withoutException(_ range: Range<Int>) -> Range<Int> {
        let whole = line.withoutStop(range)
        guard [.prohibition, .obligation, .permission].contains(reading.kind),
            let exception = Self.exceptions.last(where: { line.first($0, in: whole) != nil }),
            let place = line.first(exception, in: whole),
            place.lowerBound > (reading.cue?.upperBound ?? whole.lowerBound)
        else { return whole }
        let start = line.trimmed((place.lowerBound + 1)..<whole.upperBound)
        if line.has("unless", at: start.lowerBound) { anatomy.condition = start } else { anatomy.exception = start }
        return line.withoutStop(whole.lowerBound..<place.lowerBound)
    }

    /// "… same rules." keeps the stop that stands inside its quotation mark.
    private func quotedStop(_ range: Range<Int>) -> Range<Int> { line.trimmed(line.withoutStop(range)) }

    private func nonEmpty(_ range: Range<Int>) -> Range<Int>? {
        let bare = line.withoutStop(range)
        return bare.isEmpty ? nil : bare
    }

    private static let modals: PhraseSet = [" may not ", " may ", " shall ", " must ", " should "]
    private static let predicateCues: PhraseSet = [
        "are overall responsible for", "is overall responsible for", "are responsible for", "is responsible for",
        "take overall responsibility for", "takes overall responsibility for",
    ]
    private static let leadCues: PhraseSet = ["leading department is", "lead department is"]
    private static let passiveCues: PhraseSet = [
        "strictly prohibited", "be prohibited", "are prohibited", "is prohibited", "forbidden", "resolutely banned",
        "conducted", "carried out", "transferred", "implemented",
    ]
    private static let conductedCues: PhraseSet = [
        "conducted", "are conducted", "is conducted", "are carried out", "is carried out", "are transferred",
        "is transferred",
    ]
    private static let grounds: PhraseSet = [
        ", which ", " are suspected of", " is suspected of", ", fall under", " fall under ", ", falls under",
        ", are suspected",
    ]
    private static let participation: PhraseSet = ["with participation from ", "with the participation of "]
    private static let trailingConditions: PhraseSet = [
        " upon ", " without the consent", " without the approval", " if ", " unless ",
    ]
    private static let liabilities: PhraseSet = [
        "criminal liability", "responsibilities", "responsibility", "legal liability", "relevant liability",
    ]
    private static let sanctionLeads: [Phrase] = [
        "shall be ", "are to be ", "is to be ", "must be ", "should be ", "shall ", "and ",
    ]
    private static let trailingBases: PhraseSet = [" in accordance with ", " according to ", " pursuant to "]
    private static let relatives: PhraseSet = [" who ", " that ", " which "]
    private static let exceptions: [Phrase] = ["; except ", ", except ", " except ", " unless "]
}
