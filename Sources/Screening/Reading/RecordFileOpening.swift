internal import ArchiveReading
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

        /// What was taken for granted.
        var remarks: [ReadingRemark] = []
    }

    /// How many rows are looked at for a header below the banner that some exports begin with.
    private static let bannerRows = 25

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
                reason: "this is \(signature); expected CSV, TSV, .xlsx, one JSON object or one name a line"
            )
        }
        switch options.format ?? RecordFormat(path: path) {
        case .ndjson: return try openObjects()
        case .csv: return try openDelimited(.csv)
        case .tsv: return try openDelimited(.tsv)
        case .xlsx: return try openDelimited(.xlsx)
        case .lines: return openLines()
        case nil:
            let first = bytes.first { !Self.isBlank($0) }
            let isJSON = first == UInt8(ascii: "{") || first == UInt8(ascii: "[") && holdsJSONArray
            return isJSON ? try openObjects() : try openDelimited(nil)
        }
    }

    /// Whether the file begins as an array of objects does, and not as a name in brackets.
    private var holdsJSONArray: Bool {
        let marks = window.bytes.lazy.filter { !Self.isBlank($0) }.prefix(2)
        return Array(marks) == Array("[{".utf8)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte)
    }

    /// What a file is that people mean when they say "the Excel file", or `nil`.
    private static func foreignFormat(of bytes: [UInt8]) -> String? {
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) { return "a ZIP archive inside a compressed file" }
        if Compression(signature: bytes[...]) != nil { return "a file that was compressed twice" }
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            return "an old Excel file or one with a password, which must be saved as .xlsx without one"
        }
        if bytes.starts(with: Array("%PDF".utf8)) { return "a PDF" }
        if bytes.dropFirst(257).starts(with: Array("ustar".utf8)) { return "a tar archive, which must be unpacked" }
        let start = String(decoding: bytes.prefix(512), as: UTF8.self).drop { $0.isWhitespace }.lowercased()
        if ["<html", "<!doctype html", "<table", "<meta"].contains(where: start.hasPrefix) {
            return "a web page, which some sites call .xls; open it in Excel and save it as .xlsx"
        }
        if start.hasPrefix("<?xml") { return "an XML file; open it in Excel and save it as .xlsx" }
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

    /// Opens rows of cells; `format` is `nil` where nothing tells it.
    private func openDelimited(_ format: RecordFormat?) throws(RecordFileError) -> Opened {
        let dialects = dialects(of: format)
        var best: Header?
        var unknown: String?
        for dialect in dialects {
            let (header, missing) = options.hasHeader ? header(in: dialect) : (numbered(in: dialect), nil)
            unknown = unknown ?? missing
            guard let header else { continue }
            // Where only numbers are mapped every dialect fits; the one that parts the most cells is right.
            if best.map({ $0.fit < header.fit }) ?? true { best = header }
        }
        if let best { return opened(best, format) }
        if format == nil, options.mapping.entries.isEmpty, holdsPlainLines() {
            var opened = openLines()
            if options.hasHeader { opened.remarks = [.noHeader] }
            return opened
        }
        let seen = dialects.map { rows(in: $0).first?.columns ?? [] }
        throw options.hasHeader ? noHeader(seen: seen, unknown: unknown) : noNumbers(seen)
    }

    private func dialects(of format: RecordFormat?) -> [Dialect] {
        switch format {
        case .xlsx: [.workbook]
        case .tsv: [Dialect(delimiter: UInt8(ascii: "\t"), quoting: .none, lineEnd: lineEnd)]
        default:
            [
                Dialect(delimiter: UInt8(ascii: ","), quoting: .multiLine, lineEnd: lineEnd),
                Dialect(delimiter: UInt8(ascii: "\t"), quoting: .sameLine, lineEnd: lineEnd),
                Dialect(delimiter: UInt8(ascii: ";"), quoting: .multiLine, lineEnd: lineEnd),
            ]
                // In GB 18030 a bar may be the second half of a character.
                + (window.memoryEncoding == .utf8
                    ? [Dialect(delimiter: UInt8(ascii: "|"), quoting: .sameLine, lineEnd: lineEnd)] : [])
        }
    }

    /// The byte that ends the lines of the file.
    private var lineEnd: UInt8 {
        window.bytes.contains(UInt8(ascii: "\n")) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    }

    private func opened(_ header: Header, _ format: RecordFormat?) -> Opened {
        Opened(
            format: format == .xlsx ? .xlsx : header.dialect.delimiter == UInt8(ascii: "\t") ? .tsv : .csv,
            layout: RecordLayout(
                encoding: window.memoryEncoding,
                rows: .delimited(RowScanner(dialect: header.dialect, columns: header.plan.columns.count)),
                plan: header.plan.keepingColumns(options.keepsColumns),
                mapping: options.mapping
            ),
            length: header.length,
            lines: header.lines
        )
    }

    /// The columns of a file without a header, by number; `nil` where the user doesn't say what they hold.
    private func numbered(in dialect: Dialect) -> Header? {
        let count = rows(in: dialect).map(\.columns.count).max() ?? 0
        let columns = (0..<count).map { String($0 + 1) }
        let mapping =
            options.mapping.entries.isEmpty && count == 1 && holdsPlainLines() ? .nameInFirstColumn : options.mapping
        guard let plan = try? ColumnPlan(columns: columns, mapping: mapping), plan.isScreenable else { return nil }
        return Header(dialect: dialect, plan: plan, length: 0, lines: 0)
    }

    private func noNumbers(_ seen: [[String]]) -> RecordFileError {
        let cells = seen.max { $0.count < $1.count } ?? []
        let shown = cells.prefix(40).map { "'\($0.prefix(40))'" }.joined(separator: ", ")
        return RecordFileError(
            .noColumns,
            path: path,
            reason: "a file without a header needs --map with numbers, such as name=1,scope=3; "
                + "its first row has \(cells.count) columns: \(shown)"
        )
    }

    /// Whether the file looks like a list of names: no tabs, and no mark that parts every line into as many cells.
    private func holdsPlainLines() -> Bool {
        dialects(of: nil).allSatisfy { dialect in
            let counts = rows(in: dialect).map(\.columns.count)
            if dialect.delimiter == UInt8(ascii: "\t") { return counts.allSatisfy { $0 == 1 } }
            guard let first = counts.first else { return false }
            return first == 1 || counts.contains { $0 != first }
        }
    }

    private func openLines() -> Opened {
        let mapping = ColumnMapping.nameInFirstColumn
        // One column that is a name always fits.
        let plan = (try? ColumnPlan(columns: ["1"], mapping: mapping)) ?? .empty
        return Opened(
            format: .lines,
            layout: RecordLayout(
                encoding: window.memoryEncoding,
                rows: .delimited(RowScanner(dialect: .lines(endingIn: lineEnd), columns: 1)),
                plan: plan.keepingColumns(options.keepsColumns),
                mapping: mapping
            ),
            length: 0,
            lines: 0
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
        var above: [String] = []
        for (number, row) in rows(in: dialect).enumerated() {
            let filled = row.columns.count { !$0.isEmpty }
            defer {
                isBelowBanner = isBelowBanner && filled <= 1
                above = row.columns
            }
            if let header = header(of: row, below: above, dialect), header.plan.roleCount > best?.plan.roleCount ?? 0 {
                best = header
                continue
            }
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

    /// A header over two rows, as merged cells leave it: a group such as 登记信息 above 登记状态 and 成立日期, and beside it 企业名称
    /// in the upper row with nothing below. `nil` where the two rows aren't one.
    private func header(of row: CandidateRow, below above: [String], _ dialect: Dialect) -> Header? {
        var columns = row.columns
        var taken = 0
        for (column, title) in above.enumerated() where !title.isEmpty {
            while columns.count <= column { columns.append("") }
            guard columns[column].isEmpty else { continue }
            columns[column] = title
            taken += 1
        }
        guard taken > 0, let own = try? ColumnPlan(columns: row.columns, mapping: ColumnMapping()), own.roleCount > 0,
            let upper = try? ColumnPlan(columns: above, mapping: ColumnMapping()), upper.roleCount > 0,
            let plan = try? ColumnPlan(columns: columns, mapping: options.mapping), plan.isScreenable,
            plan.recognizedCount > max(own.roleCount, upper.roleCount)
        else { return nil }
        return Header(dialect: dialect, plan: plan, length: row.length, lines: row.lines)
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
                + (options.encoding != nil && shown.contains("\u{FFFD}")
                    ? "They aren't in \(window.encoding.name); without --encoding it is told from the file"
                    : "Say which is which with --map, such as --map name=1")
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
                plan: plan.keepingColumns(options.keepsColumns),
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
