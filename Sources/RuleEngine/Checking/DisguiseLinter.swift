internal import LegalText
internal import TermMatching

/// Checks that the disguises which groups of terms allow can be looked for.
struct DisguiseLinter {
    let lexicon: Lexicon
    let folding: FoldingTable

    /// What is wrong, by concept and line.
    func diagnostics() -> [Diagnostic] {
        lexicon.concepts.values.sorted { $0.id < $1.id }.flatMap { concept in
            concept.groups.filter { !$0.disguises.isEmpty }.flatMap { diagnostics(of: $0, in: concept) }
        }
    }

    private func diagnostics(of group: TermGroup, in concept: Concept) -> [Diagnostic] {
        let terms = group.terms.filter { $0.language == .zh }
        let location = terms.first?.location ?? concept.location
        var diagnostics: [Diagnostic] = []
        for disguise in group.disguises.sorted(by: { $0.rawValue < $1.rawValue }) {
            let steps = FoldingSteps([disguise])
            let isPossible = terms.contains { term in
                !Term(term.text, disguises: steps).possibleDisguises(folding).isEmpty
            }
            guard !isPossible else { continue }
            diagnostics.append(
                Diagnostic(
                    "lexicon/idle-disguise",
                    .error,
                    in: location,
                    "no term of this group of '\(concept.id)' can be written in the disguise '\(disguise.rawValue)'",
                    help: "take it off the group's 'disguises', or add its characters to lexicon/folding"
                )
            )
        }
        guard group.disguises.contains(.pinyin) || group.disguises.contains(.initials) else { return diagnostics }
        for term in terms {
            let unread = Term(term.text).charactersWithoutReading(folding)
            guard !unread.isEmpty else { continue }
            diagnostics.append(
                Diagnostic(
                    "lexicon/no-reading",
                    .error,
                    in: term.location,
                    "'\(term.text)' has no pinyin: lexicon/folding/pinyin.tsv has no reading of \(String(unread))"
                )
            )
        }
        return diagnostics
    }
}
