/// Decides whether a run of a term's symbols in a text really is the term: its gaps, its edges, its neighbours.
struct TermVerifier {
    /// The longest gap inside a term, in scalars that can be seen.
    private static let longestGap = 3

    let text: FoldedText
    let map: SymbolMap

    /// The match of `term` whose symbols are those at `range`, or `nil` where it is something else.
    func match(_ term: CompiledTerm, symbols range: Range<Int>) -> TermMatch? {
        let first = Int(text.origins[range.lowerBound])
        let last = Int(text.origins[range.upperBound - 1])
        guard coversWholeScalars(range), hasWordEdges(term, first, last), hasFreeNeighbours(term, first, last),
            let writing = steps(of: term, symbols: range), let breaks = breaks(of: term, symbols: range)
        else { return nil }
        return TermMatch(
            term: term.term,
            start: text.elements[first].offset,
            end: text.end(of: last),
            steps: writing.union(breaks.steps),
            isDoubtful: breaks.isDoubtful
        )
    }
}

extension TermVerifier {
    /// The steps that lead from the scalars at `range` to those of the term, or `nil` where one of them is another.
    private func steps(of term: CompiledTerm, symbols range: Range<Int>) -> FoldingSteps? {
        var steps = term.spelling.steps
        var confusables = 0
        var substitutes = 0
        for (position, symbol) in range.enumerated() {
            let origin = Int(text.origins[symbol])
            let element = text.elements[origin]
            let sign = term.spelling.signs[position]
            if element.isEscaped { steps.insert(.escape) }
            guard element.scalar != sign.scalar else { continue }
            let found = element.entry.isShared ? folded(symbol) : sign.folded
            if found != sign.folded {
                guard let step = step(element.scalar, folded: found, for: sign.scalar) else { return nil }
                if step == .confusable {
                    confusables += 1
                } else {
                    guard !isInOrdinaryWord(origin) else { return nil }
                    substitutes += 1
                }
                steps.formUnion(step)
            }
            steps.formUnion(element.entry.steps)
            if sign.isLetter, term.spelling.needsSmallLetters, element.scalar.properties.isUppercase { return nil }
            // Pinyin has no case of its own.
            if term.spelling.steps.isEmpty, differsInCase(element.scalar, sign.scalar) { steps.insert(.case) }
        }
        guard confusables <= term.mostConfusables, substitutes <= term.mostSubstitutes else { return nil }
        return steps
    }

    /// What the scalar at `symbol` folds to, where the symbol itself doesn't tell.
    private func folded(_ symbol: Int) -> Unicode.Scalar {
        let origin = text.origins[symbol]
        let scalar = text.elements[Int(origin)].scalar
        var place = 0
        while symbol - place > 0, text.origins[symbol - place - 1] == origin { place += 1 }
        let folded = map.shared.foldings[scalar] ?? [scalar]
        return place < folded.count ? folded[place] : scalar
    }

    /// The step that `scalar` in the place of `meant` amounts to: letters by their shape, others folded.
    private func step(
        _ scalar: Unicode.Scalar,
        folded: Unicode.Scalar,
        for meant: Unicode.Scalar
    ) -> FoldingSteps? {
        if let step = map.shared.disguises.step(scalar, for: meant) { return step }
        let isLetter = folded.isASCII && folded.properties.isAlphabetic
        return isLetter ? nil : map.shared.disguises.step(folded, for: meant)
    }

    /// Whether the scalar at `index` belongs to an ordinary word, so that it stands for no other.
    private func isInOrdinaryWord(_ index: Int) -> Bool {
        let entry = text.elements[index].entry
        guard !entry.isSequence else { return false }
        return map.wordPlaces.contains(entry.payload) { number, place in
            guard mayHold(map.wordPlaces.word(number), place, at: index) else { return false }
            let word = map.shared.words[number]
            return holds(word[place], at: index)
                && stands(word[..<place].reversed(), from: index, .backward)
                && stands(word[(place + 1)...], from: index, .forward)
        }
    }

    /// Whether the symbols around `index` are those of `word`, given by its symbols, with its `place` there.
    private func mayHold(_ word: ArraySlice<UInt16>, _ place: Int, at index: Int) -> Bool {
        let place = word.startIndex + place
        func isThere(_ place: Int, _ index: Int?) -> Bool {
            index.map { text.elements[$0].entry.payload == Int(word[place]) } ?? false
        }
        if place > word.startIndex, !isThere(place - 1, visible(before: index)) { return false }
        return place + 1 == word.endIndex || isThere(place + 1, visible(after: index))
    }

