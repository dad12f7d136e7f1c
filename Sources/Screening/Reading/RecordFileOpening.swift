internal import LegalText

/// Settles what a record file is from its first bytes: the format, the dialect and the columns.
struct RecordFileOpening {
    let path: String
    let options: RecordReadingOptions
    let window: InputWindow

    /// What was settled.
    struct Opened {
        let format: RecordFormat
        let layout: RecordLayout

        /// The number of bytes up to the first data row.
        let length: Int

        /// The number of line ends in them.
        let lines: Int
    }

    /// How many rows are looked at for a header below the banner that some exports begin with.
    private static let bannerRows = 10

    /// How many objects are looked at for the keys that there are.
    private static let sampledObjects = 1000

    func open() throws(RecordFileError) -> Opened {
        let bytes = window.bytes
        guard bytes.contains(where: { !Self.isBlank($0) }) else {
            throw RecordFileError(.empty, path: path, reason: "the file is empty; expected a header and records")
        }
        if let signature = Self.foreignFormat(of: bytes) {
            throw RecordFileError(
                .wrongFormat,
                path: path,
                reason: "this is \(signature); expected CSV, TSV or one JSON object a line"
            )
        }
        switch options.format ?? RecordFormat(path: path) {
        case .ndjson: return try openObjects()
        case .csv: return try openDelimited(.csv)
        case .tsv: return try openDelimited(.tsv)
        case nil:
            let first = bytes.first { !Self.isBlank($0) }
            return first == UInt8(ascii: "{") ? try openObjects() : try openDelimited(.csv)
        }
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// What a file is that people mean when they say "the Excel file", or `nil`.
    private static func foreignFormat(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "an Excel workbook or a ZIP archive" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { return "an old Excel or Word file" }
        if bytes.starts(with: [0x1F, 0x8B]) { return "a gzip file" }
        if bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) { return "a zstd file" }
        if bytes.starts(with: Array("%PDF".utf8)) { return "a PDF" }
        return nil
    }
}

// MARK: - Rows of cells

extension RecordFileOpening {
    private struct Header {
        let dialect: Dialect
        let plan: ColumnPlan
        let length: Int
        let lines: Int

        /// How well the header fits the file; more is better.
        var fit: (roles: Int, columns: Int) { (plan.roleCount, plan.columns.count) }
    }

    private func openDelimited(_ format: RecordFormat) throws(RecordFileError) -> Opened {
        let lineEnd = window.bytes.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
        let dialects: [Dialect] =
            if format == .tsv {
                [Dialect(delimiter: UInt8(ascii: "\t"), quoting: .none, lineEnd: lineEnd)]
            } else {
                [
                    Dialect(delimiter: UInt8(ascii: ","), quoting: .multiLine, lineEnd: lineEnd),
                    Dialect(delimiter: UInt8(ascii: "\t"), quoting: .sameLine, lineEnd: lineEnd),
                    Dialect(delimiter: UInt8(ascii: ";"), quoting: .multiLine, lineEnd: lineEnd),
                ]
            }
        var best: Header?
        var unknown: String?
        for dialect in dialects {
            let (header, missing) = header(in: dialect)
            unknown = unknown ?? missing
            guard let header else { continue }
            // Where only numbers are mapped every dialect fits; the one that parts the most cells is right.
            if best.map({ $0.fit < header.fit }) ?? true { best = header }
        }
        guard let best else {
            throw noHeader(seen: dialects.map { rows(in: $0).first?.columns ?? [] }, unknown: unknown)
        }
        return Opened(
            format: best.dialect.delimiter == UInt8(ascii: "\t") ? .tsv : .csv,
            layout: RecordLayout(
                encoding: window.memoryEncoding,
                rows: .delimited(RowScanner(dialect: best.dialect, columns: best.plan.columns.count)),
                plan: best.plan,
                mapping: options.mapping
            ),
            length: best.length,
            lines: best.lines
        )
    }

