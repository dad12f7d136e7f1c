/// What each scalar folds to before terms are compared with it.
///
/// Case and width are folded by rule; compatibility forms, traditional characters, variants and
/// confusable letters come from tables. A scalar folds to one or more scalars, each a lower-case letter,
/// a digit or a simplified character; a scalar without an entry folds to itself.
package struct FoldingTable: Sendable {
    /// One scalar's folding.
    package struct Folding: Sendable, Hashable {
        /// What the scalar stands for; never empty.
        package let scalars: [Unicode.Scalar]
        /// The steps that led there; case isn't among them, as it takes the term to say whether it had to be folded.
        package let steps: FoldingSteps
    }

    /// The scalars that don't fold to themselves.
    package private(set) var foldings: [Unicode.Scalar: Folding] = [:]

    /// How characters may be disguised beyond what each of them folds to by itself.
    package var disguises = DisguiseTable()

    /// Creates a table that folds case and width alone.
    package init() {
        for value in UInt32(0x41)...0x5A {
            add(value, [value + 0x20], [])
        }
        // Full-width forms lie at a fixed distance from ASCII.
        for value in UInt32(0xFF01)...0xFF5E {
            let plain = value - 0xFEE0
            guard let scalar = Unicode.Scalar(plain), scalar.properties.isAlphabetic || (0x30...0x39).contains(plain)
            else { continue }
            let lower = (0x41...0x5A).contains(plain) ? plain + 0x20 : plain
            add(value, [lower], .width)
        }
    }

    /// Adds the rows of a table; a later table wins over an earlier one.
    package mutating func add(_ rows: [FoldingTableReader.Row], step: FoldingSteps) {
        for row in rows {
            foldings[row.source] = Folding(scalars: row.target, steps: step)
        }
    }

    /// What `scalar` folds to.
    package func folding(of scalar: Unicode.Scalar) -> Folding {
        foldings[scalar] ?? Folding(scalars: [scalar], steps: [])
    }

    private mutating func add(_ source: UInt32, _ target: [UInt32], _ steps: FoldingSteps) {
        guard let scalar = Unicode.Scalar(source) else { return }
        foldings[scalar] = Folding(scalars: target.compactMap(Unicode.Scalar.init), steps: steps)
    }
}
