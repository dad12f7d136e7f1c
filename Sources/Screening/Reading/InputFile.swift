internal import Glibc

/// A file or standard input, read forwards in parts.
///
/// A class because it owns the descriptor, which is closed once.
final class InputFile {
    let path: String
    private let descriptor: Int32

    /// Opens the file at `path`, or standard input for `-`.
    init(path: String) throws(RecordFileError) {
        self.path = path
        if path == "-" {
            descriptor = STDIN_FILENO
            return
        }
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw RecordFileError(.unreadable, path: path, reason: Self.reason(errno))
        }
    }

    deinit {
        if path != "-", descriptor >= 0 { close(descriptor) }
    }

    /// Appends up to `count` bytes to `bytes`, fewer only at the end of the file.
    ///
    /// - Returns: Whether the end was reached.
    func read(_ count: Int, into bytes: inout [UInt8]) throws(RecordFileError) -> Bool {
        var left = count
        while left > 0 {
            var got = 0
            var failure: Int32 = 0
            let part = [UInt8](unsafeUninitializedCapacity: left) { buffer, initialized in
                got = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
                failure = got < 0 ? errno : 0
                initialized = max(0, got)
            }
            if got < 0 {
                // A signal that was handled is no reason to lose the rest of the file.
                if failure == EINTR { continue }
                throw RecordFileError(.unreadable, path: path, reason: Self.reason(failure))
            }
            if got == 0 { return true }
            bytes += part
            left -= got
        }
        return false
    }

    private static func reason(_ code: Int32) -> String {
        guard let text = strerror(code) else { return "can't be read" }
        return "can't be read: \(String(cString: text))"
    }
}
