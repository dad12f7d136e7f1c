package import LegalText
package import NoticeComparison
import NoticeModel
package import RecordModel

/// Finds the change of a notice that stands behind a rule: the row of a comparison that holds the clause which it quotes.
package struct ChangeLocator: Sendable {
    private let comparison: Comparison
    private let oldRows: [String: Int]
    private let newRows: [String: Int]

    /// Creates a locator.
    ///
    /// - Parameters:
    ///   - comparison: What changed.
    ///   - oldClauses: Where the clauses of the old pack's rules stand in the old text, in UTF-8 bytes, by the rules' ids.
    ///   - newClauses: Where the clauses of the new pack's rules stand in the new text.
    package init(
        _ comparison: Comparison,
        oldClauses: [String: TextSpan],
        newClauses: [String: TextSpan]
    ) {
        self.comparison = comparison
        oldRows = oldClauses.compactMapValues { Self.row(holding: $0, in: comparison, isNew: false) }
        newRows = newClauses.compactMapValues { Self.row(holding: $0, in: comparison, isNew: true) }
    }

    /// The change behind `finding`, one under the new notice where `isNew` is set, as an index into the comparison's rows.
    ///
    /// It is `nil` where the text of the clause is the same in substance, so that only the rules differ.
    package func change(behind finding: Finding, isNew: Bool) -> Int? {
        change(ofRule: finding.rule, finding.basis, isNew: isNew)
    }

    /// The change behind the clause of the rule called `id`.
    package func change(ofRule id: String, _ basis: Basis, isNew: Bool) -> Int? {
        guard let row = (isNew ? newRows : oldRows)[id] ?? row(of: basis.provision, isNew: isNew) else { return nil }
        return comparison.rows[row].effect == .editorial ? nil : row
    }

    /// The row of which the clauses hold most of the words at `span`; of several, the one about the fewest words.
    private static func row(holding span: TextSpan, in comparison: Comparison, isNew: Bool) -> Int? {
        func shared(_ spans: [TextSpan]) -> Int {
            spans.reduce(0) { $0 + max(0, min($1.end, span.end) - max($1.start, span.start)) }
        }
        func best(_ spans: (Change) -> [TextSpan]) -> Int? {
            var best: (row: Int, shared: Int, size: Int)?
            for (index, row) in comparison.rows.enumerated() {
                let spans = spans(row)
                let (count, size) = (shared(spans), spans.reduce(0) { $0 + $1.count })
                guard count > 0 else { continue }
                if let known = best, (count, -size) <= (known.shared, -known.size) { continue }
                best = (index, count, size)
            }
            return best?.row
        }
        return best { row in row.pairs.compactMap { isNew ? $0.new : $0.old } }
            ?? best { row in (isNew ? row.new : row.old).map(\.span) }
    }

    /// The first row about a provision, for a rule whose clause wasn't found in the text.
    private func row(of provision: String, isNew: Bool) -> Int? {
        let id = ProvisionID(rawValue: provision)
        return comparison.rows.firstIndex { row in
            (isNew ? row.new : row.old).contains { $0.provision.isInside(id) || id.isInside($0.provision) }
        }
    }
}
