import Crypto
import Foundation

/// The SHA-256 and the size of a file.
struct FileDigest: Equatable {
    /// The digest in hexadecimal digits.
    let sha256: String

    /// The size in bytes.
    let bytes: Int

    /// Reads the file at `path` to its end.
    init(path: String) throws(CommandFailure) {
        var hash = SHA256()
        var count = 0
        do {
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? file.close() }
            while let part = try file.read(upToCount: 1 << 20), !part.isEmpty {
                hash.update(data: part)
                count += part.count
            }
        } catch {
            throw CommandFailure(located: "\(path): error: can't be read: \(error.localizedDescription)")
        }
        bytes = count
        sha256 = hash.finalize().map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }
        .joined()
    }
}
