#if Service
    internal import Foundation
    internal import GRDB

    /// The log of decisions in a folder: one SQLite file that verdicts and dispositions are only ever added to.
    ///
    /// What a call that writes returns from is on the disk, and outlives the process and the machine's power. Several processes
    /// may have a log open at a time, on one machine: they read beside each other, write one after the other, and wait at most
    /// five seconds for their turn. A log must not lie on a network file system, where SQLite's locks don't hold.
    package final class DecisionStore: Sendable {
        /// The name of the file in the folder.
        package static let fileName = "decisions.sqlite"

        /// The path of the file.
        package let path: String

        let pool: DatabasePool
        let queue = AppendQueue()

        /// How a log is opened.
        package enum Mode: Sendable, Hashable {
            /// For reading and writing; the folder, where its parent is there, and the log are made where they aren't.
            case create
            /// For reading and writing.
            case existing
            /// For reading.
            case reading
        }

        /// Opens the log in `folder`.
        ///
        /// A log of an earlier version is brought up to date first, also where it is opened for reading. Whatever was being
        /// written when a process was killed is taken back.
        ///
        /// - Throws: ``DecisionStoreError`` where there is none, where it is damaged or of a later version, and where it can't be
        ///   read or written.
        package convenience init(folder: String, _ mode: Mode) throws(DecisionStoreError) {
            try self.init(path: Self.file(in: folder), mode)
        }

        /// The path of the log in `folder`.
        package static func file(in folder: String) -> String {
            "\(folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder)/\(fileName)"
        }

        init(path: String, _ mode: Mode) throws(DecisionStoreError) {
            self.path = path
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            if mode == .create {
                try StorePath.makeFolder(folder)
                StorePath.makeFile(path)
            } else if !FileManager.default.fileExists(atPath: path) {
                throw DecisionStoreError(.missing, path: path)
            }
            pool = try StoreFault.catching(path) {
                try StorePath.checkHeader(of: path)
                var configuration = Configuration()
                configuration.readonly = mode == .reading
                configuration.busyMode = .timeout(5)
                configuration.label = "hegui.log"
                let pool = try DatabasePool(path: path, configuration: configuration)
                // An earlier program must not write to what it doesn't know.
                let migrator = StoreSchema.migrator
                let (applied, isForeign) = try pool.read { database in
                    let applied = try migrator.appliedIdentifiers(database)
                    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
                    return (applied, applied.isEmpty && tables > 0)
                }
                if isForeign { throw DecisionStoreError(.corrupt("a database of something else"), path: path) }
                let later = applied.subtracting(migrator.migrations)
                guard later.isEmpty else { throw DecisionStoreError(.newer(later.sorted()), path: path) }
                if mode == .reading {
                    if applied.count == migrator.migrations.count { return pool }
                    guard !applied.isEmpty else { throw DecisionStoreError(.corrupt("an unfinished log"), path: path) }
                    // The log of an earlier version is brought up to date once, whatever is asked of it first.
                    try pool.close()
                    try DecisionStore(path: path, .existing).close()
                    return try DatabasePool(path: path, configuration: configuration)
                }
                // The pool sets `NORMAL`, which may lose the last transactions when the power goes.
                try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
                try migrator.migrate(pool)
                // Of a file that can't be written SQLite says so with the first decision; better before anyone takes one.
                // Only a statement that writes tells, and this one is taken back.
                try pool.writeWithoutTransaction { database in
                    try database.inTransaction(.immediate) {
                        try database.execute(sql: "PRAGMA user_version = 0")
                        return .rollback
                    }
                }
                return pool
            }
        }

        /// Closes the log; nothing may be asked of it afterwards.
        package func close() throws(DecisionStoreError) {
            try StoreFault.catching(path) { try pool.close() }
        }

        /// The end of the log.
        package func head() async throws(DecisionStoreError) -> LogHead {
            try await reading { try EntryWriter.head(in: $0) }
        }

        /// Whether a second person must agree to releases.
        package func needsSecondPerson() async throws(DecisionStoreError) -> Bool {
            try await reading { try EntryWriter.needsSecondPerson(in: $0) }
        }

        /// Reads in one state of the log, whatever is written meanwhile.
        func reading<Value: Sendable>(
            _ read: @escaping @Sendable (Database) throws -> Value
        ) async throws(DecisionStoreError) -> Value {
            try await StoreFault.catching(path) { try await pool.read(read) }
        }

        /// Writes everything or nothing; what is returned is on the disk.
        func writing<Value: Sendable>(
            _ write: @escaping @Sendable (Database) throws -> Value
        ) async throws(DecisionStoreError) -> Value {
            try await StoreFault.catching(path) { try await pool.write(write) }
        }
    }
#endif
