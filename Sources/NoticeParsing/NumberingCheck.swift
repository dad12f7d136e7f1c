import LegalText

/// Looks for gaps, repetitions and mixed marks in the numbering.
struct NumberingCheck {
    private let tracker: OutlineTracker
    private let articleGroup: Int?
    private let text: BlockText

    /// Looks at the items of `tracker`.
    init(_ tracker: OutlineTracker, articleGroup: Int?, text: BlockText) {
        self.tracker = tracker
        self.articleGroup = articleGroup
        self.text = text
    }

    /// What is odd, in reading order.
    func diagnostics() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var previous: [Int: OutlineTracker.Item] = [:]
        for item in tracker.items {
            // A change of mark is worth a word once per group: where it happens first.
            if let before = previous[item.group] {
                if let diagnostic = gap(from: before, to: item) { diagnostics.append(diagnostic) }
            } else if item.mark.number > 1 {
                diagnostics.append(.skippedNumber(at: span(of: item), from: 0, to: item.mark.number))
            }
            previous[item.group] = item
        }
        for group in tracker.mixedGroups.sorted() {
            let items = tracker.items.filter { $0.group == group }
            let change = zip(items, items.dropFirst()).first { $0.mark.style != $1.mark.style }
            guard let change else { continue }
            diagnostics.append(
                .mixedNumbering(at: span(of: change.1), before: label(of: change.0), after: label(of: change.1))
            )
        }
        return diagnostics
    }

    private func gap(from before: OutlineTracker.Item, to item: OutlineTracker.Item) -> Diagnostic? {
        let isAcrossParents = before.parent != item.parent
        guard item.group == articleGroup || !isAcrossParents else {
            // Points start again below each article.
            return item.mark.number == 1 || item.mark.number == before.mark.number + 1
                ? nil : .skippedNumber(at: span(of: item), from: 0, to: item.mark.number)
        }
        if item.mark.suffix != nil || item.mark.number == before.mark.number + 1 { return nil }
        if item.mark.number > before.mark.number {
            return .skippedNumber(at: span(of: item), from: before.mark.number, to: item.mark.number)
        }
        return item.mark.number == before.mark.number
            ? .duplicateNumber(at: span(of: item), label: label(of: item))
            : .restartedNumber(at: span(of: item), from: before.mark.number, to: item.mark.number)
    }

    private func span(of item: OutlineTracker.Item) -> TextSpan {
        let line = text.head(item.block, limit: item.mark.length)
        return line.span(line.trimmed(min(item.mark.start, line.count)..<line.count))
    }

    private func label(of item: OutlineTracker.Item) -> String {
        text.printed(span(of: item))
    }
}
