#if Service
    internal import Foundation
    internal import GRDB
    internal import LegalText

    extension DecisionStore {
        /// The path under which a copy is made before it is put in its place, for `path`.
        package static func unfinishedCopy(of path: String) -> String { "\(path).part" }

        /// Copies the log to a file at `target`, whole or not at all, as it is at one moment; others go on reading and writing.
        /// The thread waits for it.
        ///
        /// - Throws: ``DecisionStoreError``, also where there is something at `target`.
        package func backUp(to target: String) throws(DecisionStoreError) {
            try StoreFault.catching(target) {
                guard !FileManager.default.fileExists(atPath: target) else {
                    throw DecisionStoreError(.exists, path: target)
                }
                let part = Self.unfinishedCopy(of: target)
                try FileCopy.remove(part)
                defer { try? FileCopy.remove(part) }
                let copy = try DatabaseQueue(path: part)
                try pool.backup(to: copy)
                // One file, with nothing beside it that might be left behind.
                try copy.writeWithoutTransaction { database in
                    _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
                }
                try copy.close()
                try FileCopy.publish(part, as: target)
            }
        }

        /// Puts the backup at `source` in `folder`, whole or not at all, after it was verified.
        ///
        /// - Returns: The end of the log that was restored.
        /// - Throws: ``DecisionStoreError``, also where the backup doesn't verify, and where there is a log in `folder`: it is never
        ///   overwritten.
        package static func restore(
            _ source: String,
            to folder: String,
            expecting expected: LogHead? = nil
        ) async throws(DecisionStoreError) -> LogHead {
            let target = file(in: folder)
            return try await StoreFault.catching(source) {
                guard FileManager.default.fileExists(atPath: source) else {
                    throw DecisionStoreError(.missing, path: source)
                }
                try StorePath.makeFolder(URL(filePath: target).deletingLastPathComponent().path(percentEncoded: false))
                for name in [target, "\(target)-wal"] where FileManager.default.fileExists(atPath: name) {
                    throw DecisionStoreError(.exists, path: name)
                }
                let part = unfinishedCopy(of: target)
                try FileCopy.remove(part)
                defer { try? FileCopy.remove(part) }
                try FileCopy.copy(source, to: part)
                // What a process that was killed had not yet put into the file itself.
                let pending = "\(source)-wal"
                if FileManager.default.fileExists(atPath: pending) { try FileCopy.copy(pending, to: "\(part)-wal") }
                let store = try DecisionStore(path: part, .existing)
                let result = try await store.verify(expecting: expected)
                if let fault = result.fault { throw DecisionStoreError(.unverified(fault.message.en), path: source) }
                try store.close()
                try FileCopy.publish(part, as: target)
                return result.head
            }
        }
    }

    /// Files that are made whole or not at all.
    private enum FileCopy {
        /// Removes the file at `path` and what SQLite leaves beside it.
        static func remove(_ path: String) throws {
            for name in [path, "\(path)-wal", "\(path)-shm", "\(path)-journal"]
            where unlink(name) != 0 && errno != ENOENT {
                throw failure(path)
            }
        }

        /// Copies bytes.
        static func copy(_ source: String, to target: String) throws {
            guard let input = FileHandle(forReadingAtPath: source) else { throw failure(source) }
            defer { try? input.close() }
            let descriptor = open(target, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw failure(target) }
            defer { close(descriptor) }
            while let part = try input.read(upToCount: 1 << 20), !part.isEmpty {
                var rest = part
                while !rest.isEmpty {
                    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                    guard count > 0 || errno == EINTR else { throw failure(target) }
                    rest = rest.dropFirst(max(count, 0))
                }
            }
            guard fsync(descriptor) == 0 else { throw failure(target) }
        }

        /// Gives the file at `part` its name, which nothing may have.
        static func publish(_ part: String, as target: String) throws {
            let folder = URL(filePath: target).deletingLastPathComponent().path(percentEncoded: false)
            // Unlike a renaming, a link never takes another file's place.
            guard link(part, target) == 0 else { throw failure(target) }
            try remove(part)
            for name in [target, folder] {
                let descriptor = open(name, O_RDONLY | O_CLOEXEC)
                guard descriptor >= 0 else { throw failure(name) }
                defer { close(descriptor) }
                guard fsync(descriptor) == 0 else { throw failure(name) }
            }
        }

        /// What the last call of the system failed of.
        private static func failure(_ path: String) -> DecisionStoreError {
            switch errno {
            case EROFS, EACCES, EPERM: DecisionStoreError(.readOnly, path: path)
            case ENOSPC, EDQUOT: DecisionStoreError(.full, path: path)
            case EEXIST: DecisionStoreError(.exists, path: path)
            case ENOENT: DecisionStoreError(.missing, path: path)
            case let code: DecisionStoreError(.failed(String(cString: strerror(code))), path: path)
            }
        }
    }
#endif
