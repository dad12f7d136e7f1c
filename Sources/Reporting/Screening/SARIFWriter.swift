import LegalText
import RecordModel
import RuleEngine
import Screening

/// Writes SARIF 2.1.0: a rule's help is its clause, and a finding stands at the line of its row.
struct SARIFWriter: ScreeningWriter {
    private let options: ScreeningReportOptions
    private let json: VerdictJSON
    private let ruleIndices: [String: Int]
    private var isFirst = true

    /// Rows that were rejected, which SARIF calls notifications of the tool.
    private var notifications: [JSONValue] = []
    private var rejectedCount = 0

    /// How many rejected rows are told one by one.
    private static let notificationLimit = 1000

    init(_ options: ScreeningReportOptions) {
        self.options = options
        json = VerdictJSON(packs: options.packs, language: options.language)
        ruleIndices = Dictionary(options.rules.enumerated().map { ($1.id, $0) }) { first, _ in first }
    }

    func opening() -> String {
        let driver: JSONValue = [
            "name": "Hegui",
            "version": .string(options.version),
            "rules": .array(options.rules.map(rule)),
        ]
        return """
            {"$schema":"https://json.schemastore.org/sarif-2.1.0.json",
            "version":"2.1.0",
            "runs":[{
            "tool":{"driver":\(driver.compact)},
            "language":"\(options.language == .zh ? "zh-CN" : "en-US")",
            "columnKind":"unicodeCodePoints",
            "results":[
            """
    }

    mutating func rows(_ rows: [ScreenedRow], of source: RowSource) -> String {
        var text = ""
        for row in rows {
            switch row.outcome {
            case .screened(let record, let verdict):
                for finding in verdict.findings {
                    text += (isFirst ? "\n" : ",\n") + result(finding, record, row, source).compact
                    isFirst = false
                }
            case .rejected(let problem):
                rejectedCount += 1
                guard notifications.count < Self.notificationLimit else { continue }
                notifications.append([
                    "level": "error",
                    "message": ["text": .string("row \(row.row) could not be read: \(problem)")],
                    "locations": .array([["physicalLocation": physicalLocation(row, source)]]),
                ])
            }
        }
        return text
    }

    func closing(_ summary: ScreeningSummary) -> String {
        let invocation: JSONValue = [
            "executionSuccessful": .bool(true),
            "toolExecutionNotifications": .array(notifications),
        ]
        let properties: JSONValue = [
            "packs": .array(options.packs.map(\.json)),
            "summary": summary.json,
            "rejectedRows": .int(rejectedCount),
            "disclaimer": text(Wording.disclaimer),
        ]
        return "\n],\n\"invocations\":[\(invocation.compact)],\n\"properties\":\(properties.compact)}]}\n"
    }

    private func rule(_ rule: PackDescription.RuleDescription) -> JSONValue {
        let language = options.language
        let clause = rule.basis.quote(in: language).map { quote in
            "\(rule.basis.title)：「\(quote.text)」〔\(Wording.status(quote.status)[language])〕"
        }
        return [
            "id": .string(rule.id),
            "shortDescription": ["text": .string(rule.title[language])],
            "help": ["text": .string(clause ?? rule.basis.title)],
            "defaultConfiguration": ["level": .string(Self.level(of: rule.verdict))],
            "properties": [
                "ban": .string(rule.ban.rawValue),
                "verdict": .string(rule.verdict.rawValue),
                "notice": .string(rule.basis.notice),
                "provision": .string(rule.basis.provision),
            ],
        ]
    }

    private func result(
        _ finding: Finding,
        _ record: Record,
        _ row: ScreenedRow,
        _ source: RowSource
    ) -> JSONValue {
        let language = options.language
        let name = record.name ?? record.otherNames.first?.text ?? record.id ?? ""
        let label = Wording.label(of: finding.verdict, reasons: finding.doubts.map(\.reason), in: language)
        var members: [JSONValue.Member] = [JSONValue.Member(key: "ruleId", value: .string(finding.rule))]
        if let index = ruleIndices[finding.rule] {
            members.append(JSONValue.Member(key: "ruleIndex", value: .int(index)))
        }
        let location: JSONValue = [
            "physicalLocation": physicalLocation(row, source),
            "logicalLocations": .array([
                ["name": .string(name), "fullyQualifiedName": .string("row \(row.row)"), "kind": "member"]
            ]),
        ]
        let properties: JSONValue = [
            "row": .int(row.row),
            "sheet": .optional(source.sheet),
            "id": .optional(record.id),
            "verdict": .string(finding.verdict.rawValue),
            "evidence": json.evidence(of: finding),
        ]
        members += [
            JSONValue.Member(key: "level", value: .string(Self.level(of: finding.verdict))),
            JSONValue.Member(
                key: "message",
                value: ["text": .string("\(name)  \(label)  \(finding.explanation[language])")]
            ),
            JSONValue.Member(key: "locations", value: .array([location])),
            JSONValue.Member(key: "properties", value: properties),
        ]
        return .object(members)
    }

    private func physicalLocation(_ row: ScreenedRow, _ source: RowSource) -> JSONValue {
        [
            "artifactLocation": ["uri": .string(Self.reference(source.file))],
            "region": ["startLine": .int(row.line)],
        ]
    }

    private func text(_ text: LocalizedText) -> JSONValue {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }

    private static func level(of verdict: Verdict.Level) -> String {
        switch verdict {
        case .prohibited: "error"
        case .restricted: "warning"
        case .review: "note"
        case .clear: "none"
        }
    }

    /// A path as a URI reference: what isn't a plain character is written in hexadecimal.
    private static func reference(_ path: String) -> String {
        if path == "-" { return "stdin" }
        var result = path.hasPrefix("/") ? "file://" : ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x2F, 0x5F, 0x7E:
                result.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
        return result
    }
}
