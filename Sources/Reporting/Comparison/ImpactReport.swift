package import LegalText
package import NoticeComparison
import NoticeModel
import RecordModel
package import Screening

/// What a new notice does to a portfolio, for people and for programs.
package struct ImpactReport {
    private let comparison: Comparison
    private let packs: [PackIdentity]
    private let language: LocalizedText.Language

    /// Creates a writer; `packs` are the old and the new one.
    package init(_ comparison: Comparison, packs: [PackIdentity], language: LocalizedText.Language) {
        self.comparison = comparison
        self.packs = packs
        self.language = language
    }

    // MARK: - Text

    /// The counts, then every change that touches records, with samples.
    package func text(_ impact: Impact) -> String {
        var lines = [
            said("旧规则包：", "Old rules: ") + (packs.first?.id ?? ""),
            said("新规则包：", "New rules: ") + (packs.last?.id ?? ""),
            said(
                "共 \(impact.records) 条记录，其中 \(impact.screened) 条含有规则所找的词，"
                    + "\(impact.rulesThatCanChange.count) 条规则可能使结论改变",
                "\(impact.records) records, of which \(impact.screened) hold a word of a rule; "
                    + "\(impact.rulesThatCanChange.count) rules can make a difference"
            ),
            "",
        ]
        lines += Impact.Outcome.allCases.map { outcome in
            "  \(Self.name(of: outcome)[language])\(said("：", ": "))\(impact.outcomes[outcome] ?? 0)"
        }
        for group in impact.groups {
            lines.append("")
            lines.append("\(title(of: group.change))  \(said("共", ""))\(group.count)\(said("条", " records"))")
            let counts = Impact.Outcome.allCases.compactMap { outcome in
                group.outcomes[outcome].map { "\(Self.name(of: outcome)[language]) \($0)" }
            }
            lines.append("  " + counts.joined(separator: said("，", ", ")))
            if let change = group.change, let reason = comparison.rows[change].reasons.first {
                lines.append("  \(ChangeWording.sentence(of: reason)[language])")
            }
            for sample in group.samples {
                let words = Set(sample.finding.evidence.map(\.text)).sorted().map(SpanMarker.visible)
                    .joined(separator: said("、", ", "))
                let levels =
                    "\(Wording.label(of: sample.old, in: language)) → \(Wording.label(of: sample.new, in: language))"
                lines.append("    \(sample.row)  \(SpanMarker.visible(sample.name))  \(levels)  [\(words)]")
            }
        }
        lines += ["", Wording.disclaimer[language], ChangeWording.caveat[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    private func title(of change: Int?) -> String {
        guard let change else { return said("未能归到某一条文变化", "No change of a provision is known to cause it") }
        let row = comparison.rows[change]
        let names = PassageTitle(language: language)
        let effect = ChangeWording.name(of: row.effect)[language]
        return "\(names.text(row.old)) → \(names.text(row.new))  "
            + "\(ChangeWording.name(of: row.kind)[language])  [\(effect)]"
    }

    /// The name of what becomes of a record.
    private static func name(of outcome: Impact.Outcome) -> LocalizedText {
        switch outcome {
        case .prohibited: LocalizedText(zh: "变为命中禁止性规定", en: "become prohibited")
        case .restricted: LocalizedText(zh: "变为须经同意、批准或备案", en: "become restricted")
        case .review: LocalizedText(zh: "变为需人工复核", en: "become review")
        case .released: LocalizedText(zh: "不再命中", en: "released")
        case .otherReason: LocalizedText(zh: "结论不变而理由不同", en: "same verdict for another reason")
        }
    }

    // MARK: - JSON

    /// The form `hegui/impact/1`.
    package func document(_ impact: Impact) -> JSONValue {
        [
            "schema": .string("hegui/impact/1"),
            "packs": .array(packs.map(\.json)),
            "records": .int(impact.records),
            "screened": .int(impact.screened),
            "rulesThatCanChange": .strings(impact.rulesThatCanChange),
            "outcomes": json(impact.outcomes),
            "groups": .array(
                impact.groups.map { group in
                    let row = group.change.map { comparison.rows[$0] }
                    return [
                        "old": .strings(row?.old.map(\.provision.rawValue) ?? []),
                        "new": .strings(row?.new.map(\.provision.rawValue) ?? []),
                        "kind": .optional(row?.kind.rawValue),
                        "effect": .optional(row?.effect.rawValue),
                        "outcomes": json(group.outcomes),
                        "samples": .array(group.samples.map(json)),
                    ]
                }
            ),
            "disclaimer": ["zh": .string(Wording.disclaimer.zh), "en": .string(Wording.disclaimer.en)],
        ]
    }

    /// One record as a line of NDJSON.
    package func line(_ row: Impact.Row) -> String { json(row).compact + "\n" }

    private func json(_ outcomes: [Impact.Outcome: Int]) -> JSONValue {
        .object(Impact.Outcome.allCases.map { .init(key: $0.rawValue, value: .int(outcomes[$0] ?? 0)) })
    }

    private func json(_ row: Impact.Row) -> JSONValue {
        let change = row.change.map { comparison.rows[$0] }
        return [
            "row": .int(row.row),
            "id": .optional(row.id),
            "name": .string(row.name),
            "old": .string(row.old.rawValue),
            "new": .string(row.new.rawValue),
            "outcome": .string(row.outcome.rawValue),
            "rule": .string(row.finding.rule),
            "provision": .string(row.finding.basis.provision),
            "words": .strings(row.finding.evidence.map(\.text)),
            "change": [
                "old": .strings(change?.old.map(\.provision.rawValue) ?? []),
                "new": .strings(change?.new.map(\.provision.rawValue) ?? []),
                "effect": .optional(change?.effect.rawValue),
            ],
        ]
    }

    // MARK: - CSV

    /// The header of the list, with a byte order mark so that a spreadsheet reads it as UTF-8.
    package static let csvHeader = "\u{FEFF}row,id,name,old,new,outcome,rule,provision,words,change,effect\r\n"

    /// One record as a line of the list.
    package func csvLine(_ row: Impact.Row) -> String {
        let change = row.change.map { comparison.rows[$0] }
        let names = PassageTitle(language: language)
        let cells = [
            String(row.row), row.id ?? "", row.name, row.old.rawValue, row.new.rawValue, row.outcome.rawValue,
            row.finding.rule, row.finding.basis.provision,
            row.finding.evidence.map(\.text).joined(separator: "; "),
            change.map { "\(names.text($0.old)) → \(names.text($0.new))" } ?? "", change?.effect.rawValue ?? "",
        ]
        return cells.map(Self.quoted).joined(separator: ",") + "\r\n"
    }

    private static func quoted(_ cell: String) -> String {
        var cell = cell
        // A spreadsheet takes a cell that begins so for a formula.
        if let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) { cell = "'" + cell }
        guard cell.unicodeScalars.contains(where: { ",\"\n\r".unicodeScalars.contains($0) }) else { return cell }
        return "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
