internal import CLibArchive

/// One pass over a compressed stream or a ZIP container, through libarchive.
///
/// A class because it owns libarchive's state, which is freed once; no pointer of it leaves this file.
@safe
package final class ArchiveStream {
    private let archive: OpaquePointer
    private let feed: Feed?

    /// Opens a stream that `read` gives in parts of at most the number of bytes it is asked for; an empty part is
    /// the end.
    ///
    /// - Throws: ``ArchiveError`` where the stream isn't compressed in a way that is known.
    package init(decompressing read: @escaping (Int) throws -> [UInt8]) throws(ArchiveError) {
        guard let archive = unsafe archive_read_new() else { throw ArchiveError("there is no memory left") }
        let feed = Feed(read)
        unsafe self.archive = archive
        self.feed = feed
        for code in [ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_XZ, ARCHIVE_FILTER_BZIP2] {
            _ = unsafe archive_read_support_filter_by_code(archive, code)
        }
        _ = unsafe archive_read_support_format_raw(archive)
        // An empty text, compressed, is no error.
        _ = unsafe archive_read_support_format_empty(archive)
        let opaque = unsafe Unmanaged.passUnretained(feed).toOpaque()
        let status = unsafe archive_read_open2(
            archive,
            opaque,
            nil,
            { _, opaque, buffer in
                guard let opaque = unsafe opaque else { return -1 }
                let feed = unsafe Unmanaged<Feed>.fromOpaque(opaque).takeUnretainedValue()
                let part = unsafe feed.next()
                unsafe buffer?.pointee = UnsafeRawPointer(part.baseAddress)
                return feed.failure == nil ? part.count : -1
            },
            nil,
            nil
        )
        try check(status)
        var entry: OpaquePointer?
        let header = unsafe archive_read_next_header(archive, &entry)
        if header != ARCHIVE_EOF { try check(header) }
    }

    /// Opens the ZIP container at `path`, which must be a file that can be read from any place.
    ///
    /// - Throws: ``ArchiveError`` where there is none.
    package init(containerAt path: String) throws(ArchiveError) {
        guard let archive = unsafe archive_read_new() else { throw ArchiveError("there is no memory left") }
        unsafe self.archive = archive
        feed = nil
        _ = unsafe archive_read_support_format_zip_seekable(archive)
        try check(unsafe archive_read_open_filename(archive, path, 1 << 16))
    }

    deinit {
        _ = unsafe archive_read_free(archive)
    }

    /// Goes on to the next file of the container.
    ///
    /// - Returns: Its name, or `nil` where there is no other.
    package func nextName() throws(ArchiveError) -> String? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(archive, &entry)
        if status == ARCHIVE_EOF { return nil }
        try check(status)
        guard let name = unsafe archive_entry_pathname_utf8(entry) ?? archive_entry_pathname(entry) else { return "" }
        return unsafe String(cString: name)
    }

    /// Appends up to `count` bytes of what was compressed to `bytes`; none at the end.
    ///
    /// - Returns: The number of bytes.
    package func read(_ count: Int, into bytes: inout [UInt8]) throws(ArchiveError) -> Int {
        var got = 0
        let part = unsafe [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            got = unsafe archive_read_data(archive, buffer.baseAddress, buffer.count)
            initialized = max(0, got)
        }
        if got < 0 { try check(Int32(truncatingIfNeeded: min(got, Int(ARCHIVE_FAILED)))) }
        bytes += part
        return part.count
    }

    /// The number of compressed bytes that were read so far.
    package var consumedCount: Int {
        Int(unsafe archive_filter_bytes(archive, -1))
    }

    private func check(_ status: Int32) throws(ArchiveError) {
        // A warning is about a date or a name, never about content.
        if status == ARCHIVE_OK || status == ARCHIVE_WARN { return }
        if let failure = feed?.failure { throw ArchiveError("\(failure)") }
        guard let text = unsafe archive_error_string(archive) else { throw ArchiveError("it can't be decompressed") }
        throw ArchiveError(unsafe String(cString: text))
    }

    /// What gives libarchive its input; the part that was given last stays in place until the next is asked for.
    @safe
    private final class Feed {
        private let read: (Int) throws -> [UInt8]
        private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
        private(set) var failure: (any Error)?

        init(_ read: @escaping (Int) throws -> [UInt8]) {
            self.read = read
        }

        deinit {
            unsafe buffer.deallocate()
        }

        func next() -> UnsafeMutableRawBufferPointer {
            do {
                let part = try unsafe read(buffer.count)
                unsafe buffer.copyBytes(from: part)
                return unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<part.count])
            } catch {
                failure = error
                return unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<0])
            }
        }
    }
}
