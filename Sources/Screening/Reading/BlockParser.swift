internal import LegalText
internal import RecordModel

/// Makes records of the rows of one block.
struct BlockParser {
    let layout: RecordLayout
    let bytes: ArraySlice<UInt8>
    let checksText: Bool
    let mayHoldReplacements: Bool
    let holdsNUL: Bool
    let rejected: (problem: RowProblem, lines: Int)?

    /// One row of a block.
    struct Row {
        /// The number of line ends before the row in its block.
        let lineOffset: Int

        /// What became of it.
        let result: Result

        /// The words of a row that was rejected, as far as they were kept.
        var text: String?

        /// Whether a scan found something in the row.
        var isCandidate = false

        enum Result {
            /// A record; `isPadded` where cells were missing at the end of the row or empty ones too many.
            case record(Record, isPadded: Bool, label: String?)
            case rejected(RowProblem)
        }
    }

    /// Creates a parser; with `checksRows`, text is checked row by row as rows are read, and not as a whole at once.
    init(_ block: RecordBlock, checksRows: Bool = false) {
        layout = block.layout
        switch block.content {
        case .rejected(let problem, let lines):
            bytes = []
            checksText = false
            mayHoldReplacements = false
            holdsNUL = false
            rejected = (problem, lines)
        case .rows(let raw):
            rejected = nil
            let text: ArraySlice<UInt8>
            if block.layout.encoding == .utf8 {
                text = raw[...]
                checksText = checksRows || !isValidUTF8(raw.span)
                mayHoldReplacements = block.mayHoldReplacements
            } else {
                let decoded = TextDecoder(block.layout.encoding).decode(raw)
                text = decoded.utf8[...]
                checksText = false
                mayHoldReplacements = decoded.malformed != nil
            }
            bytes = text
            holdsNUL = Self.holdsNUL(text)
        }
    }

    /// Passes every row that isn't blank to `body`, in order.
    ///
    /// - Returns: The number of line ends in the block.
    func forEachRow(_ body: (Row) -> Void) -> Int {
        if let rejected {
            body(Row(lineOffset: 0, result: .rejected(rejected.problem)))
            return rejected.lines
        }
        switch layout.rows {
        case .delimited(let scanner): return forEachDelimitedRow(scanner, body)
        case .objects: return forEachObject(body)
        }
    }

    /// How much of a rejected row is kept for the user, in UTF-8 bytes.
    private static let keptLength = 1 << 20

    /// A row of the block; one that was rejected keeps its words.
    func row(_ result: Row.Result, at line: Int, in range: Range<Int>) -> Row {
        guard case .rejected = result else { return Row(lineOffset: line, result: result) }
        var kept = bytes[range].prefix(Self.keptLength)
        while let last = kept.last, last == 0x0A || last == 0x0D || last == 0x1E { kept.removeLast() }
        return Row(lineOffset: line, result: result, text: String(decoding: kept, as: UTF8.self))
    }

    /// What keeps the row in `range` from being read as text.
    ///
    /// NULs do not: the matcher leaps over them as over other marks that can't be seen, so what they part is found. A row
    /// that holds nothing else is a hole that a copy left in the file.
    private func textProblem(in range: Range<Int>) -> RowProblem? {
        if range.count > layout.rowLimit { return .tooLong(limit: layout.rowLimit) }
        let row = bytes[range]
        if holdsNUL, row.contains(0), row.allSatisfy({ $0 <= 0x20 }) { return .nul }
        if checksText, !isValidUTF8(row.span) { return .invalidText }
        if mayHoldReplacements, Self.holdsReplacement(row) { return .invalidText }
        return nil
    }

    private static func holdsNUL(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.span.offset(of: 0, from: 0) < bytes.count
    }

    /// Whether U+FFFD stands in `row`.
    private static func holdsReplacement(_ row: ArraySlice<UInt8>) -> Bool {
        var index = row.startIndex
        while index + 2 < row.endIndex {
            if row[index] == 0xEF, row[index + 1] == 0xBF, row[index + 2] == 0xBD { return true }
            index += 1
        }
        return false
    }
}

// MARK: - Rows of cells

extension BlockParser {
    private func forEachDelimitedRow(_ scanner: RowScanner, _ body: (Row) -> Void) -> Int {
        let builder = RecordBuilder(plan: layout.plan)
        let span = bytes.span
        var cells: [Cell] = []
        var offset = 0
        var lines = 0
        while offset < span.count, let row = scanner.scan(span, from: offset, isWhole: true, into: &cells) {
            let range = (bytes.startIndex + offset)..<(bytes.startIndex + row.next)
            if row.problem != nil || !isBlank(cells) {
                body(self.row(result(of: row, in: range, cells: cells, builder), at: lines, in: range))
            }
            offset = row.next
            lines += row.lines
        }
        return lines
    }

