/// Why one row could not be screened; reading goes on at the next.
public enum RowProblem: Sendable, Hashable {
    /// The row has more cells than the header has columns.
    case extraCells(found: Int, expected: Int)
    /// A quote opens in this column, counted from 1, and nothing closes it properly.
    case unclosedQuote(column: Int)
    /// Bytes that aren't valid in the file's encoding.
    case invalidText
    /// Nothing but NUL bytes, as in a hole that a broken copy leaves.
    case nul
    /// A line that isn't one JSON object.
    case notAnObject(reason: String)
    /// A row of more UTF-8 bytes than are kept in memory.
    case tooLong(limit: Int)
}

extension RowProblem: CustomStringConvertible {
    /// The reason in English, without a full stop.
    public var description: String {
        switch self {
        case .extraCells(let found, let expected):
            "\(found) cells where the header has \(expected) columns"
        case .unclosedQuote(let column):
            "the quote that opens column \(column) is never closed; reading goes on at the next line"
        case .invalidText:
            "bytes that are not valid in the file's encoding"
        case .nul:
            "nothing but NUL bytes"
        case .notAnObject(let reason):
            "expected one JSON object on the line: \(reason)"
        case .tooLong(let limit):
            "the row is longer than \(limit >> 20) MiB"
        }
    }
}
