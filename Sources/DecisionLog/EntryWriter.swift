#if Service
    internal import Foundation
    internal import GRDB

    /// Adds entries to the log, within a transaction.
    struct EntryWriter {
        let database: Database
        private(set) var number: Int
        private var hash: [UInt8]

        /// Begins at the end of the log, which another process may have moved since.
        init(_ database: Database) throws {
            self.database = database
            let row = try Row.fetchOne(try database.cachedStatement(sql: "SELECT number, hash FROM head"))
            guard let row else { throw EntryIndex.Damage(what: "the log has no head") }
            number = row["number"]
            hash = Array(row["hash"] as Data)
        }

        /// Adds the entry that `make` makes of its number and id.
        ///
        /// - Returns: The entry.
        mutating func add(
            by person: String,
            at time: LogTime,
            _ members: [(name: String, json: String)] = [],
            _ make: (inout EntryContent) -> Void
        ) throws -> EntryContent {
            var entry = EntryContent(number: number + 1, id: Self.newID(), time: time, person: person)
            make(&entry)
            let text = try entry.text(with: members)
            let hash = EntryChain.hash(after: hash, text)
            try database.cachedStatement(sql: "INSERT INTO entry VALUES (?, ?, ?)")
                .execute(arguments: [entry.number, text, Data(hash)])
            try database.cachedStatement(sql: "UPDATE head SET number = ?, hash = ?")
                .execute(arguments: [entry.number, Data(hash)])
            try EntryIndex(database: database).add(entry)
            number = entry.number
            self.hash = hash
            return entry
        }

        /// Twelve of 32 letters and digits at random: sixty bits, none of them read for another.
        private static func newID() -> String {
            let letters = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
            return String(decoding: (0..<12).map { _ in letters[Int.random(in: 0..<32)] }, as: UTF8.self)
        }

        static func head(in database: Database) throws -> LogHead {
            let writer = try EntryWriter(database)
            return LogHead(number: writer.number, hash: Digest.hexadecimal(writer.hash))
        }

        static func needsSecondPerson(in database: Database) throws -> Bool {
            let latest = try Int.fetchOne(
                database,
                sql: "SELECT needs_second_person FROM policy ORDER BY number DESC LIMIT 1"
            )
            return latest == 1
        }
    }
#endif
