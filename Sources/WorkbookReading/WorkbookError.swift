/// Why a workbook can't be read.
package struct WorkbookError: Error, Sendable, Hashable {
    /// What is wrong, in English without a full stop.
    package let reason: String

    /// Creates an error.
    package init(_ reason: String) {
        self.reason = reason
    }
}

extension WorkbookError: CustomStringConvertible {
    /// The reason.
    package var description: String { reason }
}
