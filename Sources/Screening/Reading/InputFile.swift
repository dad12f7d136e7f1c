internal import Glibc

/// Bytes of records, read forwards in parts: of a file as it is, unpacked, or made of the rows of a workbook.
protocol InputSource: AnyObject {
    /// Appends up to `count` bytes to `bytes`, fewer only at the end; some sources give a little more.
    ///
    /// - Returns: Whether the end was reached.
    func read(_ count: Int, into bytes: inout [UInt8]) throws(RecordFileError) -> Bool

    /// How far the file was read.
    var progress: InputProgress { get }

    /// Whether reading gives bytes, or the end, without waiting for anybody; only a source that is fed hasn't always.
    var hasMore: Bool { get }
}

extension InputSource {
    var hasMore: Bool { true }
}

/// How far a file was read, in bytes as they are on disk.
public struct InputProgress: Sendable, Hashable {
    /// The number of bytes that were read.
    public let read: Int

    /// The size of the file, or `nil` for a stream, whose end isn't known.
    public let whole: Int?
}

/// A file or standard input, read forwards in parts.
///
/// A class because it owns the descriptor, which is closed once.
final class InputFile: InputSource {
    let path: String
    private let descriptor: Int32
    private var position = 0
    private let size: Int?

    /// Bytes that were looked at and are still to be read.
    private var pending: [UInt8] = []

    /// Opens the file at `path`, or standard input for `-`; the user may call it by another name.
    init(path: String, readAt place: String? = nil) throws(RecordFileError) {
        self.path = path
        let place = place ?? path
        descriptor = place == "-" ? STDIN_FILENO : open(place, O_RDONLY | O_CLOEXEC)
        size = Self.size(of: descriptor)
        guard descriptor >= 0 else {
            throw RecordFileError(.unreadable, path: path, reason: Self.reason(errno))
        }
    }

    /// The size of the regular file behind `descriptor`, in bytes, or `nil` for anything else.
    private static func size(of descriptor: Int32) -> Int? {
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        return Int(status.st_size)
    }

    /// A path under which the file can be opened again and read from any place, or `nil` where it is a stream.
    var seekablePath: String? {
        size == nil ? nil : "/proc/self/fd/\(descriptor)"
    }

    var progress: InputProgress { InputProgress(read: position, whole: size) }

    /// The next bytes, `count` of them unless the file ends before; they are still to be read.
    func peek(_ count: Int) throws(RecordFileError) -> [UInt8] {
        var bytes: [UInt8] = []
        _ = try read(count, into: &bytes)
        pending = bytes
        position -= bytes.count
        return bytes
    }

    deinit {
        if descriptor > STDIN_FILENO { close(descriptor) }
    }

    /// Appends up to `count` bytes to `bytes`, fewer only at the end of the file.
    ///
    /// - Returns: Whether the end was reached.
    func read(_ count: Int, into bytes: inout [UInt8]) throws(RecordFileError) -> Bool {
        if !pending.isEmpty {
            let held = pending.prefix(count)
            bytes += held
            position += held.count
            pending.removeFirst(held.count)
            if held.count == count { return false }
            return try read(count - held.count, into: &bytes)
        }
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
        position += bytes.count - start
        if failure != 0 { throw RecordFileError(.unreadable, path: path, reason: Self.reason(failure)) }
        return isAtEnd
    }

    /// What the system says of a failure.
    static func reason(_ code: Int32) -> String {
        guard let text = strerror(code) else { return "can't be read" }
        return "can't be read: \(String(cString: text))"
    }
}
