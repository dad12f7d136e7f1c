/// Finds where a block of rows may hold one of the terms of a ``TermFilter``, looking at nothing but their symbols.
///
/// The block is scanned as one text, whatever its rows and cells are. Of every term a short key is looked for, with no step
/// that waits for the one before; only what stands around a key goes through the automaton of all terms. It finds too
/// much — gaps, edges and neighbours of terms aren't looked at — and never too little: what symbols can't show, such as an
/// escape, counts as found.
package struct TermScanner: Sendable {
    private let codes: ScanCodes
    private let keys: ScanKeys
    private let automaton: TermAutomaton

    /// The number of symbols that lead to each state, and the first of them.
    private let depths: [Int32]
    private let firstSymbols: [UInt16]

    /// The number of symbols of the longest term.
    private let longest: Int

    /// How far back from a key is looked for the start of its term, in bytes, before it counts as found.
    private static let farthest = 4096

    /// Creates a scanner for the terms of `filter`.
    ///
    /// - Parameters:
    ///   - filter: The terms.
    ///   - sample: Some of the text to be scanned, or of text like it, which tells what is rare. What is found doesn't depend
    ///     on it, only how soon.
    package init(_ filter: TermFilter, sample: Span<UInt8>) {
        automaton = filter.automaton
        var codes = ScanCodes(filter.map, filter.automaton)
        keys = ScanKeys(filter.automaton, codes, sample: sample)
        codes.rest(keys.idleSymbols)
        self.codes = codes
        (depths, firstSymbols) = filter.automaton.beginnings
        longest = Int(depths.max() ?? 0)
    }

    /// Appends to `places` the offset of a byte in each line of `bytes` that may hold a term; at most one in a line, in
    /// order.
    ///
    /// - Returns: Whether the bytes are valid UTF-8, apart from the rest of a line after a place, which isn't looked at. Of
    ///   bytes that aren't, the places say nothing.
    /// - Complexity: O(*n*), however many terms there are, in texts that aren't made of their keys.
    package func scan(_ bytes: Span<UInt8>, into places: inout [Int]) -> Bool {
        var (index, history, floor) = (0, UInt64(0), 0)
        while true {
            index = runEnd(from: index, &history, in: bytes)
            guard index < bytes.count else { return true }
            let (code, length) = codes.code(at: index, in: bytes)
            if code == ScanCodes.fault { return false }
            if let found = found(code, after: history, at: index, notBefore: floor, in: bytes) {
                places.append(found)
                index = lineEnd(after: found, in: bytes)
                history = 0
                floor = index
            } else {
                if code != ScanCodes.escape { history = ScanKeys.history(history, adding: code) }
                index += length
            }
        }
    }

    /// Passes over scalars, which `history` takes up, as long as none completes a key or needs a closer look.
    ///
    /// All the time of a scan is spent here, in loops that call nothing and keep what they need in registers.
    ///
    /// - Returns: The place of the scalar that isn't passed over, or the end of `bytes`.
    private func runEnd(from start: Int, _ history: inout UInt64, in bytes: Span<UInt8>) -> Int {
        let (plane, pairs) = (codes.plane.span, keys.pairs.span)
        let raw = unsafe bytes.bytes
        let mask = keys.pairMask
        // Four bytes are loaded at a time; what is nearer to the end is looked at one by one.
        let limit = bytes.count - 4
        var index = start
        while index <= limit {
            let begun = index
            var left = history & 0xFFFF
            var isPassed = true
            while index <= limit {
                let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt32.self)
                guard word & 0x00C0_C0F0 == 0x0080_80E0 else { break }
                let scalar = Int(word & 0x0F) &<< 12 | Int(word &>> 2 & 0x0FC0) | Int(word &>> 16 & 0x3F)
                // Sixteen bits are within the plane.
                let code = unsafe plane[unchecked: scalar]
                let pair = ScanKeys.place(left, code, mask: mask)
                let isKey = unsafe pairs[unchecked: pair &>> 6] &>> UInt64(pair & 63) & 1 != 0
                guard code < ScanCodes.mark, scalar >= 0x800, !isKey else {
                    isPassed = false
                    break
                }
                left = code == ScanCodes.holding ? left : UInt64(code)
                index &+= 3
            }
            // Codes before one that is no letter's complete no key any more.
            if left != history & 0xFFFF { history = left }
            guard isPassed else { return index }
            var isInWord = index > start && Self.isLetterOrDigit(bytes[index &- 1])
            while index <= limit {
                let byte = bytes[index]
                guard byte < 0x80 else { break }
                var code = unsafe plane[unchecked: Int(byte)]
                guard code < ScanCodes.mark else { return index }
                if code > ScanCodes.holding {
                    if !isInWord { code |= ScanCodes.mark }
                    let pair = ScanKeys.place(history, code, mask: mask)
                    if unsafe pairs[unchecked: pair &>> 6] &>> UInt64(pair & 63) & 1 != 0 { return index }
                    let next = history &<< 16 | UInt64(code)
                    if next & ScanKeys.openingMarks != 0, keys.matchesOpening(next) { return index }
                    history = next
                } else if code == ScanCodes.breaking {
                    history = 0
                }
                isInWord = Self.isLetterOrDigit(byte)
                index &+= 1
            }
            guard index > begun else { return index }
        }
        return index
    }

    /// Where a term may end or an escape begins, given a marked code at `index`.
    private func found(
        _ code: UInt16,
        after history: UInt64,
        at index: Int,
        notBefore floor: Int,
        in bytes: Span<UInt8>
    ) -> Int? {
        switch code {
        case ScanCodes.escape: return TextEscape.mayBegin(at: index, in: bytes) ? index : nil
        case ScanCodes.look: return term(around: index, reaching: longest, notBefore: floor, in: bytes)
        default:
            // A pair may stand anywhere in its term, and an opening only where it begins.
            if keys.matchesPair(history, adding: code) {
                return term(around: index, reaching: longest, notBefore: floor, in: bytes)
            }
            guard keys.matchesOpening(history, adding: code) else { return nil }
            return term(around: index, reaching: ScanKeys.openingLength, notBefore: floor, in: bytes)
        }
    }

    /// Where the first term ends that holds the scalar at `place` and begins at most `reach` symbols before its end; an escape
    /// on the way counts as the end of a term.
    private func term(
        around place: Int,
        reaching reach: Int,
        notBefore floor: Int,
        in bytes: Span<UInt8>
    ) -> Int? {
        var index = place
        var symbols = 1
        while index > floor, symbols < reach {
            var start = index - 1
            while start > floor, bytes[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
            let (code, length) = codes.code(at: start, in: bytes)
            if code == ScanCodes.breaking || code == ScanCodes.fault || length != index - start { break }
            if code != ScanCodes.holding, code != ScanCodes.escape { symbols += 1 }
            index = start
            if place - index > Self.farthest { return place }
        }
        var state = automaton.start
        var starts: [Int] = []
        while index < bytes.count {
            let (code, length) = codes.code(at: index, in: bytes)
            switch code {
            case ScanCodes.breaking, ScanCodes.fault:
                if index >= place { return nil }
                state = automaton.start
            case ScanCodes.holding: break
            case ScanCodes.escape:
                if TextEscape.mayBegin(at: index, in: bytes) { return index }
            default:
                guard let scalar = ScanCodes.scalar(at: index, length, in: bytes) else { return nil }
                let end = index + length
                if let symbol = codes.symbol(of: scalar) {
                    if reads(symbol, from: &state, at: index..<end, &starts, in: bytes) { return index }
                } else {
                    for symbol in codes.sequence(of: scalar)
                    where reads(symbol, from: &state, at: index..<end, &starts, in: bytes) {
                        return index
                    }
                }
                if state == automaton.start, index >= place { return nil }
            }
            index += length
        }
        return nil
    }

    /// Reads a symbol whose scalar is at `range`, and tells whether a term may end there.
    private func reads(
        _ symbol: UInt16,
        from state: inout Int32,
        at range: Range<Int>,
        _ starts: inout [Int],
        in bytes: Span<UInt8>
    ) -> Bool {
        state = automaton.next(state, symbol)
        starts.append(range.lowerBound)
        return automaton.isAccepting(state)
            && endsFreely(state, symbol, starts: starts, before: range.upperBound, in: bytes)
    }

    /// Whether one of the terms that end in `state` isn't surely the part of a longer word: a letter or digit of ASCII that
    /// touches a letter of its own makes it one.
    ///
    /// - Parameters:
    ///   - state: Where the automaton is.
    ///   - last: The symbol that led there.
    ///   - starts: Where the scalar of each symbol that was read begins.
    ///   - end: Where the last one's ends.
    ///   - bytes: The block.
    /// - Returns: Whether there is such a term.
    private func endsFreely(
        _ state: Int32,
        _ last: UInt16,
        starts: [Int],
        before end: Int,
        in bytes: Span<UInt8>
    ) -> Bool {
        if codes.isLetter[Int(last)], end < bytes.count, Self.isLetterOrDigit(bytes[end]) { return false }
        var state = state
        while state != automaton.start {
            if automaton.endsTerm(at: state) {
                let first = starts[starts.count - Int(depths[Int(state)])]
                let isInWord = first > 0 && Self.isLetterOrDigit(bytes[first - 1])
                if !isInWord || !codes.isLetter[Int(firstSymbols[Int(state)])] { return true }
            }
            state = automaton.suffixes[Int(state)]
        }
        return false
    }

    private func lineEnd(after start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start + 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
        return index
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}

extension ScanCodes {
    /// The code of the scalar at `index`, with its length in bytes; of what is none, the length is 1.
    func code(at index: Int, in bytes: Span<UInt8>) -> (code: UInt16, length: Int) {
        let lead = bytes[index]
        if lead < 0x80 {
            let code = plane[Int(lead)]
            // Where a word begins isn't told here, and a mark too many finds no less.
            return (code > Self.holding && code < Self.mark ? code | Self.mark : code, 1)
        }
        let length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
        guard let scalar = Self.scalar(at: index, length, in: bytes) else { return (Self.fault, 1) }
        return (length < 4 ? plane[Int(scalar.value)] : code(of: scalar), length)
    }

    /// The scalar whose `length` bytes begin at `index`, or `nil` where there is none.
    static func scalar(at index: Int, _ length: Int, in bytes: Span<UInt8>) -> Unicode.Scalar? {
        let lead = bytes[index]
        if length == 1 { return lead < 0x80 ? Unicode.Scalar(lead) : nil }
        guard index + length <= bytes.count, lead >= 0xC2, lead < 0xF5 else { return nil }
        var value = UInt32(lead & (0x7F >> UInt8(length)))
        for place in (index + 1)..<(index + length) {
            guard bytes[place] & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(bytes[place] & 0x3F)
        }
        guard value >= (length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000) else { return nil }
        return Unicode.Scalar(value)
    }
}

extension TextEscape {
    /// Whether an escape or a tag may begin with the sign at `index`: `\u`, `&#`, `&lt;`, `%E8`, `<b`, `</`.
    static func mayBegin(at index: Int, in bytes: Span<UInt8>) -> Bool {
        func byte(_ distance: Int) -> UInt8 { index + distance < bytes.count ? bytes[index + distance] : 0 }
        let next = byte(1)
        switch bytes[index] {
        case UInt8(ascii: "\\"):
            return next | 0x20 == UInt8(ascii: "u")
        case UInt8(ascii: "&"):
            if next == UInt8(ascii: "#") { return true }
            var length = 1
            while length < 20, isLetter(byte(length)) { length += 1 }
            return length > 1 && byte(length) == UInt8(ascii: ";")
        case UInt8(ascii: "%"):
            return next | 0x20 == UInt8(ascii: "u") || isHexDigit(next) && isHexDigit(byte(2))
        default:
            return isLetter(next) || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20)
    }

    private static func isHexDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte | 0x20)
    }
}
