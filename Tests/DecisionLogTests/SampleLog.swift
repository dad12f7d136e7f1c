#if Service
    @testable import DecisionLog
    import Foundation
    import GRDB
    import RecordModel

    /// A log in a folder that is removed with the value.
    final class SampleLog {
        let folder: String

        init() throws {
            let url = FileManager.default.temporaryDirectory.appending(path: "hegui-log-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            folder = url.path(percentEncoded: false)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: folder)
        }

        /// The path of something in the folder.
        func path(_ name: String) -> String { "\(folder)/\(name)" }

        /// The log, opened once more.
        func open(_ mode: DecisionStore.Mode = .create) throws -> DecisionStore {
            try DecisionStore(folder: folder, mode)
        }

        /// Changes the file behind the program's back.
        func tamper(_ sql: String) throws {
            let queue = try DatabaseQueue(path: path(DecisionStore.fileName))
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)")
            }
            try queue.close()
        }
    }

    /// Moments of the tests: the first of January 2026 in China and the days after.
    func day(_ number: Int) -> LogTime {
        LogTime(milliseconds: 1_767_240_000_000 + number * 86_400_000)
    }

    extension Ground {
        /// What a finding of the rule called `rule` rests on.
        static func sample(
            _ rule: String = "n/one",
            _ verdict: Verdict.Level = .review,
            clause: String = "c1",
            definition: String = "d1",
            words: String = "w1"
        ) -> Ground {
            Ground(
                rule: rule,
                verdict: verdict,
                notice: "n",
                provision: "art_8",
                clause: clause,
                definition: definition,
                words: words
            )
        }
    }

    extension NewDecision {
        /// A decision on the record called `name`.
        static func sample(
            _ name: String = "前海RWA科技有限公司",
            _ grounds: [Ground] = [.sample()],
            pack: String = "n",
            by person: String = "王芳",
            at time: LogTime = day(0)
        ) -> NewDecision {
            let record = Record(id: "K-\(name)", name: name, scope: "软件开发")
            let findings = grounds.map { "{\"rule\":\"\($0.rule)\",\"text\":\"a \\\"released\\\": [}\"}" }
            return NewDecision(
                content: DecisionContent(
                    fingerprint: RecordFingerprint(record).description,
                    record: KeptRecord(record),
                    place: DecisionPlace(file: "a.csv", row: 7),
                    verdict: grounds.map(\.verdict).max() ?? .clear,
                    grounds: grounds,
                    pack: PackReference(id: pack, version: "1.0.0", digest: "sha256:00"),
                    noticeDigest: "sha256:11",
                    engine: "0.1.0"
                ),
                findings: "[\(findings.joined(separator: ","))]",
                released: "[]",
                by: person,
                at: time
            )
        }
    }

    extension CurrentRules {
        /// The rules of ``Ground/sample(_:_:clause:definition:words:)`` as they are now.
        static func sample(_ rule: String = "n/one", clause: String = "c1", definition: String = "d1") -> CurrentRules {
            CurrentRules(states: [rule: State(clause: clause, definition: definition)])
        }
    }

    /// The id of what `body` throws.
    func refusal(_ body: () async throws -> Void) async -> String? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? DecisionStoreError)?.id ?? "\(error)"
        }
    }
#endif
