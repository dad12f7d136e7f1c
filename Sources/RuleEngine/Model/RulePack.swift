public import LegalText

/// The rules of one notice, with their cases, as they were loaded.
package struct RulePack: Sendable {
    /// The id, equal to the notice's.
    package let id: String

    /// The version of the rules.
    package let version: String

    /// The notice that the rules enforce.
    package let notice: String

    /// The rules by id.
    package let rules: [Rule]

    /// The cases of every rule.
    package let cases: [RuleCase]

    /// The SHA-256 of every file that the verdicts depend on, `sha256:…`.
    package let digest: String
}

/// Why a rule pack can't be used.
public struct RulePackError: Error, Sendable {
    /// Every mistake that was found, in the order of files and lines.
    public let diagnostics: [Diagnostic]

    /// Creates an error.
    public init(_ diagnostics: [Diagnostic]) {
        self.diagnostics = diagnostics
    }
}

extension RulePackError: CustomStringConvertible {
    /// The mistakes, one after the other.
    public var description: String {
        diagnostics.map(\.description).joined(separator: "\n")
    }
}
