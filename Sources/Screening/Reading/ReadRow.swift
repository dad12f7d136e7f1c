package import RecordModel

/// One row of a file as it was read, before any rule sees it.
package struct ReadRow: Sendable, Hashable {
    /// The number of the row among the data rows, counted from 1.
    package let row: Int

    /// The number of the line on which the row begins, counted from 1.
    package let line: Int

    /// The record, or `nil` where ``problem`` says why there is none.
    package let record: Record?

    /// Why the row was rejected.
    package let problem: RowProblem?

    /// Whether cells were missing at the end, or empty ones too many.
    package let isRagged: Bool

    /// What a column such as `expected` says the verdict should be.
    package let label: String?
}

extension RecordReader {
    /// Passes every record that is left of the file to `body`, with the number of its row; rows that can't be read are
    /// counted and passed over.
    package mutating func forEachRecord(_ body: (Record, Int) -> Void) throws(RecordFileError) {
        var row = 0
        while let block = try nextBlock() {
            _ = BlockParser(block).forEachRow { read in
                row += 1
                if case .record(let record, _, _) = read.result { body(record, row) }
            }
        }
    }

    /// Reads all that is left of the file; for small files, as it holds every row.
    package mutating func readAll() throws(RecordFileError) -> [ReadRow] {
        var rows: [ReadRow] = []
        var line = firstLine
        while let block = try nextBlock() {
            line += BlockParser(block).forEachRow { row in
                let number = rows.count + 1
                let place = line + row.lineOffset
                switch row.result {
                case .record(let record, let isPadded, let label):
                    rows.append(
                        ReadRow(
                            row: number,
                            line: place,
                            record: record,
                            problem: nil,
                            isRagged: isPadded,
                            label: label
                        )
                    )
                case .rejected(let problem):
                    rows.append(
                        ReadRow(row: number, line: place, record: nil, problem: problem, isRagged: false, label: nil)
                    )
                }
            }
        }
        return rows
    }
}
