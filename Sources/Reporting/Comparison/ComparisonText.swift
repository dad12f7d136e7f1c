package import LegalText
package import NoticeComparison
import NoticeCorpus
import NoticeModel

/// A comparison for a terminal.
package struct ComparisonText {
    private let comparison: Comparison
    private let old: ComparedSource
    private let new: ComparedSource
    private let language: LocalizedText.Language
    private let usesColor: Bool
    private let showsUnchanged: Bool

    /// What rules there are for the new notice, where that is to be told.
    package var enforcement: NoticeEnforcement?

    /// Creates a writer.
    package init(
        _ comparison: Comparison,
        old: ComparedSource,
        new: ComparedSource,
        language: LocalizedText.Language,
        usesColor: Bool,
        showsUnchanged: Bool = false
    ) {
        self.comparison = comparison
        self.old = old
        self.new = new
        self.language = language
        self.usesColor = usesColor
        self.showsUnchanged = showsUnchanged
    }

    /// The whole report.
    package var text: String {
        var lines = head
        for entry in ListedChange.list(showsUnchanged ? comparison.rows : comparison.changes) {
            lines.append("")
            lines += self.lines(of: entry)
        }
        if !comparison.header.isEmpty {
            lines.append("")
            lines.append(strong(said("文首与标题", "Head and headings")))
            for change in comparison.header { lines += self.lines(of: change) }
        }
        if let enforcement { lines += [""] + enforcement.lines(in: language) }
        lines.append("")
        lines.append(ChangeWording.caveat[language])
        return lines.joined(separator: "\n") + "\n"
    }

    private var head: [String] {
        let summary = ComparisonSummary(comparison)
        var lines = [
            "- \(title(comparison.old, old))",
            "+ \(title(comparison.new, new))",
            "",
            summary.line(in: language),
        ]
        if comparison.changes.isEmpty, comparison.header.isEmpty {
            lines.append(said("两个文本相同。", "The texts are the same."))
        }
        lines += summary.facts(in: language)
        return lines
    }

    private func title(_ notice: Notice, _ source: ComparedSource) -> String {
        let status = source.status.map { " 〔\(Wording.status($0.rawValue)[language])〕" } ?? ""
        let name = notice.shortTitle
        return (name.isEmpty ? source.name : "\(name) [\(source.name)]") + status
    }

    private func lines(of entry: ListedChange) -> [String] {
        let places = entry.places(PassageTitle(language: language))
        let place =
            if case .single(let change) = entry, change.old.isEmpty || change.new.isEmpty {
                change.old.isEmpty ? places.new : places.old
            } else {
                "\(places.old) → \(places.new)"
            }
        let label = "\(strong(place))  \(entry.label(in: language))"
        guard let first = entry.first else { return [label] }
        let lines = ["\(label)  [\(colored(ChangeWording.name(of: first.effect)[language], first.effect))]"]
        guard case .single(let change) = entry else { return lines }
        return lines + details(of: change)
    }

    /// Why a change is what it is said to be, and its words.
    private func details(of change: Change) -> [String] {
        var lines: [String] = []
        for (effect, sentence) in ChangeWording.sentences(of: change) {
            let name = ChangeWording.name(of: effect)[language]
            lines.append("  · \(colored(name, effect))\(said("：", ": "))\(sentence[language])")
        }
        if change.mayBeArtefact { lines.append("  ! \(ChangeWording.artefact[language])") }
        guard change.kind != .unchanged else { return lines }
        for pair in change.pairs {
            let runs = DiffRuns(pair, of: comparison).runs
            guard runs.contains(where: { $0.kind != .same }) else { continue }
            lines.append("    " + runs.map(marked).joined())
        }
        return lines
    }

    private func lines(of change: HeaderChange) -> [String] {
        var lines: [String] = []
        let name = ChangeWording.name(of: change.field)[language]
        lines.append("  \(name)")
        lines += change.removed.map { "    " + marked(.init(kind: .removed, text: SpanMarker.visible($0))) }
        lines += change.added.map { "    " + marked(.init(kind: .added, text: SpanMarker.visible($0))) }
        lines += change.renamed.map { renaming in
            let effect = ChangeWording.name(of: Effect.editorial)[language]
            return "    \(effect)\(said("：", ": "))\(renaming.old) → \(renaming.new)"
        }
        return lines
    }

    // MARK: - Marks

    private func marked(_ run: DiffRuns.Run) -> String {
        switch run.kind {
        case .same: run.text
        case .removed: usesColor ? "\u{1B}[31;9m\(run.text)\u{1B}[0m" : "[-\(run.text)-]"
        case .added: usesColor ? "\u{1B}[32;1m\(run.text)\u{1B}[0m" : "{+\(run.text)+}"
        case .formBefore: usesColor ? "\u{1B}[2;9m\(run.text)\u{1B}[0m" : "[~\(run.text)~]"
        case .formAfter: usesColor ? "\u{1B}[36m\(run.text)\u{1B}[0m" : "{~\(run.text)~}"
        }
    }

    private func strong(_ text: String) -> String {
        usesColor ? "\u{1B}[1m\(text)\u{1B}[0m" : text
    }

    private func colored(_ text: String, _ effect: Effect) -> String {
        guard usesColor else { return text }
        let code =
            switch effect {
            case .stricter: "31"
            case .looser: "32"
            case .mixed: "33"
            case .neutral: "34"
            case .editorial: "2"
            }
        return "\u{1B}[\(code)m\(text)\u{1B}[0m"
    }

    private func said(_ zh: String, _ en: String) -> String {
        language == .zh ? zh : en
    }
}
