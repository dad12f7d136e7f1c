#if Service
    internal import GRDB
    internal import LegalText
    internal import RecordModel

    extension DecisionStore {
        /// Adds a decision, and returns when it is on the disk.
        ///
        /// Decisions that several tasks add at a time go to the disk together.
        package func append(_ decision: NewDecision) async throws(DecisionStoreError) -> Decision {
            guard let kept = try await append([decision]).first else {
                throw DecisionStoreError(.failed("nothing was written"), path: path)
            }
            return kept
        }

        /// Adds decisions, all or none, in their order, and returns when they are on the disk.
        package func append(_ decisions: [NewDecision]) async throws(DecisionStoreError) -> [Decision] {
            for decision in decisions { try Self.check(decision) }
            let answer = await queue.append(decisions) { [self] batches in
                do throws(DecisionStoreError) {
                    return .success(
                        try await writing { database in
                            var writer = try EntryWriter(database)
                            return try batches.map { try $0.map { try writer.add($0) } }
                        }
                    )
                } catch {
                    return .failure(error)
                }
            }
            return try answer.get()
        }

        /// Adds decisions, all or none, like ``append(_:)-([NewDecision])``, and keeps the thread waiting until they are on the
        /// disk: for commands, which have nothing else to do.
        package func appendBlocking(_ decisions: [NewDecision]) throws(DecisionStoreError) -> [Decision] {
            for decision in decisions { try Self.check(decision) }
            return try StoreFault.catching(path) {
                try pool.write { database in
                    var writer = try EntryWriter(database)
                    return try decisions.map { try writer.add($0) }
                }
            }
        }

        /// Adds what a person decided of a decision's findings.
        ///
        /// - Throws: ``DecisionStoreError`` also where the disposition isn't one that can be made: see
        ///   ``DecisionStoreError/Reason``.
        @discardableResult
        package func dispose(_ disposition: NewDisposition) async throws(DecisionStoreError) -> Disposition {
            try Self.checkPerson(disposition.person)
            return try await writing { database in
                let content = try DispositionCheck(database: database, disposition: disposition).content()
                var writer = try EntryWriter(database)
                let entry = try writer.add(by: disposition.person, at: disposition.time) { $0.disposition = content }
                return try EntryReader(database: database).disposition(entry)
            }
        }

        /// Adds what a second person says of a release.
        ///
        /// - Parameters:
        ///   - id: The id of the disposition.
        ///   - isApproved: Whether the release counts.
        ///   - note: Why.
        ///   - person: Who says so, who must not be who asked for the release.
        ///   - time: When.
        /// - Returns: The disposition with the answer.
        /// - Throws: ``DecisionStoreError``, also where there is nothing to answer, or whoever asked would approve.
        @discardableResult
        package func answer(
            _ id: String,
            isApproved: Bool,
            note: String? = nil,
            by person: String,
            at time: LogTime = .now()
        ) async throws(DecisionStoreError) -> Disposition {
            try Self.checkPerson(person)
            return try await writing { database in
                let reader = EntryReader(database: database)
                guard let pending = try reader.disposition(id) else { throw DecisionStoreError(.unknown(id)) }
                let waits = try Bool.fetchOne(
                    database,
                    sql: """
                        SELECT EXISTS (
                            SELECT 1 FROM disposition JOIN ruling ON ruling.disposition = disposition.number
                            WHERE disposition.id = ? AND ruling.state = 'awaiting-approval'
                        )
                        """,
                    arguments: [id]
                )
                guard waits == true else { throw DecisionStoreError(.nothingToAnswer) }
                // Declining one's own proposal takes it back, which anybody may.
                let isSame = RecordFingerprint.fold(pending.person) == RecordFingerprint.fold(person)
                guard !isApproved || !isSame else { throw DecisionStoreError(.samePerson) }
                var writer = try EntryWriter(database)
                _ = try writer.add(by: person, at: time) {
                    $0.answer = AnswerContent(of: id, isApproved: isApproved, note: note)
                }
                return try reader.disposition(id) ?? pending
            }
        }

        /// Decides whether a second person must agree to releases from here on; releases made before stay as they are.
        package func setNeedsSecondPerson(
            _ isNeeded: Bool,
            by person: String,
            at time: LogTime = .now()
        ) async throws(DecisionStoreError) {
            try Self.checkPerson(person)
            try await writing { database in
                var writer = try EntryWriter(database)
                _ = try writer.add(by: person, at: time) { $0.policy = PolicyContent(needsSecondPerson: isNeeded) }
            }
        }

        private static func check(_ decision: NewDecision) throws(DecisionStoreError) {
            try checkPerson(decision.person)
            for (field, json) in [("findings", decision.findings), ("released", decision.released)]
            where !JSONMember.isArray(json) {
                throw DecisionStoreError(
                    .invalid(field: field, expected: LocalizedText(zh: "一行 JSON 数组", en: "a JSON array on one line"))
                )
            }
        }

        private static func checkPerson(_ person: String) throws(DecisionStoreError) {
            guard RecordFingerprint.fold(person).isEmpty else { return }
            throw DecisionStoreError(
                .invalid(field: "person", expected: LocalizedText(zh: "操作人姓名", en: "the name of a person"))
            )
        }
    }

    extension EntryWriter {
        /// Adds a decision.
        fileprivate mutating func add(_ decision: NewDecision) throws -> Decision {
            let members = [(name: "findings", json: decision.findings), (name: "released", json: decision.released)]
            let entry = try add(by: decision.person, at: decision.time, members) { $0.decision = decision.content }
            return try Decision(entry, findings: decision.findings, released: decision.released)
        }
    }
#endif
