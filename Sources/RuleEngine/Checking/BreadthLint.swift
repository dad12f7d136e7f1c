internal import LegalText
internal import TermMatching

/// Finds rules that look at too many records, or too long at each.
struct BreadthLint {
    /// The most lookups that a rule may need in one item; the rules that ship need fewer than a quarter of it.
    private static let mostLookups = 200

    let lexicon: Lexicon

    /// Words that stand in so many records that they tell nothing.
    let common: [String]

    let folding: FoldingTable

    /// A warning for each word that makes a rule of `pack` look at too many records, and for each rule that is slow.
    func diagnostics(of pack: RulePack) -> [Diagnostic] {
        let common = Set(common.map { folding.words(of: $0) })
        var seen: Set<TermGroup.Term> = []
        return pack.rules.flatMap { rule in
            let anchors = rule.condition.anchors { lexicon.concepts[$0]?.isGeneric ?? false } ?? []
            let broad = anchors.sorted().flatMap { broadTerms(of: $0, common) }.filter { seen.insert($0.term).inserted }
            return broad.map { term, reason in
                Diagnostic(
                    "rule/over-broad",
                    .warning,
                    in: term.location,
                    "'\(term.text)' makes the rule '\(rule.id)' look at a great many records: \(reason)",
                    help: "let it need another concept ('needs'), limit its neighbours, or mark the concept as generic"
                )
            } + slowness(of: rule)
        }
    }

    private func broadTerms(
        of concept: String,
        _ common: Set<[[Unicode.Scalar]]>
    ) -> [(term: TermGroup.Term, reason: String)] {
        CompiledLexicon.closure(of: concept, in: lexicon).flatMap(\.groups).filter { $0.needs == nil }.flatMap {
            group in
            group.terms.compactMap { term in
                let words = folding.words(of: term.text)
                if common.contains(words) { return (term, "it is a common word") }
                guard group.notBefore.isEmpty, group.notAfter.isEmpty, words.count == 1, let word = words.first else {
                    return nil
                }
                let isLatin = word.allSatisfy(\.isASCII)
                guard word.count <= (isLatin ? 2 : 1) else { return nil }
                return (term, "it is \(word.count) \(isLatin ? "letters" : "character") long")
            }
        }
    }

    private func slowness(of rule: Rule) -> [Diagnostic] {
        let parts = [rule.condition] + (rule.requirements + rule.doubts).map(\.condition)
        let lookups = parts.reduce(0) { $0 + $1.lookups }
        guard lookups > Self.mostLookups else { return [] }
        return [
            Diagnostic(
                "rule/slow",
                .warning,
                in: rule.place("when"),
                "the rule needs about \(lookups) lookups for each item, and \(Self.mostLookups) are plenty",
                help: "put concepts together under 'include', and look beyond the item ('field', 'record') less"
            )
        ]
    }
}

extension Condition {
    /// About how many times the words of a text are gone through for one item.
    fileprivate var lookups: Int {
        switch self {
        case .concept(let names): names.count
        case .near(let left, let right, _, _): 2 * (left.count + right.count)
        case .all(let parts), .any(let parts): parts.reduce(0) { $0 + $1.lookups }
        case .not(let part), .clause(let part): part.lookups
        // What looks beyond the item is gone through again for each.
        case .field(let part): 4 * part.lookups
        case .record(let part): 8 * part.lookups
        }
    }
}
