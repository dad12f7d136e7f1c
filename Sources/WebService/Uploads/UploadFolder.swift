#if Service
    internal import Foundation
    internal import Glibc
    import HTTPTypes
    import LegalText

    /// A folder that holds a file somebody sent and what is made of it; gone when nobody uses it any more.
    ///
    /// A class because it owns the folder, which is removed once.
    final class UploadFolder: Sendable {
        /// The path.
        let path: String

        /// Makes a folder of its own in `parent`, which is made where it isn't there; nobody but the service's user may look
        /// into either.
        ///
        /// - Throws: A ``Problem`` where it can't be made.
        init(in parent: String) throws(Problem) {
            mkdir(parent, 0o700)
            var template = Array("\(parent)/upload-XXXXXX".utf8CString)
            guard mkdtemp(&template) != nil else { throw Self.problem(errno) }
            path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        }

        deinit {
            try? FileManager.default.removeItem(atPath: path)
        }

        /// The path of the file called `name` in the folder.
        func file(_ name: String) -> String { "\(path)/\(name)" }

        /// The disk refuses.
        static func problem(_ code: Int32) -> Problem {
            let reason = strerror(code).map { String(cString: $0) } ?? "error \(code)"
            return Problem(
                "service/storage",
                HTTPResponse.Status(code: 507),
                title: LocalizedText(zh: "文件无法暂存", en: "The file can't be kept"),
                detail: LocalizedText(zh: "写入暂存目录失败：\(reason)", en: "Writing to the store failed: \(reason)")
            )
        }
    }

    /// A file that is written from its start to its end, and may be read from any place meanwhile.
    ///
    /// A class because it owns the descriptor, which is closed once.
    final class UploadFile: Sendable {
        private let descriptor: Int32

        /// Makes the file at `path`, which must not be there.
        ///
        /// - Throws: A ``Problem`` where it can't be made.
        init(path: String) throws(Problem) {
            descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw UploadFolder.problem(errno) }
        }

        deinit {
            if descriptor >= 0 { close(descriptor) }
        }

        /// Writes all of `bytes` at the end.
        ///
        /// - Throws: A ``Problem`` where the disk is full.
        func write(_ bytes: some Collection<UInt8>) throws(Problem) {
            let bytes = Array(bytes)
            var offset = 0
            while offset < bytes.count {
                let written = bytes[offset...].withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
                if written < 0 {
                    if errno == EINTR { continue }
                    throw UploadFolder.problem(errno)
                }
                offset += written
            }
        }

        /// The `count` bytes at `offset`; fewer where the file ends before.
        func read(_ count: Int, at offset: Int) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                while initialized < count {
                    let got = pread(
                        descriptor,
                        buffer.baseAddress.map { $0 + initialized },
                        count - initialized,
                        off_t(offset + initialized)
                    )
                    if got < 0, errno == EINTR { continue }
                    guard got > 0 else { return }
                    initialized += got
                }
            }
        }
    }
#endif
