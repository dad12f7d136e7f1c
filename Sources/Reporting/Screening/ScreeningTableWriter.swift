import LegalText
import RecordModel
import Screening

/// Writes one CSV line a record, for a spreadsheet: with a byte order mark, which Excel needs to read Chinese.
struct ScreeningTableWriter: ScreeningWriter {
    private let namesFiles: Bool

    init(_ options: ScreeningReportOptions) {
        namesFiles = options.namesFiles
    }

    private static let columns = [
        "row", "id", "name", "verdict", "label", "rules", "articles", "evidence", "doubts_zh", "explanation_zh",
        "doubts_en", "explanation_en",
    ]

    func opening() -> String {
        "\u{FEFF}" + Self.line((namesFiles ? ["file"] : []) + Self.columns)
    }

    mutating func rows(_ rows: [ScreenedRow], of file: String) -> String {
        var text = ""
        for row in rows {
            guard let (record, verdict) = row.screened else { continue }
            let findings = verdict.findings
            let doubts = findings.flatMap(\.doubts).map(\.reason)
            let cells = [
                String(row.row),
                record.id ?? "",
                record.name ?? "",
                verdict.level.rawValue,
                Wording.label(of: verdict.level, in: .zh),
                Self.joined(findings.map(\.rule)),
                Self.joined(findings.map(\.basis.title)),
                Self.joined(findings.flatMap(\.evidence).map { "\($0.field.rawValue): \($0.text)" }),
                Self.joined(doubts.map(\.zh)),
                Self.joined(findings.map(\.explanation.zh)),
                Self.joined(doubts.map(\.en)),
                Self.joined(findings.map(\.explanation.en)),
            ]
            text += Self.line((namesFiles ? [file] : []) + cells)
        }
        return text
    }

    func closing(_ summary: ScreeningSummary) -> String { "" }

    /// The distinct texts in order.
    private static func joined(_ texts: [String]) -> String {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }.joined(separator: "; ")
    }

    private static func line(_ cells: [String]) -> String {
        cells.map(quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        var cell = cell
        // A spreadsheet takes a cell that begins so for a formula, and would run what a stranger named a company.
        if let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }
}
