import LegalText
import RecordModel
import Screening

/// Writes one `hegui/verdict/1` object a line.
struct ScreeningLinesWriter: ScreeningWriter {
    private let options: ScreeningReportOptions
    private let json: VerdictJSON

    init(_ options: ScreeningReportOptions) {
        self.options = options
        json = VerdictJSON(packs: options.packs, language: options.language)
    }

    func opening() -> String { "" }

    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String {
        var text = ""
        for row in rows {
            guard let (record, verdict) = row.screened else { continue }
            let place = options.place(of: row, in: source)
            text +=
                json.document(record, verdict, at: place, remarks: options.remarks.remarks(on: record, verdict)).compact
                + "\n"
        }
        return text
    }

    func closing(_ summary: ScreeningSummary) -> String { "" }
}

/// Writes one `hegui/screening/1` document, a result a line, without holding it in memory.
struct ScreeningDocumentWriter: ScreeningWriter {
    private let options: ScreeningReportOptions
    private let json: VerdictJSON
    private var isFirst = true

    init(_ options: ScreeningReportOptions) {
        self.options = options
        json = VerdictJSON(packs: options.packs, language: options.language)
    }

    func opening() -> String {
        let disclaimer: JSONValue = [
            "zh": .string(Wording.disclaimer.zh), "en": .string(Wording.disclaimer.en),
        ]
        return """
            {"schema":"hegui/screening/1",
            "packs":\(JSONValue.array(options.packs.map(\.json)).compact),
            "disclaimer":\(disclaimer.compact),
            "results":[
            """
    }

    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String {
        var text = ""
        for row in rows {
            guard let (record, verdict) = row.screened else { continue }
            let remarks = options.remarks.remarks(on: record, verdict)
            let item = json.item(record, verdict, at: options.place(of: row, in: source), remarks: remarks)
            text += (isFirst ? "\n" : ",\n") + item.compact
            isFirst = false
        }
        return text
    }

    func closing(_ summary: ScreeningSummary) -> String {
        "\n],\n\"summary\":\(summary.json.compact)}\n"
    }
}

extension ScreeningSummary {
    /// The counts as a member of a report; verdicts from the most severe on, rules by id.
    package var json: JSONValue {
        [
            "rows": .int(rows),
            "rejected": .int(rejected),
            "ragged": .int(ragged),
            "verdicts": .object(
                Verdict.Level.allCases.reversed().map { level in
                    JSONValue.Member(key: level.rawValue, value: .int(count(of: level)))
                }
            ),
            "articles": .object(
                articles.sorted { $0.key < $1.key }.map { JSONValue.Member(key: $0.key, value: .int($0.value)) }
            ),
            "rules": .object(
                rules.sorted { $0.key < $1.key }.map { JSONValue.Member(key: $0.key, value: .int($0.value)) }
            ),
        ]
    }
}
