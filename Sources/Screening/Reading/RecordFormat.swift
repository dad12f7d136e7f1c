/// The formats of record files.
public enum RecordFormat: String, Sendable, Hashable, CaseIterable {
    /// Rows of cells parted by commas, semicolons or tabs, with quotes as in RFC 4180.
    case csv
    /// Rows of cells parted by tabs, without quoting: a quote is text.
    case tsv
    /// One JSON object a line.
    case ndjson

    /// The format that the extension of `path` names, or `nil` where it names none.
    init?(path: String) {
        let name = path.split(separator: "/").last ?? ""
        switch name.split(separator: ".").last?.lowercased() {
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
