import LegalText
import NoticeCorpus
import NoticeModel
package import RuleEngine

/// What rules there are for the new notice of a comparison: the norms that none enforces, or how to begin where there are
/// no rules at all.
package enum NoticeEnforcement: Sendable {
    /// There are no rules for the notice of this name; it can be a file.
    case noRules(notice: String)
    /// There are rules, which cover so much of the notice.
    case rules(CoverageReport)
}

extension NoticeEnforcement {
    /// A norm that no rule enforces.
    private struct Gap {
        let norm: Norm
        let words: String
        /// Why no rule does, where the rules say so.
        let reason: LocalizedText?
        /// The rules of which a draft is to be completed.
        var drafts: [String] = []
    }

    private static let heading = LocalizedText(zh: "新通知的规则", en: "Rules for the new notice")

    private static func gaps(_ report: CoverageReport) -> [Gap] {
        report.entries.compactMap { entry in
            let words = FlowedText.flowed(report.text.notice.text(at: entry.norm.span))
            switch entry.state {
            case .enforced: return nil
            case .waived(let reason): return Gap(norm: entry.norm, words: words, reason: reason)
            case .open(.draft(let rules)): return Gap(norm: entry.norm, words: words, reason: nil, drafts: rules)
            case .open: return Gap(norm: entry.norm, words: words, reason: nil)
            }
        }
    }

    /// What is said in one sentence.
    private func sentence(in language: LocalizedText.Language) -> String {
        func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }
        switch self {
        case .noRules(let notice):
            return said(
                "尚无规则：hegui rules draft \(notice) 可从条文起草",
                "no rules yet: 'hegui rules draft \(notice)' drafts them from the text"
            )
        case .rules(let report):
            return said(
                "\(report.text.id) 的 \(report.entries.count) 条规范：规则执行 \(report.enforced)，说明理由不设规则 \(report.waived)，"
                    + "没有规则执行 \(report.open)（hegui rules coverage \(report.pack)）",
                "\(report.entries.count) norms of \(report.text.id): \(report.enforced) enforced, \(report.waived) waived for a "
                    + "reason, \(report.open) that no rule enforces ('hegui rules coverage \(report.pack)')"
            )
        }
    }

    private var open: [Gap] {
        guard case .rules(let report) = self else { return [] }
        return Self.gaps(report).filter { $0.reason == nil }
    }

    private var waived: [Gap] {
        guard case .rules(let report) = self else { return [] }
        return Self.gaps(report).filter { $0.reason != nil }
    }

    /// The section for a terminal, a line each.
    func lines(in language: LocalizedText.Language) -> [String] {
        let mark = language == .zh ? "没有规则执行" : "no rule"
        let drafted = language == .zh ? "草稿待补充" : "a draft is to be completed"
        return [Self.heading[language], "  " + sentence(in: language)]
            + open.map { gap in
                let state = gap.drafts.isEmpty ? mark : drafted
                return "  \(gap.norm.id)  \(state)  「\(Self.cut(SpanMarker.visible(gap.words)))」"
            }
    }

    /// The section as Markdown; `escaped` takes the meaning from marks.
    func markdown(in language: LocalizedText.Language, escaped: (String) -> String) -> [String] {
        ["", "## \(Self.heading[language])", "", escaped(sentence(in: language))]
            + (open.isEmpty && waived.isEmpty ? [] : [""])
            + open.map { "- **\(escaped($0.norm.id.rawValue))** \(escaped($0.words))" }
            + waived.map { "- \(escaped($0.norm.id.rawValue)): \(escaped($0.reason?[language] ?? ""))" }
    }

    /// The section as HTML; `escaped` takes the meaning from marks.
    func html(in language: LocalizedText.Language, escaped: (String) -> String) -> String {
        let open = open.map { gap in
            "<li><b>\(escaped(gap.norm.id.rawValue))</b> \(escaped(gap.words))</li>"
        }
        let waived = waived.map { gap in
            "<li>\(escaped(gap.norm.id.rawValue))\(language == .zh ? "：" : ": ")\(escaped(gap.reason?[language] ?? ""))</li>"
        }
        let details =
            waived.isEmpty
            ? ""
            : "<details><summary>\(language == .zh ? "说明理由不设规则" : "waived for a reason") \(waived.count)</summary>"
                + "<ul>\(waived.joined())</ul></details>"
        return "<section class=\"head\"><h2>\(Self.heading[language])</h2><p>\(escaped(sentence(in: language)))</p>"
            + (open.isEmpty ? "" : "<ul>\(open.joined())</ul>") + details + "</section>"
    }

    /// The section as data.
    var json: JSONValue {
        switch self {
        case .noRules(let notice):
            return ["hasRules": .bool(false), "next": .string("hegui rules draft \(notice)")]
        case .rules(let report):
            return [
                "hasRules": .bool(true),
                "pack": .string(report.pack),
                "text": .string(report.text.id),
                "norms": .int(report.entries.count),
                "enforced": .int(report.enforced),
                "waived": .array(
                    waived.map { gap in
                        [
                            "norm": .string(gap.norm.id.rawValue),
                            "text": .string(gap.words),
                            "reason": gap.reason.map { ["zh": .string($0.zh), "en": .string($0.en)] } ?? .null,
                        ]
                    }
                ),
                "open": .array(
                    open.map { gap in
                        [
                            "norm": .string(gap.norm.id.rawValue),
                            "text": .string(gap.words),
                            "drafts": .strings(gap.drafts),
                        ]
                    }
                ),
            ]
        }
    }

    private static func cut(_ text: String) -> String { text.count > 60 ? text.prefix(60) + "…" : text }
}
