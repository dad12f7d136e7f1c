/// Splits a paragraph into sentences, and sentences into the clauses between commas.
struct SentenceSplitter {
    private let line: Line

    /// Splits parts of `line`.
    init(_ line: Line) {
        self.line = line
    }

    /// The sentences of `range` with the marks that end them, in reading order, without blanks around them.
    ///
    /// What stands in brackets or quotation marks is not split, unless they aren't closed.
    ///
    /// - Complexity: O(*n*) in the length of the range.
    func sentences(in range: Range<Int>) -> [Range<Int>] {
        pieces(of: range) { index in endsSentence(at: index, before: range.upperBound) }
    }

    /// The parts of `range` between semicolons.
    func segments(in range: Range<Int>) -> [Range<Int>] {
        pieces(of: range) { index in line[index] == 0x3B }
    }

    /// The parts of `range` between commas, each with the comma at its end.
    func clauses(in range: Range<Int>) -> [Range<Int>] {
        pieces(of: range) { index in
            line[index] == 0x2C && !(Line.isDigit(line.at(index - 1)) && Line.isDigit(line.at(index + 1)))
        }
    }

    private func endsSentence(at index: Int, before end: Int) -> Bool {
        switch line[index] {
        case 0x3002, 0x21, 0x3F:
            return true
        case 0x2E:
            // A full stop of English: a blank and a capital follow, and no abbreviation stands before it.
            var next = index + 1
            while next < end, [0x22, 0x201D, 0x29, 0x2019].contains(line[next]) { next += 1 }
            guard next < end else { return true }
            guard Line.isBlank(line[next]) else { return false }
            while next < end, Line.isBlank(line[next]) { next += 1 }
            guard next < end else { return true }
            let opens = Line.isUpper(line[next]) || [0x22, 0x201C].contains(line[next]) || Line.isHan(line[next])
            return opens && !Self.abbreviations.contains { line.has($0, at: index - $0.count + 1) }
        default:
            return false
        }
    }

    private func pieces(of range: Range<Int>, endingAt isEnd: (Int) -> Bool) -> [Range<Int>] {
        let isSheltered = Shelter(line, range)
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where index >= start {
            guard !isSheltered.contains(index) || endsQuotation(at: index, isSheltered), isEnd(index) else { continue }
            var end = index + 1
            while end < range.upperBound, [0x201D, 0x22, 0x2019].contains(line[end]),
                line[index] != 0x2C || isSheltered.contains(index)
            {
                end += 1
            }
            let piece = line.trimmed(start..<end)
            if !piece.isEmpty { pieces.append(piece) }
            start = end
        }
        let rest = line.trimmed(start..<max(start, range.upperBound))
        if !rest.isEmpty { pieces.append(rest) }
        return pieces
    }

    /// A full stop or comma of English right before a quotation mark that closes: or "crypto asset." The next sentence
    private func endsQuotation(at index: Int, _ isSheltered: Shelter) -> Bool {
        [0x2E, 0x2C].contains(line[index]) && [0x22, 0x201D].contains(line.at(index + 1))
            && !isSheltered.contains(index + 2)
    }

    private static let abbreviations: [Phrase] = [
        "No.", "Nos.", "Art.", "Arts.", "Co.", "Mr.", "Dr.", "St.", "vs.", "e.g.", "i.e.",
    ]
}

/// The parts of a line that stand in brackets or quotation marks.
struct Shelter {
    private let ranges: [Range<Int>]

    /// Finds the closed brackets and quotation marks in `range` of `line`; one that isn't closed shelters nothing.
    init(_ line: Line, _ range: Range<Int>) {
        var open: [(close: UInt32, index: Int)] = []
        var closed: [Range<Int>] = []
        for index in range {
            let value = line[index]
            if let place = open.lastIndex(where: { $0.close == value }), open.count - place <= 4 {
                let start = open[place].index
                open.removeSubrange(place...)
                while let inner = closed.last, inner.lowerBound > start { closed.removeLast() }
                closed.append(start..<(index + 1))
            } else if let close = Self.closing[value], open.count < 64 {
                open.append((close, index))
            }
        }
        ranges = closed
    }

    /// Whether the scalar at `index` stands between a mark and its closing one, which count as inside.
    func contains(_ index: Int) -> Bool {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound <= index {
                low = middle + 1
            } else {
                high = middle
            }
        }
        return low < ranges.count && ranges[low].contains(index)
    }

    private static let closing: [UInt32: UInt32] = [
        0x28: 0x29, 0x201C: 0x201D, 0x300A: 0x300B, 0x22: 0x22, 0x5B: 0x5D,
    ]
}
