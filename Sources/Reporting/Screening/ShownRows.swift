import RecordModel

/// The rows that a page shows, in the order of the file: all of them, or as many as a browser bears, the graver verdicts
/// before the others.
struct ShownRows: Sendable {
    /// How many rows a page shows; more than that nobody scrolls through, and a browser takes long to lay out.
    static let limit = 5000

    /// How many rows there were, shown or not.
    private(set) var count = 0

    /// The rows of each verdict with their numbers.
    private var rows: [Verdict.Level: [(number: Int, section: String)]] = [:]
    private var kept = 0

    /// Takes note of a row that came to `level`.
    ///
    /// - Returns: Whether it is to be shown.
    mutating func note(_ level: Verdict.Level) -> Bool {
        count += 1
        return kept < Self.limit || lesser(than: level) != nil
    }

    /// Shows the row that was noted last as `section`, in place of the last one with a lesser verdict where there are too many.
    mutating func show(_ section: String, _ level: Verdict.Level) {
        if kept == Self.limit {
            guard let lesser = lesser(than: level) else { return }
            rows[lesser]?.removeLast()
            kept -= 1
        }
        rows[level, default: []].append((count, section))
        kept += 1
    }

    /// Whether some rows aren't shown.
    var isCut: Bool { count > kept }

    /// The verdicts of the rows that are shown, the gravest first.
    var levels: [Verdict.Level] {
        Verdict.Level.allCases.reversed().filter { rows[$0]?.isEmpty == false }
    }

    /// The rows that are shown, in the order of the file.
    var sections: [String] {
        rows.values.joined().sorted { $0.number < $1.number }.map(\.section)
    }

    /// The least verdict below `level` of which a row is shown.
    private func lesser(than level: Verdict.Level) -> Verdict.Level? {
        levels.last.flatMap { $0 < level ? $0 : nil }
    }
}
