#if Service
    @testable import DecisionLog
    import Foundation
    import RecordModel
    import TestSupport
    import Testing

    @Suite("Asking the log")
    struct QueryTests {
        private static let rules = ["n/one", "n/two", "n/three"]
        private static let now = day(40)
        private static let current = CurrentRules(states: [
            "n/one": CurrentRules.State(clause: "c1", definition: "d1"),
            "n/two": CurrentRules.State(clause: "c2", definition: "d1"),
        ])

        /// A log of what a seed leads to: decisions, dispositions and answers in any order.
        private static func random(_ seed: UInt64, entries: Int) async throws -> (SampleLog, DecisionStore) {
            var generator = SeededGenerator(seed: seed)
            let log = try SampleLog()
            let store = try log.open()
            var decisions: [Decision] = []
            var pending: [Disposition] = []
            try await store.setNeedsSecondPerson(Bool.random(using: &generator), by: "王芳", at: day(0))
            for number in 0..<entries {
                let time = day(number * 30 / entries)
                if decisions.isEmpty || Int.random(in: 0..<3, using: &generator) == 0 {
                    let grounds = rules.filter { _ in Bool.random(using: &generator) }.map { rule in
                        Ground.sample(
                            rule,
                            [.review, .restricted, .prohibited].randomElement(using: &generator) ?? .review,
                            clause: ["c1", "c2"].randomElement(using: &generator) ?? "c1",
                            words: ["w1", "w1", "w2"].randomElement(using: &generator) ?? "w1"
                        )
                    }
                    let name = "公司\(Int.random(in: 0..<30, using: &generator))"
                    let person = ["王芳", "李明"].randomElement(using: &generator) ?? ""
                    decisions.append(try await store.append(.sample(name, grounds, by: person, at: time)))
                } else if let waiting = pending.popLast(), Bool.random(using: &generator) {
                    _ = try? await store.answer(
                        waiting.id,
                        isApproved: Bool.random(using: &generator),
                        by: "赵",
                        at: time
                    )
                } else if let decision = decisions.randomElement(using: &generator) {
                    let until = CalendarDay(number: time.dayInChina.number + Int.random(in: 1..<30, using: &generator))
                    let kinds: [Disposition.Kind] = [
                        .confirmed, .falsePositive, .falsePositive, .waived(until: until), .rectificationDue(until),
                        .needsDocuments, .reported(to: "甲", on: time.dayInChina), .exited, .reopened,
                        .rectified(by: decisions.randomElement(using: &generator)?.id ?? ""),
                    ]
                    let rule = rules.filter { _ in Bool.random(using: &generator) }
                    let kind = kinds.randomElement(using: &generator) ?? .confirmed
                    let new = NewDisposition(of: decision.id, rules: rule, kind, note: "x", by: "王芳", at: time)
                    // Many can't be made; that is tested elsewhere.
                    if let kept = try? await store.dispose(new), kept.needsApproval { pending.append(kept) }
                }
            }
            return (log, store)
        }

        @Test(
            "lists by where findings stand exactly what stands there, and counts the same",
            arguments: [1, 2, 3, 4, 5, 6]
        )
        func states(seed: UInt64) async throws {
            let (_, store) = try await Self.random(seed, entries: 250)
            let all = try await store.decisions(
                DecisionQuery(limit: 1000),
                under: Self.current,
                at: Self.now,
                for: .officer
            )
            var counts: [Standing.State: Int] = [:]
            for state in Standing.State.allCases {
                var query = DecisionQuery(limit: 1000)
                query.state = state
                let page = try await store.decisions(query, under: Self.current, at: Self.now, for: .officer)
                let expected = all.decisions.filter { $0.standings.contains { $0.state == state } }
                #expect(page.decisions.map(\.decision.id) == expected.map(\.decision.id), "\(state)")
                let count = expected.flatMap(\.standings).count { $0.state == state }
                if count > 0, state != .superseded { counts[state] = count }
            }
            #expect(counts.count >= 3)
            let summary = try await store.summary(under: Self.current, at: Self.now)
            #expect(summary.states == counts)
            #expect(summary.decisions == all.decisions.count)
            #expect(try await store.verify().fault == nil)
        }

        @Test("filters by all that is given, and pages without gaps")
        func filters() async throws {
            let (_, store) = try await Self.random(7, entries: 120)
            let all = try await store.decisions(
                DecisionQuery(limit: 1000),
                under: .unknown,
                at: Self.now,
                for: .officer
            )
            let decisions = all.decisions.map(\.decision)
            #expect(all.next == nil)
            #expect(decisions.map(\.number) == decisions.map(\.number).sorted(by: >))
            func found(_ change: (inout DecisionQuery) -> Void) async throws -> [String] {
                var query = DecisionQuery(limit: 1000)
                change(&query)
                return try await store.decisions(query, under: .unknown, at: Self.now, for: .officer)
                    .decisions.map(\.decision.id)
            }
            func expected(_ isIn: (Decision) -> Bool) -> [String] { decisions.filter(isIn).map(\.id) }
            #expect(try await found { $0.verdict = .prohibited } == expected { $0.verdict == .prohibited })
            #expect(try await found { $0.person = "李明" } == expected { $0.person == "李明" })
            #expect(try await found { $0.rule = "n/two" } == expected { $0.grounds.contains { $0.rule == "n/two" } })
            #expect(try await found { $0.article = "n/art_8" } == expected { !$0.grounds.isEmpty })
            #expect(try await found { $0.article = "n" } == expected { !$0.grounds.isEmpty })
            #expect(try await found { $0.article = "n/art_9" } == [])
            #expect(
                try await found { ($0.from, $0.before) = (day(5), day(9)) }
                    == expected { (day(5)..<day(9)).contains($0.time) }
            )
            #expect(try await found { $0.name = "公司３" } == expected { $0.record.name == "公司3" })
            for words in ["司", "公", "公司", "1", "29", "司 1", "公司1 ", "司公", "\"", "*"] {
                let folded = RecordFingerprint.fold(words)
                #expect(
                    try await found { $0.name = words } == expected { $0.record.name?.contains(folded) ?? false },
                    "\(words)"
                )
            }
            #expect(try await found { $0.recordID = "K-公司4" } == expected { $0.record.id == "K-公司4" })
            let some = try #require(decisions.last)
            #expect(
                try await found { $0.fingerprint = some.fingerprint } == expected { $0.fingerprint == some.fingerprint }
            )
            let both = try await found { ($0.rule, $0.person, $0.name) = ("n/one", "王芳", "公司") }
            #expect(both == expected { $0.person == "王芳" && $0.grounds.contains { $0.rule == "n/one" } })
            #expect(!both.isEmpty && both.count < decisions.count)
            var paged: [String] = []
            var query = DecisionQuery(limit: 7)
            repeat {
                let page = try await store.decisions(query, under: .unknown, at: Self.now, for: .viewer)
                paged += page.decisions.map(\.decision.id)
                query.after = page.next
            } while query.after != nil
            #expect(paged == decisions.map(\.id))
            query.after = "nonesuch"
            let wrong = query
            #expect(
                await refusal { _ = try await store.decisions(wrong, under: .unknown, for: .viewer) } == "log/unknown"
            )
        }
    }
#endif
