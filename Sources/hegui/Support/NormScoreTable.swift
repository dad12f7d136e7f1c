import NoticeCorpus
import NoticeModel

/// A score in columns, for people.
struct NormScoreTable {
    /// The lines of the table.
    let lines: [String]

    /// Lays out the kinds of norm that were expected or found, all of them together, and the parts.
    init(_ score: NormScore) {
        var lines = [Self.row("kind", ["expected", "found", "matched", "precision", "recall", "F1"])]
        let kinds = Norm.Kind.allCases.compactMap { kind in score.kinds[kind].map { (kind.rawValue, $0) } }
        for (name, tally) in kinds + [("all", score.overall)] {
            let counts = [tally.expected, tally.found, tally.matched].map(String.init)
            lines.append(Self.row(name, counts + [tally.precision, tally.recall, tally.f1].map(percent)))
        }
        lines.append(Self.row("part", ["judged", "exact", "share"]))
        for part in NormPart.allCases {
            guard let tally = score.parts[part] else { continue }
            let cells = [String(tally.judged), String(tally.exact), percent(tally.share)]
            lines.append(Self.row(part.rawValue, cells))
        }
        self.lines = lines
    }

    /// A name at the left and cells at the right of their columns, which are as wide as the widest name.
    private static func row(_ name: String, _ cells: [String]) -> String {
        let name = name + String(repeating: " ", count: max(0, 16 - name.count))
        return "  " + name + cells.map { String(repeating: " ", count: max(1, 11 - $0.count)) + $0 }.joined()
    }
}
