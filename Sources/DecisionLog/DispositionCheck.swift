#if Service
    internal import GRDB
    internal import LegalText
    internal import RecordModel

    /// Tells whether a disposition can be made, and makes what is kept of it.
    struct DispositionCheck {
        let database: Database
        let disposition: NewDisposition

        /// What is kept.
        ///
        /// - Throws: ``DecisionStoreError`` where it can't be made.
        func content() throws -> DispositionContent {
            guard let decision = try EntryIndex.decision(disposition.decision, in: database) else {
                throw DecisionStoreError(.unknown(disposition.decision))
            }
            let grounds = try disposed(try EntryIndex.grounds(of: decision.number, in: database))
            try checkWords()
            try checkDay()
            if case .waived = disposition.kind {
                let prohibited = grounds.filter { $0.verdict == .prohibited }.map(\.rule)
                guard prohibited.isEmpty else { throw DecisionStoreError(.waiverOfProhibition(prohibited)) }
            }
            try checkLatest(decision, grounds)
            if case .rectified(let id) = disposition.kind { try checkRectified(decision, by: id, grounds) }
            let kind = disposition.kind
            let note = disposition.note.flatMap { RecordFingerprint.fold($0).isEmpty ? nil : $0 }
            return DispositionContent(
                of: disposition.decision,
                rules: grounds.map(\.rule).sorted(),
                kind: kind.name,
                day: kind.day,
                party: kind.party,
                newDecision: kind.newDecision,
                note: note,
                needsApproval: try kind.isRelease && EntryWriter.needsSecondPerson(in: database)
            )
        }

        private func disposed(_ grounds: [Ground]) throws -> [Ground] {
            guard !grounds.isEmpty else { throw DecisionStoreError(.nothingFound) }
            if disposition.rules.isEmpty { return grounds }
            return try Set(disposition.rules).map { rule in
                guard let ground = grounds.first(where: { $0.rule == rule }) else {
                    throw DecisionStoreError(.noFinding(rule: rule))
                }
                return ground
            }
        }

        private func checkWords() throws {
            if disposition.kind.needsNote, RecordFingerprint.fold(disposition.note ?? "").isEmpty {
                throw DecisionStoreError(.invalid(field: "note", expected: LocalizedText(zh: "理由", en: "a reason")))
            }
            if let party = disposition.kind.party, RecordFingerprint.fold(party).isEmpty {
                throw DecisionStoreError(
                    .invalid(field: "party", expected: LocalizedText(zh: "报告对象", en: "to whom it was reported"))
                )
            }
        }

        private func checkDay() throws {
            let today = disposition.time.dayInChina
            switch disposition.kind {
            case .waived(let day) where day <= today:
                throw DecisionStoreError(
                    .invalid(field: "day", expected: LocalizedText(zh: "晚于\(today)的日期", en: "a day after \(today)"))
                )
            case .rectificationDue(let day) where day < today:
                throw DecisionStoreError(
                    .invalid(field: "day", expected: LocalizedText(zh: "不早于\(today)的日期", en: "\(today) or a later day"))
                )
            case .reported(_, let day) where day > today:
                throw DecisionStoreError(
                    .invalid(
                        field: "day",
                        expected: LocalizedText(zh: "不晚于\(today)的日期", en: "\(today) or an earlier day")
                    )
                )
            default: break
            }
        }

        /// A later decision on the same record counts; a disposition of an earlier one is for it, too, where it rests on the same.
        private func checkLatest(_ decision: EntryIndex.IndexedDecision, _ grounds: [Ground]) throws {
            let latest = try EntryIndex.latest(decision, in: database)
            guard latest != decision.number else { return }
            let now = try EntryIndex.grounds(of: latest, in: database)
            guard grounds.allSatisfy(now.contains) else {
                let id = try String.fetchOne(
                    database,
                    sql: "SELECT id FROM decision WHERE number = ?",
                    arguments: [latest]
                )
                throw DecisionStoreError(.superseded(by: id ?? ""))
            }
        }

        private func checkRectified(_ old: EntryIndex.IndexedDecision, by id: String, _ grounds: [Ground]) throws {
            guard let new = try EntryIndex.decision(id, in: database) else {
                // Not that there is no such thing: the decision that is disposed of is there.
                let expected = LocalizedText(zh: "已有决定的编号", en: "the id of a decision that there is")
                throw DecisionStoreError(.invalid(field: "decision", expected: expected))
            }
            guard new.fingerprint != old.fingerprint else { throw DecisionStoreError(.sameRecord) }
            let found = Set(try EntryIndex.grounds(of: new.number, in: database).map(\.rule))
            if let rule = grounds.map(\.rule).first(where: found.contains) {
                throw DecisionStoreError(.stillFound(rule: rule))
            }
        }
    }
#endif
