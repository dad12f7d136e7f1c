#if Service
    internal import Foundation
    internal import GRDB
    internal import RecordModel

    /// An entry of the log as it is kept, for export.
    package struct KeptEntry: Sendable, Hashable {
        /// The number, counted from 1.
        package let number: Int

        /// The entry: a JSON object on one line.
        package let text: String

        /// The hash of the entry and all before it, in hexadecimal digits.
        package let hash: String

        /// The entry with its hash as one line of JSON, with its end.
        ///
        /// The hash stands at bytes 9 to 73 and the entry from byte 83 up to the last brace, so that anybody can check the chain
        /// without reading the JSON.
        package var line: String { "{\"hash\":\"\(hash)\",\"entry\":\(text)}\n" }

        /// The names of ``cells``.
        package static let header = [
            "number", "id", "time", "person", "kind", "of", "record", "name", "scope", "verdict", "rules",
            "disposition", "day",
            "party", "note", "pack", "hash", "entry",
        ]

        /// What a table shows of the entry, by ``header``; the last cell is the entry as it is kept.
        ///
        /// - Throws: ``DecisionStoreError`` where the entry can't be read.
        package func cells() throws(DecisionStoreError) -> [String] {
            guard let entry = try? EntryContent(text: text) else {
                throw DecisionStoreError(.corrupt("entry \(number) can't be read"))
            }
            let (decision, disposition, answer) = (entry.decision, entry.disposition, entry.answer)
            let kind =
                if decision != nil { "decision" } else if disposition != nil { "disposition" } else if answer != nil {
                    "answer"
                } else { "policy" }
            let said: String? =
                if let answer { answer.isApproved ? "approved" : "declined" } else if let policy = entry.policy {
                    policy.needsSecondPerson ? "four-eyes-on" : "four-eyes-off"
                } else { disposition?.kind }
            let rules = decision?.grounds.map(\.rule) ?? disposition?.rules ?? []
            return [
                String(number), entry.id, entry.time, entry.person, kind, disposition?.of ?? answer?.of ?? "",
                decision?.record.id ?? "", decision?.record.name ?? "", decision?.record.scope ?? "",
                decision?.verdict.rawValue ?? "", rules.joined(separator: "; "), said ?? "",
                disposition?.day?.description ?? "", disposition?.party ?? "", disposition?.note ?? answer?.note ?? "",
                decision.map { "\($0.pack.id) \($0.pack.version) \($0.pack.digest)" } ?? "", hash, text,
            ]
        }
    }

    extension DecisionStore {
        /// At most `limit` entries after the one at `number`, in order; officers only, for reports are among them.
        package func entries(after number: Int, limit: Int = 500) async throws(DecisionStoreError) -> [KeptEntry] {
            try await reading { database in
                let rows = try Row.fetchAll(
                    database,
                    sql: "SELECT number, content, hash FROM entry WHERE number > ? ORDER BY number LIMIT ?",
                    arguments: [number, limit]
                )
                return rows.map { row in
                    KeptEntry(number: row[0], text: row[1], hash: Digest.hexadecimal(row[2] as Data))
                }
            }
        }
    }
#endif
