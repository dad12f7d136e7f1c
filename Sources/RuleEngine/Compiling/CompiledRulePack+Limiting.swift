internal import TermMatching

extension CompiledRulePack {
    /// The pack with some of its rules alone, and with those that they yield to, directly or not.
    ///
    /// What the rules named come to on a record is the same as in the whole pack; a scan looks for their words only.
    ///
    /// - Parameter names: The names of rules, without the pack.
    /// - Returns: The smaller pack, which says of itself what the whole one does.
    package func limited(to names: Set<String>) -> CompiledRulePack {
        var wanted = Set(rules.map(\.rule.id).filter { names.contains(Self.name(ofRule: $0)) })
        // A rule stands behind those that it yields to.
        for rule in rules.reversed() where wanted.contains(rule.rule.id) { wanted.formUnion(rule.rule.yieldsTo) }
        let kept = rules.filter { wanted.contains($0.rule.id) }
        let words = kept.flatMap { rule in
            rule.rule.condition.anchors { name in
                lexicon.index(of: name).map { lexicon.concepts[$0].isGeneric } ?? false
            } ?? []
        }
        return CompiledRulePack(
            id: id,
            version: version,
            digest: digest,
            rules: kept,
            lexicon: lexicon,
            anchors: lexicon.anchorFilter(for: Set(words))
        )
    }

    /// The name of a rule without its pack: `mining` for `yinfa-2026-42/mining`.
    package static func name(ofRule id: String) -> String { String(id.drop { $0 != "/" }.dropFirst()) }
}