    func result(
        of row: ScannedRow,
        in range: Range<Int>,
        cells: [Cell],
        _ builder: RecordBuilder
    ) -> Row.Result {
        if let problem = row.problem ?? textProblem(in: range) { return .rejected(problem) }
        let columns = layout.plan.columns.count
        if cells.count > columns, !layout.isWorkbook, cells[columns...].contains(where: { !$0.range.isEmpty }) {
            return .rejected(.extraCells(found: cells.count, expected: columns))
        }
        func texts(of column: Int) -> [String] {
            column < cells.count ? [text(of: cells[column])] : []
        }
        return .record(
            builder.record(texts: texts(of:)),
            isPadded: cells.count != columns && !layout.isWorkbook,
            label: builder.label(texts: texts(of:))
        )
    }

    private func text(of cell: Cell) -> String {
        let content = bytes[(bytes.startIndex + cell.range.lowerBound)..<(bytes.startIndex + cell.range.upperBound)]
        guard cell.holdsDoubledQuotes else { return String(decoding: content, as: UTF8.self) }
        var unquoted: [UInt8] = []
        unquoted.reserveCapacity(content.count)
        var isSecond = false
        for byte in content {
            isSecond = byte == UInt8(ascii: "\"") && !isSecond
            if byte != UInt8(ascii: "\"") || isSecond { unquoted.append(byte) }
        }
        return String(decoding: unquoted, as: UTF8.self)
    }

    /// Whether a line holds nothing but blanks; a line of delimiters is a row with empty cells.
    func isBlank(_ cells: [Cell]) -> Bool {
        guard cells.count == 1, let cell = cells.first else { return false }
        return bytes[(bytes.startIndex + cell.range.lowerBound)..<(bytes.startIndex + cell.range.upperBound)]
            .allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
    }
}

// MARK: - Objects

extension BlockParser {
    private func forEachObject(_ body: (Row) -> Void) -> Int {
        var keys = KeyPlaces(layout)
        var start = bytes.startIndex
        var lines = 0
        while start < bytes.endIndex {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.endIndex
            let line = bytes[start..<end]
            if line.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) {
                body(row(result(of: line, &keys), at: lines, in: line.indices))
            }
            lines += end < bytes.endIndex ? 1 : 0
            start = end < bytes.endIndex ? end + 1 : end
        }
        return lines
    }

    /// What becomes of one line of objects.
    func result(of line: ArraySlice<UInt8>, _ keys: inout KeyPlaces) -> Row.Result {
        if let problem = textProblem(in: line.indices) { return .rejected(problem) }
        do {
            let members = try JSONLineScanner.members(of: line)
            var texts: [Int: [String]] = [:]
            for member in members {
                guard let place = keys.place(of: member.key) else { continue }
                texts[place] = member.texts
            }
            let builder = RecordBuilder(plan: keys.plan)
            let columns = keys.plan.keepsColumns ? Self.columns(members, of: keys) : []
            let record = builder.record(texts: { texts[$0] ?? [] }, passed: columns)
            return .record(record, isPadded: false, label: builder.label { texts[$0] ?? [] })
        } catch {
            return .rejected(.notAnObject(reason: error.reason))
        }
    }

    /// Every member of an object as it is passed on, also those whose keys are none of the file's columns: the columns in
    /// their order, the others after them.
    private static func columns(_ members: [JSONLineScanner.Member], of keys: KeyPlaces) -> [RecordColumn] {
        let fields = keys.plan.fieldColumns
        var placed: [(place: Int, column: RecordColumn)] = []
        for (number, member) in members.enumerated() {
            let place = keys.knownPlace(of: member.key)
            let text =
                member.depth > 0 || member.texts.isEmpty
                ? String(decoding: member.source, as: UTF8.self) : member.texts.joined()
            let column = RecordColumn(
                header: member.key,
                value: member.value,
                text: text == "null" && member.texts.isEmpty ? "" : text,
                isField: place.map(fields.contains) ?? false
            )
            placed.append((place ?? keys.plan.columns.count + number, column))
        }
        return placed.sorted { $0.place < $1.place }.map(\.column)
    }

    /// The columns of NDJSON, which grow where a later object has a key that the first ones hadn't.
    struct KeyPlaces {
        private(set) var plan: ColumnPlan
        private let layout: RecordLayout
        private var places: [String: Int]

        init(_ layout: RecordLayout) {
            plan = layout.plan
            self.layout = layout
            places = Dictionary(zip(layout.plan.columns, 0...)) { first, _ in first }
        }

        /// The column of `key`, or `nil` where it is none.
        func knownPlace(of key: String) -> Int? { places[key] }

        mutating func place(of key: String) -> Int? {
            if let place = places[key] { return place }
            // Keys without a role are passed over, so that a file of ever new keys doesn't grow the plan.
            guard ColumnRole(header: key) != nil,
                let grown = try? ColumnPlan(columns: plan.columns + [key], mapping: layout.mapping)
            else { return nil }
            plan = grown.keepingColumns(layout.plan.keepsColumns)
            places[key] = grown.columns.count - 1
            return grown.columns.count - 1
        }
    }
}

/// Whether `bytes` are valid UTF-8.
private func isValidUTF8(_ bytes: Span<UInt8>) -> Bool {
    (try? UTF8Span(validating: bytes)) != nil
}
