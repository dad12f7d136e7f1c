package import RuleEngine

/// Which rules a report rests on.
package struct PackIdentity: Sendable, Hashable {
    /// The pack's id, such as `yinfa-2026-42`.
    package let id: String

    /// The version that its authors gave it.
    package let version: String

    /// The SHA-256 of its content, as `sha256:` and hexadecimal digits.
    package let digest: String

    /// Creates an identity from its parts.
    package init(id: String, version: String, digest: String) {
        self.id = id
        self.version = version
        self.digest = digest
    }

    /// The identity of `pack`.
    package init(_ pack: CompiledRulePack) {
        self.init(id: pack.id, version: pack.version, digest: pack.digest)
    }

    /// The identity as a member of `packs`.
    package var json: JSONValue {
        ["id": .string(id), "version": .string(version), "digest": .string(digest)]
    }
}
