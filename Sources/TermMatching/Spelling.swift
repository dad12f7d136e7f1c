/// One way of writing a term: as the lexicon has it, with characters taken apart, or in pinyin.
struct Spelling: Sendable, Hashable {
    /// One sign of the spelling.
    struct Sign: Sendable, Hashable {
        /// The sign as the term has it.
        let scalar: Unicode.Scalar
        /// What it folds to.
        let folded: Unicode.Scalar
        /// Whether it is a letter or a digit.
        let isLetter: Bool
        /// Whether a character of the term, or a syllable of its pinyin, begins here.
        let startsCharacter: Bool
        /// Whether the term itself parts two words before the sign.
        var startsWord: Bool

        init(
            _ scalar: Unicode.Scalar,
            folded: Unicode.Scalar,
            startsCharacter: Bool = true,
            startsWord: Bool = false
        ) {
            self.scalar = scalar
            self.folded = folded
            self.startsCharacter = startsCharacter
            self.startsWord = startsWord
            isLetter = ScalarClass(folded) == .letter
        }
    }

    /// The signs in order.
    var signs: [Sign]

    /// The disguises that writing the term so amounts to.
    var steps: FoldingSteps = []

    /// Whether its letters are too few to be told from an abbreviation: `bi` is 币, `BI` business intelligence.
    var needsSmallLetters = false

    /// The number of the term's characters.
    var characterCount: Int { signs.count(where: \.startsCharacter) }
}

extension Spelling {
    /// The fewest letters of a term that is written in pinyin as a whole; shorter ones are words of other languages.
    private static let leastLetters = 6

    /// The fewest characters of a term whose pinyin is looked for by its first letters alone.
    private static let leastInitials = 4

    /// The fewest characters of a term of which some may stand in pinyin, or be replaced by other characters.
    static let leastCharacters = 3

    /// How many spellings with characters taken apart a term may have before only the plainest of them are looked for.
    private static let mostSplits = 48

    /// Every spelling of `term`, the lexicon's own first; none where the term folds to nothing.
    static func all(of term: Term, folding: FoldingTable) -> [Spelling] {
        let plain = Spelling(signs: signs(of: term.text, folding))
        guard !plain.signs.isEmpty else { return [] }
        var spellings = [plain]
        if term.disguises.contains(.split) { spellings += plain.split(folding) }
        // The reading of a word that is partly Latin isn't written in pinyin.
        if !plain.signs.contains(where: \.isLetter) {
            let syllables = plain.signs.compactMap { folding.disguises.readings[$0.folded].flatMap(Syllable.init) }
            guard syllables.count == plain.signs.count else { return spellings }
            if term.disguises.contains(.pinyin) { spellings += plain.romanized(syllables) }
            if term.disguises.contains(.initials), syllables.count >= leastInitials {
                spellings.append(plain.abbreviated(syllables))
            }
        }
        return spellings
    }

    /// The signs of `text`; blanks, hyphens and other separators in it become word breaks.
    private static func signs(of text: String, _ folding: FoldingTable) -> [Sign] {
        var signs: [Sign] = []
        var isParted = false
        for scalar in text.unicodeScalars {
            let isFolded = folding.foldings[scalar] != nil
            if !isFolded, ScalarClass(scalar).isSeparator {
                isParted = true
                continue
            }
            for folded in folding.folding(of: scalar).scalars {
                var sign = Sign(scalar, folded: folded)
                sign.startsWord = !signs.isEmpty && (isParted || signs.last?.isLetter != sign.isLetter)
                signs.append(sign)
                isParted = false
            }
        }
        return signs
    }

    /// The folded scalars of `text` without its separators.
    static func folded(_ text: String, _ folding: FoldingTable) -> [Unicode.Scalar] {
        signs(of: text, folding).map(\.folded)
    }
}

extension Spelling {
    /// The spellings with one or more characters taken apart.
    private func split(_ folding: FoldingTable) -> [Spelling] {
        let choices = signs.map { sign -> [[Sign]] in
            let apart = (folding.disguises.parts[sign.folded] ?? []).map { parts in
                parts.enumerated().map { place, part in
                    Sign(
                        part,
                        folded: folding.folding(of: part).scalars.first ?? part,
                        startsCharacter: place == 0,
                        startsWord: place == 0 && sign.startsWord
                    )
                }
            }
            return [[sign]] + apart
        }
        let count = choices.reduce(1) { min($0 * $1.count, Self.mostSplits + 1) }
        var combinations: [[Int]]
        if count <= Self.mostSplits {
            combinations = choices.reduce([[]]) { all, next in all.flatMap { one in next.indices.map { one + [$0] } } }
        } else {
            // One character taken apart, or every one that can be.
            combinations = [choices.map { $0.count > 1 ? 1 : 0 }]
            for (place, choice) in choices.enumerated() {
                for option in choice.indices.dropFirst() {
                    combinations.append(choices.indices.map { $0 == place ? option : 0 })
                }
            }
        }
        return combinations.filter { $0.contains { $0 > 0 } }.map { combination in
            Spelling(signs: zip(choices, combination).flatMap { $0[$1] }, steps: .split)
        }
    }

    /// The spellings with every character, or some neighbours, in pinyin.
    private func romanized(_ syllables: [Syllable]) -> [Spelling] {
        var spellings: [Spelling] = []
        let hasUmlaut = syllables.contains { $0.letters.contains("ü") }
        for umlaut: Unicode.Scalar in hasUmlaut ? ["u", "v"] : ["u"] {
            let letters = syllables.map { $0.letters(writingUmlautAs: umlaut) }
            if letters.joined().count >= Self.leastLetters {
                spellings.append(Spelling(signs: replacing(signs.indices, letters), steps: .pinyin))
                // xu1ni3huo4bi4, as pinyin is typed where marks can't be.
                let numbered = zip(letters, syllables).map { $0 + "\($1.tone)".unicodeScalars }
                spellings.append(Spelling(signs: replacing(signs.indices, numbered), steps: .pinyin))
            }
            guard signs.count >= Self.leastCharacters else { continue }
            for start in signs.indices {
                for end in (start + 1)...signs.count where end - start < signs.count {
                    let count = letters[start..<end].joined().count
                    guard count > 1 else { continue }
                    spellings.append(
                        Spelling(
                            signs: replacing(start..<end, letters),
                            steps: .pinyin,
                            needsSmallLetters: count < 3
                        )
                    )
                }
            }
        }
        return spellings
    }

    /// The signs with the characters at `range` written in `letters`.
    private func replacing(_ range: Range<Int>, _ letters: [[Unicode.Scalar]]) -> [Sign] {
        signs.indices.flatMap { place -> [Sign] in
            guard range.contains(place) else {
                var sign = signs[place]
                if place == range.upperBound { sign.startsWord = true }
                return [sign]
            }
            return letters[place].enumerated().map { index, letter in
                Sign(
                    letter,
                    folded: letter,
                    startsCharacter: index == 0,
                    startsWord: index == 0 && place > 0
                )
            }
        }
    }

    /// The first letters of the term's pinyin.
    private func abbreviated(_ syllables: [Syllable]) -> Spelling {
        let letters = syllables.compactMap(\.letters.first).map { $0 == "ü" ? "v" : $0 }
        return Spelling(signs: letters.map { Sign($0, folded: $0) }, steps: .initials)
    }
}
