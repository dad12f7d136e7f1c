#if Service
    internal import Foundation
    internal import GRDB

    /// Reads entries of the log back as values.
    struct EntryReader {
        let database: Database

        /// The decision at `number`.
        func decision(at number: Int) throws -> Decision? {
            guard let text = try text(at: number) else { return nil }
            return try Decision(text: text)
        }

        /// The disposition called `id`, with its answer.
        func disposition(_ id: String) throws -> Disposition? {
            let number = try Int.fetchOne(
                try database.cachedStatement(sql: "SELECT number FROM disposition WHERE id = ?"),
                arguments: [id]
            )
            return try number.flatMap(disposition(at:))
        }

        /// The disposition at `number`, with its answer.
        func disposition(at number: Int) throws -> Disposition? {
            try text(at: number).map { try disposition(EntryContent(text: $0)) }
        }

        /// The disposition that `entry` is, with its answer.
        func disposition(_ entry: EntryContent) throws -> Disposition {
            guard let content = entry.disposition, let kind = content.meaning, let time = LogTime(entry.time) else {
                throw EntryIndex.Damage(what: "entry \(entry.number) is no disposition")
            }
            let answer = try Int.fetchOne(
                try database.cachedStatement(sql: "SELECT answer FROM disposition WHERE number = ?"),
                arguments: [entry.number]
            )
            return Disposition(
                id: entry.id,
                decision: content.of,
                rules: content.rules,
                kind: kind,
                note: content.note,
                person: entry.person,
                time: time,
                needsApproval: content.needsApproval,
                answer: try answer.flatMap(text(at:)).map { try Disposition.Answer(EntryContent(text: $0)) }
            )
        }

        /// The dispositions of the decision at `number`, oldest first.
        func dispositions(of number: Int, for audience: Audience) throws -> [Disposition] {
            let numbers = try Int.fetchAll(
                try database.cachedStatement(
                    sql:
                        "SELECT number FROM disposition WHERE decision = ? AND (? OR kind <> 'reported') ORDER BY number"
                ),
                arguments: [number, audience == .officer]
            )
            return try numbers.compactMap(disposition(at:))
        }

        private func text(at number: Int) throws -> String? {
            try String.fetchOne(
                try database.cachedStatement(sql: "SELECT content FROM entry WHERE number = ?"),
                arguments: [number]
            )
        }
    }

    extension Decision {
        /// Reads a decision that was kept.
        init(text: String) throws {
            let entry = try EntryContent(text: text)
            try self.init(
                entry,
                findings: JSONMember.value(of: "findings", in: text) ?? "[]",
                released: JSONMember.value(of: "released", in: text) ?? "[]"
            )
        }

        init(_ entry: EntryContent, findings: String, released: String) throws {
            guard let content = entry.decision, let time = LogTime(entry.time) else {
                throw EntryIndex.Damage(what: "entry \(entry.number) is no decision")
            }
            self.init(
                id: entry.id,
                number: entry.number,
                time: time,
                person: entry.person,
                record: content.record.record,
                place: content.place,
                fingerprint: RecordFingerprint(stored: content.fingerprint),
                verdict: content.verdict,
                findings: findings,
                released: released,
                grounds: content.grounds,
                pack: content.pack,
                noticeDigest: content.noticeDigest,
                engine: content.engine
            )
        }
    }

    extension Disposition.Answer {
        fileprivate init(_ entry: EntryContent) throws {
            guard let content = entry.answer, let time = LogTime(entry.time) else {
                throw EntryIndex.Damage(what: "entry \(entry.number) is no answer")
            }
            self.init(isApproved: content.isApproved, person: entry.person, time: time, note: content.note)
        }
    }
#endif
