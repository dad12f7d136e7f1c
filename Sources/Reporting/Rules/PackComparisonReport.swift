package import LegalText
internal import RecordModel
package import Screening

/// Writes what changes between two rule packs, for people and for programs.
package struct PackComparisonReport {
    private let comparison: PackComparison
    private let old: PackIdentity
    private let new: PackIdentity
    private let file: String

    /// Reports `comparison` of the packs `old` and `new` on the records of `file`.
    package init(_ comparison: PackComparison, old: PackIdentity, new: PackIdentity, file: String) {
        self.comparison = comparison
        self.old = old
        self.new = new
        self.file = file
    }

    /// The changes in words, in one language.
    package func text(_ language: LocalizedText.Language) -> String {
        func say(_ zh: String, _ en: String) -> String { LocalizedText(zh: zh, en: en)[language] }
        let title = "\(old.id) \(old.version) → \(new.id) \(new.version)"
        var lines = [say("\(title)：\(comparison.records) 条记录", "\(title): \(comparison.records) records")]
        if comparison.isEmpty { lines.append(say("没有变化", "nothing changes")) }
        for (change, count) in verdicts {
            let levels =
                "\(Wording.label(of: change.old, in: language)) → \(Wording.label(of: change.new, in: language))"
            lines.append(say("结论 \(levels)：\(count) 条", "verdict \(levels): \(count)"))
        }
        for rule in comparison.rules {
            lines.append(
                say(
                    "\(rule.rule)：新增 \(rule.gained)，消失 \(rule.lost)，结论不同 \(rule.changed)",
                    "\(rule.rule): \(rule.gained) gained, \(rule.lost) lost, \(rule.changed) with another verdict"
                )
            )
            for sample in rule.samples {
                let words = sample.words.map { "【\($0)】" }.joined()
                let levels =
                    "\(Wording.label(of: sample.old, in: language)) → \(Wording.label(of: sample.new, in: language))"
                let id = sample.id.map { " \($0)" } ?? ""
                lines.append(
                    "  \(say("第 \(sample.row) 行", "row \(sample.row)"))\(id) \(sample.name): \(levels) \(words)"
                )
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The changes as `hegui/rules-diff/1`.
    package var json: JSONValue {
        [
            "schema": .string("hegui/rules-diff/1"),
            "old": old.json,
            "new": new.json,
            "file": .string(file),
            "records": .int(comparison.records),
            "verdicts": .array(
                verdicts.map { change, count in
                    [
                        "old": .string(change.old.rawValue), "new": .string(change.new.rawValue), "count": .int(count),
                    ]
                }
            ),
            "rules": .array(comparison.rules.map(Self.json)),
        ]
    }

    private var verdicts: [(key: PackComparison.VerdictChange, value: Int)] {
        comparison.verdicts.sorted { ($0.key.old, $0.key.new) < ($1.key.old, $1.key.new) }
    }

    private static func json(_ rule: PackComparison.RuleChange) -> JSONValue {
        [
            "rule": .string(rule.rule),
            "gained": .int(rule.gained),
            "lost": .int(rule.lost),
            "changed": .int(rule.changed),
            "samples": .array(
                rule.samples.map { sample in
                    [
                        "row": .int(sample.row), "id": .optional(sample.id), "name": .string(sample.name),
                        "old": .string(sample.old.rawValue), "new": .string(sample.new.rawValue),
                        "words": .strings(sample.words),
                    ]
                }
            ),
        ]
    }
}
