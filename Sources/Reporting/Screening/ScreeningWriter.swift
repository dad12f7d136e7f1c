package import LegalText
import RecordModel
package import Screening

/// Turns the rows of a batch into the text of one format, part by part.
package protocol ScreeningWriter: Sendable {
    /// What stands before the first row.
    func opening() -> String

    /// The rows that were screened, in order; rejected ones are not for here.
    mutating func rows(_ rows: [ScreenedRow], of file: String) -> String

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

    /// Creates options.
    package init(packs: [PackIdentity], language: LocalizedText.Language, usesColor: Bool, namesFiles: Bool) {
        self.packs = packs
        self.language = language
        self.usesColor = usesColor
        self.namesFiles = namesFiles
    }
}

extension ScreeningFormat {
    /// A writer of this format.
    package func writer(_ options: ScreeningReportOptions) -> any ScreeningWriter {
        switch self {
        case .text: ScreeningTextWriter(options)
        case .ndjson: ScreeningLinesWriter(options)
        case .csv: ScreeningTableWriter(options)
        case .json: ScreeningDocumentWriter(options)
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
