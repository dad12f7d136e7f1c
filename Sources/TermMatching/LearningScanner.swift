internal import Synchronization

/// A scanner for the terms of a filter that learns from the first text it is given what is rare.
///
/// Tasks share one: those that come first may learn each for themselves, and one scanner is kept.
package final class LearningScanner: Sendable {
    private let filter: TermFilter
    private let scanner = Mutex<TermScanner?>(nil)

    /// Creates a scanner for the terms of `filter`; it takes up its work with the first text.
    package init(_ filter: TermFilter) {
        self.filter = filter
    }

    /// Scans `bytes` as ``TermScanner/scan(_:into:)`` does.
    package func scan(_ bytes: Span<UInt8>, into places: inout [Int]) -> Bool {
        if let known = scanner.withLock({ $0 }) { return known.scan(bytes, into: &places) }
        let learned = TermScanner(filter, sample: bytes)
        let kept = scanner.withLock { known in
            let first = known ?? learned
            known = first
            return first
        }
        return kept.scan(bytes, into: &places)
    }
}
