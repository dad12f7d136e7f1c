package import LegalText
import RecordModel
package import RuleEngine
package import Screening

/// Turns the rows of a batch into the text of one format, part by part.
package protocol ScreeningWriter: Sendable {
    /// What stands before the first row.
    func opening() -> String

    /// The rows that were screened, in order; rejected ones are not for here.
    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String

    /// What stands after the last row.
    func closing(_ summary: ScreeningSummary) -> String
}

/// The formats in which the results of a batch are written.
package enum ScreeningFormat: String, Sendable, CaseIterable {
    /// Words for a person.
    case text
    /// One JSON object a line.
    case ndjson
    /// One line a record, for a spreadsheet.
    case csv
    /// One JSON document.
    case json
    /// A self-contained page for a browser.
    case html
    /// SARIF 2.1.0, for tools that show findings beside a text.
    case sarif
    /// An Excel workbook, which ``ScreeningWorkbook`` writes.
    case xlsx
}

/// What a batch report is to look like.
package struct ScreeningReportOptions: Sendable {
    /// The rules that were screened against.
    package let packs: [PackIdentity]

    /// The language of text, and of quotes in JSON.
    package let language: LocalizedText.Language

    /// Whether text is coloured.
    package let usesColor: Bool

    /// Whether each result says which file it is from.
    package let namesFiles: Bool

    /// Whether each result says which sheet it is from.
    package let namesSheets: Bool

    /// The rules of the packs, for reports that show the clauses.
    package let rules: [PackDescription.RuleDescription]

    /// Finds what is to be said of records beside their verdicts.
    package let remarks: RecordRemarks

    /// The columns of the files that tables pass on.
    package let columns: PassedColumns

    /// The version of the program.
    package let version: String

    /// Creates options.
    package init(
        packs: [PackIdentity],
        language: LocalizedText.Language,
        usesColor: Bool,
        namesFiles: Bool,
        namesSheets: Bool = false,
        rules: [PackDescription.RuleDescription] = [],
        remarks: RecordRemarks = RecordRemarks(),
        columns: PassedColumns = PassedColumns(),
        version: String = ""
    ) {
        self.packs = packs
        self.language = language
        self.usesColor = usesColor
        self.namesFiles = namesFiles
        self.namesSheets = namesSheets
        self.rules = rules
        self.remarks = remarks
        self.columns = columns
        self.version = version
    }

    /// Where `row` of `source` stands, as far as results say it.
    func place(of row: ScreenedRow, in source: RowSource) -> VerdictJSON.Place {
        VerdictJSON.Place(
            file: namesFiles ? source.file : nil,
            sheet: namesSheets ? source.sheet : nil,
            row: row.row
        )
    }
}

extension ScreeningFormat {
    /// A writer of this format, or `nil` for ``xlsx``, which is no text.
    package func writer(_ options: ScreeningReportOptions) -> (any ScreeningWriter)? {
        switch self {
        case .text: ScreeningTextWriter(options)
        case .ndjson: ScreeningLinesWriter(options)
        case .csv: ScreeningTableWriter(options)
        case .json: ScreeningDocumentWriter(options)
        case .html: ScreeningPageWriter(options)
        case .sarif: SARIFWriter(options)
        case .xlsx: nil
        }
    }
}

extension ScreenedRow {
    /// The record and its verdict, or `nil` where the row was rejected.
    var screened: (record: Record, verdict: Verdict)? {
        guard case .screened(let record, let verdict) = outcome else { return nil }
        return (record, verdict)
    }
}
