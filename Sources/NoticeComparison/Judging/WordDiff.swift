/// The differences of two runs of tokens, in pieces that read well.
struct WordDiff {
    /// A stretch that differs: old tokens, new tokens, or both.
    struct Piece: Hashable {
        /// The tokens of the old text.
        var old: Range<Int>
        /// The tokens of the new text.
        var new: Range<Int>

        /// The longer of both, in tokens.
        var size: Int { max(old.count, new.count) }
    }

    /// The stretches that differ, in order; all else is the same.
    private(set) var pieces: [Piece] = []

    private let oldTokens: [Token]
    private let newTokens: [Token]

    /// Above so many cells, the table of the careful method is too large and the quick one is used.
    private static let largestTable = 4_000_000

    /// Compares `old` of `oldTokens` with `new` of `newTokens`.
    ///
    /// - Complexity: O(*n* × *m*) for runs of *n* and *m* tokens that differ at both ends, and O((*n* + *m*) × *d*) for
    ///   very long ones with *d* differences.
    init(_ oldTokens: [Token], _ old: Range<Int>, _ newTokens: [Token], _ new: Range<Int>, cohesion: Cohesion) {
        self.oldTokens = oldTokens
        self.newTokens = newTokens
        var (i, j) = (old.lowerBound, new.lowerBound)
        var (k, l) = (old.upperBound, new.upperBound)
        while i < k, j < l, oldTokens[i].key == newTokens[j].key { (i, j) = (i + 1, j + 1) }
        while i < k, j < l, oldTokens[k - 1].key == newTokens[l - 1].key { (k, l) = (k - 1, l - 1) }
        guard i < k || j < l else { return }
        if i == k || j == l {
            pieces = [Piece(old: i..<k, new: j..<l)]
        } else if (k - i) * (l - j) <= Self.largestTable {
            compare(i..<k, j..<l)
        } else {
            compareQuickly(i..<k, j..<l)
        }
        mergeAcrossScraps(from: old.lowerBound)
        extendToWords(old, new, cohesion)
    }

    // MARK: - Comparing

    /// Keeps as many tokens as possible, in as few runs as possible.
    private mutating func compare(_ old: Range<Int>, _ new: Range<Int>) {
        let (n, m) = (old.count, new.count)
        // Each kept token is worth 4, and 3 more where it goes on with the one before it.
        let none = Int32.min / 2
        var kept = [Int32](repeating: none, count: m + 1)
        var best = [Int32](repeating: 0, count: m + 1)
        // Per cell: bits 0–1 say where the best value comes from, bit 2 whether a kept token goes on.
        var origins = [UInt8](repeating: 0, count: (n + 1) * (m + 1))
        for row in 1...n {
            let key = oldTokens[old.lowerBound + row - 1].key
            var keptDiagonal = kept[0]
            var bestDiagonal = best[0]
            kept[0] = none
            for column in 1...m {
                let (keptAbove, bestAbove) = (kept[column], best[column])
                var origin: UInt8 = 0
                if key == newTokens[new.lowerBound + column - 1].key {
                    let goesOn = keptDiagonal + 7
                    let starts = bestDiagonal + 4
                    kept[column] = max(goesOn, starts)
                    if goesOn > starts { origin |= 4 }
                } else {
                    kept[column] = none
                }
                var value = bestAbove
                origin |= 1
                if best[column - 1] > value {
                    value = best[column - 1]
                    origin = origin & 4 | 2
                }
                if kept[column] >= value {
                    value = kept[column]
                    origin = origin & 4 | 3
                }
                best[column] = value
                origins[row * (m + 1) + column] = origin
                (keptDiagonal, bestDiagonal) = (keptAbove, bestAbove)
            }
        }
        trace(origins, old, new)
    }

    private mutating func trace(_ origins: [UInt8], _ old: Range<Int>, _ new: Range<Int>) {
        let width = new.count + 1
        var (row, column) = (old.count, new.count)
        var found: [Piece] = []
        var end = (row, column)
        var mustKeep = false
        while row > 0 || column > 0 {
            let origin = row > 0 && column > 0 ? origins[row * width + column] : row > 0 ? 1 : 2
            if mustKeep || origin & 3 == 3 {
                if end != (row, column) {
                    found.append(Piece(old: row..<end.0, new: column..<end.1))
                }
                mustKeep = origin & 4 != 0
                (row, column) = (row - 1, column - 1)
                end = (row, column)
            } else if origin & 3 == 1 {
                row -= 1
            } else {
                column -= 1
            }
        }
        if end != (0, 0) { found.append(Piece(old: 0..<end.0, new: 0..<end.1)) }
        pieces = found.reversed().map { piece in
            Piece(
                old: piece.old.lowerBound + old.lowerBound..<piece.old.upperBound + old.lowerBound,
                new: piece.new.lowerBound + new.lowerBound..<piece.new.upperBound + new.lowerBound
            )
        }
    }

