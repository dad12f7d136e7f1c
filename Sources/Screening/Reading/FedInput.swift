/// Bytes of records that come in parts from somewhere that must be waited for, such as the body of a request.
///
/// A class because the reader and whoever feeds it share it. Only one of them uses it at a time.
package final class FedInput: InputSource {
    private var parts: [[UInt8]] = []
    private var position = 0

    /// How many bytes were fed and not yet read.
    package private(set) var count = 0

    /// Whether nothing more will be fed.
    private var isFinished = false

    /// Creates an input without bytes.
    package init() {}

    /// Adds bytes.
    package func feed(_ part: [UInt8]) {
        guard !part.isEmpty else { return }
        parts.append(part)
        count += part.count
    }

    /// Says that nothing more will be fed.
    package func finish() {
        isFinished = true
    }

    var progress: InputProgress { InputProgress(read: position, whole: nil) }

    var hasMore: Bool { count > 0 || isFinished }

    func read(_ wanted: Int, into bytes: inout [UInt8]) throws(RecordFileError) -> Bool {
        var taken = 0
        var left = wanted
        bytes.reserveCapacity(bytes.count + min(wanted, count))
        while taken < parts.count, left > 0 {
            if parts[taken].count > left {
                bytes += parts[taken].prefix(left)
                parts[taken].removeFirst(left)
                left = 0
            } else {
                bytes += parts[taken]
                left -= parts[taken].count
                taken += 1
            }
        }
        parts.removeFirst(taken)
        count -= wanted - left
        position += wanted - left
        return isFinished && count == 0
    }
}
