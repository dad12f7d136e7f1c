#if Service
    internal import Foundation
    internal import GRDB
    internal import RecordModel

    /// Finds the decisions that a query asks for.
    struct DecisionSearch {
        let database: Database
        let rules: CurrentRules
        let today: CalendarDay

        /// The numbers of at most `limit` decisions, the latest first.
        func numbers(_ query: DecisionQuery, limit: Int) throws -> [Int] {
            var conditions: [SQL] = []
            if let id = query.after {
                guard let last = try EntryIndex.decision(id, in: database) else {
                    throw DecisionStoreError(.unknown(id))
                }
                conditions.append("decision.number < \(last.number)")
            }
            if let verdict = query.verdict { conditions.append("decision.verdict = \(verdict.rawValue)") }
            if let person = query.person { conditions.append("decision.person = \(person)") }
            if let from = query.from { conditions.append("decision.time >= \(from.milliseconds)") }
            if let before = query.before { conditions.append("decision.time < \(before.milliseconds)") }
            if let id = query.recordID { conditions.append("decision.record = \(id)") }
            if let fingerprint = query.fingerprint {
                conditions.append("decision.fingerprint = \(fingerprint.description)")
            }
            if let name = query.name.map(RecordFingerprint.fold), !name.isEmpty {
                conditions.append(try nameCondition(name))
            }
            if let isReported = query.isReported {
                conditions.append(isReported ? "decision.reports > 0" : "decision.reports = 0")
            }
            let findings = findingConditions(query)
            if !findings.isEmpty { conditions.append(try findingCondition("\(findings.joined(operator: .and))")) }
            let filter: SQL = conditions.isEmpty ? "" : "WHERE \(conditions.joined(operator: .and))"
            let request: SQLRequest<Int> = """
                \(currentRules) SELECT decision.number FROM decision \(filter)
                ORDER BY decision.number DESC LIMIT \(limit)
                """
            return try request.fetchAll(database)
        }

        /// How many rows of an index are collected before the decisions are gone through. What fewer have is taken from the
        /// index; what more have is soon met on the way, while collecting all of it takes 0.7 s of 100,000 decisions.
        private static let fewest = 10_000

        private func isRare(_ rows: SQL) throws -> Bool {
            let counting: SQLRequest<Int> = "\(currentRules) SELECT count(*) FROM (\(rows) LIMIT \(Self.fewest + 1))"
            return try counting.fetchOne(database) ?? 0 <= Self.fewest
        }

        /// What must hold for a decision to be on a name that holds `words`, which are folded.
        private func nameCondition(_ words: String) throws -> SQL {
            let found: SQL = "SELECT rowid FROM decision_name WHERE decision_name MATCH \(NamePairs.query(words))"
            return try isRare(found) ? "decision.number IN (\(found))" : "instr(decision.name, \(words)) > 0"
        }

        /// What must hold for a decision to have a finding of which `matching` holds.
        private func findingCondition(_ matching: SQL) throws -> SQL {
            let found: SQL = "SELECT finding.decision FROM finding \(current) WHERE \(matching)"
            return try isRare(found)
                ? "decision.number IN (\(found))"
                : "EXISTS (SELECT 1 FROM finding \(current) WHERE finding.decision = decision.number AND \(matching))"
        }

        private func findingConditions(_ query: DecisionQuery) -> [SQL] {
            var conditions: [SQL] = []
            if let rule = query.rule { conditions.append("finding.rule = \(rule)") }
            // The index of the rarest is used: of a rule, of what somebody decided about, of an article. A plus sign keeps
            // SQLite from using another, and taking 0.4 s.
            let isUndecided = query.state == .open || query.state == .superseded
            let hasRarer = query.rule != nil || query.state != nil && !isUndecided
            if let article = query.article {
                let column: SQL = hasRarer ? "+finding.article" : "finding.article"
                conditions.append(
                    article.contains("/")
                        ? "\(column) = \(article)"
                        : "\(column) >= \(article + "/") AND \(column) < \(article + "0")"
                )
            }
            if let state = query.state {
                let usesOther = isUndecided && (query.rule != nil || query.article != nil)
                conditions.append(
                    contentsOf: usesOther ? ["+finding.state = \(state.rawValue)"] : stateConditions(state)
                )
            }
            return conditions
        }

        /// The rules as they are now as a table.
        private var currentRules: SQL {
            let list = rules.states.map {
                ["rule": $0.key, "clause": $0.value.clause, "definition": $0.value.definition]
            }
            let json = (try? JSONSerialization.data(withJSONObject: list)).map { String(decoding: $0, as: UTF8.self) }
            return """
                WITH current AS MATERIALIZED (
                    SELECT value ->> 'rule' AS rule, value ->> 'clause' AS clause, value ->> 'definition' AS definition
                    FROM json_each(\(json ?? "[]"))
                )
                """
        }

        private var current: SQL { "LEFT JOIN current ON current.rule = finding.rule" }

        /// Holds where a release of the finding reopens, since the clause or the rule is another now.
        private var changed: SQL {
            "(current.rule IS NOT NULL AND (current.clause <> finding.clause OR current.definition <> finding.definition))"
        }

        /// What must hold for a finding to stand at `state` today; the same as ``Ruling`` tells.
        private func stateConditions(_ state: Standing.State) -> [SQL] {
            let day = today.description
            switch state {
            case .falsePositive, .awaitingApproval:
                return [
                    "finding.state = \(state.rawValue)", "(finding.day IS NULL OR finding.day > \(day))",
                    "NOT \(changed)",
                ]
            case .waived: return ["finding.state = 'waived'", "finding.day > \(day)", "NOT \(changed)"]
            case .rectificationDue: return ["finding.state = 'rectification-due'", "finding.day >= \(day)"]
            case .overdue: return ["finding.state = 'rectification-due'", "finding.day < \(day)"]
            case .reopened:
                return [
                    """
                    finding.state IN ('reopened', 'false-positive', 'waived', 'awaiting-approval')
                    AND (finding.state = 'reopened' OR finding.day <= \(day) OR \(changed))
                    """
                ]
            case .open, .confirmed, .needsDocuments, .rectified, .exited, .superseded:
                return ["finding.state = \(state.rawValue)"]
            }
        }

        /// How many there are of what.
        func summary() throws -> LogSummary {
            var verdicts: [Verdict.Level: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT verdict, count(*) FROM decision GROUP BY verdict") {
                let (name, count): (String, Int) = (row[0], row[1])
                if let level = Verdict.Level(rawValue: name) { verdicts[level] = count }
            }
            var states: [Standing.State: Int] = [:]
            for row in try Row.fetchAll(database, sql: "SELECT state, count(*) FROM finding GROUP BY state") {
                let (name, count): (String, Int) = (row[0], row[1])
                if let state = Standing.State(rawValue: name), state != .superseded { states[state] = count }
            }
            // Of these it also depends on the day and on the rules; there are few of them.
            for state in [
                Standing.State.falsePositive, .waived, .awaitingApproval, .rectificationDue, .overdue, .reopened,
            ] {
                let request: SQLRequest<Int> = """
                    \(currentRules) SELECT count(*) FROM finding \(current)
                    WHERE \(stateConditions(state).joined(operator: .and))
                    """
                let count = try request.fetchOne(database) ?? 0
                states[state] = count > 0 ? count : nil
            }
            return LogSummary(decisions: verdicts.values.reduce(0, +), verdicts: verdicts, states: states)
        }
    }
#endif
