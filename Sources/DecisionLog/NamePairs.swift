#if Service
    internal import GRDB

    /// The names of decisions as pairs of neighbouring characters, which a full-text table looks up: words that a name holds
    /// are found by their pairs in a row, however short they are and wherever they stand. Chinese names have no words to index.
    enum NamePairs {
        /// The pairs of `names`, one a line, as they are kept. The last character of each name stands alone.
        static func kept(_ names: String) -> String {
            names.unicodeScalars.split(separator: "\n").map { name in
                (pairs(name) + name.suffix(1).map { "\(code($0))x" }).joined(separator: " ")
            }
            .joined(separator: " ")
        }

        /// What the table is asked for names that hold `words`, which aren't empty.
        static func query(_ words: String) -> String {
            let scalars = words.unicodeScalars
            let pairs = pairs(scalars[...])
            if pairs.isEmpty { return scalars.first.map { "\"\(code($0))x\" *" } ?? "\"\"" }
            return "\"\(pairs.joined(separator: " "))\""
        }

        private static func pairs(_ text: Substring.UnicodeScalarView) -> [String] {
            zip(text, text.dropFirst()).map { "\(code($0))x\(code($1))" }
        }

        /// A character as letters and digits, so that nothing of a name means anything to the table.
        private static func code(_ scalar: Unicode.Scalar) -> String { String(scalar.value, radix: 16) }

        /// Adds the names of the decision at `number`.
        static func add(_ names: String, of number: Int, to database: Database) throws {
            try database.cachedStatement(sql: "INSERT INTO decision_name (rowid, pairs) VALUES (?, ?)")
                .execute(arguments: [number, kept(names)])
        }
    }
#endif
