/// A file of records that can't be read at all; a single bad row is a ``RowProblem`` instead.
public struct RecordFileError: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public let code: Code

    /// The path as the user gave it, `-` for standard input.
    public let path: String

    /// What is wrong and what was expected, in English without a full stop.
    public let reason: String

    /// Creates an error.
    public init(_ code: Code, path: String, reason: String) {
        self.code = code
        self.path = path
        self.reason = reason
    }

    /// The kinds of failure; more may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private let name: String

        /// A stable name, such as `no-columns`.
        public var description: String { name }

        /// The file isn't there or may not be read.
        public static let unreadable = Code(name: "unreadable")
        /// The file holds nothing but blanks.
        public static let empty = Code(name: "empty")
        /// The file isn't text, or not one of the formats that are read.
        public static let wrongFormat = Code(name: "wrong-format")
        /// No column holds a name, a scope or a description.
        public static let noColumns = Code(name: "no-columns")
        /// A column that the user named isn't there.
        public static let unknownColumn = Code(name: "unknown-column")
        /// A sheet that the user named isn't there, or no sheet holds a table to screen.
        public static let noSheet = Code(name: "no-sheet")
    }
}

extension RecordFileError: CustomStringConvertible {
    /// The path and the reason, as compilers print theirs.
    public var description: String {
        "\(path == "-" ? "standard input" : path): error: \(reason)"
    }
}
