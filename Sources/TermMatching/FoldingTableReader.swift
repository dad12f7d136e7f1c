package import LegalText

/// Reads a folding table: lines of a scalar, a tab and what it folds to; lines that begin with `#` say where
/// the table comes from and under which licence.
package struct FoldingTableReader {
    /// One line of a table.
    package struct Row: Sendable, Hashable {
        /// The scalar that is folded.
        package let source: Unicode.Scalar
        /// What it folds to.
        package let target: [Unicode.Scalar]
    }

    private let path: String

    /// The mistakes that were found, in the order of their lines.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Creates a reader; `path` stands in diagnostics.
    package init(path: String) {
        self.path = path
    }

    /// The rows of `table`, without those that ``diagnostics`` explains.
    package mutating func rows(in table: String) -> [Row] {
        var rows: [Row] = []
        rows.reserveCapacity(table.utf8.count / 8)
        var number = 0
        for line in table.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
            number += 1
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
            guard cells.count == 2, let source = Self.scalars(of: cells[0]), source.count == 1,
                let target = Self.scalars(of: cells[1]), !target.isEmpty
            else {
                report(number)
                continue
            }
            rows.append(Row(source: source[0], target: target))
        }
        return rows
    }

    private mutating func report(_ line: Int) {
        diagnostics.append(
            Diagnostic(
                "folding/wrong-row",
                .error,
                in: SourceLocation(path: path, line: line, column: 1),
                "expected one character, a tab, and what it folds to"
            )
        )
    }

    private static func scalars(of bytes: Substring.UTF8View) -> [Unicode.Scalar]? {
        Substring(bytes).isEmpty ? nil : Array(Substring(bytes).unicodeScalars)
    }
}
