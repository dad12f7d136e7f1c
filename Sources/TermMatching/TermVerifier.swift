/// Decides whether a run of a term's symbols in a text really is the term: its gaps, its edges, its neighbours.
struct TermVerifier {
    /// The longest gap inside a term, in scalars that can be seen.
    private static let longestGap = 3

    let text: FoldedText

    /// The match of `term` whose symbols are those at `range`, or `nil` where it is something else.
    func match(_ term: CompiledTerm, index: Int, symbols range: Range<Int>) -> TermMatch? {
        let first = Int(text.origins[range.lowerBound])
        let last = Int(text.origins[range.upperBound - 1])
        guard coversWholeScalars(range), hasWordEdges(term, first, last), hasFreeNeighbours(term, first, last),
            let breaks = breaks(of: term, symbols: range)
        else { return nil }
        var steps = breaks.steps
        for (position, symbol) in range.enumerated() {
            let element = text.elements[Int(text.origins[symbol])]
            let expected = term.scalars[position]
            guard element.scalar != expected else { continue }
            steps.formUnion(element.entry.steps)
            if differsInCase(element.scalar, expected) { steps.insert(.case) }
        }
        return TermMatch(
            term: index,
            start: text.elements[first].offset,
            end: text.end(of: last),
            steps: steps,
            isDoubtful: breaks.isDoubtful
        )
    }
}

extension TermVerifier {
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
    private func hasWordEdges(_ term: CompiledTerm, _ first: Int, _ last: Int) -> Bool {
        if term.isLatin.first == true, let before = visible(before: first), isLetter(before) { return false }
        if term.isLatin.last == true, let after = visible(after: last), isLetter(after) { return false }
        return true
    }

    /// Nothing that the term forbids stands directly before or after it.
    private func hasFreeNeighbours(_ term: CompiledTerm, _ first: Int, _ last: Int) -> Bool {
        let isBarredBefore = term.notBefore.contains { word in
            stands(word, from: first, stepping: visible(before:))
        }
        return !isBarredBefore && !term.notAfter.contains { stands($0, from: last, stepping: visible(after:)) }
    }

    /// Whether the symbols of `word` follow one another from `index` on, in the direction of `step`.
    private func stands(_ word: [UInt16], from index: Int, stepping step: (Int) -> Int?) -> Bool {
        var index = index
        for symbol in word {
            guard let next = step(index) else { return false }
            let entry = text.elements[next].entry
            guard !entry.isSequence, entry.payload == Int(symbol) else { return false }
            index = next
        }
        return true
    }

    /// How the term is broken in the text, or `nil` where a break can't be one term's.
    private func breaks(of term: CompiledTerm, symbols range: Range<Int>) -> (steps: FoldingSteps, isDoubtful: Bool)? {
        var steps: FoldingSteps = []
        var visibleGaps: [(position: Int, gap: Gap)] = []
        var openings = 0
        for position in 0..<(range.count - 1) {
            let left = Int(text.origins[range.lowerBound + position])
            let right = Int(text.origins[range.lowerBound + position + 1])
            guard left != right else { continue }
            openings += 1
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

        // The same mark in every gap spells the term out, whatever the mark is.
        let isSpelledOut =
            visibleGaps.count == openings && openings >= 2
            && visibleGaps.allSatisfy { $0.gap.scalars == gap.scalars }
        if isSpelledOut, !isPartOfLongerSpelling(term, range, gap) {
            let isOrdinary = visibleGaps.allSatisfy { term.isWordBreak[$0.position] && $0.gap.joinsWords }
            return (isOrdinary ? steps : steps.union(.separators), false)
        }
        var isDoubtful = false
        for (position, gap) in visibleGaps {
            if term.isWordBreak[position], gap.joinsWords {
                continue
            }
            steps.insert(.separators)
            guard !gap.hasEnumeration else { return nil }
            if term.isLatin[position], term.isLatin[position + 1] {
                guard gap.isHyphenation else { return nil }
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

    private func visible(before index: Int) -> Int? {
        var index = index - 1
        while index >= 0, text.elements[index].entry.scalarClass == .invisible { index -= 1 }
        return index >= 0 ? index : nil
    }

    private func visible(after index: Int) -> Int? {
        var index = index + 1
        while index < text.elements.count, text.elements[index].entry.scalarClass == .invisible { index += 1 }
        return index < text.elements.count ? index : nil
    }

    private func isLetter(_ index: Int) -> Bool {
        text.elements[index].entry.scalarClass == .letter
    }
}
