internal import Glibc

/// A stream kept in a nameless temporary file, so that it can be read from any place, or again.
///
/// A class because it owns the descriptor, which is closed once; the file is gone with it.
package final class SpooledInput: Sendable {
    private let descriptor: Int32

    /// Copies standard input to its end.
    ///
    /// - Throws: ``RecordFileError`` where it can't be read, or the folder for temporary files is full.
    package convenience init() throws(RecordFileError) {
        try self.init(InputFile(path: "-"))
    }

    /// Copies what is left of `file`.
    init(_ file: InputFile) throws(RecordFileError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/hegui-XXXXXX".utf8CString)
        descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            let reason = "can't be kept in '\(folder)': \(InputFile.reason(errno))"
            throw RecordFileError(.unreadable, path: file.path, reason: reason)
        }
        unlink(template)
        var isAtEnd = false
        while !isAtEnd {
            var part: [UInt8] = []
            isAtEnd = try file.read(1 << 20, into: &part)
            try write(part, path: file.path)
        }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
    }

    /// A path under which the copy can be opened as long as this value lives.
    package var path: String { "/proc/self/fd/\(descriptor)" }

    private func write(_ bytes: [UInt8], path: String) throws(RecordFileError) {
        var offset = 0
        while offset < bytes.count {
            let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0 {
                if errno == EINTR { continue }
                let reason = "can't be kept in a temporary file: \(InputFile.reason(errno))"
                throw RecordFileError(.unreadable, path: path, reason: reason)
            }
            offset += written
        }
    }
}
