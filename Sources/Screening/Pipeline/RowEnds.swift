extension RowScanner {
    /// Finds the last row that surely ends within the first `limit` bytes.
    ///
    /// Rows aren't read one by one: it goes from quote to quote, and only a quote at the start of a cell can keep a line end
    /// from ending a row. A row whose quotes span lines is read as a whole.
    ///
    /// - Parameters:
    ///   - bytes: The bytes, which begin with a row.
    ///   - limit: The most bytes that the rows may have.
    ///   - isWhole: Whether nothing follows `bytes`.
    /// - Returns: The offset after that row, 0 where there is none.
    func lastRowEnd(in bytes: Span<UInt8>, upTo limit: Int, isWhole: Bool) -> Int {
        let limit = min(limit, bytes.count)
        // A row begins at `row`, and no quote is open at `index`.
        var row = 0
        var index = 0
        var cells: [Cell] = []
        while true {
            let mark = bytes.offset(of: UInt8(ascii: "\""), from: index)
            guard mark < limit else { break }
            let isOpening = mark == row || bytes[mark - 1] == dialect.delimiter || bytes[mark - 1] == dialect.lineEnd
            guard isOpening else {
                index = mark + 1
                continue
            }
            switch closing(of: mark, in: bytes, isWhole: isWhole) {
            case .closed(let end, crossed: 0, _):
                index = end + 1
            case .text:
                index = mark + 1
            case .closed, .unclosed, .unknown:
                let start = bytes.offset(afterLast: dialect.lineEnd, from: row, to: mark)
                guard let found = scan(bytes, from: start, isWhole: isWhole, into: &cells), found.next <= limit else {
                    return start
                }
                row = found.next
                index = found.next
            }
        }
        return bytes.offset(afterLast: dialect.lineEnd, from: row, to: limit)
    }
}
