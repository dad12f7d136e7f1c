#if Service
    internal import Glibc
    import Synchronization

    /// A file that was made of an upload, to be sent; it is gone when nobody holds this value.
    ///
    /// A class because it owns the file, which is removed once.
    final class MadeFile: Sendable {
        /// Where it is.
        let path: String

        /// The folder, which must outlive it; `nil` where the file is another's and stays.
        private let folder: UploadFolder?

        private let opened = Mutex<(descriptor: Int32, size: Int)>((-1, 0))

        /// A file that is about to be made in `folder`.
        init(_ folder: UploadFolder, _ kind: String) {
            self.folder = folder
            path = folder.file("\(kind)-\(RandomText.make())")
        }

        /// A file that is there and stays.
        init(path: String) {
            self.path = path
            folder = nil
        }

        deinit {
            opened.withLock { if $0.descriptor >= 0 { _ = close($0.descriptor) } }
            if folder != nil { unlink(path) }
        }

        /// Opens it for reading.
        ///
        /// - Throws: A ``Problem`` where it isn't there.
        func open() throws(Problem) {
            let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
            var status = stat()
            guard descriptor >= 0, fstat(descriptor, &status) == 0 else { throw UploadFolder.problem(errno) }
            opened.withLock { $0 = (descriptor, Int(status.st_size)) }
        }

        /// Its size in bytes, once it is open.
        var size: Int { opened.withLock { $0.size } }

        /// The `count` bytes at `offset`; fewer at the end.
        func read(_ count: Int, at offset: Int) -> [UInt8] {
            let descriptor = opened.withLock { $0.descriptor }
            return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
                initialized = max(0, pread(descriptor, buffer.baseAddress, count, off_t(offset)))
            }
        }
    }
#endif
