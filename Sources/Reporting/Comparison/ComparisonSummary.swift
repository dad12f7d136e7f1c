package import LegalText
package import NoticeComparison

/// What a comparison comes to, in a few lines.
package struct ComparisonSummary {
    private let comparison: Comparison

    /// Sums up `comparison`.
    package init(_ comparison: Comparison) {
        self.comparison = comparison
    }

    /// The number of rows of each kind, without the kinds that don't occur.
    package var kinds: [(Change.Kind, Int)] {
        Change.Kind.allCases.compactMap { kind in
            let count = comparison.rows.count { $0.kind == kind }
            return count > 0 ? (kind, count) : nil
        }
    }

    /// The number of changes of each effect.
    package var effects: [(Effect, Int)] {
        Effect.allCases.map { effect in (effect, comparison.changes.count { $0.effect == effect }) }
    }

    /// The counts in one line.
    package func line(in language: LocalizedText.Language) -> String {
        let kinds = kinds.map { "\(ChangeWording.name(of: $0)[language]) \($1)" }
        let effects = effects.filter { $0.1 > 0 }.map { "\(ChangeWording.name(of: $0)[language]) \($1)" }
        guard !effects.isEmpty else { return kinds.joined(separator: language == .zh ? "，" : ", ") }
        return language == .zh
            ? "\(kinds.joined(separator: "，"))；其中\(effects.joined(separator: "，"))"
            : "\(kinds.joined(separator: ", ")); \(effects.joined(separator: ", "))"
    }

    /// Subjects, banned words and norms that came and went, a line each.
    package func facts(in language: LocalizedText.Language) -> [String] {
        var lines: [String] = []
        func list(_ words: [String]) -> String {
            words.map { "“\(SpanMarker.visible($0))”" }.joined(separator: language == .zh ? "、" : ", ")
        }
        func add(_ zh: String, _ en: String, _ words: [String]) {
            guard !words.isEmpty else { return }
            lines.append(language == .zh ? "\(zh)：\(list(words))" : "\(en): \(list(words))")
        }
        add("通篇新增的对象", "New subject throughout", comparison.subjects.added)
        add("通篇不再涉及的对象", "Subject gone throughout", comparison.subjects.removed)
        add("新增禁用字样", "Banned words added", comparison.terms.added)
        add("减少禁用字样", "Banned words gone", comparison.terms.removed)
        if let norms = norms(in: language) { lines.append(norms) }
        return lines
    }

    /// How many norms came, went, and became stricter or looser, in one line; `nil` where none did.
    package func norms(in language: LocalizedText.Language) -> String? {
        let norms = comparison.norms
        let (added, removed) = (norms.added.count, norms.removed.count)
        let (stricter, looser) = (norms.stricter.count, norms.looser.count)
        guard added + removed + stricter + looser > 0 else { return nil }
        return language == .zh
            ? "规范：新增 \(added)，删除 \(removed)，趋严 \(stricter)，放宽 \(looser)"
            : "Norms: \(added) new, \(removed) gone, \(stricter) stricter, \(looser) looser"
    }
}
