internal import LegalText

/// How the rows of one file become records: told once when the file is opened, shared by all workers.
struct RecordLayout: Sendable {
    /// The encoding of the bytes in a block.
    let encoding: TextEncoding

    /// What a row is made of.
    let rows: Rows

    /// Which cells of a row make up a record.
    let plan: ColumnPlan

    /// What the user said about columns; the keys of NDJSON are mapped as they come.
    let mapping: ColumnMapping

    /// The most bytes of a row; a longer one is rejected.
    var rowLimit = Int.max

    /// Whether the rows come from a workbook, where cells left out at the end are empty ones and a remark beside the
    /// table is no sign that cells have shifted.
    var isWorkbook: Bool {
        if case .delimited(let scanner) = rows { scanner.dialect == .workbook } else { false }
    }

    enum Rows: Sendable {
        case delimited(RowScanner)
        case objects
    }
}

/// A part of a record file of about one mebibyte, cut at a row's end, whose rows haven't been parsed yet.
public struct RecordBlock: Sendable {
    let content: Content
    let layout: RecordLayout

    /// Whether U+FFFD in it may stand for bytes that were no text.
    let mayHoldReplacements: Bool

    enum Content: Sendable {
        /// Whole rows in the layout's encoding.
        case rows([UInt8])
        /// One row that wasn't kept, and the number of line ends in it.
        case rejected(RowProblem, lines: Int)
    }
}
