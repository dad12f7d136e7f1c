package import LegalText
package import NoticeComparison
import NoticeModel
import RecordModel
package import RuleEngine
package import Screening

/// What a new notice does to a portfolio, for people and for programs.
package struct ImpactReport: Sendable {
    private let comparison: Comparison
    private let packs: [PackIdentity]
    private let difference: PackDifference
    private let language: LocalizedText.Language
    private let namesFiles: Bool

    /// Creates a writer.
    ///
    /// - Parameters:
    ///   - comparison: What changed in the text.
    ///   - packs: The old and the new one.
    ///   - difference: Which rules were run.
    ///   - language: The language of text.
    ///   - namesFiles: Whether records say which file they are from.
    package init(
        _ comparison: Comparison,
        packs: [PackIdentity],
        difference: PackDifference,
        language: LocalizedText.Language,
        namesFiles: Bool
    ) {
        self.comparison = comparison
        self.packs = packs
        self.difference = difference
        self.language = language
        self.namesFiles = namesFiles
    }

    // MARK: - Text

    /// The counts, then every change that touches records, with samples.
    package func text(_ impact: Impact) -> String {
        var lines = [
            said("旧规则包：", "Old rules: ") + (packs.first.map { "\($0.id) \($0.version)" } ?? ""),
            said("新规则包：", "New rules: ") + (packs.last.map { "\($0.id) \($0.version)" } ?? ""),
        ]
        lines += runLines(impact)
        lines.append("")
        lines += Impact.Outcome.allCases.map { outcome in
            "  \(ImpactWording.name(of: outcome)[language])\(said("：", ": "))\(impact.outcomes[outcome] ?? 0)"
        }
        for group in impact.groups {
            lines.append("")
            lines += self.lines(of: group)
        }
        lines += ["", Wording.disclaimer[language], ChangeWording.caveat[language]]
        return lines.joined(separator: "\n") + "\n"
    }

    /// What was run, and what wasn't.
    private func runLines(_ impact: Impact) -> [String] {
        let (changed, same) = (difference.changed, difference.same)
        let rest = impact.records - impact.screened
        let names = (changed.map(\.name).joined(separator: ", "), same.map(\.name).joined(separator: ", "))
        var lines = [
            said(
                "运行的规则：\(changed.count) 条，新旧不同（\(names.0)）",
                "Rules run: \(changed.count), which differ from one notice to the other (\(names.0))"
            ),
            said(
                "未运行的规则：\(same.count) 条，新旧相同，只是所引条文不同（\(names.1)）",
                "Rules not run: \(same.count), the same but for the clause that they cite (\(names.1))"
            ),
            said(
                "共 \(impact.records) 条记录：\(impact.screened) 条含有所运行规则的词，已按新旧两份通知筛查；其余 \(rest) 条不含，结论不可能改变",
                "\(impact.records) records: \(impact.screened) hold a word of a rule that was run, and were screened under both "
                    + "notices; the other \(rest) hold none, and can't change"
            ),
        ]
        if impact.rejected > 0 {
            lines.append(
                said("另有 \(impact.rejected) 行无法读取，未筛查", "\(impact.rejected) rows couldn't be read and weren't screened")
            )
        }
        return lines
    }

    private func lines(of group: Impact.Group) -> [String] {
        let also =
            group.alsoTouched == 0
            ? ""
            : said(
                "（另触及 \(group.alsoTouched) 条，计入其他变化）",
                " (and \(group.alsoTouched) more that count under another change)"
            )
        var lines = ["\(title(of: group.change))  \(said("共 \(group.count) 条", "\(group.count) records"))\(also)"]
        let counts = Impact.Outcome.allCases.compactMap { outcome in
            group.outcomes[outcome].map { "\(ImpactWording.name(of: outcome)[language]) \($0)" }
        }
        if !counts.isEmpty { lines.append("  " + counts.joined(separator: said("，", ", "))) }
        if let change = group.change.map({ comparison.rows[$0] }) {
            if let sentence = ImpactWording.sentence(of: change) { lines.append("  \(sentence[language])") }
            if change.mayBeArtefact { lines.append("  ! \(ChangeWording.artefact[language])") }
        }
        for sample in group.samples {
            let words = Set(sample.finding.evidence.map(\.text)).sorted().map(SpanMarker.visible)
                .joined(separator: said("、", ", "))
            let levels =
                sample.old == sample.new
                ? Wording.label(of: sample.new, in: language)
                : "\(Wording.label(of: sample.old, in: language)) → \(Wording.label(of: sample.new, in: language))"
            let place =
                (namesFiles ? "\(RowSource(file: sample.file, sheet: sample.sheet).label):" : "") + "\(sample.row)"
            let rule = CompiledRulePack.name(ofRule: sample.finding.rule)
            let gone = sample.isFound ? "" : said("（不再适用）", " (no longer)")
            lines.append("    \(place)  \(Self.shortName(of: sample))  \(levels)  \(rule)\(gone) [\(words)]")
        }
        return lines
    }

    private func title(of change: Int?) -> String {
        guard let change else { return ImpactWording.noChange[language] }
        let row = comparison.rows[change]
        let names = PassageTitle(language: language)
        let effect = ChangeWording.name(of: row.effect)[language]
        return "\(names.text(row.old)) → \(names.text(row.new))  "
            + "\(ChangeWording.name(of: row.kind)[language])  [\(effect)]"
    }

    /// What the record is called, or the start of its text.
    private static func shortName(of row: Impact.Row) -> String {
        let record = row.record
        let text = record.name ?? record.otherNames.first?.text ?? record.scope ?? record.description ?? ""
        return SpanMarker.visible(text.count > 40 ? "\(text.prefix(40))…" : text)
    }

    // MARK: - JSON

    /// The form `hegui/impact/1`.
    package func document(_ impact: Impact) -> JSONValue {
        [
            "schema": .string("hegui/impact/1"),
            "packs": .array(packs.map(\.json)),
            "rows": .int(impact.rows),
            "rejected": .int(impact.rejected),
            "records": .int(impact.records),
            "screened": .int(impact.screened),
            "changed": .int(impact.changed),
            "rulesRun": .array(
                difference.changed.map { rule in
                    [
                        "rule": .string(rule.name),
                        "old": .optional(rule.old?.provision),
                        "new": .optional(rule.new?.provision),
                        "differsIn": .strings(rule.aspects.map(\.rawValue)),
                    ]
                }
            ),
            "rulesNotRun": .array(
                difference.same.map { rule in
                    [
                        "rule": .string(rule.name),
                        "old": .optional(rule.old?.provision),
                        "new": .optional(rule.new?.provision),
                    ]
                }
            ),
            "outcomes": json(impact.outcomes),
            "groups": .array(impact.groups.map(json)),
            "disclaimer": json(Wording.disclaimer),
        ]
    }

    /// One record as a line of NDJSON.
    package func line(_ row: Impact.Row) -> String { json(row).compact + "\n" }

    private func json(_ group: Impact.Group) -> JSONValue {
        let row = group.change.map { comparison.rows[$0] }
        return [
            "old": .strings(row?.old.map(\.provision.rawValue) ?? []),
            "new": .strings(row?.new.map(\.provision.rawValue) ?? []),
            "title": title(of: row),
            "kind": .optional(row?.kind.rawValue),
            "effect": .optional(row?.effect.rawValue),
            "sentence": json(row.flatMap(ImpactWording.sentence) ?? (row == nil ? ImpactWording.noChange : nil)),
            "mayBeArtefact": .bool(row?.mayBeArtefact ?? false),
            "count": .int(group.count),
            "alsoTouched": .int(group.alsoTouched),
            "outcomes": json(group.outcomes),
            "samples": .array(group.samples.map(json)),
        ]
    }

    private func title(of row: Change?) -> JSONValue {
        guard let row else { return .null }
        func side(_ language: LocalizedText.Language) -> String {
            let names = PassageTitle(language: language)
            return "\(names.text(row.old)) → \(names.text(row.new))"
        }
        return ["zh": .string(side(.zh)), "en": .string(side(.en))]
    }

    private func json(_ outcomes: [Impact.Outcome: Int]) -> JSONValue {
        .object(Impact.Outcome.allCases.map { .init(key: $0.rawValue, value: .int(outcomes[$0] ?? 0)) })
    }

    private func json(_ row: Impact.Row) -> JSONValue {
        let change = row.change.map { comparison.rows[$0] }
        return [
            "file": namesFiles ? .string(row.file) : .null,
            "sheet": .optional(row.sheet),
            "row": .int(row.row),
            "line": .int(row.line),
            "id": .optional(row.record.id),
            "name": .string(row.record.name ?? Self.shortName(of: row)),
            "old": .string(row.old.rawValue),
            "new": .string(row.new.rawValue),
            "outcome": .string(row.outcome.rawValue),
            "rule": .string(row.finding.rule),
            "found": .bool(row.isFound),
            "provision": .string(row.finding.basis.provision),
            "evidence": .array(
                row.finding.evidence.map { one in
                    [
                        "field": .string(one.field.rawValue),
                        "start": .int(one.span.start),
                        "end": .int(one.span.end),
                        "text": .string(one.text),
                    ]
                }
            ),
            "explanation": json(row.finding.explanation),
            "change": change.map(json) ?? .null,
            "alsoTouching": .array(row.alsoTouching.map { json(comparison.rows[$0]) }),
        ]
    }

    private func json(_ change: Change) -> JSONValue {
        [
            "old": .strings(change.old.map(\.provision.rawValue)),
            "new": .strings(change.new.map(\.provision.rawValue)),
            "title": title(of: change),
            "effect": .string(change.effect.rawValue),
        ]
    }

    private func json(_ text: LocalizedText?) -> JSONValue {
        text.map { ["zh": .string($0.zh), "en": .string($0.en)] } ?? .null
    }

    // MARK: - Rows of a workbook

    enum Cell {
        case text(String)
        case number(Int)
    }

    /// The changes with their counts, the headers first, and below them what was run.
    func summaryRows(_ impact: Impact) -> [[Cell]] {
        let titles = [
            said("共计", "records"), said("旧条文", "old"), said("新条文", "new"), said("变化", "change"), said("影响", "effect"),
            said("理由", "reason"),
        ]
        let outcomes = Impact.Outcome.allCases
        let last = said("另触及", "also touched")
        var rows: [[Cell]] = [
            (titles + outcomes.map { ImpactWording.name(of: $0)[language] } + [last]).map { .text($0) }
        ]
        let names = PassageTitle(language: language)
        for group in impact.groups {
            let change = group.change.map { comparison.rows[$0] }
            let reason =
                change.map { ImpactWording.sentence(of: $0)?[language] ?? "" } ?? ImpactWording.noChange[language]
            let texts = [
                change.map { names.text($0.old) } ?? "", change.map { names.text($0.new) } ?? "",
                change.map { ChangeWording.name(of: $0.kind)[language] } ?? "",
                change.map { ChangeWording.name(of: $0.effect)[language] } ?? "", reason,
            ]
            rows.append(
                [.number(group.count)] + texts.map { .text($0) } + outcomes.map { .number(group.outcomes[$0] ?? 0) }
                    + [.number(group.alsoTouched)]
            )
        }
        let total = outcomes.map { Cell.number(impact.outcomes[$0] ?? 0) }
        let blank = Array(repeating: Cell.text(""), count: 5)
        rows.append([.number(impact.changed)] + blank + total)
        rows.append([])
        rows += packs.map { [.text(said("规则包", "rule pack")), .text("\($0.id) \($0.version)"), .text($0.digest)] }
        rows += runLines(impact).map { [.text($0)] }
        rows += [Wording.disclaimer[language], ChangeWording.caveat[language]].map { [.text($0)] }
        return rows
    }

    func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
