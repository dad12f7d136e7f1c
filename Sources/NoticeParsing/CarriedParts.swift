import LegalText
import NoticeModel

/// What a norm takes over from those before it in its paragraph: bearer, condition, those in charge, territory.
///
/// The bearer goes on through its sentence, and to a next sentence that names nobody and states its duty without a modal.
/// A condition governs what follows it up to the semicolon.
struct CarriedParts {
    private var sentence = 0
    private var bearers: [Norm.Part] = []
    private var formerBearers: [Norm.Part] = []
    private var dutyBearers: [Norm.Part] = []
    private var authorities: [Norm.Part] = []
    private var condition: Norm.Part?
    private var territory: Norm.Territory?

    /// What the last statement spoke of.
    private var topic: Norm.Part?

    /// Whether the bearer of the sentence was that of a duty, so that a sanction behind it is theirs to impose.
    private var isDuty = false

    /// Whether the bearer of the sentence is only someone liable.
    private var isSanction = false

    /// Completes `norm`, and keeps what it says for those behind it.
    mutating func complete(
        _ norm: inout Norm,
        _ anatomy: NormAnatomy,
        _ reading: ModalityReader.Reading,
        in line: Line
    ) {
        if reading.sentence != sentence {
            sentence = reading.sentence
            if !bearers.isEmpty, !isSanction { formerBearers = bearers }
            if isDuty { dutyBearers = bearers }
            if !bearers.isEmpty, !isDuty, !isSanction { dutyBearers = [] }
            authorities = []
            (bearers, condition, isDuty) = ([], nil, false)
        }
        if !reading.followsInSegment { condition = nil }
        carryTopic(to: &norm, anatomy, reading, in: line)
        carryBearer(to: &norm, anatomy, reading)
        carryCondition(to: &norm, anatomy, reading)
        carryTerritory(to: &norm, anatomy, reading, in: line)
        if norm.kind == .penalty, norm.authorities.isEmpty, isDuty, !anatomy.bearers.isEmpty {
            norm.authorities = bearers.map { Norm.Part(at: $0.span, isInherited: true) }
        }
        if norm.kind == .penalty {
            if norm.authorities.isEmpty { norm.authorities = inherited(authorities) }
            authorities = norm.authorities
        }
        if !norm.bearers.isEmpty, norm.kind != .penalty || bearers.isEmpty {
            bearers = norm.bearers
            isDuty = norm.kind == .obligation
            isSanction = norm.kind == .penalty
        }
    }

    /// A具有B，不得C: what is forbidden is done to A, of which the sentence speaks.
    private mutating func carryTopic(
        to norm: inout Norm,
        _ anatomy: NormAnatomy,
        _ reading: ModalityReader.Reading,
        in line: Line
    ) {
        guard let cue = reading.cue else { return }
        if reading.kind == .statement {
            let words = line.withoutStop(reading.range.lowerBound..<max(reading.range.lowerBound, cue.lowerBound))
            let isPronoun = Self.subjectPronouns.startsWith(line, words.lowerBound)
            if !words.isEmpty, !isPronoun { topic = Norm.Part(at: line.span(words), isInherited: true) }
        } else if reading.kind == .prohibition, reading.followsInSegment, cue.lowerBound == reading.range.lowerBound,
            norm.object == nil, norm.bearers.isEmpty, bearers.isEmpty
        {
            norm.object = topic
        }
    }

    private func carryBearer(to norm: inout Norm, _ anatomy: NormAnatomy, _ reading: ModalityReader.Reading) {
        guard norm.bearers.isEmpty, norm.kind != .statement else { return }
        if anatomy.hasPronoun {
            norm.bearers = inherited(bearers.isEmpty ? formerBearers : bearers)
        } else if anatomy.inheritsBearer || reading.continuesModal {
            norm.bearers = inherited(bearers)
            if norm.bearers.isEmpty, norm.kind == .obligation, reading.cue == nil, !dutyBearers.isEmpty {
                norm.bearers = inherited(dutyBearers)
                norm.confidence = .low(reason: "the sentence names nobody; the subject of the one before is taken")
            }
        }
    }

    private mutating func carryCondition(to norm: inout Norm, _ anatomy: NormAnatomy, _ reading: ModalityReader.Reading)
    {
        if let own = norm.condition {
            let standsInFront = anatomy.condition.map { $0.lowerBound < (reading.cue?.lowerBound ?? .max) } ?? false
            condition = standsInFront ? own : nil
        } else if let condition, ![.statement, .definition, .repeal, .entryIntoForce].contains(norm.kind) {
            norm.condition = Norm.Part(at: condition.span, isInherited: true)
        }
    }

    private mutating func carryTerritory(
        to norm: inout Norm,
        _ anatomy: NormAnatomy,
        _ reading: ModalityReader.Reading,
        in line: Line
    ) {
        guard norm.kind != .statement else { return }
        if norm.territory == nil, norm.kind == .prohibition || norm.kind == .obligation || norm.kind == .permission {
            let pointsBack = anatomy.object.map { Self.pronouns.startsWith(line, $0.lowerBound) } ?? false
            if anatomy.hasPronoun || pointsBack || ChineseTerritory.pointsBack(reading, in: line) {
                norm.territory = territory
            }
        }
        territory = norm.territory
    }

    private func inherited(_ parts: [Norm.Part]) -> [Norm.Part] {
        parts.map { Norm.Part(at: $0.span, isInherited: true) }
    }

    private static let subjectPronouns: PhraseSet = ["They ", "they ", "It ", "it ", "其"]
    private static let pronouns: PhraseSet = ["it ", "them ", "such "]
}
