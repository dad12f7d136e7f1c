/// Finds the cells of one row after another in a buffer of bytes.
///
/// The reader uses it to cut a file into blocks at row ends, and the workers to read the cells, so that both
/// agree on where a row ends. It works on UTF-8 and on GB18030 alike: in neither can a quote, a line end, a
/// comma, a semicolon or a tab be part of another character.
struct RowScanner: Sendable {
    let dialect: Dialect

    /// The number of columns, or `nil` while the header isn't known.
    let columns: Int?

    /// Reads the row that begins at `start`, replacing the content of `cells` by its cells.
    ///
    /// With `isWhole`, nothing follows `bytes`; otherwise the result is `nil` where the row can't be told without
    /// more bytes.
    func scan(
        _ bytes: Span<UInt8>,
        from start: Int,
        isWhole: Bool,
        into cells: inout [Cell]
    ) -> ScannedRow? {
        cells.removeAll(keepingCapacity: true)
        var index = start
        var lines = 0
        var firstOpening: Opening?
        while true {
            let cellStart = index
            if dialect.quoting != .none, index < bytes.count, bytes[index] == quote {
                switch closing(of: index, in: bytes, isWhole: isWhole) {
                case .closed(let end, let crossed, let doubled):
                    if crossed > 0, firstOpening == nil {
                        firstOpening = Opening(column: cells.count + 1, offset: cellStart)
                    }
                    cells.append(Cell(range: (cellStart + 1)..<end, holdsDoubledQuotes: doubled))
                    lines += crossed
                    index = end + 1
                case .text:
                    index = endOfPlainCell(from: index, in: bytes)
                    cells.append(Cell(range: cellStart..<index, holdsDoubledQuotes: false))
                case .unclosed:
                    let opening = firstOpening ?? Opening(column: cells.count + 1, offset: cellStart)
                    return givenUp(at: opening, from: start, in: bytes)
                case .unknown:
                    return nil
                }
            } else {
                index = endOfPlainCell(from: index, in: bytes)
                cells.append(Cell(range: cellStart..<index, holdsDoubledQuotes: false))
            }
            // A quote that swallowed the rows below it shows by the number of cells, long before the file's end.
            if let firstOpening, let columns, cells.count > columns {
                return givenUp(at: firstOpening, from: start, in: bytes)
            }
            guard index < bytes.count else {
                guard isWhole else { return nil }
                trimReturn(of: &cells, in: bytes)
                return finished(from: start, next: index, lines: lines, cells: cells, firstOpening, in: bytes)
            }
            if bytes[index] == dialect.delimiter {
                index += 1
                continue
            }
            // A cell that is closed before a carriage return and a line feed stops at the former.
            if bytes[index] != dialect.lineEnd { index += 1 }
            trimReturn(of: &cells, in: bytes)
            let next = min(index + 1, bytes.count)
            return finished(from: start, next: next, lines: lines + 1, cells: cells, firstOpening, in: bytes)
        }
    }

    /// The offset after the first line end at or after `start`, or the end of `bytes`.
    func nextLine(after start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start
        while index < bytes.count {
            if bytes[index] == dialect.lineEnd { return index + 1 }
            index += 1
        }
        return index
    }

    private func endOfPlainCell(from start: Int, in bytes: Span<UInt8>) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == dialect.delimiter || byte == dialect.lineEnd { break }
            index += 1
        }
        return index
    }

    enum Closing {
        /// The partner is at `end`; `crossed` line ends lie between.
        case closed(end: Int, crossed: Int, doubled: Bool)
        /// The quote is text.
        case text
        /// Nothing closes the quote.
        case unclosed
        /// The bytes that would tell haven't been read yet.
        case unknown
    }

    func closing(of opening: Int, in bytes: Span<UInt8>, isWhole: Bool) -> Closing {
        var index = opening + 1
        var crossed = 0
        var doubled = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte == dialect.lineEnd {
                guard dialect.quoting == .multiLine else { return .text }
                crossed += 1
            } else if byte == quote {
                guard index + 1 < bytes.count else {
                    return isWhole ? .closed(end: index, crossed: crossed, doubled: doubled) : .unknown
                }
                let next = bytes[index + 1]
                if next == quote {
                    doubled = true
                    index += 2
                    continue
                }
                if next == dialect.delimiter || next == dialect.lineEnd {
                    return .closed(end: index, crossed: crossed, doubled: doubled)
                }
                if next == carriageReturn {
                    guard index + 2 < bytes.count else {
                        return isWhole ? .closed(end: index, crossed: crossed, doubled: doubled) : .unknown
                    }
                    if bytes[index + 2] == dialect.lineEnd {
                        return .closed(end: index, crossed: crossed, doubled: doubled)
                    }
                }
                // Text follows the partner: “"天使"投资” is one plain cell, but only where it is on one line.
                return crossed == 0 ? .text : .unclosed
            }
            index += 1
        }
        guard isWhole else { return .unknown }
        return dialect.quoting == .multiLine ? .unclosed : .text
    }

    private struct Opening {
        /// The column of the quote, counted from 1.
        let column: Int
        let offset: Int
    }

    /// The row as it is when the quote at `opening` is taken for a mistake: it ends with the quote's line.
    private func givenUp(at opening: Opening, from start: Int, in bytes: Span<UInt8>) -> ScannedRow {
        let next = nextLine(after: opening.offset, in: bytes)
        let endsLine = next > start && bytes[next - 1] == dialect.lineEnd
        return ScannedRow(next: next, lines: endsLine ? 1 : 0, problem: .unclosedQuote(column: opening.column))
    }

    private func finished(
        from start: Int,
        next: Int,
        lines: Int,
        cells: [Cell],
        _ firstOpening: Opening?,
        in bytes: Span<UInt8>
    ) -> ScannedRow {
        if let firstOpening, let columns, cells.count != columns {
            return givenUp(at: firstOpening, from: start, in: bytes)
        }
        return ScannedRow(next: next, lines: lines, problem: nil)
    }

    /// Takes the carriage return before a line feed off the last cell.
    private func trimReturn(of cells: inout [Cell], in bytes: Span<UInt8>) {
        guard dialect.lineEnd != carriageReturn, let last = cells.last, !last.range.isEmpty,
            last.range.upperBound <= bytes.count, bytes[last.range.upperBound - 1] == carriageReturn,
            last.range.upperBound == bytes.count || bytes[last.range.upperBound] == dialect.lineEnd
        else { return }
        cells[cells.count - 1].range = last.range.lowerBound..<(last.range.upperBound - 1)
    }
}

/// One cell of a row: where its content is, without the quotes around it.
struct Cell: Sendable, Hashable {
    var range: Range<Int>

    /// Whether `""` stands for a quote in it.
    var holdsDoubledQuotes: Bool
}

/// One row as the scanner found it.
struct ScannedRow: Sendable, Hashable {
    /// The offset at which the next row begins.
    let next: Int

    /// The number of line ends in the row, its own included.
    let lines: Int

    /// Why the row can't be used.
    let problem: RowProblem?
}

private let quote = UInt8(ascii: "\"")
private let carriageReturn = UInt8(ascii: "\r")
