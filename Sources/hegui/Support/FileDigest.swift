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
            throw CommandFailure(located: "\(path): error: can't be read: \(SystemReason.text(of: error))")
        }
        self.init(hash.finalize(), bytes: count)
    }

    /// Takes the digest of what a file holds.
    init(of contents: Data) {
        self.init(SHA256.hash(data: contents), bytes: contents.count)
    }

    private init(_ digest: SHA256.Digest, bytes: Int) {
        self.bytes = bytes
        sha256 = digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
    }
}
