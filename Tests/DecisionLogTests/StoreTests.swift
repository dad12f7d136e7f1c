#if Service
    @testable import DecisionLog
    import Foundation
    import GRDB
    import LegalText
    import NoticeCorpus
    import RecordModel
    import RuleEngine
    import TestSupport
    import Testing

    @Suite("The store of decisions")
    struct StoreTests {
        @Test("gives back every field of a decision as it was")
        func fields() async throws {
            let log = try SampleLog()
            let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
            let rules = RuleFolder(rules: ProjectFolder.root.appending(path: "rules"), corpus: corpus)
            let pack = try rules.pack("yinfa-2026-42")
            let record = Record(
                id: "91110000",
                name: "前海RWA\u{1}科技\"有限\"公司\u{2028}",
                otherNames: [OtherName("旧名", kind: .former), OtherName("牌")],
                scope: "比特币矿机销售及托管",
                description: "d",
                actor: "bank",
                jurisdiction: "CN",
                approval: "批文",
                registrationStatus: "存续",
                registrationDate: "2019-03-01",
                columns: [RecordColumn(header: "备注", text: "a,b", isField: false)]
            )
            var scratch = EvaluationScratch()
            let verdict = pack.verdict(on: record, scratch: &scratch)
            let place = DecisionPlace(file: "a.xlsx", sheet: "甲", row: 3)
            let findings = #"[{"rule":"x","findings":[1],"text":"a \"released\":[]}\\"}]"#
            let new = NewDecision(
                record,
                at: place,
                verdict,
                findings: findings,
                released: #"[{"cue":"不含"}]"#,
                pack: pack,
                noticeDigest: NoticeDigest.digest(of: Array("abc".utf8)),
                engine: "0.1.0",
                by: "王芳",
                at: day(0)
            )
            let kept = try await log.open().append(new)
            let reread = try await log.open(.reading).decision(kept.id, under: CurrentRules([pack]), for: .officer)
            let decision = try #require(reread?.decision)
            #expect(decision == kept)
            #expect(decision.record == record)
            #expect(decision.place == place)
            #expect(decision.time == day(0))
            #expect(decision.person == "王芳")
            #expect(decision.findings == findings)
            #expect(decision.released == #"[{"cue":"不含"}]"#)
            #expect(decision.verdict == verdict.level)
            #expect(decision.pack.digest == pack.digest)
            #expect(decision.noticeDigest == "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
            #expect(decision.grounds.map(\.rule) == Set(verdict.findings.map(\.rule)).sorted())
            #expect(decision.grounds.count > 1)
            // Under the rules that gave it nothing has changed, so a release holds.
            let store = try log.open()
            try await store.dispose(
                NewDisposition(of: kept.id, rules: [decision.grounds[0].rule], .falsePositive, note: "x", by: "王芳")
            )
            let now = try await store.decision(kept.id, under: CurrentRules([pack]), for: .officer)
            #expect(now?.standings.first?.state == .falsePositive)
            let json = try #require(now).json(for: .officer)
            let object = try #require(JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
            #expect(object["schema"] as? String == "hegui/decision/1")
            #expect((object["standings"] as? [[String: Any]])?.count == decision.grounds.count)
        }

        @Test("rules are told apart by what they look for")
        func ruleDigests() throws {
            let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
            let rules = RuleFolder(rules: ProjectFolder.root.appending(path: "rules"), corpus: corpus)
            let pack = try rules.pack("yinfa-2026-42")
            let digests = pack.ruleIDs.compactMap(pack.digest(ofRule:))
            #expect(digests.count == pack.ruleIDs.count)
            #expect(Set(digests).count == digests.count)
            #expect(try rules.pack("yinfa-2026-42").ruleIDs.compactMap(pack.digest(ofRule:)) == digests)
            #expect(pack.digest(ofRule: "no-such-rule") == nil)
        }

        @Test("takes many decisions at a time, from two openings of the same log, and keeps each once")
        func together() async throws {
            let log = try SampleLog()
            let stores = [try log.open(), try log.open()]
            let ids = try await withThrowingTaskGroup(of: [String].self) { group in
                for number in 0..<60 {
                    group.addTask {
                        let store = stores[number % 2]
                        if number % 5 == 0 {
                            return try await store.append([.sample("批\(number)"), .sample("批\(number)-2")]).map(\.id)
                        }
                        return [try await store.append(.sample("单\(number)")).id]
                    }
                }
                return try await group.reduce(into: []) { $0 += $1 }
            }
            #expect(ids.count == 72)
            #expect(Set(ids).count == 72)
            let result = try await stores[0].verify()
            #expect(result.fault == nil)
            #expect(result.head.number == 72)
            for id in ids { #expect(try await stores[1].decision(id, under: .unknown, for: .viewer) != nil) }
        }

        @Test("a batch with one decision that can't be kept is refused whole")
        func allOrNone() async throws {
            let store = try SampleLog().open()
            for json in ["{}", "[", "[1]\n", ""] {
                let bad = NewDecision(
                    content: NewDecision.sample().content,
                    findings: json,
                    released: "[]",
                    by: "王芳",
                    at: day(0)
                )
                #expect(await refusal { _ = try await store.append([.sample("甲"), bad]) } == "log/invalid")
            }
            #expect(try await store.head().number == 0)
        }

        @Test("says what is wrong with a log that can't be opened")
        func openings() async throws {
            let log = try SampleLog()
            #expect(await refusal { _ = try log.open(.reading) } == "log/missing")
            #expect(await refusal { _ = try log.open(.existing) } == "log/missing")
            #expect(await refusal { _ = try DecisionStore(folder: log.path("a/b"), .create) } == "log/missing")
            let file = log.path(DecisionStore.fileName)
            for bytes in ["no database at all", String(repeating: "x", count: 10_000)] {
                try Data(bytes.utf8).write(to: URL(filePath: file))
                #expect(await refusal { _ = try log.open() } == "log/corrupt")
                #expect(try String(contentsOfFile: file, encoding: .utf8) == bytes)
            }
            try FileManager.default.removeItem(atPath: file)
            try log.tamper("CREATE TABLE customer (id INTEGER)")
            #expect(await refusal { _ = try log.open() } == "log/corrupt")
            try FileManager.default.removeItem(atPath: log.folder)
            // The folder itself is made.
            try log.open().close()
            try log.tamper("INSERT INTO grdb_migrations VALUES ('2-later')")
            do {
                _ = try log.open()
                Issue.record("a later log was opened")
            } catch let error as DecisionStoreError {
                #expect(error.reason == .newer(["2-later"]))
                #expect(error.description.contains("update the program"))
                #expect(error.description.contains("请升级程序"))
            }
        }

        @Test("a damaged page is found, and what is damaged is said")
        func damaged() async throws {
            let log = try SampleLog()
            let store = try log.open()
            for number in 0..<200 { _ = try await store.append(.sample("甲\(number)")) }
            try store.close()
            let file = URL(filePath: log.path(DecisionStore.fileName))
            var bytes = try Data(contentsOf: file)
            for index in (bytes.count / 2)..<(bytes.count / 2 + 4096) { bytes[index] = 0xA5 }
            try bytes.write(to: file)
            let result: Result<LogVerification, any Error>
            do { result = .success(try await log.open(.reading).verify()) } catch { result = .failure(error) }
            switch result {
            case .success(let verification): #expect(verification.fault != nil)
            case .failure(let error): #expect((error as? DecisionStoreError)?.id == "log/corrupt")
            }
        }

        @Test("a full disk takes nothing, says so, and goes on when there is room again")
        func full() async throws {
            let log = try SampleLog()
            let store = try log.open()
            _ = try await store.append(.sample("甲"))
            let head = try await store.head()
            let pages = try await store.pool.write { try Int.fetchOne($0, sql: "PRAGMA page_count") ?? 0 }
            _ = try await store.pool.write { try Int.fetchOne($0, sql: "PRAGMA max_page_count = \(pages + 2)") }
            let many = (0..<500).map { NewDecision.sample("乙\($0)") }
            #expect(await refusal { _ = try await store.append(many) } == "log/disk-full")
            #expect(try await store.head() == head)
            #expect(try await store.decisions(DecisionQuery(), under: .unknown, for: .viewer).decisions.count == 1)
            _ = try await store.pool.write { try Int.fetchOne($0, sql: "PRAGMA max_page_count = 1000000") }
            #expect(try await store.append(many).count == 500)
            #expect(try await store.verify().fault == nil)
        }

        @Test("is backed up while it is used, and restored where there is none")
        func backup() async throws {
            let (log, other) = (try SampleLog(), try SampleLog())
            let store = try log.open()
            let decision = try await store.append(.sample())
            let head = try await store.head()
            let copy = log.path("copy.sqlite")
            try store.backUp(to: copy)
            _ = try await store.append(.sample("later"))
            #expect(await refusal { try store.backUp(to: copy) } == "log/exists")
            #expect(
                try FileManager.default.contentsOfDirectory(atPath: log.folder).filter { $0.hasPrefix("copy") } == [
                    "copy.sqlite"
                ]
            )
            #expect(await refusal { _ = try await DecisionStore.restore(copy, to: log.folder) } == "log/exists")
            #expect(
                await refusal { _ = try await DecisionStore.restore(log.path("none"), to: other.folder) }
                    == "log/missing"
            )
            let later = try await store.head()
            #expect(
                await refusal { _ = try await DecisionStore.restore(copy, to: other.folder, expecting: later) }
                    == "log/unverified"
            )
            #expect(try FileManager.default.contentsOfDirectory(atPath: other.folder) == [])
            #expect(try await DecisionStore.restore(copy, to: other.folder, expecting: head) == head)
            let restored = try other.open()
            #expect(try await restored.decision(decision.id, under: .unknown, for: .viewer)?.decision == decision)
            _ = try await restored.append(.sample("on"))
            #expect(try await restored.verify(expecting: head).fault == nil)
        }

        @Test("reads and writes moments and days, and refuses what is none")
        func moments() {
            for text in ["2026-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "1969-12-31T23:59:59.001Z"] {
                #expect(LogTime(text)?.description == text)
            }
            #expect(LogTime("2026-01-01T08:00:00.5Z")?.description == "2026-01-01T08:00:00.500Z")
            #expect(LogTime("2026-01-01")?.description == "2025-12-31T16:00:00.000Z")
            #expect(LogTime("2025-12-31T16:00:00Z")?.dayInChina.description == "2026-01-01")
            for text in [
                "2026-13-01", "2026-02-30", "2026-1-1", "2026-01-01T24:00:00Z", "2026-01-01T00:00:00",
                "2026-01-01T00:00:00.Z",
                "2026-01-01T00:00:00+08:00", "2026-01-01T00:00:00.1xZ", "", "今天",
            ] {
                #expect(LogTime(text) == nil)
            }
            for number in stride(from: -800_000, to: 2_000_000, by: 997) {
                let day = CalendarDay(number: number)
                if number > -719_162 { #expect(CalendarDay(day.description) == day) }
            }
        }

        @Test("records are the same whatever their row, width, case and blanks, and others in anything else")
        func fingerprints() {
            let record = Record(id: "A1", name: "前海RWA 科技", otherNames: [OtherName("a"), OtherName("b")], scope: "x")
            let same = Record(
                id: "ａ1 ",
                name: " 前海ＲＷＡ\u{3000}\u{200B}科技",
                otherNames: [OtherName("B"), OtherName("A", kind: .brand)],
                scope: "x\n",
                description: " ",
                registrationStatus: "注销"
            )
            #expect(RecordFingerprint(record) == RecordFingerprint(same))
            var others: [RecordModel.Record] = Array(repeating: record, count: 6)
            others[0].name = "前海RWA科技"
            others[1].id = "A2"
            others[2].scope = nil
            others[3].description = "x"
            others[4].approval = "y"
            others[5].otherNames = [OtherName("a")]
            #expect(Set(([record] + others).map(RecordFingerprint.init)).count == 7)
        }
    }
#endif
