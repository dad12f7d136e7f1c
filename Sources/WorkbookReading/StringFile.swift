internal import Glibc

/// Texts in two nameless temporary files: one holds them one after the other, one where each ends.
///
/// A class because it owns the descriptors, which are closed once; the files are gone with them.
final class StringFile {
    private let texts: Int32
    private let ends: Int32
    private var size = 0
    private var count = 0

    init() throws(WorkbookError) {
        texts = try Self.temporaryFile()
        ends = try Self.temporaryFile()
    }

    deinit {
        close(texts)
        close(ends)
    }

    /// Appends texts that stand one after the other in `bytes`, each ending at one of `ends`.
    func append(_ bytes: [UInt8], endingAt ends: [Int]) throws(WorkbookError) {
        let places = ends.map { $0 + size }
        let failure =
            bytes.withUnsafeBytes { Self.write($0, to: texts) }
            ?? places.withUnsafeBytes { Self.write($0, to: self.ends) }
        if let failure {
            throw WorkbookError("the workbook's texts can't be kept in a temporary file: \(Self.reason(failure))")
        }
        size += bytes.count
        count += ends.count
    }

    /// The text with the number `index`, counted from 0, or `nil` where there is none.
    func text(_ index: Int) throws(WorkbookError) -> String? {
        guard (0..<count).contains(index) else { return nil }
        let width = MemoryLayout<Int>.size
        var places = [0, 0]
        let from = max(0, index - 1)
        var failure = places.withUnsafeMutableBytes { buffer in
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[(index == 0 ? width : 0)...])
            return Self.read(part, of: ends, at: from * width)
        }
        var bytes = [UInt8](repeating: 0, count: max(0, places[1] - places[0]))
        failure = failure ?? bytes.withUnsafeMutableBytes { Self.read($0, of: texts, at: places[0]) }
        if let failure {
            throw WorkbookError("the workbook's texts can't be read back: \(Self.reason(failure))")
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func temporaryFile() throws(WorkbookError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/hegui-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else {
            throw WorkbookError("the workbook's texts can't be kept in '\(folder)': \(reason(errno))")
        }
        unlink(template)
        return descriptor
    }

    /// Writes all of `bytes`; gives the system's number of what went wrong.
    private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Int32? {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                return errno
            }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
        return nil
    }

    /// Fills `buffer` from `offset` on; gives the system's number of what went wrong.
    private static func read(_ buffer: UnsafeMutableRawBufferPointer, of descriptor: Int32, at offset: Int) -> Int32? {
        var got = 0
        while got < buffer.count {
            let part = UnsafeMutableRawBufferPointer(rebasing: buffer[got...])
            let count = pread(descriptor, part.baseAddress, part.count, off_t(offset + got))
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return count < 0 ? errno : EIO }
            got += count
        }
        return nil
    }

    private static func reason(_ code: Int32) -> String {
        strerror(code).map { String(cString: $0) } ?? "error \(code)"
    }
}
