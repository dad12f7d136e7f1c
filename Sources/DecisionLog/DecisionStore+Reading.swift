#if Service
    internal import GRDB
    internal import RecordModel

    extension DecisionStore {
        /// The decision called `id`, with how its findings stand under `rules`; `nil` where there is none.
        package func decision(
            _ id: String,
            under rules: CurrentRules,
            at time: LogTime = .now(),
            for audience: Audience
        ) async throws(DecisionStoreError) -> ListedDecision? {
            try await reading { database in
                guard let found = try EntryIndex.decision(id, in: database) else { return nil }
                let reader = StandingReader(
                    database: database,
                    rules: rules,
                    today: time.dayInChina,
                    audience: audience
                )
                return try reader.listed(found.number)
            }
        }

        /// Everything that was decided of the decision called `id`, oldest first; `nil` where there is no such decision.
        package func history(
            of id: String,
            for audience: Audience
        ) async throws(DecisionStoreError) -> [Disposition]? {
            try await reading { database in
                guard let found = try EntryIndex.decision(id, in: database) else { return nil }
                return try EntryReader(database: database).dispositions(of: found.number, for: audience)
            }
        }

        /// How findings on a record stand that was screened just now, in the order of `grounds`.
        package func standings(
            of fingerprint: RecordFingerprint,
            _ grounds: [Ground],
            at time: LogTime = .now(),
            for audience: Audience
        ) async throws(DecisionStoreError) -> [Standing] {
            try await standings(of: [(fingerprint, grounds)], at: time, for: audience).first ?? []
        }

        /// How findings on records stand that were screened just now; the same as asking for each, in one go.
        package func standings(
            of records: [(fingerprint: RecordFingerprint, grounds: [Ground])],
            at time: LogTime = .now(),
            for audience: Audience
        ) async throws(DecisionStoreError) -> [[Standing]] {
            try await reading { try Self.standings(of: records, at: time, for: audience, in: $0) }
        }

        /// The same, keeping the thread waiting: for commands, which have nothing else to do.
        package func standingsBlocking(
            of records: [(fingerprint: RecordFingerprint, grounds: [Ground])],
            at time: LogTime = .now(),
            for audience: Audience
        ) throws(DecisionStoreError) -> [[Standing]] {
            try StoreFault.catching(path) {
                try pool.read { try Self.standings(of: records, at: time, for: audience, in: $0) }
            }
        }

        private static func standings(
            of records: [(fingerprint: RecordFingerprint, grounds: [Ground])],
            at time: LogTime,
            for audience: Audience,
            in database: Database
        ) throws -> [[Standing]] {
            let reader = StandingReader(
                database: database,
                rules: .unknown,
                today: time.dayInChina,
                audience: audience
            )
            return try records.map { record in
                try record.grounds.map { ground in
                    try reader.standing(of: record.fingerprint.description, ground, screenedAt: nil)
                }
            }
        }

        /// A page of the decisions that `query` asks for, the latest first.
        ///
        /// - Throws: ``DecisionStoreError`` also where a viewer asks for what was reported, or the page before isn't there.
        package func decisions(
            _ query: DecisionQuery,
            under rules: CurrentRules,
            at time: LogTime = .now(),
            for audience: Audience
        ) async throws(DecisionStoreError) -> DecisionPage {
            guard audience == .officer || query.isReported == nil else { throw DecisionStoreError(.officersOnly) }
            return try await reading { database in
                let search = DecisionSearch(database: database, rules: rules, today: time.dayInChina)
                let limit = min(max(query.limit, 1), 1000)
                let numbers = try search.numbers(query, limit: limit + 1)
                let reader = StandingReader(
                    database: database,
                    rules: rules,
                    today: time.dayInChina,
                    audience: audience
                )
                let decisions = try numbers.prefix(limit).compactMap(reader.listed)
                return DecisionPage(
                    decisions: decisions,
                    next: numbers.count > limit ? decisions.last?.decision.id : nil
                )
            }
        }

        /// How many there are of what.
        package func summary(
            under rules: CurrentRules,
            at time: LogTime = .now()
        ) async throws(DecisionStoreError) -> LogSummary {
            try await reading { database in
                try DecisionSearch(database: database, rules: rules, today: time.dayInChina).summary()
            }
        }
    }

    /// Tells how findings stand.
    struct StandingReader {
        let database: Database
        let rules: CurrentRules
        let today: CalendarDay
        let audience: Audience

        /// The decision at `number` with how its findings stand.
        func listed(_ number: Int) throws -> ListedDecision? {
            guard let decision = try EntryReader(database: database).decision(at: number) else { return nil }
            let superseded = try Int.fetchOne(
                try database.cachedStatement(sql: "SELECT superseded FROM decision WHERE number = ?"),
                arguments: [number]
            )
            let standings = try decision.grounds.map { ground in
                try standing(
                    of: decision.fingerprint.description,
                    ground,
                    screenedAt: number,
                    isSuperseded: superseded != nil
                )
            }
            return ListedDecision(decision: decision, standings: standings)
        }

        /// How a finding stands.
        ///
        /// - Parameters:
        ///   - fingerprint: The record's.
        ///   - ground: What the finding rests on.
        ///   - number: The number of the decision that found it, or `nil` where it was found just now.
        ///   - isSuperseded: Whether there is a later decision on the same record.
        /// - Returns: Where it stands, with the disposition and the reports.
        /// - Throws: `DatabaseError`.
        func standing(
            of fingerprint: String,
            _ ground: Ground,
            screenedAt number: Int?,
            isSuperseded: Bool = false
        ) throws -> Standing {
            let reports = try reports(of: fingerprint, rule: ground.rule)
            guard let ruling = try EntryIndex(database: database).ruling(on: fingerprint, rule: ground.rule) else {
                return Standing(
                    rule: ground.rule,
                    state: isSuperseded ? .superseded : .open,
                    disposition: nil,
                    reopened: [],
                    reports: reports
                )
            }
            let reasons = ruling.reopenings(
                on: ground,
                isLater: number.map { $0 > ruling.disposition } ?? true,
                under: rules.states[ground.rule],
                on: today
            )
            return Standing(
                rule: ground.rule,
                state: isSuperseded ? .superseded : ruling.state(reasons, on: today),
                disposition: try EntryReader(database: database).disposition(at: ruling.disposition),
                reopened: isSuperseded ? [] : reasons,
                reports: reports
            )
        }

        private func reports(of fingerprint: String, rule: String) throws -> [Disposition] {
            guard audience == .officer else { return [] }
            let numbers = try Int.fetchAll(
                try database.cachedStatement(
                    sql: """
                        SELECT disposition.number FROM decision JOIN disposition ON disposition.decision = decision.number
                        WHERE decision.fingerprint = ? AND decision.reports > 0 AND disposition.kind = 'reported'
                        ORDER BY disposition.number
                        """
                ),
                arguments: [fingerprint]
            )
            return try numbers.compactMap(EntryReader(database: database).disposition(at:))
                .filter { $0.rules.contains(rule) }
        }
    }
#endif
