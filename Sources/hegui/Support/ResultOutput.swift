import Foundation
import Glibc

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// A class because it owns the file, which is finished or thrown away once.
final class ResultOutput: Sendable {
    static let standard = ResultOutput(descriptor: STDOUT_FILENO)
    static let standardError = ResultOutput(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    /// The file to be, and the one beside it that is written in its place; `nil` for a stream.
    private let file: (target: String, temporary: String)?

    /// What the user calls it in messages, such as `--output`.
    private let option: String

    /// The file that is written, for a library that writes it itself; `nil` for a stream.
    var temporaryPath: String? { file?.temporary }

    private init(descriptor: Int32) {
        self.descriptor = descriptor
        file = nil
        option = "standard output"
    }

    /// Opens the file at `path` for results.
    ///
    /// They are written beside it and put in its place by ``finish()``. A device or a pipe can't be replaced, and is
    /// written as it is.
    init(path: String, option: String = "--output") throws(CommandFailure) {
        self.option = option
        var isDirectory: ObjCBool = false
        let exists = FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory)
        if exists, isDirectory.boolValue { throw CommandFailure("\(option): '\(path)' is a folder; expected a file") }
        if exists, !Self.isRegularFile(path) {
            descriptor = open(path, O_WRONLY | O_CLOEXEC)
            file = nil
        } else {
            // A link is followed, so that the file it points at is replaced and not the link.
            let target = URL(filePath: path).resolvingSymlinksInPath()
            let name = ".\(target.lastPathComponent).\(getpid()).part"
            let temporary = target.deletingLastPathComponent().appending(path: name).path(percentEncoded: false)
            descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
            file = (target.path(percentEncoded: false), temporary)
            if descriptor >= 0 { Interruption.willWrite(temporary) }
        }
        guard descriptor >= 0 else {
            throw CommandFailure("\(option): can't write '\(path)': \(SystemReason.text(of: errno))")
        }
    }

    /// Writes all of `text`.
    ///
    /// - Throws: ``ClosedPipe``, or ``CommandFailure`` for a full disk and the like.
    func write(_ text: String) throws {
        var text = text
        try text.withUTF8 { try write(UnsafeRawBufferPointer($0)) }
    }

    /// Writes all of `bytes`.
    ///
    /// - Throws: ``ClosedPipe``, or ``CommandFailure`` for a full disk and the like.
    func write(_ bytes: UnsafeRawBufferPointer) throws {
        var rest = bytes
        while !rest.isEmpty {
            let written = Glibc.write(descriptor, rest.baseAddress, rest.count)
            if written < 0 {
                if errno == EINTR { continue }
                if errno == EPIPE { throw ClosedPipe() }
                let reason = SystemReason.text(of: errno)
                throw CommandFailure("\(option): can't write\(file.map { " '\($0.target)'" } ?? ""): \(reason)")
            }
            rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(written))
        }
    }

    /// Puts the file in its place.
    func finish() throws(CommandFailure) {
        guard let file else { return }
        guard fsync(descriptor) == 0, rename(file.temporary, file.target) == 0 else {
            throw CommandFailure("\(option): can't write '\(file.target)': \(SystemReason.text(of: errno))")
        }
    }

    deinit {
        guard let file else { return }
        close(descriptor)
        // After `finish` there is nothing left at this path.
        unlink(file.temporary)
        Interruption.didWrite(file.temporary)
    }

    private static func isRegularFile(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }
}
