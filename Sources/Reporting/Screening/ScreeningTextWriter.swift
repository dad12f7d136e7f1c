import LegalText
import Screening

/// Writes the results of a batch in words.
struct ScreeningTextWriter: ScreeningWriter {
    private let options: ScreeningReportOptions
    private let verdictText: VerdictText

    /// How many characters of a long scope are shown beside each mark.
    private static let context = 30

    init(_ options: ScreeningReportOptions) {
        self.options = options
        verdictText = VerdictText(
            language: options.language,
            marker: SpanMarker(usesColor: options.usesColor, context: Self.context)
        )
    }

    func opening() -> String { "" }

    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String {
        var text = ""
        for row in rows {
            guard let (record, verdict) = row.screened else { continue }
            let number = options.language == .zh ? "第\(row.row)行" : "row \(row.row)"
            let table = options.namesFiles ? source.label : options.namesSheets ? source.sheet ?? "" : ""
            let place = table.isEmpty ? number : "\(SpanMarker.visible(table)) \(number)"
            let remarks = options.remarks.remarks(on: record, verdict)
            text += verdictText.text(record, verdict, place: place, remarks: remarks) + "\n"
        }
        return text
    }

    func closing(_ summary: ScreeningSummary) -> String {
        verdictText.footer(packs: options.packs)
    }
}
