package import LegalText
package import NoticeComparison
import NoticeCorpus
import NoticeModel

/// A comparison as Markdown: the table of changes first, the words below it.
package struct ComparisonMarkdown {
    private let comparison: Comparison
    private let old: ComparedSource
    private let new: ComparedSource
    private let language: LocalizedText.Language

    /// What rules there are for the new notice, where that is to be told.
    package var enforcement: NoticeEnforcement?

    /// Creates a writer.
    package init(_ comparison: Comparison, old: ComparedSource, new: ComparedSource, language: LocalizedText.Language) {
        self.comparison = comparison
        self.old = old
        self.new = new
        self.language = language
    }

    /// The whole report.
    package var text: String {
        let summary = ComparisonSummary(comparison)
        let names = PassageTitle(language: language)
        var lines = [
            "# \(said("条文变化", "What changed"))",
            "",
            "- \(said("旧", "Old")): \(title(comparison.old, old))",
            "- \(said("新", "New")): \(title(comparison.new, new))",
            "",
            Self.escaped(summary.line(in: language)),
            "",
        ]
        lines += summary.facts(in: language).map { "- " + Self.escaped($0) }
        lines += [
            "",
            "| \(said("旧", "old")) | \(said("新", "new")) | \(said("变化", "change")) | "
                + "\(said("影响", "effect")) | \(said("理由", "why")) |",
            "| --- | --- | --- | --- | --- |",
        ]
        for entry in ListedChange.list(comparison.changes) {
            let places = entry.places(names)
            let cells = [
                Self.escaped(places.old), Self.escaped(places.new), entry.label(in: language),
                entry.first.map { "**\(ChangeWording.name(of: $0.effect)[language])**" } ?? "", reasons(of: entry),
            ]
            lines.append("| \(cells.joined(separator: " | ")) |")
        }
        lines += headerLines + wordLines(names)
        lines += enforcement?.markdown(in: language, escaped: Self.escaped) ?? []
        lines += ["", "> \(ChangeWording.caveat[language])"]
        return lines.joined(separator: "\n") + "\n"
    }

    private func reasons(of entry: ListedChange) -> String {
        guard case .single(let change) = entry else { return "" }
        var reasons = ChangeWording.sentences(of: change).map { effect, sentence in
            Self.escaped("\(ChangeWording.name(of: effect)[language])\(said("：", ": "))\(sentence[language])")
        }
        if change.mayBeArtefact { reasons.append("*\(ChangeWording.artefact[language])*") }
        return reasons.joined(separator: "<br>")
    }

    private var headerLines: [String] {
        guard !comparison.header.isEmpty else { return [] }
        var lines = ["", "## \(said("文首与标题", "Head and headings"))", ""]
        for change in comparison.header {
            let parts =
                change.removed.map { "~~\(Self.escaped($0))~~" } + change.added.map { "**\(Self.escaped($0))**" }
                + change.renamed.map { "\(Self.escaped($0.old)) → \(Self.escaped($0.new))" }
            let name = ChangeWording.name(of: change.field)[language]
            lines.append("- \(name)\(said("：", ": "))\(parts.joined(separator: said("；", "; ")))")
        }
        return lines
    }

    private func wordLines(_ names: PassageTitle) -> [String] {
        var lines = ["", "## \(said("文字", "The words"))"]
        for case .single(let change) in ListedChange.list(comparison.changes) {
            lines += ["", "### \(Self.escaped(names.text(change.old))) → \(Self.escaped(names.text(change.new)))", ""]
            for pair in change.pairs {
                let runs = DiffRuns(pair, of: comparison).runs
                guard runs.contains(where: { $0.kind != .same }) else { continue }
                lines += [runs.map(Self.marked).joined(), ""]
            }
            if lines.last == "" { lines.removeLast() }
        }
        return lines
    }

    private static func marked(_ run: DiffRuns.Run) -> String {
        let text = escaped(run.text)
        switch run.kind {
        case .same: return text
        case .removed, .formBefore: return "<del>\(text)</del>"
        case .added, .formAfter: return "<ins>\(text)</ins>"
        }
    }

    private func title(_ notice: Notice, _ source: ComparedSource) -> String {
        let status = source.status.map { " 〔\(Wording.status($0.rawValue)[language])〕" } ?? ""
        let name = notice.shortTitle
        return Self.escaped((name.isEmpty ? source.name : "\(name) [\(source.name)]") + status)
    }

    /// Text in which nothing is taken for Markdown or HTML.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        for character in SpanMarker.visible(text) {
            switch character {
            case "&": escaped += "&amp;"
            case "<": escaped += "&lt;"
            case ">": escaped += "&gt;"
            case "|", "*", "_", "`", "[", "]", "\\", "#", "~": escaped += "\\\(character)"
            default: escaped.append(character)
            }
        }
        return escaped
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
