import ArgumentParser
import RuleEngine
import Screening

/// Measures how long each rule takes on a file of records.
struct RulesProfile: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profile",
        abstract: "Measure each rule's time and candidates on a file of records.",
        discussion: """
            For every rule: the records that hold a word which it can't fire without, those that it looked at, those on \
            which it fired, its time and its share of all rules' time. Slow and over-broad rules are pointed out.

            Example:
              hegui rules profile registry.csv
            """
    )

    @Argument(help: "A file of records, or '-' for standard input.")
    var file: String

    @OptionGroup var screening: ScreeningOptions
    @OptionGroup var data: DataOptions

    func run() throws {
        let pack = try data.folder().pack(screening.pack)
        var profile = RuleProfile(of: pack)
        do {
            var reader = try RecordReader(path: file)
            try reader.forEachRecord { record, _ in profile.add(record) }
        } catch {
            throw CommandFailure(located: error.description)
        }
        try ResultOutput.standard.write(Self.table(profile, pack: pack.id))
    }

    private static func table(_ profile: RuleProfile, pack: String) -> String {
        var lines = [
            "\(profile.records) records, \(profile.candidates) with a word of a rule; "
                + "looking for words \(milliseconds(profile.scanTime)), reading \(milliseconds(profile.readingTime)), "
                + "rules \(milliseconds(profile.ruleTime))",
            row("rule", ["candidates", "evaluated", "findings", "time", "share"]),
        ]
        var remarks: [String] = []
        for rule in profile.rules {
            let share = profile.ruleTime == .zero ? 0 : rule.time / profile.ruleTime
            let counts = [rule.candidates, rule.evaluated, rule.findings].map(String.init)
            lines.append(row(rule.rule, counts + [milliseconds(rule.time), percent(share)]))
            for remark in rule.remarks(ruleTime: profile.ruleTime) {
                switch remark {
                case .broad:
                    remarks.append(
                        "\(rule.rule): \(rule.candidates) records hold its words and it fired on \(rule.findings); its words are broad"
                    )
                case .slow:
                    remarks.append("\(rule.rule): takes \(percent(share)) of all rules' time")
                }
            }
        }
        return (lines + remarks.map { "remark: \($0)" }).joined(separator: "\n") + "\n"
    }

    /// A rule's name at the left and cells at the right of their columns.
    private static func row(_ name: String, _ cells: [String]) -> String {
        let name = name + String(repeating: " ", count: max(0, 42 - name.count))
        return "  " + name + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
    }

    /// Such as `12.3 ms`.
    private static func milliseconds(_ time: Duration) -> String {
        let tenths = Int((time / .milliseconds(1) * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