    /// Whether the two are the two cases of one ASCII letter, the first perhaps in full width.
    private func differsInCase(_ scalar: Unicode.Scalar, _ expected: Unicode.Scalar) -> Bool {
        let plain = (0xFF01...0xFF5E).contains(scalar.value) ? scalar.value - 0xFEE0 : scalar.value
        return plain < 0x80 && plain ^ expected.value == 0x20
    }

    /// A scalar that stands for several symbols belongs to a term as a whole or not at all.
    private func coversWholeScalars(_ range: Range<Int>) -> Bool {
        let cutsFirst = range.lowerBound > 0 && text.origins[range.lowerBound - 1] == text.origins[range.lowerBound]
        let cutsLast =
            range.upperBound < text.origins.count
            && text.origins[range.upperBound] == text.origins[range.upperBound - 1]
        return !cutsFirst && !cutsLast
    }

    /// A Latin term has no letter or digit beside it.
    func hasWordEdges(_ term: CompiledTerm, _ first: Int, _ last: Int) -> Bool {
        if term.isLatin.first == true, let before = visible(before: first), isLetter(before) { return false }
        if term.isLatin.last == true, let after = visible(after: last), isLetter(after) { return false }
        return true
    }

    /// Nothing that the term forbids stands directly before or after it.
    private func hasFreeNeighbours(_ term: CompiledTerm, _ first: Int, _ last: Int) -> Bool {
        let isBarredBefore = term.notBefore.contains { word in
            stands(word, from: first, .backward)
        }
        return !isBarredBefore && !term.notAfter.contains { stands($0, from: last, .forward) }
    }

    /// Whether the folded scalars of `word` follow one another beside `index`, in the order in which they are met.
    func stands(_ word: some Sequence<Unicode.Scalar>, from index: Int, _ direction: Direction) -> Bool {
        var index = index
        for scalar in word {
            let next = direction == .forward ? visible(after: index) : visible(before: index)
            guard let next, holds(scalar, at: next) else { return false }
            index = next
        }
        return true
    }

    enum Direction {
        case forward
        case backward
    }

    private func holds(_ folded: Unicode.Scalar, at index: Int) -> Bool {
        let element = text.elements[index]
        return map.folds(element.scalar, element.entry, to: folded)
    }

    /// How the term is broken in the text, or `nil` where a break can't be one term's.
    func breaks(of term: CompiledTerm, symbols range: Range<Int>) -> (steps: FoldingSteps, isDoubtful: Bool)? {
        var steps: FoldingSteps = []
        var visibleGaps: [(position: Int, gap: Gap)] = []
        var openings = 0
        var characterOpenings = 0
        for position in 0..<(range.count - 1) {
            let left = Int(text.origins[range.lowerBound + position])
            let right = Int(text.origins[range.lowerBound + position + 1])
            guard left != right else { continue }
            openings += 1
            if term.spelling.signs[position + 1].startsCharacter { characterOpenings += 1 }
            guard right - left > 1 else { continue }
            let gap = gap(between: left, and: right)
            if gap.scalars.isEmpty {
                steps.insert(.separators)
            } else {
                visibleGaps.append((position, gap))
            }
        }
        guard let gap = visibleGaps.first?.gap else { return (steps, false) }
        guard visibleGaps.allSatisfy({ $0.gap.scalars.count <= Self.longestGap }) else { return nil }

        // The same mark in every gap, or between all characters, spells the term out, whatever the mark is.
        let isBetweenCharacters =
            visibleGaps.count == characterOpenings
            && visibleGaps.allSatisfy { term.spelling.signs[$0.position + 1].startsCharacter }
        let isSpelledOut =
            (visibleGaps.count == openings || isBetweenCharacters) && visibleGaps.count >= 2
            && (visibleGaps.allSatisfy { $0.gap.scalars == gap.scalars }
                || visibleGaps.allSatisfy { !$0.gap.hasEnumeration })
        if isSpelledOut, !isPartOfLongerSpelling(term, range, gap) {
            let isOrdinary = visibleGaps.allSatisfy {
                term.spelling.signs[$0.position + 1].startsWord && $0.gap.joinsWords
            }
            return (isOrdinary ? steps : steps.union(.separators), false)
        }
        var isDoubtful = false
        for (position, gap) in visibleGaps {
            if term.spelling.signs[position + 1].startsWord, gap.joinsWords {
                continue
            }
            steps.insert(.separators)
            guard !gap.hasEnumeration else { return nil }
            if term.isLatin[position], term.isLatin[position + 1] {
                guard gap.isHyphenation || term.spelling.signs[position + 1].startsWord && gap.isBracket else {
                    return nil
                }
            } else if term.symbols.count < 3 {
                // With one gap only, two characters are one word only where they stand apart from everything else.
                guard standsApart(range) else { return nil }
            }
            isDoubtful = true
        }
        return (steps, isDoubtful)
    }
}

