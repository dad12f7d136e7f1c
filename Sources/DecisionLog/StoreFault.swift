#if Service
    internal import Foundation
    internal import GRDB

    /// Turns what SQLite and the system report into what a person can do something about.
    enum StoreFault {
        /// Runs `body`; what it throws becomes a ``DecisionStoreError`` about the file at `path`.
        static func catching<Value>(_ path: String, _ body: () throws -> Value) throws(DecisionStoreError) -> Value {
            do { return try body() } catch { throw Self.error(error, path) }
        }

        /// Runs `body`; what it throws becomes a ``DecisionStoreError`` about the file at `path`.
        static func catching<Value: Sendable>(
            _ path: String,
            _ body: () async throws -> Value
        ) async throws(DecisionStoreError) -> Value {
            do { return try await body() } catch { throw Self.error(error, path) }
        }

        static func error(_ error: any Error, _ path: String) -> DecisionStoreError {
            switch error {
            case let error as DecisionStoreError: error
            case let error as EntryIndex.Damage: DecisionStoreError(.corrupt(error.what), path: path)
            case let error as DatabaseError: DecisionStoreError(reason(error, path), path: path)
            case is DecodingError: DecisionStoreError(.corrupt("an entry that can't be read"), path: path)
            case is CancellationError: DecisionStoreError(.failed("cancelled"), path: path)
            default: DecisionStoreError(.failed(error.localizedDescription), path: path)
            }
        }

        private static func reason(_ error: DatabaseError, _ path: String) -> DecisionStoreError.Reason {
            // Never the statement or its arguments: they hold what is on record.
            let message = error.message ?? "SQLite error \(error.extendedResultCode.rawValue)"
            switch error.resultCode {
            case .SQLITE_FULL: return .full
            case .SQLITE_READONLY, .SQLITE_PERM: return .readOnly
            // SQLite opens a file beside the log even to read it.
            case .SQLITE_CANTOPEN where StorePath.isReadOnly(path): return .readOnly
            case .SQLITE_BUSY, .SQLITE_LOCKED: return .busy
            case .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_FORMAT: return .corrupt(message)
            default: return .failed(message)
            }
        }
    }

    /// What is told of a log's path before SQLite sees it.
    enum StorePath {
        /// Makes the folder where it isn't there and its parent is.
        static func makeFolder(_ folder: String) throws(DecisionStoreError) {
            var isFolder: ObjCBool = false
            if FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder) {
                guard isFolder.boolValue else { throw DecisionStoreError(.failed("not a folder"), path: folder) }
                return
            }
            guard mkdir(folder, 0o700) != 0 else { return }
            switch errno {
            case EROFS, EACCES, EPERM: throw DecisionStoreError(.readOnly, path: folder)
            case ENOSPC, EDQUOT: throw DecisionStoreError(.full, path: folder)
            case ENOENT: throw DecisionStoreError(.missing, path: folder)
            case let code: throw DecisionStoreError(.failed(String(cString: strerror(code))), path: folder)
            }
        }

        /// Whether the folder of the file at `path` can't be written to.
        static func isReadOnly(_ path: String) -> Bool {
            let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
            return access(folder, W_OK) != 0 && errno != ENOENT
        }

        /// Makes an empty file, which others can't read, where there is none.
        static func makeFile(_ path: String) {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            // What is wrong SQLite finds out, and says better.
            if descriptor >= 0 { close(descriptor) }
        }

        /// Refuses a file that can't be a database, before anything is written beside it.
        static func checkHeader(of path: String) throws {
            guard let file = FileHandle(forReadingAtPath: path) else { return }
            defer { try? file.close() }
            let head = try file.read(upToCount: 16) ?? Data()
            guard head.isEmpty || head == Data("SQLite format 3\u{0}".utf8) else {
                throw DecisionStoreError(.corrupt("no SQLite file"), path: path)
            }
        }
    }
#endif
