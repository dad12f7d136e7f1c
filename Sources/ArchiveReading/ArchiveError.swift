/// Why an archive or a compressed stream can't be read any further.
package struct ArchiveError: Error, Sendable, Hashable {
    /// What is wrong, in English without a full stop.
    package let reason: String

    /// Creates an error.
    package init(_ reason: String) {
        self.reason = reason
    }
}
