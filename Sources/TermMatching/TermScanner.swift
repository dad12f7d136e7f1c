/// Finds where a block of rows may hold one of the terms of a ``TermFilter``, looking at nothing but symbols at first.
///
/// The block is scanned as one text, whatever its rows and cells are. Of every term a short key is looked for, with no step
/// that waits for the one before; only what stands around a key goes through the automaton of all terms. What stands
/// around a term is looked at last. The scan finds too much and never too little: what symbols can't show, such as an escape,
/// counts as found.
package struct TermScanner: Sendable {
    private let codes: ScanCodes
    private let keys: ScanKeys
    private let automaton: TermAutomaton
    private let confirmation: TermConfirmation

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
        confirmation = TermConfirmation(filter)
        codes = ScanCodes(filter.map, filter.automaton)
        keys = ScanKeys(filter.automaton, codes, sample: sample)
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
        var state = ScanState()
        var floor = 0
        var scratch = MatchScratch()
        while true {
            pass(&state, in: bytes)
            let index = state.index
            guard index < bytes.count else { return true }
            let (code, length) = codes.code(at: index, in: bytes)
            if code == ScanCodes.fault { return false }
            if let found = found(code, state, notBefore: floor, in: bytes, &scratch) {
                places.append(found)
                floor = lineEnd(after: found, in: bytes)
                state = ScanState(index: floor)
            } else {
                state.take(code, keys.classes(of: code))
                state.index += length
            }
        }
    }

    /// Passes over scalars as long as none completes a key or needs a closer look.
    ///
    /// All the time of a scan is spent here, in loops that call nothing and keep what they need in registers.
    private func pass(_ state: inout ScanState, in bytes: Span<UInt8>) {
        let (plane, ascii) = (keys.plane.span, keys.ascii.span)
        let raw = unsafe bytes.bytes
        // Eight bytes are loaded at a time; what is nearer to the end is looked at one by one.
        let limit = bytes.count - 8
        var index = state.index
        var left = state.left
        var entered = left
        defer {
            state.index = index
            state.left = left
        }
        while index <= limit {
            let word = unsafe raw.unsafeLoadUnaligned(fromUncheckedByteOffset: index, as: UInt64.self)
            if word & 0x0000_C0C0_F0C0_C0F0 == 0x0000_8080_E080_80E0 {
                // Two scalars of three bytes each; sixteen bits are within the plane.
                let scalars = Self.scalars(word)
                let one = unsafe plane[unchecked: Int(truncatingIfNeeded: scalars & 0xFFFF)]
                let two = unsafe plane[unchecked: Int(truncatingIfNeeded: scalars &>> 24 & 0xFFFF)]
                let middle = one == ScanKeys.holdingClasses ? left : one
                guard Self.common(left, one) | Self.common(middle, two) == 0 else {
                    if Self.common(left, one) == 0 {
                        left = middle
                        index &+= 3
                    }
                    return
                }
                left = two == ScanKeys.holdingClasses ? middle : two
                index &+= 6
                continue
            }
            if word & 0xC0_C0F0 == 0x80_80E0 {
                let one = unsafe plane[unchecked: Int(truncatingIfNeeded: Self.scalars(word) & 0xFFFF)]
                guard Self.common(left, one) == 0 else { return }
                if one != ScanKeys.holdingClasses { left = one }
                index &+= 3
                if word &>> 24 & 0x80 != 0 { continue }
            } else if word & 0x80 != 0 {
                return
            }
            // Letters before one that is none complete no key any more.
            var history = left == entered ? state.history : 0
            var before: UInt32 =
                index > 0 && bytes[index &- 1] < 0x80 ? unsafe ascii[unchecked: Int(bytes[index &- 1])] : 0
            while index <= limit {
                let byte = bytes[index]
                guard byte < 0x80 else { break }
                let entry = unsafe ascii[unchecked: Int(byte)]
                let classes = UInt16(truncatingIfNeeded: entry &>> 16)
                if Self.common(left, classes) != 0 {
                    state.history = history
                    return
                }
                let code = entry & 0x7FFF
                if code > ScanCodes.holding {
                    let next = history &<< 16 | UInt64(code | ~before & UInt32(ScanCodes.mark))
                    if next & ScanKeys.openingMarks != 0, keys.matchesOpening(next) {
                        state.history = history
                        return
                    }
                    history = next
                    left = classes
                } else if code == ScanCodes.breaking {
                    history = 0
                    left = classes
                }
                before = entry
                index &+= 1
            }
            state.history = history
            entered = left
        }
    }

    /// The scalars of three bytes each that `word` begins with, the second 24 bits above the first.
    private static func scalars(_ word: UInt64) -> UInt64 {
        word &<< 12 & 0xF0_0000_F000 | word &>> 2 & 0xF_C000_0FC0 | word &>> 16 & 0x3F00_003F
    }

    /// The classes of pairs that a scalar begins and the next one ends.
    private static func common(_ left: UInt16, _ right: UInt16) -> UInt16 {
        left &>> 8 & right
    }

    /// Where a term may end or an escape begins, given what stands where a scan stopped.
    private func found(
        _ code: UInt16,
        _ state: ScanState,
        notBefore floor: Int,
        in bytes: Span<UInt8>,
        _ scratch: inout MatchScratch
    ) -> Int? {
        let index = state.index
        switch code {
        case ScanCodes.escape: return TextEscape.mayBegin(at: index, in: bytes) ? index : nil
        case ScanCodes.look: return term(around: index, reaching: longest, notBefore: floor, in: bytes, &scratch)
        case ScanCodes.breaking, ScanCodes.holding: return nil
        default:
            if isKey(code, at: index, notBefore: floor, in: bytes) {
                return term(around: index, reaching: longest, notBefore: floor, in: bytes, &scratch)
            }
            guard keys.matchesOpening(state.history, adding: code) else { return nil }
            return term(around: index, reaching: ScanKeys.openingLength, notBefore: floor, in: bytes, &scratch)
        }
    }

    /// Where the scalar before `index` begins that isn't leapt over, and whether the two surely are a key.
    private func isKey(_ code: UInt16, at index: Int, notBefore floor: Int, in bytes: Span<UInt8>) -> Bool {
        var index = index
        while let start = scalarStart(before: index, notBefore: floor, in: bytes) {
            let (before, length) = codes.code(at: start, in: bytes)
            guard length == index - start else { return false }
            if before != ScanCodes.holding, before != ScanCodes.escape { return keys.isSure(UInt64(before), code) }
            index = start
        }
        return false
    }

    private func scalarStart(before index: Int, notBefore floor: Int, in bytes: Span<UInt8>) -> Int? {
        guard index > floor else { return nil }
        var start = index - 1
        while start > floor, bytes[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
        return start
    }

    /// Where the first term ends that holds the scalar at `place` and begins at most `reach` symbols before its end; an escape
    /// on the way counts as the end of a term.
    private func term(
        around place: Int,
        reaching reach: Int,
        notBefore floor: Int,
        in bytes: Span<UInt8>,
        _ scratch: inout MatchScratch
    ) -> Int? {
        var index = place
        var symbols = 1
        while symbols < reach, let start = scalarStart(before: index, notBefore: floor, in: bytes) {
            let (code, length) = codes.code(at: start, in: bytes)
            if code == ScanCodes.breaking || code == ScanCodes.fault || length != index - start { break }
            if code != ScanCodes.holding, code != ScanCodes.escape { symbols += 1 }
            index = start
            if place - index > Self.farthest { return place }
        }
        let first = index
        var state = automaton.start
        // The symbols after the one at `place`, and that one.
        var read: Int32 = 0
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
                    state = automaton.next(state, symbol)
                    read += index >= place ? 1 : 0
                    if automaton.isAccepting(state), endsFreely(state, symbol, from: first, before: end, in: bytes),
                        confirms(state, from: first, to: end, notBefore: floor, in: bytes, &scratch)
                    {
                        return index
                    }
                } else {
                    for symbol in codes.sequence(of: scalar) {
                        state = automaton.next(state, symbol)
                        read += index > place ? 1 : 0
                        if automaton.isAccepting(state), endsFreely(state, symbol, from: first, before: end, in: bytes),
                            confirms(state, from: first, to: end, notBefore: floor, in: bytes, &scratch)
                        {
                            return index
                        }
                    }
                    if index == place { read = 1 }
                }
                // What is being read began after `place`.
                if depths[Int(state)] < read { return nil }
            }
            index += length
        }
        return nil
    }

    /// Whether one of the terms that end in `state` isn't surely the part of a longer word: a letter or digit of ASCII that
    /// touches a letter of its own makes it one.
    ///
    /// - Parameters:
    ///   - state: Where the automaton is.
    ///   - last: The symbol that led there.
    ///   - first: Where reading began.
    ///   - end: Where the last symbol's scalar ends.
    ///   - bytes: The block.
    /// - Returns: Whether there is such a term.
    private func endsFreely(
        _ state: Int32,
        _ last: UInt16,
        from first: Int,
        before end: Int,
        in bytes: Span<UInt8>
    ) -> Bool {
        if codes.isLetter[Int(last)], end < bytes.count, Self.isLetterOrDigit(bytes[end]) { return false }
        var state = state
        while state != automaton.start {
            if automaton.endsTerm(at: state) {
                guard codes.isLetter[Int(firstSymbols[Int(state)])] else { return true }
                let start = start(of: depths[Int(state)], before: end, notBefore: first, in: bytes)
                if start == 0 || !Self.isLetterOrDigit(bytes[start - 1]) { return true }
            }
            state = automaton.suffixes[Int(state)]
        }
        return false
    }

    /// Whether a term that ends in `state` really stands before `end`, or may do so.
    private func confirms(
        _ state: Int32,
        from first: Int,
        to end: Int,
        notBefore floor: Int,
        in bytes: Span<UInt8>,
        _ scratch: inout MatchScratch
    ) -> Bool {
        let start = start(of: depths[Int(state)], before: end, notBefore: first, in: bytes)
        return confirmation.holds(state, from: start, to: end, notBefore: floor, in: bytes, &scratch)
    }

    /// Where the scalar of the symbol begins that comes `count` symbols before `end`.
    private func start(of count: Int32, before end: Int, notBefore first: Int, in bytes: Span<UInt8>) -> Int {
        var index = end
        var left = Int(count)
        while left > 0, let start = scalarStart(before: index, notBefore: first, in: bytes) {
            index = start
            let (code, length) = codes.code(at: start, in: bytes)
            guard code != ScanCodes.holding, code != ScanCodes.escape else { continue }
            guard code == ScanCodes.look, let scalar = ScanCodes.scalar(at: start, length, in: bytes) else {
                left -= 1
                continue
            }
            left -= codes.symbol(of: scalar) == nil ? codes.sequence(of: scalar).count : 1
        }
        return index
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

/// How far a ``TermScanner`` has come, and what it knows of the scalars before.
struct ScanState {
    /// The offset of the next scalar.
    var index = 0

    /// The classes of the scalar before that isn't leapt over.
    var left = ScanKeys.noClasses

    /// The codes of the letters before.
    var history: UInt64 = 0

    /// Goes past a scalar with `code` and `classes`, but not past its bytes.
    mutating func take(_ code: UInt16, _ classes: UInt16) {
        guard code != ScanCodes.holding, code != ScanCodes.escape else { return }
        left = classes
        history = history &<< 16 | UInt64(code)
    }
}
