package import LegalText
internal import RecordModel

/// What a file of records was found to be, with its first rows, for a person to look at before it is screened.
package struct RecordPreview: Sendable, Hashable {
    /// The sheet, where the file is a workbook.
    package let sheet: String?

    /// The format.
    package let format: RecordFormat

    /// The encoding.
    package let encoding: TextEncoding

    /// The columns in order.
    package let columns: [Column]

    /// The first rows.
    package let rows: [Row]

    /// Whether some column holds what is screened.
    package let isScreenable: Bool

    /// A column.
    package struct Column: Sendable, Hashable {
        /// Its header, or its number where there is none.
        package let header: String

        /// What it was taken for, by the name under which it is mapped; `nil` for no part of a record.
        package let field: String?
    }

    /// A row.
    package struct Row: Sendable, Hashable {
        /// The number among the data rows, counted from 1.
        package let number: Int

        /// What each column holds; empty where it holds nothing, and for a row that can't be read.
        package let cells: [String]

        /// Why the row can't be read.
        package let problem: RowProblem?
    }

    /// Looks at the tables of the file at `place`, which the user calls `path`.
    ///
    /// A file in which no column is known is looked at all the same, so that the user can say which is which.
    ///
    /// - Parameters:
    ///   - path: What the user calls the file.
    ///   - place: Where it is.
    ///   - options: How it is to be read.
    ///   - count: How many rows of each table are wanted.
    /// - Returns: A preview of each table, one at least.
    /// - Throws: ``RecordFileError`` where it can't be read at all.
    package static func previews(
        path: String,
        readAt place: String,
        options: RecordReadingOptions,
        rows count: Int
    ) throws(RecordFileError) -> [RecordPreview] {
        var options = options
        options.keepsColumns = true
        var isScreenable = true
        let tables: RecordTables
        do {
            tables = try RecordTables(path: path, readAt: place, options: options)
        } catch {
            guard error.code == .noColumns, options.mapping.entries.isEmpty else { throw error }
            isScreenable = false
            options.mapping = .nameInFirstColumn
            tables = try RecordTables(path: path, readAt: place, options: options)
        }
        var previews: [RecordPreview] = []
        for reader in tables.readers {
            previews.append(try RecordPreview(reader, rows: count, isScreenable: isScreenable))
        }
        return previews
    }

    private init(_ reader: RecordReader, rows count: Int, isScreenable: Bool) throws(RecordFileError) {
        var reader = reader
        sheet = reader.sheet
        format = reader.format
        encoding = reader.encoding
        let headers = reader.columns
        let fields = reader.fields
        var rows: [Row] = []
        if let block = try reader.nextBlock() {
            _ = BlockParser(block).forEachRow { row in
                guard rows.count < count else { return }
                switch row.result {
                case .rejected(let problem):
                    rows.append(Row(number: rows.count + 1, cells: [], problem: problem))
                case .record(let record, _, _):
                    rows.append(
                        Row(number: rows.count + 1, cells: Self.cells(of: record, under: headers), problem: nil)
                    )
                }
            }
        }
        self.rows = rows
        self.isScreenable = isScreenable
        columns = zip(headers, fields).map { Column(header: $0, field: isScreenable ? $1 : nil) }
    }

    private static func cells(of record: Record, under headers: [String]) -> [String] {
        var rest = record.columns[...]
        return headers.map { header in
            guard let place = rest.firstIndex(where: { $0.header == header }) else { return "" }
            let text = rest[place].text
            rest.remove(at: place)
            return text
        }
    }
}

extension RecordReader {
    /// What each column was taken for; see ``RecordPreview/Column/field``.
    var fields: [String?] { columns.indices.map(layout.plan.field(of:)) }
}
