public import LegalText

/// The rules of one notice, with their cases, as they were loaded.
package struct RulePack: Sendable {
    /// The id, equal to the notice's.
    package let id: String

    /// The version of the rules.
    package let version: String

    /// The notice that the rules enforce.
    package let notice: String

    /// The notice that repeals the pack's, which the pack names to say that it is kept for screening as of a date before.
    package let successor: String?

    /// The rules by id.
    package let rules: [Rule]

    /// The cases of every rule.
    package let cases: [RuleCase]

    /// Records whose verdicts are tried whenever the pack is loaded.
    package let sentinels: [Sentinel]

    /// The norms that no rule enforces, with reasons; read with the cases.
    package let waivers: [Waiver]

    /// Where the pack is described.
    package let location: SourceLocation

    /// The SHA-256 of every file that the verdicts depend on, `sha256:…`.
    package let digest: String

    /// Whether `rule` yields to the rule called `id`, at once or through others.
    func yields(_ rule: Rule, to id: String) -> Bool {
        var pending = rule.yieldsTo
        var seen: Set<String> = []
        while let name = pending.popLast() {
            if name == id { return true }
            guard seen.insert(name).inserted, let next = rules.first(where: { $0.id == name }) else { continue }
            pending += next.yieldsTo
        }
        return false
    }

    /// The rules, each after those it yields to, otherwise by id.
    ///
    /// - Precondition: no rule yields to itself, which the linter sees to.
    func rulesInOrder() -> [Rule] {
        var placed: Set<String> = []
        var ordered: [Rule] = []
        var waiting = rules.sorted { $0.id < $1.id }
        while !waiting.isEmpty {
            let ready = waiting.filter { placed.isSuperset(of: $0.yieldsTo) }
            precondition(!ready.isEmpty, "Rules that yield in a circle have no order")
            ordered += ready
            placed.formUnion(ready.map(\.id))
            waiting.removeAll { placed.contains($0.id) }
        }
        return ordered
    }
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
