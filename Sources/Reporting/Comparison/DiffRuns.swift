import LegalText
package import NoticeComparison
import NoticeModel

/// A pair of clauses as one text, in which what went and what came stand side by side.
package struct DiffRuns {
    /// A stretch of the text.
    package struct Run: Hashable, Sendable {
        /// What the stretch is.
        package let kind: Kind
        /// Its words.
        package let text: String
    }

    /// What a stretch is.
    package enum Kind: Hashable, Sendable {
        case same, removed, added
        /// The same in another form; the old form is told by the run before it.
        case formBefore, formAfter
    }

    /// The stretches in order.
    package let runs: [Run]

    /// Writes `pair` of `comparison` as runs.
    package init(_ pair: ClausePair, of comparison: Comparison) {
        var runs: [Run] = []
        func add(_ kind: Kind, _ text: some StringProtocol) {
            var words = SpanMarker.visible(FlowedText.flowed(String(text)))
            // The blank at the edge of a stretch of English parts it from the next one.
            if comparison.new.header.language == .english {
                if text.first?.isWhitespace ?? false { words = " " + words }
                if !words.isEmpty, words != " ", text.last?.isWhitespace ?? false { words += " " }
            }
            if !words.isEmpty { runs.append(Run(kind: kind, text: words)) }
        }
        switch (pair.old, pair.new) {
        case (nil, nil): break
        case (let old?, nil): add(.removed, comparison.old.text(at: old))
        case (nil, let new?): add(.added, comparison.new.text(at: new))
        case (_?, let new?):
            var cursor = new.start
            for edit in pair.edits.sorted(by: { $0.newOffset < $1.newOffset }) {
                let start = max(cursor, min(edit.newOffset, new.end))
                add(.same, comparison.new.text(at: TextSpan(start: cursor, end: start)))
                cursor = start
                let isWords = edit.form == .words
                if let gone = edit.old { add(isWords ? .removed : .formBefore, comparison.old.text(at: gone)) }
                if let come = edit.new, come.end >= cursor {
                    add(
                        isWords ? .added : .formAfter,
                        comparison.new.text(at: TextSpan(start: max(cursor, come.start), end: come.end))
                    )
                    cursor = come.end
                }
            }
            add(.same, comparison.new.text(at: TextSpan(start: cursor, end: max(cursor, new.end))))
        }
        self.runs = runs
    }
}
