internal import ArchiveReading

/// A compressed file, unpacked while it is read.
final class UnpackedInput: InputSource {
    private let file: InputFile
    private let stream: ArchiveStream

    /// Unpacks `file`, of which nothing was read yet.
    init(_ file: InputFile) throws(RecordFileError) {
        self.file = file
        do {
            stream = try ArchiveStream { count in
                var bytes: [UInt8] = []
                _ = try file.read(count, into: &bytes)
                return bytes
            }
        } catch {
            throw Self.error(error, path: file.path)
        }
    }

    var progress: InputProgress { file.progress }

    func read(_ count: Int, into bytes: inout [UInt8]) throws(RecordFileError) -> Bool {
        var left = count
        while left > 0 {
            do {
                let got = try stream.read(left, into: &bytes)
                if got == 0 { return true }
                left -= got
            } catch {
                throw Self.error(error, path: file.path)
            }
        }
        return false
    }

    private static func error(_ error: ArchiveError, path: String) -> RecordFileError {
        RecordFileError(.unreadable, path: path, reason: "the compressed file is damaged or cut off: \(error.reason)")
    }
}
