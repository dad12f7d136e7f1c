#if Service
    @testable import DecisionLog
    import Foundation
    import LegalText
    import RecordModel
    import Testing

    @Suite("Dispositions")
    struct DispositionTests {
        private let log: SampleLog
        private let store: DecisionStore

        init() throws {
            log = try SampleLog()
            store = try log.open()
        }

        private func standing(
            _ decision: Decision,
            _ ground: Ground = .sample(),
            at time: LogTime = day(1),
            for audience: Audience = .officer
        ) async throws -> Standing {
            try #require(try await store.standings(of: decision.fingerprint, [ground], at: time, for: audience).first)
        }

        private func listed(
            _ decision: Decision,
            under rules: CurrentRules = .sample(),
            at time: LogTime = day(1)
        ) async throws -> Standing {
            let found = try await store.decision(decision.id, under: rules, at: time, for: .officer)
            return try #require(found?.standings.first)
        }

        @Test("a finding is open until somebody decides, and what was decided says who, when and why")
        func falsePositive() async throws {
            let decision = try await store.append(.sample())
            #expect(try await standing(decision).state == .open)
            #expect(try await standing(decision).summary.zh == "待处理")
            try await store.dispose(NewDisposition(of: decision.id, .falsePositive, note: "地名", by: "王芳", at: day(0)))
            let standing = try await standing(decision)
            #expect(standing.state == .falsePositive)
            #expect(standing.isReleased)
            #expect(standing.summary.zh == "误报（王芳，2026-01-01）：地名")
            #expect(standing.summary.en == "false positive (王芳, 2026-01-01): 地名")
            #expect(try await listed(decision).state == .falsePositive)
        }

        @Test("a release reopens with the clause, the rule, the words and the severity, and says which")
        func reopening() async throws {
            let decision = try await store.append(.sample())
            try await store.dispose(NewDisposition(of: decision.id, .falsePositive, note: "地名", by: "王芳", at: day(0)))
            let changes: [(Ground, Standing.Reopening)] = [
                (.sample(clause: "c2"), .clauseChanged), (.sample(definition: "d2"), .ruleChanged),
                (.sample(words: "w2"), .wordsChanged), (.sample("n/one", .prohibited), .moreSevere),
            ]
            for (ground, reason) in changes {
                let standing = try await standing(decision, ground)
                #expect(standing.state == .reopened)
                #expect(standing.reopened == [reason])
                #expect(!standing.isReleased)
            }
            #expect(try await listed(decision, under: .sample(clause: "c2")).reopened == [.clauseChanged])
            #expect(try await listed(decision, under: .sample(definition: "d2")).reopened == [.ruleChanged])
            #expect(try await listed(decision, under: .unknown).state == .falsePositive)
            let summary = try await standing(decision, .sample(clause: "c2")).summary
            #expect(summary.zh == "重新审查（条款文字已变）；此前王芳于2026-01-01记为“误报”：地名")
        }

        @Test("a waiver counts until its day comes in China, and no longer")
        func waiver() async throws {
            let decision = try await store.append(.sample())
            let until = try #require(CalendarDay("2026-01-31"))
            try await store.dispose(
                NewDisposition(of: decision.id, .waived(until: until), note: "补正中", by: "王芳", at: day(0))
            )
            let lastMoment = try #require(LogTime("2026-01-30T15:59:59.999Z"))
            let firstMoment = try #require(LogTime("2026-01-30T16:00:00Z"))
            #expect(try await standing(decision, at: lastMoment).isReleased)
            #expect(try await standing(decision, at: firstMoment).reopened == [.dayCame])
            #expect(try await listed(decision, at: lastMoment).state == .waived)
            #expect(try await listed(decision, at: firstMoment).state == .reopened)
        }

        @Test("a prohibition gets a day for rectification, never a waiver")
        func prohibition() async throws {
            let grounds: [Ground] = [.sample("n/one", .prohibited), .sample("n/two", .review)]
            let decision = try await store.append(.sample("甲", grounds))
            let until = try #require(CalendarDay("2026-06-30"))
            do {
                _ = try await store.dispose(
                    NewDisposition(of: decision.id, .waived(until: until), note: "x", by: "王芳", at: day(0))
                )
                Issue.record("a prohibition was waived")
            } catch {
                #expect(error.reason == .waiverOfProhibition(["n/one"]))
            }
            // The other finding may be waived by itself.
            try await store.dispose(
                NewDisposition(
                    of: decision.id,
                    rules: ["n/two"],
                    .waived(until: until),
                    note: "x",
                    by: "王芳",
                    at: day(0)
                )
            )
            try await store.dispose(
                NewDisposition(of: decision.id, rules: ["n/one"], .rectificationDue(until), by: "王芳", at: day(0))
            )
            #expect(try await standing(decision, grounds[0]).state == .rectificationDue)
            let dueDay = try #require(LogTime("2026-06-30T15:59:59Z"))
            #expect(try await standing(decision, grounds[0], at: dueDay).state == .rectificationDue)
            let late = try #require(LogTime("2026-06-30T16:00:00Z"))
            #expect(try await standing(decision, grounds[0], at: late).state == .overdue)
            #expect(try await !standing(decision, grounds[0]).isReleased)
        }

        @Test("what lacks a reason, a day, a person, a party or a finding is refused, and leaves nothing behind")
        func refusals() async throws {
            let decision = try await store.append(.sample())
            let clear = try await store.append(.sample("乙", []))
            let past = try #require(CalendarDay("2025-12-31"))
            let future = try #require(CalendarDay("2026-12-31"))
            let head = try await store.head()
            let cases: [(NewDisposition, String)] = [
                (NewDisposition(of: decision.id, .falsePositive, by: "王芳", at: day(0)), "log/invalid"),
                (
                    NewDisposition(of: decision.id, .falsePositive, note: " \u{200B}", by: "王芳", at: day(0)),
                    "log/invalid"
                ),
                (NewDisposition(of: decision.id, .waived(until: past), note: "x", by: "王芳", at: day(0)), "log/invalid"),
                (NewDisposition(of: decision.id, .rectificationDue(past), by: "王芳", at: day(0)), "log/invalid"),
                (
                    NewDisposition(of: decision.id, .reported(to: "人民银行", on: future), by: "王芳", at: day(0)),
                    "log/invalid"
                ),
                (NewDisposition(of: decision.id, .reported(to: "", on: past), by: "王芳", at: day(0)), "log/invalid"),
                (NewDisposition(of: decision.id, .confirmed, by: "  ", at: day(0)), "log/invalid"),
                (NewDisposition(of: "nonesuch", .confirmed, by: "王芳", at: day(0)), "log/unknown"),
                (NewDisposition(of: decision.id, rules: ["n/no"], .confirmed, by: "王芳", at: day(0)), "log/no-finding"),
                (NewDisposition(of: clear.id, .confirmed, by: "王芳", at: day(0)), "log/nothing-found"),
                (NewDisposition(of: decision.id, .rectified(by: decision.id), by: "王芳", at: day(0)), "log/same-record"),
                (NewDisposition(of: decision.id, .rectified(by: "nonesuch"), by: "王芳", at: day(0)), "log/invalid"),
            ]
            for (disposition, id) in cases {
                #expect(await refusal { _ = try await store.dispose(disposition) } == id)
            }
            #expect(try await store.head() == head)
            #expect(try await store.verify().fault == nil)
        }

        @Test("with four eyes a release waits for a second person, who must be another one")
        func secondPerson() async throws {
            let decision = try await store.append(.sample())
            let other = try await store.append(.sample("乙"))
            try await store.setNeedsSecondPerson(true, by: "王芳", at: day(0))
            #expect(try await store.needsSecondPerson())
            let release = NewDisposition(of: decision.id, .falsePositive, note: "地名", by: "王芳", at: day(0))
            let pending = try await store.dispose(release)
            #expect(pending.needsApproval)
            #expect(try await standing(decision).state == .awaitingApproval)
            #expect(try await !standing(decision).isReleased)
            #expect(try await listed(decision).state == .awaitingApproval)
            #expect(
                await refusal { _ = try await store.answer(pending.id, isApproved: true, by: "王芳 ", at: day(0)) }
                    == "log/same-person"
            )
            let approved = try await store.answer(pending.id, isApproved: true, note: "同意", by: "李明", at: day(0))
            #expect(approved.answer?.person == "李明")
            #expect(try await standing(decision).isReleased)
            #expect(try await listed(decision).state == .falsePositive)
            #expect(
                await refusal { _ = try await store.answer(pending.id, isApproved: false, by: "李明", at: day(0)) }
                    == "log/nothing-to-answer"
            )
            // What needs no second person doesn't wait for one.
            let confirmed = try await store.dispose(NewDisposition(of: other.id, .confirmed, by: "王芳", at: day(0)))
            #expect(!confirmed.needsApproval)
            let second = try await store.dispose(
                NewDisposition(of: other.id, .falsePositive, note: "x", by: "王芳", at: day(0))
            )
            _ = try await store.answer(second.id, isApproved: false, by: "李明", at: day(0))
            #expect(try await standing(other).reopened == [.declined])
            #expect(try await listed(other).reopened == [.declined])
            #expect(try await store.verify().fault == nil)
        }

        @Test("what was reported is told to officers only, and changes nothing else")
        func reports() async throws {
            let decision = try await store.append(.sample())
            let today = try #require(CalendarDay("2026-01-01"))
            let kind = Disposition.Kind.reported(to: "中国人民银行深圳市分行", on: today)
            try await store.dispose(NewDisposition(of: decision.id, kind, by: "王芳", at: day(0)))
            #expect(try await standing(decision).reports.map(\.kind) == [kind])
            #expect(try await standing(decision).state == .open)
            #expect(try await standing(decision, for: .viewer).reports == [])
            #expect(try await store.history(of: decision.id, for: .viewer) == [])
            #expect(try await store.history(of: decision.id, for: .officer)?.count == 1)
            var query = DecisionQuery()
            query.isReported = true
            let rules = CurrentRules.sample()
            #expect(try await store.decisions(query, under: rules, for: .officer).decisions.count == 1)
            let asked = query
            #expect(
                await refusal { _ = try await store.decisions(asked, under: rules, for: .viewer) }
                    == "log/officers-only"
            )
            let seen = try #require(try await store.decision(decision.id, under: rules, for: .viewer))
            let json = try seen.json(for: .viewer)
            #expect(!json.contains("报告") && !json.contains("人民银行") && !json.contains("\"number\""))
        }

        @Test("a record that was put right is checked again, and reopens where it comes back as it was")
        func rectified() async throws {
            let old = try await store.append(.sample("前海RWA", [.sample("n/one", .prohibited)]))
            let still = try await store.append(.sample("前海RWA2", [.sample("n/one", .prohibited)]))
            let new = try await store.append(.sample("前海", []))
            #expect(
                await refusal {
                    _ = try await store.dispose(
                        NewDisposition(of: old.id, .rectified(by: still.id), by: "王芳", at: day(0))
                    )
                } == "log/still-found"
            )
            try await store.dispose(NewDisposition(of: old.id, .rectified(by: new.id), by: "王芳", at: day(0)))
            #expect(try await listed(old).state == .rectified)
            #expect(try await listed(old).disposition?.kind.newDecision == new.id)
            let again = try await store.append(.sample("前海RWA", [.sample("n/one", .prohibited)]))
            #expect(try await listed(again).reopened == [.foundAgain])
            #expect(try await listed(old).state == .superseded)
        }

        @Test("a later decision on the same record takes the earlier one's place and what was decided of it")
        func superseded() async throws {
            let first = try await store.append(.sample())
            try await store.dispose(NewDisposition(of: first.id, .falsePositive, note: "地名", by: "王芳", at: day(0)))
            let second = try await store.append(.sample())
            #expect(try await listed(first).state == .superseded)
            #expect(try await listed(second).state == .falsePositive)
            // Of the earlier one, where nothing changed, it is as of the later one.
            try await store.dispose(NewDisposition(of: first.id, .confirmed, by: "王芳", at: day(1)))
            #expect(try await listed(second).state == .confirmed)
            let third = try await store.append(.sample("前海RWA科技有限公司", [.sample(words: "w2")]))
            do {
                _ = try await store.dispose(NewDisposition(of: second.id, .confirmed, by: "王芳", at: day(1)))
                Issue.record("an outdated finding was disposed of")
            } catch {
                #expect(error.reason == .superseded(by: third.id))
            }
            // Under the rules of another notice it is another matter.
            _ = try await store.append(.sample("前海RWA科技有限公司", [.sample("m/one")], pack: "m"))
            #expect(try await listed(third).state == .confirmed)
            #expect(try await store.verify().fault == nil)
        }

        @Test("what was decided can be taken back, with a reason")
        func withdrawn() async throws {
            let decision = try await store.append(.sample())
            try await store.dispose(NewDisposition(of: decision.id, .exited, by: "王芳", at: day(0)))
            try await store.dispose(NewDisposition(of: decision.id, .reopened, note: "记错了", by: "李明", at: day(0)))
            #expect(try await standing(decision).reopened == [.withdrawn])
            #expect(try await store.history(of: decision.id, for: .viewer)?.map(\.kind.name) == ["exited", "reopened"])
        }
    }
#endif
