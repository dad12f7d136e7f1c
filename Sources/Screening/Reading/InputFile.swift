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
        let start = bytes.count
        let end = start + count
        var isAtEnd = false
        var failure: Int32 = 0
        let held = bytes
        // One buffer for what was held and what is read, for every copy of a large file costs time.
        bytes = [UInt8](unsafeUninitializedCapacity: end) { buffer, initialized in
            _ = buffer.update(fromContentsOf: held)
            initialized = start
            while initialized < end, !isAtEnd, failure == 0 {
                let place = buffer.baseAddress.map { $0 + initialized }
                let got = Glibc.read(descriptor, place, end - initialized)
                // A signal that was handled is no reason to lose the rest of the file.
                if got < 0, errno == EINTR { continue }
                failure = got < 0 ? errno : 0
                isAtEnd = got == 0
                initialized += max(0, got)
            }
        }
        if failure != 0 { throw RecordFileError(.unreadable, path: path, reason: Self.reason(failure)) }
        return isAtEnd
    }

    private static func reason(_ code: Int32) -> String {
        guard let text = strerror(code) else { return "can't be read" }
        return "can't be read: \(String(cString: text))"
    }
}
