extension BlockParser {
    /// What a row of a block is to someone who looks for candidates.
    enum Passage {
        /// A record that needn't be looked at; `isPadded` as in ``Row/Result``.
        case passed(isPadded: Bool)
        /// A row that must be looked at, or couldn't be read.
        case row(Row)
    }

    /// Whether rows may be passed over unread: there is nothing odd about the bytes.
    var hasPlainRows: Bool {
        // A scan goes on at the next line feed after a place.
        if case .delimited(let scanner) = layout.rows, scanner.dialect.lineEnd != UInt8(ascii: "\n") { return false }
        return rejected == nil && !mayHoldReplacements && !holdsNUL
    }

    /// Where the block may hold what `scan` looks for, or `nil` where the block isn't valid UTF-8.
    func places(_ scan: (Span<UInt8>, inout [Int]) -> Bool) -> [Int]? {
        var places: [Int] = []
        return scan(bytes.span, &places) ? places : nil
    }

    /// Passes every row that isn't blank to `body`, in order, but reads only those that hold one of `places` or in which
    /// something is out of the ordinary: a quote or a number of cells, an escape or a list in an object.
    ///
    /// - Precondition: ``hasPlainRows``.
    /// - Parameters:
    ///   - places: Offsets in the block's bytes, ascending.
    ///   - body: What is done with each row.
    /// - Returns: The number of line ends in the block.
    func forEachRow(holding places: [Int], _ body: (Passage) -> Void) -> Int {
        switch layout.rows {
        case .delimited(let scanner): forEachDelimitedRow(scanner, holding: places, body)
        case .objects: forEachObject(holding: places, body)
        }
    }

    private func forEachObject(holding places: [Int], _ body: (Passage) -> Void) -> Int {
        let span = bytes.span
        var keys = KeyPlaces(layout)
        var nextPlace = 0
        var offset = 0
        var lines = 0
        while offset < span.count {
            let end = span.offset(of: UInt8(ascii: "\n"), from: offset)
            let isCandidate = nextPlace < places.count && places[nextPlace] < end
            while nextPlace < places.count, places[nextPlace] < end { nextPlace += 1 }
            if !isCandidate, end - offset <= layout.rowLimit, JSONLineScanner.isPlainObject(span, offset..<end) {
                body(.passed(isPadded: false))
            } else {
                let line = bytes[(bytes.startIndex + offset)..<(bytes.startIndex + end)]
                if line.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) {
                    var row = row(result(of: line, &keys), at: lines, in: line.indices)
                    row.isCandidate = isCandidate
                    body(.row(row))
                }
            }
            lines += end < span.count ? 1 : 0
            offset = end + 1
        }
        return lines
    }

    private func forEachDelimitedRow(
        _ scanner: RowScanner,
        holding places: [Int],
        _ body: (Passage) -> Void
    ) -> Int {
        let (delimiter, lineEnd) = (scanner.dialect.delimiter, scanner.dialect.lineEnd)
        let columns = layout.plan.columns.count
        let builder = RecordBuilder(plan: layout.plan)
        let span = bytes.span
        var quote = scanner.dialect.quoting == .none ? span.count : span.offset(of: UInt8(ascii: "\""), from: 0)
        var nextPlace = 0
        var cells: [Cell] = []
        var offset = 0
        var lines = 0
        while offset < span.count {
            let end = span.offset(of: lineEnd, from: offset)
            if quote < offset { quote = span.offset(of: UInt8(ascii: "\""), from: offset) }
            if quote > end || quote == span.count, nextPlace == places.count || places[nextPlace] > end {
                let found = Self.cellCount(span, offset, end, delimiter, upTo: columns)
                if found == columns || found > 1, found <= columns {
                    body(.passed(isPadded: found != columns))
                    offset = min(end + 1, span.count)
                    lines += end < span.count ? 1 : 0
                    continue
                }
            }
            guard let row = scanner.scan(span, from: offset, isWhole: true, into: &cells) else { break }
            let isCandidate = nextPlace < places.count && places[nextPlace] < row.next
            while nextPlace < places.count, places[nextPlace] < row.next { nextPlace += 1 }
            if row.problem != nil || !isBlank(cells) {
                if row.problem == nil, !isCandidate, cells.count <= columns {
                    body(.passed(isPadded: cells.count != columns))
                } else {
                    let range = (bytes.startIndex + offset)..<(bytes.startIndex + row.next)
                    let result = result(of: row, in: range, cells: cells, builder)
                    var row = self.row(result, at: lines, in: range)
                    row.isCandidate = isCandidate
                    body(.row(row))
                }
            }
            offset = row.next
            lines += row.lines
        }
        return lines
    }

    /// The number of cells of a line without quotes, or one more than `most` where it has more than that.
    private static func cellCount(
        _ bytes: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ delimiter: UInt8,
        upTo most: Int
    ) -> Int {
        var count = 1
        var index = start
        while count <= most {
            // Not further: a file of lines has no delimiter at all.
            index = bytes.offset(of: delimiter, from: index, to: end)
            guard index < end else { break }
            index += 1
            count += 1
        }
        return count
    }
}