extension TermVerifier {
    /// What stands between two characters of a term, without what can't be seen.
    private struct Gap {
        var scalars: [Unicode.Scalar] = []
        var hasEnumeration = false
        /// Only blanks, hyphens and one line break, as between the words of a phrase.
        var joinsWords = true
        /// A hyphen at the end of a line.
        var isHyphenation = false
        /// Blanks and brackets alone, as in risk-weighted assets (RWA).
        var isBracket: Bool { scalars.allSatisfy { [" ", "(", ")", "（", "）"].contains($0) } }
    }

    private func gap(between left: Int, and right: Int) -> Gap {
        var gap = Gap()
        for index in (left + 1)..<right {
            let element = text.elements[index]
            switch element.entry.scalarClass {
            case .invisible: continue
            case .blank: gap.scalars.append(" ")
            case .lineBreak: gap.scalars.append("\n")
            case .hyphen: gap.scalars.append(element.scalar)
            case .enumeration:
                gap.hasEnumeration = true
                gap.joinsWords = false
                gap.scalars.append(element.scalar)
            // isn't, the bank's: an apostrophe joins what it stands between.
            case .punctuation where element.scalar == "'" || element.scalar == "\u{2019}":
                gap.scalars.append(element.scalar)
            case .punctuation, .word, .letter, .stop:
                gap.joinsWords = false
                gap.scalars.append(element.scalar)
            }
        }
        gap.isHyphenation = gap.joinsWords && gap.scalars.first != " " && gap.scalars.contains("\n")
        return gap
    }

    /// Whether the letters before or after belong to the same spelling: the R W A of `P R W A`.
    private func isPartOfLongerSpelling(_ term: CompiledTerm, _ range: Range<Int>, _ gap: Gap) -> Bool {
        guard term.isLatin.first == true, term.isLatin.last == true else { return false }
        let first = Int(text.origins[range.lowerBound])
        let last = Int(text.origins[range.upperBound - 1])
        if let letter = index(before: first, across: gap), isLetter(letter),
            visible(before: letter).map(isLetter) != true
        {
            return true
        }
        if let letter = index(after: last, across: gap), isLetter(letter), visible(after: letter).map(isLetter) != true
        {
            return true
        }
        return false
    }

    private func index(before first: Int, across gap: Gap) -> Int? {
        var index = first
        for mark in gap.scalars.reversed() {
            guard let before = visible(before: index), self.mark(at: before) == mark else { return nil }
            index = before
        }
        return visible(before: index)
    }

    private func index(after last: Int, across gap: Gap) -> Int? {
        var index = last
        for mark in gap.scalars {
            guard let after = visible(after: index), self.mark(at: after) == mark else { return nil }
            index = after
        }
        return visible(after: index)
    }

    /// A separator as ``Gap`` holds it, or `nil` where the element is none.
    private func mark(at index: Int) -> Unicode.Scalar? {
        let element = text.elements[index]
        guard element.entry.scalarClass.isSeparator else { return nil }
        switch element.entry.scalarClass {
        case .blank: return " "
        case .lineBreak: return "\n"
        default: return element.scalar
        }
    }

    private func standsApart(_ range: Range<Int>) -> Bool {
        let before = visible(before: Int(text.origins[range.lowerBound]))
        let after = visible(after: Int(text.origins[range.upperBound - 1]))
        return [before, after].allSatisfy { index in
            guard let index else { return true }
            let scalarClass = text.elements[index].entry.scalarClass
            return scalarClass != .word && scalarClass != .letter
        }
    }

    func visible(before index: Int) -> Int? {
        var index = index - 1
        while index >= 0, text.elements[index].entry.scalarClass == .invisible { index -= 1 }
        return index >= 0 ? index : nil
    }

    func visible(after index: Int) -> Int? {
        var index = index + 1
        while index < text.elements.count, text.elements[index].entry.scalarClass == .invisible { index += 1 }
        return index < text.elements.count ? index : nil
    }

    private func isLetter(_ index: Int) -> Bool {
        text.elements[index].entry.scalarClass == .letter
    }
}
