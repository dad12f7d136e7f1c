public import LegalText

/// A corpus, or a text of it, that can't be used, with every reason at once.
public struct CorpusError: Error, Sendable, Hashable {
    /// What is wrong, each with the path and, where it is known, the line and column.
    public let diagnostics: [Diagnostic]

    /// Creates an error.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

extension CorpusError: CustomStringConvertible {
    /// The diagnostics, one below the other.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
