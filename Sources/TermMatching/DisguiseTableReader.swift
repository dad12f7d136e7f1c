package import LegalText

/// Reads the tables of disguises: lines of cells parted by tabs, the last of which gives the reason; lines that begin
/// with `#` say where the table comes from.
package struct DisguiseTableReader {
    /// A character that stands for another.
    package struct Substitute: Sendable, Hashable {
        let found: Unicode.Scalar
        let meant: Unicode.Scalar
        let step: FoldingSteps
    }

    private let path: String

    /// The mistakes that were found, in the order of their lines.
    package private(set) var diagnostics: [Diagnostic] = []

    /// Creates a reader; `path` stands in diagnostics.
    package init(path: String) {
        self.path = path
    }

    /// The lines of `table`: the character found, the one meant, `sound`, `shape` or `letter`, and the reason.
    package mutating func substitutes(in table: String) -> [Substitute] {
        rows(of: table, "a character, the one it stands for, 'sound', 'shape' or 'letter', and the reason") { cells in
            let steps: [String: FoldingSteps] = ["sound": .homophone, "shape": .lookalike, "letter": .confusable]
            guard cells.count == 4, let found = Self.scalar(cells[0]), let meant = Self.scalar(cells[1]),
                found != meant, let step = steps[cells[2]]
            else { return nil }
            return Substitute(found: found, meant: meant, step: step)
        }
    }

    /// The lines of `table`: a character, its parts, and the reason.
    package mutating func parts(in table: String) -> [(character: Unicode.Scalar, parts: [Unicode.Scalar])] {
        rows(of: table, "a character, its parts, two at least, and the reason") { cells in
            guard cells.count == 3, let character = Self.scalar(cells[0]), cells[1].unicodeScalars.count > 1 else {
                return nil
            }
            return (character, Array(cells[1].unicodeScalars))
        }
    }

    /// The lines of `table`: a character and its reading.
    package mutating func readings(in table: String) -> [(character: Unicode.Scalar, reading: String)] {
        rows(of: table, "a character and a syllable of pinyin with its tone mark") { cells in
            guard cells.count == 2, let character = Self.scalar(cells[0]), Syllable(cells[1]) != nil else { return nil }
            return (character, cells[1])
        }
    }

    /// The lines of `table`: an ordinary word and what it means.
    package mutating func words(in table: String) -> [String] {
        rows(of: table, "a word of two characters at least, and what it means") { cells in
            cells.count == 2 && cells[0].unicodeScalars.count > 1 ? cells[0] : nil
        }
    }

    private mutating func rows<Row>(of table: String, _ expectation: String, convert: ([String]) -> Row?) -> [Row] {
        var rows: [Row] = []
        for (index, line) in table.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first, first != "#" else { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if cells.allSatisfy({ !$0.isEmpty }), let row = convert(cells) {
                rows.append(row)
            } else {
                let location = SourceLocation(path: path, line: index + 1, column: 1)
                diagnostics.append(
                    Diagnostic("folding/wrong-row", .error, in: location, "expected \(expectation), parted by tabs")
                )
            }
        }
        return rows
    }

    private static func scalar(_ cell: String) -> Unicode.Scalar? {
        cell.unicodeScalars.count == 1 ? cell.unicodeScalars.first : nil
    }
}
