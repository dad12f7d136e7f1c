package import LegalText
import NoticeCorpus
import NoticeModel
package import RuleEngine

/// The coverage of a notice for people, a line for each norm.
package struct CoverageText {
    /// The most characters of a norm that are shown.
    private static let longestWords = 60

    private let report: CoverageReport
    private let language: LocalizedText.Language
    private let marker: SpanMarker

    /// Creates a writer.
    package init(_ report: CoverageReport, language: LocalizedText.Language, marker: SpanMarker) {
        self.report = report
        self.language = language
        self.marker = marker
    }

    /// The whole text, with a line end.
    package var text: String {
        var lines = [head]
        for entry in report.entries { lines += self.lines(of: entry) }
        for orphan in report.orphans {
            let label = said("无现行依据", "no clause in force")
            lines.append("  \(marker.strong(label))  \(orphan.rule): \(orphan.reason[language])")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: String {
        let entry = report.text.entry
        let number = entry.documentNumber.map { "\($0) " } ?? ""
        let status = Wording.status(report.text.status.rawValue)[language]
        let whole = report.entries.count
        let covered = report.enforced + report.waived
        let tenths = whole == 0 ? 0 : covered * 1000 / whole
        let share = "\(tenths / 10).\(tenths % 10) %"
        let counts = said(
            "\(whole)条规范覆盖\(covered)条（\(share)）：规则执行\(report.enforced)，说明理由不设规则\(report.waived)，未覆盖\(report.open)；无现行依据的规则\(report.orphans.count)",
            """
            \(covered) of \(whole) norms covered (\(share)): \(report.enforced) enforced, \(report.waived) waived, \
            \(report.open) open; \(report.orphans.count) orphaned rules
            """
        )
        return "\(marker.strong(report.pack))  \(number)\(report.text.id) [\(status)]\n  \(counts)"
    }

    private func lines(of entry: CoverageReport.Entry) -> [String] {
        let norm = entry.norm
        let words = report.text.notice.text(at: norm.span)
        let shown = SpanMarker.visible(FlowedText.flowed(words))
        let cut = shown.count > Self.longestWords ? shown.prefix(Self.longestWords) + "…" : shown
        let head = "  \(norm.id)  \(norm.kind.rawValue)  "
        switch entry.state {
        case .enforced(let rules):
            return [head + rules.map(shortName).joined(separator: ", ")]
        case .waived(let reason):
            return [head + said("不设规则：", "waived: ") + reason[language]]
        case .open(let gap):
            return [head + marker.strong(said("未覆盖", "OPEN")) + ": " + self.words(for: gap), "    「\(cut)」"]
        }
    }

    private func words(for gap: CoverageReport.Gap) -> String {
        switch gap {
        case .noRule:
            return said("没有规则引用，也没有说明理由", "no rule quotes it, and nothing says why")
        case .draft(let rules):
            let names = rules.map(shortName).joined(separator: ", ")
            return said("草稿待补充", "a draft is to be completed") + (names.isEmpty ? "" : " (\(names))")
        case .silentTerms(let terms, let rules):
            let words = terms.joined(separator: said("、", ", "))
            let names = rules.map(shortName).joined(separator: ", ")
            return said("\(names) 对所列字样不触发：\(words)", "\(names) doesn't fire on \(words), which it names")
        }
    }

    /// A rule's id without the pack, which stands above.
    private func shortName(_ rule: String) -> String {
        rule.hasPrefix(report.pack + "/") ? String(rule.dropFirst(report.pack.count + 1)) : rule
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
