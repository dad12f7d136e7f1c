internal import CLibArchive
internal import Glibc

/// Writes a ZIP container of files, through libarchive; the same files make the same bytes.
///
/// A class because it owns libarchive's state, which is freed once; no pointer of it leaves this file.
@safe
package final class ContainerWriter {
    private let archive: OpaquePointer

    /// The day of every file: the first that a ZIP container can name, so that two runs don't differ by their time.
    private static let time = 315_532_800

    /// Begins a container at `path`.
    ///
    /// - Throws: ``ArchiveError`` where it can't be written.
    package init(path: String) throws(ArchiveError) {
        guard let archive = unsafe archive_write_new() else { throw ArchiveError("there is no memory left") }
        unsafe self.archive = archive
        try check(unsafe archive_write_set_format_zip(archive))
        try check(unsafe archive_write_open_filename(archive, path))
    }

    deinit {
        _ = unsafe archive_write_free(archive)
    }

    /// Adds the file at `path` under `name`.
    ///
    /// - Throws: ``ArchiveError`` where it can't be read, or the container can't be written.
    package func add(_ path: String, as name: String) throws(ArchiveError) {
        let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw ArchiveError("'\(name)' can't be read") }
        defer { close(descriptor) }
        var status = stat()
        guard unsafe fstat(descriptor, &status) == 0, let entry = unsafe archive_entry_new() else {
            throw ArchiveError("'\(name)' can't be read")
        }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname_utf8(entry, name)
        unsafe archive_entry_set_filetype(entry, UInt32(Glibc.S_IFREG))
        unsafe archive_entry_set_perm(entry, 0o644)
        unsafe archive_entry_set_size(entry, Int64(status.st_size))
        unsafe archive_entry_set_mtime(entry, Self.time, 0)
        try check(unsafe archive_write_header(archive, entry))
        var buffer = [UInt8](repeating: 0, count: 1 << 17)
        while true {
            let count = unsafe buffer.withUnsafeMutableBytes { unsafe read(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count == 0 { return }
                throw ArchiveError("'\(name)' can't be read")
            }
            let written = unsafe buffer.withUnsafeBytes { unsafe archive_write_data(archive, $0.baseAddress, count) }
            guard written == count else { throw failure }
        }
    }

    /// Writes what stands after the last file.
    package func finish() throws(ArchiveError) {
        try check(unsafe archive_write_close(archive))
    }

    private func check(_ status: Int32) throws(ArchiveError) {
        guard status == ARCHIVE_OK || status == ARCHIVE_WARN else { throw failure }
    }

    private var failure: ArchiveError {
        guard let text = unsafe archive_error_string(archive) else { return ArchiveError("it can't be written") }
        return ArchiveError(unsafe String(cString: text))
    }
}
