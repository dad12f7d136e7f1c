/// One stored text that spans point into.
///
/// The text is held as contiguous UTF-8, so that reading a span costs no more than its length.
public struct SourceText: Sendable, Hashable {
    /// The whole text.
    public let string: String

    /// Creates a source text, copying `string` into contiguous UTF-8 if it isn't yet.
    public init(_ string: String) {
        var contiguous = string
        contiguous.makeContiguousUTF8()
        self.string = contiguous
    }

    /// Creates a source text from UTF-8 bytes; malformed sequences become U+FFFD.
    public init(decoding bytes: some Collection<UInt8>) {
        self.init(String(decoding: bytes, as: UTF8.self))
    }

    /// The number of UTF-8 bytes.
    public var count: Int { string.utf8.count }

    /// The span of the whole text.
    public var span: TextSpan { TextSpan(start: 0, end: count) }

    /// The words at `span`, as they stand in the text.
    ///
    /// - Precondition: `span` lies in the text.
    public subscript(span: TextSpan) -> Substring {
        let start = string.utf8.index(string.startIndex, offsetBy: span.start)
        let end = string.utf8.index(start, offsetBy: span.count)
        return string[start..<end]
    }

    /// The UTF-8 byte offset of `index`.
    public func offset(of index: String.Index) -> Int {
        string.utf8.distance(from: string.startIndex, to: index)
    }
}

extension SourceText: CustomStringConvertible {
    /// The whole text.
    public var description: String { string }
}
