/// The terms of a glossary, ready to be found in Chinese texts.
struct ChineseTerms {
    /// A term with its renderings.
    struct Entry {
        let term: Glossary.Term
        let renderings: [EnglishRendering]
        let governing: [EnglishRendering]
        fileprivate let scalars: [Unicode.Scalar]

        /// Whether a rendering of this term holds one of `other`.
        fileprivate func says(_ other: Entry) -> Bool {
            !term.isSilent && term.en.contains { EnglishWords($0).count(of: other.renderings) > 0 }
        }
    }

    /// The terms, in the order of the glossary.
    let entries: [Entry]

    /// The entries by their first character, the longest first.
    private let byFirst: [Unicode.Scalar: [Int]]

    init(_ glossary: Glossary) {
        entries = glossary.terms.map { term in
            Entry(
                term: term,
                renderings: term.en.map(EnglishRendering.init),
                governing: term.governing.map(EnglishRendering.init),
                scalars: Array(term.zh.unicodeScalars)
            )
        }
        var byFirst: [Unicode.Scalar: [Int]] = [:]
        for (index, entry) in entries.enumerated() {
            if let first = entry.scalars.first { byFirst[first, default: []].append(index) }
        }
        let sorted = entries
        self.byFirst = byFirst.mapValues { indices in
            indices.sorted { sorted[$0].scalars.count > sorted[$1].scalars.count }
        }
    }

    /// How often each term stands in `text`, by its place in ``entries``.
    ///
    /// A term inside a longer one doesn't count, unless it is one that is counted and the renderings of the longer one
    /// say it too: 非法 in 非法集资, "illegal fundraising", but not in 非法人组织, "unincorporated organization".
    func counts(in text: some StringProtocol) -> [Int: Int] {
        // Blanks and quotation marks don't part the characters of a term.
        let scalars = text.unicodeScalars.filter { !$0.properties.isWhitespace && !"“”‘’".unicodeScalars.contains($0) }
        var counts: [Int: Int] = [:]
        var coveredUpTo = 0
        var covering: Int?
        for start in scalars.indices {
            for index in byFirst[scalars[start]] ?? [] {
                let entry = entries[index]
                let end = start + entry.scalars.count
                guard end <= scalars.count, scalars[start..<end].elementsEqual(entry.scalars) else { continue }
                if end > coveredUpTo {
                    coveredUpTo = end
                    covering = index
                    counts[index, default: 0] += 1
                } else if entry.term.isCounted, let covering, entries[covering].says(entry) {
                    counts[index, default: 0] += 1
                }
            }
        }
        return counts
    }
}
