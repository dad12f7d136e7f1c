package import LegalText
package import RecordModel

/// A record whose verdict is known, tried whenever a pack is loaded.
///
/// A pack in which one comes out otherwise isn't used: a rule that has fallen silent misses what it was written for, and
/// nobody notices.
package struct Sentinel: Sendable, Hashable {
    /// What the sentinel shows.
    package let name: String

    /// The record.
    package let record: Record

    /// What each rule, by its id, must come to; `clear` where it must not fire.
    package let expected: [String: Verdict.Level]

    /// Whether no rule of the pack may fire at all.
    package let staysClear: Bool

    /// Where the sentinel is written.
    package let location: SourceLocation

    /// Creates a sentinel.
    package init(
        name: String,
        record: Record,
        expected: [String: Verdict.Level],
        staysClear: Bool,
        location: SourceLocation
    ) {
        self.name = name
        self.record = record
        self.expected = expected
        self.staysClear = staysClear
        self.location = location
    }
}
