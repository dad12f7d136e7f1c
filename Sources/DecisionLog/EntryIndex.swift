#if Service
    internal import GRDB
    internal import RecordModel

    /// Makes the tables that queries read of the entries, one after the other.
    ///
    /// Nothing but the entries goes into them, so that `verify` can make them again and compare.
    struct EntryIndex {
        let database: Database

        /// Takes the entry into the tables.
        ///
        /// - Throws: `DatabaseError`, or ``Damage`` where the entry refers to something that isn't there.
        func add(_ entry: EntryContent) throws {
            if let decision = entry.decision {
                try add(decision, entry)
            } else if let disposition = entry.disposition {
                try add(disposition, entry)
            } else if let answer = entry.answer {
                try add(answer, entry)
            } else if let policy = entry.policy {
                try run("INSERT INTO policy VALUES (?, ?)", [entry.number, policy.needsSecondPerson ? 1 : 0])
            } else {
                throw Damage(what: "entry \(entry.number) says nothing that is known here")
            }
        }

        /// An entry that can't be taken in.
        struct Damage: Error {
            let what: String
        }

        private func add(_ decision: DecisionContent, _ entry: EntryContent) throws {
            guard let time = LogTime(entry.time) else { throw Damage(what: "entry \(entry.number) has no time") }
            let names = [decision.record.name].compactMap(\.self) + decision.record.otherNames.map(\.text)
            let earlier = try Int.fetchOne(
                try database.cachedStatement(
                    sql: """
                        SELECT max(number) FROM decision
                        WHERE fingerprint = ? AND pack = ? AND superseded IS NULL
                        """
                ),
                arguments: [decision.fingerprint, decision.pack.id]
            )
            let kept = names.map(RecordFingerprint.fold).joined(separator: "\n")
            try run(
                """
                INSERT INTO decision (number, id, time, person, fingerprint, record, name, verdict, pack)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    entry.number, entry.id, time.milliseconds, entry.person, decision.fingerprint, decision.record.id,
                    kept, decision.verdict.rawValue, decision.pack.id,
                ]
            )
            try NamePairs.add(kept, of: entry.number, to: database)
            if let earlier {
                try run("UPDATE decision SET superseded = ? WHERE number = ?", [entry.number, earlier])
                try run("UPDATE finding SET state = 'superseded' WHERE decision = ?", [earlier])
            }
            for ground in decision.grounds {
                let ruling = try ruling(on: decision.fingerprint, rule: ground.rule)
                let holds = ruling.map { $0.reopenings(on: ground, isLater: true).isEmpty } ?? false
                let state = ruling.map { holds ? $0.state : .reopened } ?? .open
                try run(
                    """
                    INSERT INTO finding (decision, rule, article, verdict, clause, definition, words, state, day)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                    [
                        entry.number, ground.rule, "\(ground.notice)/\(ground.provision)", ground.verdict.rawValue,
                        ground.clause, ground.definition, ground.words, state.rawValue, ruling?.day?.description,
                    ]
                )
            }
        }

        private func add(_ disposition: DispositionContent, _ entry: EntryContent) throws {
            guard let decision = try Self.decision(disposition.of, in: database), let kind = disposition.meaning else {
                throw Damage(what: "entry \(entry.number) is of no decision, or of no kind that is known here")
            }
            try run(
                "INSERT INTO disposition (number, id, decision, kind) VALUES (?, ?, ?, ?)",
                [entry.number, entry.id, decision.number, disposition.kind]
            )
            guard var state = kind.state else {
                try run("UPDATE decision SET reports = reports + 1 WHERE number = ?", [decision.number])
                return
            }
            if disposition.needsApproval { state = .awaitingApproval }
            let grounds = try Self.grounds(of: decision.number, in: database)
            let latest = try Self.latest(decision, in: database)
            for ground in grounds where disposition.rules.contains(ground.rule) {
                try run(
                    "INSERT OR REPLACE INTO ruling VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    [
                        decision.fingerprint, ground.rule, entry.number, state.rawValue, disposition.day?.description,
                        ground.verdict.rawValue, ground.clause, ground.definition, ground.words,
                        state == .reopened ? Standing.Reopening.withdrawn.rawValue : nil,
                    ]
                )
                try run(
                    "UPDATE finding SET state = ?, day = ? WHERE decision = ? AND rule = ?",
                    [state.rawValue, disposition.day?.description, latest, ground.rule]
                )
            }
        }

        private func add(_ answer: AnswerContent, _ entry: EntryContent) throws {
            let found = try Row.fetchOne(
                database,
                sql: "SELECT number, decision, kind FROM disposition WHERE id = ?",
                arguments: [answer.of]
            )
            guard let found else { throw Damage(what: "entry \(entry.number) answers no disposition") }
            let (number, decision, kind): (Int, Int, String) = (found["number"], found["decision"], found["kind"])
            // A kind's name is also that of the state it leads to.
            let state = answer.isApproved ? kind : Standing.State.reopened.rawValue
            try run("UPDATE disposition SET answer = ? WHERE number = ?", [entry.number, number])
            try run(
                """
                UPDATE finding SET state = ?1
                WHERE state = 'awaiting-approval' AND rule IN (SELECT rule FROM ruling WHERE disposition = ?2)
                    AND decision = (
                        SELECT latest.number FROM decision AS latest JOIN decision AS disposed
                            ON latest.fingerprint = disposed.fingerprint AND latest.pack = disposed.pack
                        WHERE disposed.number = ?3 AND latest.superseded IS NULL
                    )
                """,
                [state, number, decision]
            )
            try run(
                "UPDATE ruling SET state = ?, why = ? WHERE disposition = ?",
                [state, answer.isApproved ? nil : Standing.Reopening.declined.rawValue, number]
            )
        }

        private func run(_ sql: String, _ arguments: StatementArguments) throws {
            try database.cachedStatement(sql: sql).execute(arguments: arguments)
        }
    }

    extension EntryIndex {
        /// What the tables know of a decision.
        struct IndexedDecision {
            let number: Int
            let fingerprint: String
            let pack: String
            let superseded: Int?
        }

        /// The decision called `id`.
        static func decision(_ id: String, in database: Database) throws -> IndexedDecision? {
            try Row.fetchOne(
                try database.cachedStatement(
                    sql: "SELECT number, fingerprint, pack, superseded FROM decision WHERE id = ?"
                ),
                arguments: [id]
            )
            .map { row in
                IndexedDecision(
                    number: row["number"],
                    fingerprint: row["fingerprint"],
                    pack: row["pack"],
                    superseded: row["superseded"]
                )
            }
        }

        /// The number of the latest decision on the record of `decision` under the same rules.
        static func latest(_ decision: IndexedDecision, in database: Database) throws -> Int {
            guard decision.superseded != nil else { return decision.number }
            return try Int.fetchOne(
                database,
                sql: "SELECT max(number) FROM decision WHERE fingerprint = ? AND pack = ? AND superseded IS NULL",
                arguments: [decision.fingerprint, decision.pack]
            ) ?? decision.number
        }

        /// What the findings of the decision at `number` rest on.
        static func grounds(of number: Int, in database: Database) throws -> [Ground] {
            try Row.fetchAll(
                try database.cachedStatement(
                    sql: """
                        SELECT rule, verdict, article, clause, definition, words FROM finding WHERE decision = ? ORDER BY rule
                        """
                ),
                arguments: [number]
            )
            .map(Ground.init(row:))
        }

        /// The ruling on the finding of `rule` on the record with `fingerprint`.
        func ruling(on fingerprint: String, rule: String) throws -> Ruling? {
            try Row.fetchOne(
                try database.cachedStatement(sql: "SELECT * FROM ruling WHERE fingerprint = ? AND rule = ?"),
                arguments: [fingerprint, rule]
            )
            .map { row in
                let (state, why): (String, String?) = (row["state"], row["why"])
                return Ruling(
                    disposition: row["disposition"],
                    state: Standing.State(rawValue: state) ?? .reopened,
                    day: (row["day"] as String?).flatMap(CalendarDay.init),
                    ground: Ground(row: row),
                    why: why.map { Standing.Reopening(rawValue: $0) ?? .withdrawn }
                )
            }
        }
    }

    extension Ground {
        fileprivate init(row: Row) {
            let article = (row["article"] as String?)?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
            let verdict: String = row["verdict"]
            self.init(
                rule: row["rule"],
                verdict: Verdict.Level(rawValue: verdict) ?? .prohibited,
                notice: article.first ?? "",
                provision: article.dropFirst().first ?? "",
                clause: row["clause"],
                definition: row["definition"],
                words: row["words"]
            )
        }
    }

    extension DispositionContent {
        /// What was decided.
        var meaning: Disposition.Kind? {
            Disposition.Kind(name: kind, day: day, party: party, decision: newDecision)
        }
    }
#endif
