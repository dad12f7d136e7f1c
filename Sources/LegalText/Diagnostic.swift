/// Something odd about an input that did not stop the work, or a mistake in a file of the user's.
public struct Diagnostic: Sendable, Hashable {
    /// A stable name, `area/name`, that tools may rely on; the wording may change.
    public let id: String

    /// How much it matters.
    public let severity: Severity

    /// Where it is in the text that was read, or `nil` where it concerns the whole.
    public let span: TextSpan?

    /// Where it is in a file, or `nil` where ``span`` says it.
    public let location: SourceLocation?

    /// What is odd, in one sentence in English without a full stop.
    public let summary: String

    /// What to do about it, or `nil` where nothing better is known than the summary.
    public let help: String?

    /// Creates a diagnostic about a place in a text.
    public init(_ id: String, _ severity: Severity, at span: TextSpan?, _ summary: String, help: String? = nil) {
        self.id = id
        self.severity = severity
        self.span = span
        self.location = nil
        self.summary = summary
        self.help = help
    }

    /// Creates a diagnostic about a place in a file.
    public init(
        _ id: String,
        _ severity: Severity,
        in location: SourceLocation,
        _ summary: String,
        help: String? = nil
    ) {
        self.id = id
        self.severity = severity
        self.span = nil
        self.location = location
        self.summary = summary
        self.help = help
    }
}

extension Diagnostic {
    /// How much a diagnostic matters.
    public enum Severity: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
        /// Worth knowing; nothing to do.
        case note
        /// Probably a mistake; the work went on.
        case warning
        /// A mistake; what it concerns was left out.
        case error

        /// Orders severities from ``note`` to ``error``.
        public static func < (left: Severity, right: Severity) -> Bool {
            left.rank < right.rank
        }

        private var rank: Int {
            switch self {
            case .note: 0
            case .warning: 1
            case .error: 2
            }
        }
    }
}

/// A place in a file, as editors and compilers write it.
public struct SourceLocation: Sendable, Hashable {
    /// The path as the user gave it, or as it was found.
    public let path: String

    /// The line, counted from 1, or `nil` where the whole file is meant.
    public let line: Int?

    /// The column, counted from 1 in the unit of whatever read the file, or `nil`.
    public let column: Int?

    /// Creates a location.
    public init(path: String, line: Int? = nil, column: Int? = nil) {
        self.path = path
        self.line = line
        self.column = column
    }
}

extension SourceLocation: CustomStringConvertible {
    /// `path`, `path:line` or `path:line:column`.
    public var description: String {
        [path, line.map(String.init), column.map(String.init)].compactMap(\.self).joined(separator: ":")
    }
}

extension Diagnostic: CustomStringConvertible {
    /// The diagnostic as compilers print theirs, with the help on a line of its own.
    public var description: String {
        let place = location.map { "\($0): " } ?? ""
        let advice = help.map { "\n  help: \($0)" } ?? ""
        return "\(place)\(severity.rawValue)[\(id)]: \(summary)\(advice)"
    }
}
