package import RecordModel

/// Which rules come to the same under two packs whatever the record, and which needn't.
///
/// Rules are matched by their names without the pack, so that `yinfa-2021-237/mining` and `yinfa-2026-42/mining` are one. The
/// clause that a rule cites, and its explanation, make no difference to what it fires on.
package struct PackDifference: Sendable {
    /// A rule of either pack, or of both.
    package struct RulePair: Sendable, Hashable {
        /// The name without the pack.
        package let name: String
        /// The clause that the old pack's rule enforces, or `nil` where that pack hasn't got the rule.
        package let old: Basis?
        /// The clause that the new pack's rule enforces, or `nil` where that pack hasn't got the rule.
        package let new: Basis?
        /// In what the rules differ; empty where they come to the same on every record.
        package fileprivate(set) var aspects: [Aspect]
    }

    /// In what two rules of one name differ.
    package enum Aspect: String, Sendable, Hashable, CaseIterable {
        /// The new pack alone has the rule.
        case added
        /// The old pack alone has the rule.
        case removed
        /// What is banned and what a finding comes to.
        case force
        /// Whom and what the ban reaches: the bearer, the territory, the fields that are read.
        case reach
        /// What must stand in a text.
        case condition
        /// What else must hold, and what makes a finding doubtful.
        case provisos
        /// The words of the concepts that the rule names, or of those that every rule reads.
        case terms
        /// The rules before which it keeps silent, or what those come to.
        case precedence
    }

    /// Every rule of either pack, by name.
    package let rules: [RulePair]

    /// The rules that may come to something else.
    package var changed: [RulePair] { rules.filter { !$0.aspects.isEmpty } }

    /// The rules that come to the same on every record.
    package var same: [RulePair] { rules.filter(\.aspects.isEmpty) }

    /// Compares the packs of one rules folder, which share its folding of characters.
    package init(_ old: CompiledRulePack, _ new: CompiledRulePack) {
        let before = Self.byName(old)
        let after = Self.byName(new)
        let words = (LexiconWords(old.lexicon), LexiconWords(new.lexicon))
        let isContextSame = words.0.context == words.1.context
        var pairs: [String: RulePair] = [:]
        for name in Set(before.keys).union(after.keys) {
            var aspects: [Aspect] = []
            switch (before[name]?.rule, after[name]?.rule) {
            case (nil, _): aspects = [.added]
            case (_, nil): aspects = [.removed]
            case (let left?, let right?):
                aspects = Self.differences(left, right)
                let concepts = Set(left.concepts).union(right.concepts)
                if !isContextSame || !concepts.allSatisfy({ words.0.closure(of: $0) == words.1.closure(of: $0) }) {
                    aspects.append(.terms)
                }
            }
            pairs[name] = RulePair(name: name, old: before[name]?.basis, new: after[name]?.basis, aspects: aspects)
        }
        // A rule that keeps silent before one that changed may speak where it didn't.
        var isSettled = false
        while !isSettled {
            isSettled = true
            for (name, pair) in pairs where pair.aspects.isEmpty {
                let yielded = (after[name]?.rule.yieldsTo ?? []).map(CompiledRulePack.name(ofRule:))
                guard yielded.contains(where: { pairs[$0].map { !$0.aspects.isEmpty } ?? true }) else { continue }
                pairs[name]?.aspects = [.precedence]
                isSettled = false
            }
        }
        rules = pairs.values.sorted { $0.name < $1.name }
    }

    private static func byName(_ pack: CompiledRulePack) -> [String: CompiledRule] {
        Dictionary(pack.rules.map { (CompiledRulePack.name(ofRule: $0.rule.id), $0) }) { first, _ in first }
    }

    private static func differences(_ old: Rule, _ new: Rule) -> [Aspect] {
        var aspects: [Aspect] = []
        let isForceSame =
            old.ban == new.ban && old.verdict == new.verdict && old.certainTo == new.certainTo
            && (old.cure == nil) == (new.cure == nil)
        if !isForceSame { aspects.append(.force) }
        if old.fields != new.fields || old.territory != new.territory || old.bearer != new.bearer {
            aspects.append(.reach)
        }
        if old.condition != new.condition { aspects.append(.condition) }
        func provisos(_ provisos: [Rule.Proviso]) -> [ProvisoForm] { provisos.map(ProvisoForm.init) }
        if provisos(old.requirements) != provisos(new.requirements) || provisos(old.doubts) != provisos(new.doubts) {
            aspects.append(.provisos)
        }
        let yields = (old.yieldsTo, new.yieldsTo)
        if Set(yields.0.map(CompiledRulePack.name(ofRule:))) != Set(yields.1.map(CompiledRulePack.name(ofRule:))) {
            aspects.append(.precedence)
        }
        return aspects
    }

    /// What of a proviso makes a difference to a verdict.
    private struct ProvisoForm: Hashable {
        let id: String
        let condition: Condition

        init(_ proviso: Rule.Proviso) {
            id = proviso.id
            condition = proviso.condition
        }
    }
}
