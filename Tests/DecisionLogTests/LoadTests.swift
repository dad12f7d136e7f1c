#if Service
    @testable import DecisionLog
    import Foundation
    import RecordModel
    import TestSupport
    import Testing

    /// Too long for every change; `.ci/long` sets `HEGUI_LONG`.
    @Suite("A log of 100,000 decisions", .enabled(if: ProcessInfo.processInfo.environment["HEGUI_LONG"] != nil))
    struct LoadTests {
        private static let count = 100_000
        private static let rules = (0..<25).map { "n/rule-\($0)" }
        private static let people = (0..<10).map { "员\($0)" }
        private static let current = CurrentRules(
            states: Dictionary(
                uniqueKeysWithValues: rules.map {
                    ($0, CurrentRules.State(clause: "c1", definition: $0.hasSuffix("7") ? "d2" : "d1"))
                }
            )
        )

        /// Decisions on 80,000 records, some of them screened again, 5,000 dispositions.
        private static func fill(_ store: DecisionStore) async throws {
            var generator = SeededGenerator(seed: 9)
            for batch in 0..<(count / 1000) {
                let decisions = (0..<1000).map { number in
                    let grounds = Set(
                        (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                            rules.randomElement(using: &generator) ?? ""
                        }
                    )
                    return NewDecision.sample(
                        "前海科技\(Int.random(in: 0..<80_000, using: &generator))有限公司",
                        grounds.sorted().map {
                            .sample($0, [.review, .review, .prohibited].randomElement(using: &generator) ?? .review)
                        },
                        by: people.randomElement(using: &generator) ?? "",
                        at: LogTime(milliseconds: day(0).milliseconds + (batch * 1000 + number) * 200_000)
                    )
                }
                let kept = try await store.append(decisions)
                for decision in kept.filter({ !$0.grounds.isEmpty }).prefix(50) {
                    let day = CalendarDay(
                        number: decision.time.dayInChina.number + Int.random(in: 1..<400, using: &generator)
                    )
                    let kinds: [Disposition.Kind] = [
                        .confirmed, .falsePositive, .waived(until: day), .rectificationDue(day), .needsDocuments,
                        .reported(to: "甲", on: decision.time.dayInChina),
                    ]
                    let kind = kinds.randomElement(using: &generator) ?? .confirmed
                    // A prohibition can't be waived, and then nothing is.
                    _ = try? await store.dispose(
                        NewDisposition(of: decision.id, kind, note: "x", by: "王芳", at: decision.time)
                    )
                }
            }
        }

        @Test("answers every query in less than 100 ms")
        func queries() async throws {
            let log = try SampleLog()
            let store = try log.open()
            let clock = ContinuousClock()
            let filling = try await clock.measure { try await Self.fill(store) }
            let now = day(240)
            var queries: [(String, DecisionQuery)] = []
            func query(_ name: String, _ change: (inout DecisionQuery) -> Void) {
                var query = DecisionQuery()
                change(&query)
                queries.append((name, query))
            }
            query("all") { _ in }
            for level in Verdict.Level.allCases { query("verdict \(level)") { $0.verdict = level } }
            query("rule") { $0.rule = "n/rule-3" }
            query("no such rule") { $0.rule = "n/none" }
            query("article") { $0.article = "n/art_8" }
            query("notice") { $0.article = "n" }
            query("no such article") { $0.article = "n/art_9" }
            query("person") { $0.person = "员3" }
            query("no such person") { $0.person = "谁" }
            query("early") { ($0.from, $0.before) = (day(3), day(4)) }
            for state in Standing.State.allCases { query("state \(state)") { $0.state = state } }
            query("reported") { $0.isReported = true }
            query("rare name") { $0.name = "科技79999有" }
            query("no such name") { $0.name = "没有" }
            query("name and rule") { ($0.name, $0.rule) = ("科技7999", "n/rule-3") }
            query("no such name, and rule") { ($0.name, $0.rule) = ("没有", "n/rule-3") }
            query("state, rule and person") { ($0.state, $0.rule, $0.person) = (.overdue, "n/rule-3", "员3") }
            query("state and no such name") { ($0.state, $0.name) = (.open, "没有") }
            query("reopened, article, prohibited") {
                ($0.state, $0.article, $0.verdict) = (.reopened, "n/art_8", .prohibited)
            }
            query("key") { $0.recordID = "K-前海科技5有限公司" }
            var last = DecisionQuery()
            let first = try await store.decisions(last, under: Self.current, at: now, for: .officer)
            last.after = first.next
            queries.append(("second page", last))
            var slowest = (name: "", time: Duration.zero)
            for (name, query) in queries {
                var times: [Duration] = []
                var count = 0
                for _ in 0..<3 {
                    let time = try await clock.measure {
                        count = try await store.decisions(query, under: Self.current, at: now, for: .officer).decisions
                            .count
                    }
                    times.append(time)
                }
                let time = times.max() ?? .zero
                print("\(name): \(count) decisions, \(time)")
                if time > slowest.time { slowest = (name, time) }
                #expect(time < .milliseconds(100), "\(name)")
            }
            let summing = try await clock.measure { _ = try await store.summary(under: Self.current, at: now) }
            #expect(summing < .milliseconds(100))
            let records = first.decisions.map { ($0.decision.fingerprint, $0.decision.grounds) }
            let standing = try await clock.measure {
                _ = try await store.standings(of: records, at: now, for: .officer)
            }
            #expect(standing < .milliseconds(100))
            var single: [Duration] = []
            for number in 0..<200 {
                single.append(try await clock.measure { _ = try await store.append(.sample("单\(number)")) })
            }
            let verifying = try await clock.measure {
                let fault = try await store.verify().fault
                #expect(fault == nil)
            }
            print("filled in \(filling), summary \(summing), standings of \(records.count) records \(standing)")
            print("one decision \(single.sorted()[100]), slowest query \(slowest), verified in \(verifying)")
        }
    }
#endif
