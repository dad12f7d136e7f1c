#if Service
    internal import Foundation
    internal import LegalText
    internal import RecordModel

    extension ListedDecision {
        /// The decision as JSON on one line, `hegui/decision/1`: the members of `hegui/verdict/1`, with who, when, and how each
        /// finding stands.
        ///
        /// Viewers aren't given the number; how findings stand must have been asked for the same audience.
        ///
        /// - Throws: ``DecisionStoreError``; never in practice.
        package func json(for audience: Audience) throws(DecisionStoreError) -> String {
            let shown = ShownDecision(
                id: decision.id,
                number: audience == .officer ? decision.number : nil,
                time: decision.time.description,
                person: decision.person,
                place: decision.place,
                fingerprint: decision.fingerprint.description,
                record: ShownRecord(record: decision.record),
                verdict: decision.verdict.rawValue,
                packs: [decision.pack],
                noticeDigest: decision.noticeDigest,
                engine: decision.engine,
                standings: standings.map(ShownStanding.init)
            )
            let head = try text(shown).dropLast()
            return "\(head),\"findings\":\(decision.findings),\"released\":\(decision.released)}"
        }
    }

    extension Disposition {
        /// The disposition as JSON on one line, `hegui/disposition/1`.
        ///
        /// - Throws: ``DecisionStoreError``; never in practice.
        package func json() throws(DecisionStoreError) -> String {
            try text(ShownDisposition(self))
        }
    }

    extension Standing {
        /// How the finding stands as JSON on one line.
        ///
        /// - Throws: ``DecisionStoreError``; never in practice.
        package func json() throws(DecisionStoreError) -> String {
            try text(ShownStanding(self))
        }
    }

    private func text(_ value: some Encodable) throws(DecisionStoreError) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(value), as: UTF8.self)
        } catch {
            throw DecisionStoreError(.failed(error.localizedDescription))
        }
    }

    private struct ShownDecision: Encodable {
        var schema = "hegui/decision/1"
        let id: String
        let number: Int?
        let time: String
        let person: String
        let place: DecisionPlace?
        let fingerprint: String
        let record: ShownRecord
        let verdict: String
        let packs: [PackReference]
        let noticeDigest: String
        let engine: String
        let standings: [ShownStanding]
    }

    /// A record as `hegui check --format json` shows it: with every field, whether it is there or not.
    private struct ShownRecord: Encodable {
        let record: Record

        private enum Key: String, CodingKey {
            case id, name, otherNames, scope, description, actor, jurisdiction, approval, registrationStatus,
                registrationDate
        }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: Key.self)
            try container.encode(record.id, forKey: .id)
            try container.encode(record.name, forKey: .name)
            try container.encode(record.otherNames.map(\.text), forKey: .otherNames)
            try container.encode(record.scope, forKey: .scope)
            try container.encode(record.description, forKey: .description)
            try container.encode(record.actor, forKey: .actor)
            try container.encode(record.jurisdiction, forKey: .jurisdiction)
            try container.encode(record.approval, forKey: .approval)
            try container.encode(record.registrationStatus, forKey: .registrationStatus)
            try container.encode(record.registrationDate, forKey: .registrationDate)
        }
    }

    private struct ShownStanding: Encodable {
        let rule: String
        let state: String
        let isReleased: Bool
        let reopened: [String]
        let summary: LocalizedText
        let disposition: ShownDisposition?
        let reports: [ShownDisposition]

        init(_ standing: Standing) {
            rule = standing.rule
            state = standing.state.rawValue
            isReleased = standing.isReleased
            reopened = standing.reopened.map(\.rawValue)
            summary = standing.summary
            disposition = standing.disposition.map(ShownDisposition.init)
            reports = standing.reports.map(ShownDisposition.init)
        }
    }

    private struct ShownDisposition: Encodable {
        var schema = "hegui/disposition/1"
        let id: String
        let decision: String
        let rules: [String]
        let kind: String
        let label: LocalizedText
        let day: CalendarDay?
        let party: String?
        let newDecision: String?
        let note: String?
        let person: String
        let time: String
        let needsApproval: Bool
        let answer: Answer?

        struct Answer: Encodable {
            let isApproved: Bool
            let person: String
            let time: String
            let note: String?
        }

        init(_ disposition: Disposition) {
            id = disposition.id
            decision = disposition.decision
            rules = disposition.rules
            kind = disposition.kind.name
            label = disposition.kind.label
            day = disposition.kind.day
            party = disposition.kind.party
            newDecision = disposition.kind.newDecision
            note = disposition.note
            person = disposition.person
            time = disposition.time.description
            needsApproval = disposition.needsApproval
            answer = disposition.answer.map { answer in
                Answer(
                    isApproved: answer.isApproved,
                    person: answer.person,
                    time: answer.time.description,
                    note: answer.note
                )
            }
        }
    }
#endif
