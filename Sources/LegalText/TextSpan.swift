/// A half-open range of UTF-8 byte offsets into one text.
///
/// Every node, norm part, match and finding points at its words with a span, so that they can be
/// highlighted in the original. A span says nothing about which text it belongs to: the value that
/// holds it does.
public struct TextSpan: Sendable, Hashable, Codable {
    /// The offset of the first byte, counted in UTF-8 bytes from 0.
    public let start: Int

    /// The offset one past the last byte, counted in UTF-8 bytes.
    public let end: Int

    /// Creates a span from two UTF-8 byte offsets.
    ///
    /// - Precondition: `0 <= start <= end`.
    public init(start: Int, end: Int) {
        precondition(start >= 0 && start <= end, "A span runs forwards from an offset that isn't negative")
        self.start = start
        self.end = end
    }

    /// Creates a span from a range of UTF-8 byte offsets.
    public init(_ range: Range<Int>) {
        self.init(start: range.lowerBound, end: range.upperBound)
    }

    /// The number of UTF-8 bytes in the span.
    public var count: Int { end - start }

    /// Whether the span holds no byte.
    public var isEmpty: Bool { start == end }

    /// The span as a range of UTF-8 byte offsets.
    public var range: Range<Int> { start..<end }
}

extension TextSpan {
    /// Whether every byte of `other` lies in this span.
    public func contains(_ other: TextSpan) -> Bool {
        start <= other.start && other.end <= end
    }

    /// Whether the byte at `offset` lies in this span.
    public func contains(_ offset: Int) -> Bool {
        start <= offset && offset < end
    }

    /// Whether the two spans share at least one byte.
    public func overlaps(_ other: TextSpan) -> Bool {
        start < other.end && other.start < end
    }

    /// The span moved by `distance` UTF-8 bytes.
    public func shifted(by distance: Int) -> TextSpan {
        TextSpan(start: start + distance, end: end + distance)
    }

    /// The smallest span that holds both spans.
    public func union(_ other: TextSpan) -> TextSpan {
        TextSpan(start: min(start, other.start), end: max(end, other.end))
    }
}

extension TextSpan: Comparable {
    /// Orders spans by where they start, and the longer first where they start together.
    public static func < (left: TextSpan, right: TextSpan) -> Bool {
        left.start == right.start ? left.end > right.end : left.start < right.start
    }
}
