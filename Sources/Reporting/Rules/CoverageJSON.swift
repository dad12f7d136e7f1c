import LegalText
import NoticeCorpus
import NoticeModel
package import RuleEngine

/// The coverage of notices as JSON, `hegui/coverage/1`.
package enum CoverageJSON {
    /// The whole document.
    package static func document(of reports: [CoverageReport]) -> JSONValue {
        ["schema": .string("hegui/coverage/1"), "packs": .array(reports.map(json))]
    }

    private static func json(_ report: CoverageReport) -> JSONValue {
        [
            "pack": .string(report.pack),
            "notice": .string(report.text.entry.id),
            "language": .string(report.text.language.rawValue),
            "status": .string(report.text.status.rawValue),
            "counts": [
                "norms": .int(report.entries.count),
                "enforced": .int(report.enforced),
                "waived": .int(report.waived),
                "open": .int(report.open),
            ],
            "isComplete": .bool(report.isComplete),
            "norms": .array(report.entries.map { json($0, in: report) }),
            "orphans": .array(
                report.orphans.map { ["rule": .string($0.rule), "reason": json($0.reason)] }
            ),
            "problems": .array(
                report.problems.map { problem in
                    [
                        "id": .string(problem.id),
                        "severity": .string(problem.severity.rawValue),
                        "location": .optional(problem.location?.description),
                        "summary": .string(problem.summary),
                    ]
                }
            ),
        ]
    }

    private static func json(_ entry: CoverageReport.Entry, in report: CoverageReport) -> JSONValue {
        let state: (name: String, rules: [String], reason: JSONValue, terms: [String])
        switch entry.state {
        case .enforced(let rules): state = ("enforced", rules, .null, [])
        case .waived(let reason): state = ("waived", [], json(reason), [])
        case .open(.noRule): state = ("open", [], .null, [])
        case .open(.draft(let rules)): state = ("draft", rules, .null, [])
        case .open(.silentTerms(let terms, let rules)): state = ("silent-terms", rules, .null, terms)
        }
        let span = entry.norm.span
        return [
            "id": .string(entry.norm.id.rawValue),
            "kind": .string(entry.norm.kind.rawValue),
            "text": .string(report.text.notice.text(at: span)),
            "span": ["start": .int(span.start), "end": .int(span.end)],
            "state": .string(state.name),
            "rules": .strings(state.rules),
            "reason": state.reason,
            "silentTerms": .strings(state.terms),
        ]
    }

    private static func json(_ text: LocalizedText) -> JSONValue {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }
}
