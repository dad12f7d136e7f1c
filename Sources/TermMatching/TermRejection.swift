/// A place where the characters of a term stand and the term doesn't, with what keeps it from being one.
package struct TermRejection: Sendable, Hashable {
    /// The index of the term among the matcher's terms.
    package let term: Int

    /// Where the term's first character begins, in UTF-8 bytes of the text.
    package let start: Int

    /// Where the term's last character ends, in UTF-8 bytes of the text.
    package let end: Int

    /// What keeps it from being the term.
    package let reason: Reason

    /// What keeps a run of characters from being a term.
    package enum Reason: Sendable, Hashable {
        /// A letter or digit stands directly beside a Latin term: NORWAY is not RWA.
        case insideWord
        /// What must not stand before the term does, as 煤 before 矿机.
        case before(String)
        /// What must not stand after the term does, as 械 after 矿机.
        case after(String)
        /// What stands between its characters parts them: 加密、资产.
        case parted
    }
}

extension TermVerifier {
    /// Why the symbols of `term` at `range` aren't the term, or `nil` where they are, or where it is for another reason.
    func rejection(_ term: CompiledTerm, symbols range: Range<Int>) -> TermRejection? {
        let first = Int(text.origins[range.lowerBound])
        let last = Int(text.origins[range.upperBound - 1])
        guard term.spelling.steps.isEmpty, match(term, symbols: range) == nil,
            let reason = reason(term, range, first, last)
        else { return nil }
        return TermRejection(
            term: term.term,
            start: text.elements[first].offset,
            end: text.end(of: last),
            reason: reason
        )
    }

    private func reason(
        _ term: CompiledTerm,
        _ range: Range<Int>,
        _ first: Int,
        _ last: Int
    ) -> TermRejection.Reason? {
        if !hasWordEdges(term, first, last) { return .insideWord }
        if let word = term.notBefore.first(where: { stands($0, from: first, .backward) }) {
            return .before(String(String.UnicodeScalarView(word.reversed())))
        }
        if let word = term.notAfter.first(where: { stands($0, from: last, .forward) }) {
            return .after(String(String.UnicodeScalarView(word)))
        }
        return breaks(of: term, symbols: range) == nil ? .parted : nil
    }
}

extension TermMatcher {
    /// The places in `text` where the characters of a term stand and the term doesn't, by start, the longer first.
    ///
    /// For explaining one record, not for scanning: every term is tried at every character.
    package func rejections(in text: String) -> [TermRejection] {
        var folded = FoldedText()
        folded.fold(text, with: map)
        let verifier = TermVerifier(text: folded, map: map)
        var found: [TermRejection] = []
        for start in folded.symbols.indices {
            for term in compiled where term.symbols.first == folded.symbols[start] {
                let range = start..<(start + term.symbols.count)
                guard range.upperBound <= folded.symbols.count, folded.symbols[range].elementsEqual(term.symbols),
                    let rejection = verifier.rejection(term, symbols: range)
                else { continue }
                found.append(rejection)
            }
        }
        return found.sorted { ($0.start, -$0.end, $0.term) < ($1.start, -$1.end, $1.term) }
    }
}
