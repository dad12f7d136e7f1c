/// How the characters of a term may be disguised by others: by ones that sound or look alike, by their parts, by their
/// reading.
///
/// Unlike a folding, a disguise holds in the place of one character only: 壁 may stand for 币, and is itself elsewhere.
package struct DisguiseTable: Sendable {
    /// A character in the place of another.
    struct Substitution: Hashable {
        /// The character as it stands in a text: a letter or digit as it is, another folded.
        let found: Unicode.Scalar
        /// The character that is meant, as the term writes it.
        let meant: Unicode.Scalar
    }

    /// The substitutions that are known, with the step that each amounts to.
    private(set) var substitutions: [Substitution: FoldingSteps] = [:]

    /// The parts that a character may be written as, in the order in which they are written.
    private(set) var parts: [Unicode.Scalar: [[Unicode.Scalar]]] = [:]

    /// The reading of a character, a syllable of pinyin with its tone mark.
    private(set) var readings: [Unicode.Scalar: String] = [:]

    /// Ordinary words that hold a substitute: 比例 after 稳定 shows that no 稳定币 is meant.
    private(set) var words: [[Unicode.Scalar]] = []

    /// Creates a table that holds nothing.
    package init() {}

    /// Adds substitutions.
    package mutating func add(_ rows: [DisguiseTableReader.Substitute]) {
        for row in rows {
            substitutions[Substitution(found: row.found, meant: row.meant)] = row.step
        }
    }

    /// Adds one way of taking `character` apart.
    package mutating func add(parts: [Unicode.Scalar], of character: Unicode.Scalar) {
        self.parts[character, default: []].append(parts)
    }

    /// Adds the reading of `character`.
    package mutating func add(reading: String, of character: Unicode.Scalar) {
        readings[character] = reading
    }

    /// Adds an ordinary word.
    package mutating func add(word: String) {
        words.append(Array(word.unicodeScalars))
    }

    /// The step that `found` in the place of `meant` amounts to, or `nil` where it is no disguise.
    func step(_ found: Unicode.Scalar, for meant: Unicode.Scalar) -> FoldingSteps? {
        substitutions[Substitution(found: found, meant: meant)]
    }

    /// Whether any character may stand for `meant`.
    func hasSubstitute(for meant: Unicode.Scalar) -> Bool {
        substitutions.keys.contains { $0.meant == meant }
    }
}
