import LegalText
import RecordModel
import Screening

/// The results of a batch as rows of cells: what was found, and then the columns of the file as they came.
struct ScreeningTable: Sendable {
    private let options: ScreeningReportOptions

    init(_ options: ScreeningReportOptions) {
        self.options = options
    }

    private static let columns = [
        "row", "id", "name", "verdict", "label", "rules", "articles", "evidence", "remarks_zh", "doubts_zh",
        "explanation_zh", "remarks_en", "doubts_en", "explanation_en",
    ]

    /// The headers.
    var header: [String] {
        (options.namesFiles ? ["file"] : []) + (options.namesSheets ? ["sheet"] : []) + Self.columns
            + options.columns.headers
    }

    /// The number of columns that are before the row's number.
    var leadingCount: Int { (options.namesFiles ? 1 : 0) + (options.namesSheets ? 1 : 0) }

    /// The cells of a row that was screened, or `nil` for one that was rejected.
    func cells(of row: ScreenedRow, in source: RowSource) -> [String]? {
        guard let (record, verdict) = row.screened else { return nil }
        let findings = verdict.findings
        let doubts = findings.flatMap(\.doubts).map(\.reason)
        let remarks = options.remarks.remarks(on: record, verdict).map(\.text)
        let cells = [
            String(row.row),
            record.id ?? "",
            record.name ?? "",
            verdict.level.rawValue,
            Wording.label(of: verdict.level, in: .zh),
            Self.joined(findings.map(\.rule)),
            Self.joined(findings.map(\.basis.title)),
            Self.joined(findings.flatMap(\.evidence).map { "\($0.field.rawValue): \($0.text)" }),
            Self.joined(remarks.map(\.zh)),
            Self.joined(doubts.map(\.zh)),
            Self.joined(findings.map(\.explanation.zh)),
            Self.joined(remarks.map(\.en)),
            Self.joined(doubts.map(\.en)),
            Self.joined(findings.map(\.explanation.en)),
        ]
        return (options.namesFiles ? [source.file] : []) + (options.namesSheets ? [source.sheet ?? ""] : []) + cells
            + options.columns.cells(of: record)
    }

    /// The distinct texts in order.
    private static func joined(_ texts: [String]) -> String {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.joined(separator: "; ")
    }
}

/// The columns that a table passes on from the files it was made of: those of the first file, and what others add.
package struct PassedColumns: Sendable {
    /// A column is known by its header and by how many columns of that header go before it.
    private struct Key: Hashable {
        let header: String
        let number: Int
    }

    private var places: [Key: Int] = [:]

    /// The headers in order.
    package private(set) var headers: [String] = []

    /// The place of the column that holds, as one JSON object, what has no column of its own; `nil` where there is none.
    private var rest: Int?

    /// Creates columns of no file.
    package init() {}

    /// Creates the columns of several files.
    ///
    /// - Parameters:
    ///   - files: The headers of each.
    ///   - takesMore: Whether a record may have more than these, as objects may whose keys come late; they go into a last
    ///     column called `more`.
    package init(_ files: [[String]], takesMore: Bool = false) {
        defer {
            if takesMore {
                rest = headers.count
                headers.append("more")
            }
        }
        for file in files {
            for key in Self.keys(of: file) where places[key] == nil {
                places[key] = headers.count
                headers.append(key.header)
            }
        }
    }

    /// What `record` holds in each column, empty where it has none.
    func cells(of record: Record) -> [String] {
        var cells = Array(repeating: "", count: headers.count)
        var more: [JSONValue.Member] = []
        for (key, column) in zip(Self.keys(of: record.columns.map(\.header)), record.columns) {
            if let place = places[key] {
                cells[place] = column.text
            } else if rest != nil {
                let value: JSONValue =
                    if case .json(let json) = column.value { .source(json) } else { .string(column.text) }
                more.append(JSONValue.Member(key: column.header, value: value))
            }
        }
        if let rest, !more.isEmpty { cells[rest] = JSONValue.object(more).compact }
        return cells
    }

    private static func keys(of headers: [String]) -> [Key] {
        var seen: [String: Int] = [:]
        return headers.map { header in
            seen[header, default: 0] += 1
            return Key(header: header, number: seen[header] ?? 1)
        }
    }
}
