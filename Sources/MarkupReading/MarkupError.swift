/// Why markup could not be read to its end.
package enum MarkupError: Error, Sendable, Hashable {
    /// The bytes are more than the parser takes.
    case tooLarge(byteCount: Int)
    /// The parser gave nothing back.
    case notParsable
    /// The parser reached a limit of its own and left the rest out.
    case stoppedEarly
}
