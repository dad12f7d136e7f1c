#if Service
    internal import Foundation
    internal import GRDB

    /// What there is to say of a log as a file.
    package struct StoreFacts: Sendable, Hashable {
        /// The versions of its tables, in the order in which it went through them.
        package let schema: [String]

        /// Its size in bytes, without what SQLite keeps beside it.
        package let bytes: Int
    }

    extension DecisionStore {
        /// The version of SQLite that is used now, such as `3.40.1`.
        ///
        /// - Throws: ``DecisionStoreError`` where SQLite has no memory for a database.
        package static func libraryVersion() throws(DecisionStoreError) -> String {
            try StoreFault.catching("sqlite") {
                try DatabaseQueue().read { try String.fetchOne($0, sql: "SELECT sqlite_version()") ?? "" }
            }
        }

        /// What there is to say of the file.
        package func facts() async throws(DecisionStoreError) -> StoreFacts {
            let schema = try await reading { try StoreSchema.migrator.appliedIdentifiers($0).sorted() }
            let size = try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int
            return StoreFacts(schema: schema, bytes: size ?? 0)
        }
    }
#endif