    private mutating func compareQuickly(_ old: Range<Int>, _ new: Range<Int>) {
        let difference = newTokens[new].map(\.key).difference(from: oldTokens[old].map(\.key))
        var gone = Set<Int>()
        var come = Set<Int>()
        for change in difference {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): come.insert(offset)
            }
        }
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            let (startOld, startNew) = (i, j)
            while gone.contains(i) || come.contains(j) {
                if gone.contains(i) { i += 1 } else { j += 1 }
            }
            if i > startOld || j > startNew {
                pieces.append(
                    Piece(
                        old: old.lowerBound + startOld..<old.lowerBound + i,
                        new: new.lowerBound + startNew..<new.lowerBound + j
                    )
                )
            } else {
                (i, j) = (i + 1, j + 1)
            }
        }
    }

    // MARK: - Reading well

    /// Joins two differences with a scrap between them that a reader would stumble over.
    private mutating func mergeAcrossScraps(from start: Int) {
        var isStable = false
        while !isStable {
            isStable = true
            var merged: [Piece] = []
            for piece in pieces {
                guard let last = merged.last else {
                    merged.append(piece)
                    continue
                }
                let scrap = last.old.upperBound..<piece.old.lowerBound
                if isScrap(scrap, between: last, and: piece) {
                    merged[merged.count - 1] = Piece(
                        old: last.old.lowerBound..<piece.old.upperBound,
                        new: last.new.lowerBound..<piece.new.upperBound
                    )
                    isStable = false
                } else {
                    merged.append(piece)
                }
            }
            pieces = merged
        }
    }

    private func isScrap(_ scrap: Range<Int>, between left: Piece, and right: Piece) -> Bool {
        let isOfCharacters = oldTokens[scrap].allSatisfy(\.isCharacter)
        if scrap.count <= 1, isOfCharacters { return true }
        let least = min(left.size, right.size)
        return isOfCharacters ? scrap.count <= 3 && scrap.count * 2 <= least : scrap.count <= 2 && scrap.count <= least
    }

    /// Extends an exchange of words over the characters behind it that are the end of a word: 衍生品 → 金融产品.
    private mutating func extendAtEnd(_ index: Int, _ new: Range<Int>, _ cohesion: Cohesion, limit: Int) {
        for _ in 0..<limit {
            let piece = pieces[index]
            let end = index + 1 < pieces.count ? pieces[index + 1].new.lowerBound : new.upperBound
            guard !piece.old.isEmpty, !piece.new.isEmpty, piece.size > 1, piece.new.upperBound < end,
                oldTokens[piece.old.upperBound - 1].isCharacter, newTokens[piece.new.upperBound - 1].isCharacter,
                newTokens[piece.new.upperBound].isCharacter
            else { return }
            let strength = max(
                cohesion.strength(oldTokens, at: piece.old.upperBound - 1..<piece.old.upperBound, before: false),
                cohesion.strength(newTokens, at: piece.new.upperBound - 1..<piece.new.upperBound, before: false)
            )
            guard strength >= 0.5 else { return }
            pieces[index].old = piece.old.lowerBound..<piece.old.upperBound + 1
            pieces[index].new = piece.new.lowerBound..<piece.new.upperBound + 1
        }
    }

    /// Extends a difference of one character to the word of two that it stands in: 账户 → 账本, not 户 → 本.
    private mutating func extendToWords(_ old: Range<Int>, _ new: Range<Int>, _ cohesion: Cohesion) {
        for index in pieces.indices {
            extendAtEnd(index, new, cohesion, limit: 3)
            let piece = pieces[index]
            guard piece.size == 1,
                (oldTokens[piece.old] + newTokens[piece.new]).allSatisfy(\.isCharacter)
            else { continue }
            let leftLimit = index > 0 ? pieces[index - 1].old.upperBound : old.lowerBound
            let rightLimit = index + 1 < pieces.count ? pieces[index + 1].old.lowerBound : old.upperBound
            var left = 0.0
            var right = 0.0
            if piece.old.lowerBound > leftLimit, piece.new.lowerBound > new.lowerBound {
                left = max(
                    cohesion.strength(oldTokens, at: piece.old, before: true),
                    cohesion.strength(newTokens, at: piece.new, before: true)
                )
            }
            if piece.old.upperBound < rightLimit, piece.new.upperBound < new.upperBound {
                right = max(
                    cohesion.strength(oldTokens, at: piece.old, before: false),
                    cohesion.strength(newTokens, at: piece.new, before: false)
                )
            }
            if left >= right, left >= 0.34 {
                pieces[index].old = piece.old.lowerBound - 1..<piece.old.upperBound
                pieces[index].new = piece.new.lowerBound - 1..<piece.new.upperBound
            } else if right >= 0.34 {
                pieces[index].old = piece.old.lowerBound..<piece.old.upperBound + 1
                pieces[index].new = piece.new.lowerBound..<piece.new.upperBound + 1
            }
        }
    }
}

/// How firmly two characters belong together in the texts that are compared.
///
/// Words aren't looked up: two characters that mostly occur together are one.
struct Cohesion {
    private var singles: [Int32: Int] = [:]
    private var doubles: [Int64: Int] = [:]

    /// Counts the characters of both texts.
    init(_ texts: [[Token]]) {
        for tokens in texts {
            var previous: Token?
            for token in tokens where token.isCharacter {
                singles[token.key, default: 0] += 1
                if let previous, previous.end == token.start {
                    doubles[Int64(previous.key) << 32 | Int64(token.key), default: 0] += 1
                }
                previous = token
            }
        }
    }

    /// How firmly the edge of a stretch of one character holds to its neighbour, from 0 to 1.
    func strength(_ tokens: [Token], at range: Range<Int>, before: Bool) -> Double {
        guard let index = range.first else { return 0 }
        let (first, second) = before ? (index - 1, index) : (index, index + 1)
        guard first >= 0, second < tokens.count, tokens[first].end == tokens[second].start else { return 0 }
        let (left, right) = (tokens[first].key, tokens[second].key)
        let together = doubles[Int64(left) << 32 | Int64(right)] ?? 0
        let least = min(singles[left] ?? 0, singles[right] ?? 0)
        return least > 0 ? Double(together) / Double(least) : 0
    }
}
