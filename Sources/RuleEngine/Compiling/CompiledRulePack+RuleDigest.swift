internal import Crypto
internal import TermMatching

extension CompiledRulePack {
    /// The SHA-256 of what a rule looks for and what it makes of it, as `sha256:…`, or `nil` where the pack has no such rule.
    ///
    /// Not of its title, its explanation, the clause, or where it is written: rewording those is no other rule. Nor of the
    /// words of the concepts that it names.
    package func digest(ofRule id: String) -> String? {
        guard let rule = rules.first(where: { $0.rule.id == id }) else { return nil }
        var writer = StoreWriter()
        rule.rule.storeMeaning(in: &writer)
        let hash = SHA256.hash(data: writer.bytes)
        return "sha256:" + hash.map { String($0 >> 4, radix: 16) + String($0 & 0x0F, radix: 16) }.joined()
    }
}
