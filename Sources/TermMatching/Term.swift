/// A word or phrase to be found, with what may not stand beside it.
package struct Term: Sendable, Hashable {
    /// The term as the lexicon writes it.
    ///
    /// White space and hyphens in it may be written otherwise or left out in a text: `real-world asset`
    /// also finds `real world asset`.
    package let text: String

    /// What must not stand directly before it: 煤 before 矿机.
    package let notBefore: [String]

    /// What must not stand directly after it: 械 after 矿机.
    package let notAfter: [String]

    /// In which of the ``FoldingSteps/guessed`` disguises its Chinese characters are looked for too.
    package let disguises: FoldingSteps

    /// Creates a term.
    package init(
        _ text: String,
        notBefore: [String] = [],
        notAfter: [String] = [],
        disguises: FoldingSteps = []
    ) {
        self.text = text
        self.notBefore = notBefore
        self.notAfter = notAfter
        self.disguises = disguises.intersection(.guessed)
    }
}

/// A place where a term was found.
package struct TermMatch: Sendable, Hashable {
    /// The term's index in the set that was searched.
    package let term: Int

    /// The first byte, in UTF-8 bytes of the text that was searched.
    package let start: Int

    /// One past the last byte, in UTF-8 bytes.
    package let end: Int

    /// The folding steps that were needed.
    package let steps: FoldingSteps

    /// Whether the term is broken once by a blank or a mark, so that it may be two words side by side.
    ///
    /// 加密 资产评估 holds 加密资产 only in this doubtful way; 虚 拟 货 币, broken everywhere alike, is certain.
    package let isDoubtful: Bool

    package init(term: Int, start: Int, end: Int, steps: FoldingSteps, isDoubtful: Bool) {
        self.term = term
        self.start = start
        self.end = end
        self.steps = steps
        self.isDoubtful = isDoubtful
    }
}

extension Term {
    /// Those of the term's ``disguises`` that `folding` knows a way of writing for.
    package func possibleDisguises(_ folding: FoldingTable) -> FoldingSteps {
        let spellings = Spelling.all(of: self, folding: folding)
        var possible = spellings.reduce(into: FoldingSteps()) { $0.formUnion($1.steps) }
        if let plain = spellings.first, plain.characterCount >= Spelling.leastCharacters {
            for step: FoldingSteps in [.homophone, .lookalike] where disguises.contains(step) {
                if plain.signs.contains(where: { folding.disguises.hasSubstitute(for: $0.scalar) }) {
                    possible.formUnion(step)
                }
            }
        }
        return possible
    }

    /// The characters of the term whose reading `folding` doesn't know, so that it has no pinyin.
    package func charactersWithoutReading(_ folding: FoldingTable) -> [Character] {
        Spelling.folded(text, folding).filter { scalar in
            ScalarClass(scalar) == .word && folding.disguises.readings[scalar] == nil
        }.map(Character.init)
    }
}
