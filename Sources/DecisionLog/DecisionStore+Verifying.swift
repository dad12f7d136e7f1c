#if Service
    internal import Foundation
    internal import GRDB

    extension DecisionStore {
        /// Looks at every entry, and at all that was made of them, and says what is wrong first.
        ///
        /// A change, removal or reordering of entries breaks the chain of hashes. Whoever can write to the file can cut entries off
        /// its end and mend the head to match, or write the whole log anew: only a head that was written down somewhere else
        /// tells that.
        ///
        /// - Parameter expected: A head that was written down, which must still be in the log.
        /// - Returns: The end of the log, and what is wrong first.
        /// - Throws: ``DecisionStoreError`` where the log can't be read at all.
        package func verify(expecting expected: LogHead? = nil) async throws(DecisionStoreError) -> LogVerification {
            try await StoreFault.catching(path) {
                // What the entries lead to is made again on the side: a file of its own, that is gone when it is closed.
                let again = try DatabaseQueue(path: "")
                try await again.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = OFF") }
                try StoreSchema.migrator.migrate(again)
                return try await pool.read { database in
                    try again.write { copy in
                        try LogVerifier(database: database, copy: copy, expected: expected).run()
                    }
                }
            }
        }
    }

    /// Looks at a log entry by entry.
    private struct LogVerifier {
        let database: Database
        let copy: Database
        let expected: LogHead?

        private static let tables = ["decision", "disposition", "policy", "finding", "ruling"]

        func run() throws -> LogVerification {
            var number = 0
            var hash = EntryChain.origin
            func result(_ kind: LogFault.Kind?, at entry: Int? = nil) -> LogVerification {
                LogVerification(
                    head: LogHead(number: number, hash: Digest.hexadecimal(hash)),
                    fault: kind.map { LogFault(entry: entry, kind: $0) }
                )
            }
            if let damage = try String.fetchOne(database, sql: "PRAGMA quick_check(1)"), damage != "ok" {
                return result(.file(damage))
            }
            if let name = try changedSchema() { return result(.schema(name: name)) }
            let rows = try Row.fetchCursor(database, sql: "SELECT number, content, hash FROM entry ORDER BY number")
            while let row = try rows.next() {
                let (found, content, stored): (Int, String, Data) = (row[0], row[1], row[2])
                guard found == number + 1 else { return result(.missing, at: number + 1) }
                let next = EntryChain.hash(after: hash, content)
                guard next == Array(stored) else { return result(.changed, at: found) }
                guard let entry = try? EntryContent(text: content), entry.number == found,
                    (try? EntryIndex(database: copy).add(entry)) != nil
                else { return result(.unreadable, at: found) }
                (number, hash) = (found, next)
                if let expected, expected.number == found, expected.hash != Digest.hexadecimal(hash) {
                    return result(.rewritten(expected: expected), at: found)
                }
            }
            let head = try EntryWriter.head(in: database)
            guard head.number <= number else { return result(.cut(at: number), at: head.number) }
            guard head == LogHead(number: number, hash: Digest.hexadecimal(hash)) else { return result(.headChanged) }
            if let expected, expected.number > number { return result(.shorter(than: expected)) }
            for table in Self.tables {
                let sql = "SELECT * FROM \(table) ORDER BY 1, 2"
                if let place = try difference(sql) { return result(.index(table: table), at: place.entry) }
            }
            // These come in order, and sorting them would take longer than all the rest.
            if let place = try difference("SELECT doc, term, offset FROM decision_pair") {
                return result(.index(table: "decision_name"), at: place.entry)
            }
            return result(nil)
        }

        /// The name of a table, index or trigger that isn't as it was made.
        private func changedSchema() throws -> String? {
            let sql = """
                SELECT name, coalesce(sql, '') FROM sqlite_master
                WHERE name NOT LIKE 'sqlite_%' AND name NOT LIKE 'grdb_%' ORDER BY name
                """
            let (here, there) = (try Row.fetchAll(database, sql: sql), try Row.fetchAll(copy, sql: sql))
            if let missing = there.first(where: { !here.contains($0) }) { return missing[0] }
            return here.first { !there.contains($0) }.map { $0[0] }
        }

        /// Where what `sql` reads differs from what the entries lead to: the first column of the first row, if it is a number.
        private func difference(_ sql: String) throws -> (entry: Int?, Void)? {
            let here = try Row.fetchCursor(database, sql: sql)
            let there = try Row.fetchCursor(copy, sql: sql)
            while true {
                let (left, right) = (try here.next(), try there.next())
                if left == nil, right == nil { return nil }
                if left != right {
                    return (left ?? right).map { (Int.fromDatabaseValue($0[0]), ()) }
                }
            }
        }
    }
#endif
