internal import LegalText
internal import TermMatching

/// Finds words of the lexicon that do nothing.
struct TermLint {
    let lexicon: Lexicon
    let folding: FoldingTable

    /// A warning for each term that can't match, stands in its concept twice, or is always excused by a phrase, and for each
    /// phrase that excuses nothing.
    ///
    /// A term that holds a shorter one of its concept isn't among them: the longer one is shown as evidence, and distances
    /// are counted from it.
    func diagnostics() -> [Diagnostic] {
        lexicon.concepts.values.sorted { $0.id < $1.id }.flatMap { concept in
            let sources = CompiledLexicon.closure(of: concept.id, in: lexicon)
            return deadTerms(of: concept) + duplicates(in: concept, sources) + shadowedTerms(of: concept, sources)
                + idlePhrases(of: concept, sources)
        }
    }
}

extension TermLint {
    /// A term with the limits of its group.
    private struct Limited {
        let term: TermGroup.Term
        let group: TermGroup
        let words: [[Unicode.Scalar]]

        /// Whether the term is found wherever `other`, of the same words, is.
        func reachesAsFar(as other: Limited) -> Bool {
            Set(group.notBefore).isSubset(of: other.group.notBefore)
                && Set(group.notAfter).isSubset(of: other.group.notAfter)
                && (group.needs == nil || group.needs == other.group.needs)
                && group.disguises.isSuperset(of: other.group.disguises)
        }
    }

    private func terms(of concept: Concept) -> [Limited] {
        concept.groups.flatMap { group in
            group.terms.map { Limited(term: $0, group: group, words: folding.words(of: $0.text)) }
        }
    }

    private func deadTerms(of concept: Concept) -> [Diagnostic] {
        (terms(of: concept).map(\.term) + concept.allowances.flatMap(\.phrases)).compactMap { term in
            if let stop = folding.stop(in: term.text) {
                let reason = "it holds '\(stop)', which ends every term"
                return .dead(term, reason)
            }
            return folding.words(of: term.text).isEmpty ? .dead(term, "it holds no letter, digit or character") : nil
        }
    }

    private func duplicates(in concept: Concept, _ sources: [Concept]) -> [Diagnostic] {
        var known: [[[Unicode.Scalar]]: [(Limited, owner: String)]] = [:]
        for source in sources where source.id != concept.id {
            for limited in terms(of: source) { known[limited.words, default: []].append((limited, source.id)) }
        }
        return terms(of: concept).compactMap { limited in
            defer { known[limited.words, default: []].append((limited, concept.id)) }
            guard !limited.words.isEmpty,
                let other = known[limited.words]?.first(where: { $0.0.reachesAsFar(as: limited) })
            else { return nil }
            let place =
                other.owner == concept.id
                ? "as '\(other.0.term.text)' at \(other.0.term.location)"
                : "in '\(other.owner)', which the concept includes"
            return Diagnostic(
                "term/duplicate",
                .warning,
                in: limited.term.location,
                "'\(limited.term.text)' finds nothing more: the same word stands \(place)",
                help: "drop it"
            )
        }
    }

    private func shadowedTerms(of concept: Concept, _ sources: [Concept]) -> [Diagnostic] {
        let phrases = sources.flatMap(\.allowances).filter { $0.effect == .clear }.flatMap(\.phrases)
        let excused = Dictionary(phrases.map { (flat($0.text), $0) }) { first, _ in first }
        return terms(of: concept).compactMap { limited in
            guard let phrase = excused[limited.words.flatMap(\.self)] else { return nil }
            return Diagnostic(
                "term/shadowed",
                .warning,
                in: limited.term.location,
                "'\(limited.term.text)' never counts: the phrase '\(phrase.text)' at \(phrase.location) excuses it everywhere",
                help: "drop the term or the phrase"
            )
        }
    }

    private func idlePhrases(of concept: Concept, _ sources: [Concept]) -> [Diagnostic] {
        let words = sources.flatMap(terms).map { $0.words.flatMap(\.self) }.filter { !$0.isEmpty }
        return concept.allowances.flatMap(\.phrases).compactMap { phrase in
            let text = flat(phrase.text)
            guard !text.isEmpty, !words.contains(where: { text.contains($0) }) else { return nil }
            return Diagnostic(
                "phrase/idle",
                .warning,
                in: phrase.location,
                "the phrase '\(phrase.text)' excuses nothing: it holds no term of the concept '\(concept.id)'",
                help: "drop it, or add the term that it is meant to excuse"
            )
        }
    }

    private func flat(_ text: String) -> [Unicode.Scalar] {
        folding.words(of: text).flatMap(\.self)
    }
}

extension Diagnostic {
    fileprivate static func dead(_ term: TermGroup.Term, _ reason: String) -> Diagnostic {
        Diagnostic("term/dead", .warning, in: term.location, "'\(term.text)' can't match: \(reason)")
    }
}
