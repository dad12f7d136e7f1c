internal import CLibArchive

/// The library that reads compressed files and archives.
package enum ArchiveLibrary {
    /// The versions of libarchive and of the libraries that it uses, such as `libarchive 3.6.2` and `zlib 1.2.13`.
    package static var versions: [(name: String, version: String)] {
        guard let details = unsafe archive_version_details() else { return [] }
        let words = unsafe String(cString: details).split(separator: " ")
        // "libarchive 3.6.2 zlib/1.2.13 …": the first name stands apart from its version.
        let own = words.count > 1 ? [("libarchive", String(words[1]))] : []
        return own
            + words.dropFirst(2).compactMap { word in
                let parts = word.split(separator: "/", maxSplits: 1)
                return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
            }
    }
}
