internal import ArchiveReading

/// The formats of record files.
public enum RecordFormat: String, Sendable, Hashable, CaseIterable {
    /// Rows of cells parted by commas, semicolons or tabs, with quotes as in RFC 4180.
    case csv
    /// Rows of cells parted by tabs, without quoting: a quote is text.
    case tsv
    /// One JSON object a line.
    case ndjson
    /// One name a line, without a header.
    case lines
    /// An Excel workbook, a row of a sheet a record.
    case xlsx

    /// The format that the extension of `path` names, or `nil` where it names none.
    ///
    /// An extension such as `.gz` is passed over.
    init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        var parts = name.split(separator: ".").map { $0.lowercased() }
        if let last = parts.last, Compression.allCases.contains(where: { $0.suffixes.contains(last) }) {
            parts.removeLast()
        }
        switch parts.last {
        case "csv": self = .csv
        case "tsv", "tab": self = .tsv
        case "ndjson", "jsonl": self = .ndjson
        default: return nil
        }
    }
}

/// How the cells of a delimited file are parted.
struct Dialect: Sendable, Hashable {
    /// The byte between two cells.
    let delimiter: UInt8

    /// What a quote means.
    let quoting: Quoting

    /// The byte that ends a row: a line feed, or a carriage return in files that have no line feed.
    var lineEnd = UInt8(ascii: "\n")

    /// The rows of a workbook as ``WorkbookInput`` writes them: their separators are in no text.
    static let workbook = Dialect(delimiter: 0x1F, quoting: .none, lineEnd: 0x1E)

    /// One cell a line, whatever marks it holds.
    static func lines(endingIn lineEnd: UInt8) -> Dialect {
        Dialect(delimiter: 0x1F, quoting: .none, lineEnd: lineEnd)
    }

    /// What a quote at the start of a cell means.
    ///
    /// Anywhere else a quote is text, and so is one whose partner is followed by more text of the same cell.
    enum Quoting: Sendable, Hashable {
        /// A quote is always text.
        case none
        /// A cell may be quoted on one line; a quote without a partner there is text.
        case sameLine
        /// A cell may be quoted over several lines.
        case multiLine
    }

    /// Whether a row can only end where a line ends, whatever quotes it holds.
    var endsRowsAtLines: Bool { quoting != .multiLine }
}
