/// Tells whether a term really stands where a ``TermScanner`` has read its symbols, from what stands around it.
///
/// The bytes are those of a table, not of a field: marks that part or enclose cells stand between. They never hide a term,
/// for what keeps a term from being one touches it, and a cell's edge is seen as a mark. Where a quote is near, which may
/// stand for itself or for two, or the place is out of the ordinary in another way, a term counts as confirmed.
struct TermConfirmation: Sendable {
    private let matcher: TermMatcher
    private let automaton: TermAutomaton

    /// For each term of the automaton, its index among the matcher's compiled ones.
    private let spellings: [Int]

    /// The most scalars besides a term that tell whether it is one.
    private let context: Int

    /// The most bytes that a term may fill to be looked at.
    private static let longest = 512

    init(_ filter: TermFilter) {
        matcher = filter.matcher
        automaton = filter.automaton
        spellings = filter.spellings
        let neighbours = filter.spellings.lazy.flatMap { index in
            let term = filter.matcher.compiled[index]
            return [term.notBefore, term.notAfter].joined().map(\.count)
        }
        let words = filter.map.shared.words.lazy.map(\.count)
        // A gap is three marks long at most, and a letter and what is beside it tell whether a spelling goes on.
        context = max(neighbours.max() ?? 0, words.max() ?? 0) + 8
    }

    /// Whether one of the terms that end in `state` stands before `end`, or may do so.
    ///
    /// - Parameters:
    ///   - state: The automaton's state after the symbols of the scalar that ends there.
    ///   - start: Where reading began, at or before the first scalar of the terms.
    ///   - end: The offset after the last scalar of the terms.
    ///   - floor: What lies before isn't looked at: a row begins there.
    ///   - bytes: The block, whose end is the end of a row.
    ///   - scratch: Kept between calls.
    /// - Returns: Whether there is such a term.
    func holds(
        _ state: Int32,
        from start: Int,
        to end: Int,
        notBefore floor: Int,
        in bytes: Span<UInt8>,
        _ scratch: inout MatchScratch
    ) -> Bool {
        guard end - start <= Self.longest else { return true }
        // Most scalars have three bytes at most, and few can't be seen.
        let span = 3 * context + 12
        let low = Self.boundary(before: max(start - span, floor), notBefore: floor, in: bytes)
        let high = Self.boundary(before: min(end + span, bytes.count), notBefore: end, in: bytes)
        for index in low..<high where bytes[index] == UInt8(ascii: "\"") || mayOpenEscape(index, in: bytes) {
            return true
        }
        guard let valid = try? UTF8Span(validating: bytes.extracting(low..<high)) else { return true }
        let text = String(copying: valid)
        scratch.text.fold(text, with: matcher.map)
        guard scratch.text.length == high - low, let last = lastSymbol(before: end - low, in: scratch.text) else {
            return true
        }
        let verifier = TermVerifier(text: scratch.text, map: matcher.map)
        var holds = false
        automaton.forEachTerm(endingIn: state) { term in
            let compiled = matcher.compiled[spellings[term]]
            let range = (last + 1 - compiled.symbols.count)..<(last + 1)
            guard !holds else { return }
            holds =
                range.lowerBound < 0 || !seesEnough(around: range, low > floor, high < bytes.count, scratch.text)
                || verifier.match(compiled, symbols: range) != nil
        }
        return holds
    }

    /// The index of the last symbol of the scalar that ends at `offset`, in bytes.
    private func lastSymbol(before offset: Int, in text: FoldedText) -> Int? {
        text.symbols.indices.last { text.end(of: Int(text.origins[$0])) == offset }
    }

    /// Whether all that bears on the symbols at `range` is in `text`, which may be cut off before and after.
    private func seesEnough(
        around range: Range<Int>,
        _ isCutBefore: Bool,
        _ isCutAfter: Bool,
        _ text: FoldedText
    ) -> Bool {
        func visible(_ elements: some Collection<FoldedText.Element>) -> Int {
            elements.lazy.filter { $0.entry.scalarClass != .invisible }.count
        }
        let first = Int(text.origins[range.lowerBound])
        let last = Int(text.origins[range.upperBound - 1])
        return (!isCutBefore || visible(text.elements[..<first]) >= context)
            && (!isCutAfter || visible(text.elements[(last + 1)...]) >= context)
    }

    private func mayOpenEscape(_ index: Int, in bytes: Span<UInt8>) -> Bool {
        switch bytes[index] {
        case UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "%"), UInt8(ascii: "<"):
            TextEscape.mayBegin(at: index, in: bytes)
        default: false
        }
    }

    /// The place nearest to `index`, at or before it, at which a scalar begins or the bytes end.
    private static func boundary(before index: Int, notBefore floor: Int, in bytes: Span<UInt8>) -> Int {
        var index = index
        while index > floor, index < bytes.count, bytes[index] & 0xC0 == 0x80 { index -= 1 }
        return index
    }
}