    /// The header among the first rows, or a column that the user named and that no row has.
    ///
    /// Rows above are preferred, for the words of a header may well stand in a record: below others, a row needs
    /// two of them, or nothing but a banner above it.
    private func header(in dialect: Dialect) -> (header: Header?, unknown: String?) {
        var best: Header?
        var unknown: String?
        var isBelowBanner = true
        for (number, row) in rows(in: dialect).enumerated() {
            let filled = row.columns.count { !$0.isEmpty }
            defer { isBelowBanner = isBelowBanner && filled <= 1 }
            let plan: ColumnPlan
            do {
                plan = try ColumnPlan(columns: row.columns, mapping: options.mapping)
            } catch {
                unknown = unknown ?? error.name
                continue
            }
            let isPlausible = number == 0 || plan.recognizedCount >= 2 || isBelowBanner && filled > 1
            guard plan.isScreenable, isPlausible, plan.roleCount > best?.plan.roleCount ?? 0 else { continue }
            best = Header(dialect: dialect, plan: plan, length: row.length, lines: row.lines)
        }
        return (best, unknown)
    }

    private struct CandidateRow {
        let columns: [String]

        /// The number of bytes and line ends up to the end of this row.
        let length: Int
        let lines: Int
    }

    /// The first rows that aren't blank.
    private func rows(in dialect: Dialect) -> [CandidateRow] {
        let scanner = RowScanner(dialect: dialect, columns: nil)
        let decoder = TextDecoder(window.memoryEncoding)
        var rows: [CandidateRow] = []
        var cells: [Cell] = []
        var offset = 0
        var lines = 0
        while rows.count < Self.bannerRows, offset < window.bytes.count,
            let row = scanner.scan(window.bytes.span, from: offset, isWhole: true, into: &cells)
        {
            offset = row.next
            lines += row.lines
            guard row.problem == nil else { continue }
            let columns = cells.map { cell in
                let text = decoder.decode(window.bytes[cell.range]).string
                return text.filter { !$0.isNewline }.trimmingBlanks()
            }
            if columns.allSatisfy(\.isEmpty) { continue }
            rows.append(CandidateRow(columns: columns, length: offset, lines: lines))
        }
        return rows
    }

    private func noHeader(seen: [[String]], unknown: String?) -> RecordFileError {
        let columns = seen.max { $0.count < $1.count } ?? []
        return noColumns(columns, unknown: unknown, kind: "columns")
    }

    private func noColumns(_ columns: [String], unknown: String?, kind: String) -> RecordFileError {
        let shown = columns.prefix(40).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
        if let unknown {
            return RecordFileError(
                .unknownColumn,
                path: path,
                reason: "there is no column '\(unknown)'; the \(kind) are \(shown)"
            )
        }
        return RecordFileError(
            .noColumns,
            path: path,
            reason: "no column holds a name, a scope or a description; the \(kind) are \(shown). "
                + "Say which is which with --map, such as --map name=1"
        )
    }
}

// MARK: - Objects

extension RecordFileOpening {
    private func openObjects() throws(RecordFileError) -> Opened {
        if window.bytes.first(where: { !Self.isBlank($0) }) == UInt8(ascii: "[") {
            throw RecordFileError(
                .wrongFormat,
                path: path,
                reason: "this is a JSON array; expected one JSON object a line"
            )
        }
        let decoder = TextDecoder(window.memoryEncoding)
        var keys: [String] = []
        var known: Set<String> = []
        var objects = 0
        for line in window.bytes.split(separator: UInt8(ascii: "\n")) where objects < Self.sampledObjects {
            guard let members = try? JSONLineScanner.members(of: decoder.decode(line).utf8) else { continue }
            objects += 1
            for member in members where known.insert(member.key).inserted {
                keys.append(member.key)
            }
        }
        guard objects > 0 else {
            throw RecordFileError(.wrongFormat, path: path, reason: "no line is a JSON object")
        }
        let plan: ColumnPlan
        do {
            plan = try ColumnPlan(columns: keys, mapping: options.mapping)
        } catch {
            throw noColumns(keys, unknown: error.name, kind: "keys")
        }
        guard plan.isScreenable else { throw noColumns(keys, unknown: nil, kind: "keys") }
        return Opened(
            format: .ndjson,
            layout: RecordLayout(
                encoding: window.memoryEncoding,
                rows: .objects,
                plan: plan,
                mapping: options.mapping
            ),
            length: 0,
            lines: 0
        )
    }
}

extension String {
    /// The text without the blanks at its ends.
    fileprivate func trimmingBlanks() -> String {
        var slice = Substring(self)
        while let first = slice.first, first.isWhitespace { slice.removeFirst() }
        while let last = slice.last, last.isWhitespace { slice.removeLast() }
        return String(slice)
    }
}
