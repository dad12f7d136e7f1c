import LegalText

/// The sentences of a Chinese passage beside those of its English one.
struct SentencePairs {
    /// Sentences that say the same, as spans of the two sources.
    struct Pair {
        let zh: [TextSpan]
        let en: [TextSpan]
    }

    /// The sentences of a passage, in UTF-8 bytes of the source.
    static func sentences(of source: SourceText, at span: TextSpan, isChinese: Bool) -> [TextSpan] {
        var sentences: [TextSpan] = []
        var start = span.start
        var offset = span.start
        let scalars = Array(source[span].unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            offset += UTF8.width(scalar)
            let isEnd =
                isChinese
                ? ["。", "！", "？", "\n"].contains(scalar)
                : scalar == "\n" || (scalar == "." && endsEnglishSentence(scalars, at: index))
            if isEnd, offset > start {
                sentences.append(TextSpan(start: start, end: offset))
                start = offset
            }
        }
        if start < span.end { sentences.append(TextSpan(start: start, end: span.end)) }
        return sentences.filter { !source[$0].allSatisfy(\.isWhitespace) }
    }

    /// Whether the full stop at `index` ends a sentence: a blank and a capital follow, and it isn't that of "No.".
    private static func endsEnglishSentence(_ scalars: [Unicode.Scalar], at index: Int) -> Bool {
        var next = index + 1
        while next < scalars.count, ["\"", "”", ")", "’"].contains(scalars[next]) { next += 1 }
        guard next < scalars.count else { return true }
        guard scalars[next].properties.isWhitespace else { return false }
        while next < scalars.count, scalars[next].properties.isWhitespace { next += 1 }
        guard next < scalars.count else { return true }
        let before = String(String.UnicodeScalarView(scalars[..<index].suffix(3)))
        if before.hasSuffix("No") || before.hasSuffix("Art") { return false }
        return scalars[next].properties.isUppercase
    }

    /// Pairs the sentences so that as many words as possible stay together.
    ///
    /// - Parameters:
    ///   - zh: The Chinese sentences, in UTF-8 bytes of their source.
    ///   - en: The English sentences, in UTF-8 bytes of theirs.
    ///   - affinity: How well sentences (by their indices) say the same; more is better.
    /// - Returns: The pairs in reading order; a sentence that has no counterpart stands in one alone.
    /// - Complexity: O(*nm*) calls of `affinity` for *n* and *m* sentences.
    static func aligned(
        _ zh: [TextSpan],
        _ en: [TextSpan],
        affinity: (Range<Int>, Range<Int>) -> Double
    ) -> [Pair] {
        /// What may be paired: the number of Chinese and of English sentences, and what that costs.
        let shapes: [(zh: Int, en: Int, cost: Double)] = [
            (1, 1, 0), (1, 2, 0.6), (2, 1, 0.6), (1, 3, 1.2), (3, 1, 1.2), (2, 2, 1.2), (1, 0, 2), (0, 1, 2),
        ]
        var best = Array(repeating: Array(repeating: -Double.infinity, count: en.count + 1), count: zh.count + 1)
        var from = Array(repeating: Array(repeating: 0, count: en.count + 1), count: zh.count + 1)
        best[0][0] = 0
        for row in 0...zh.count {
            for column in 0...en.count where best[row][column] > -.infinity {
                for (number, shape) in shapes.enumerated() {
                    let (nextRow, nextColumn) = (row + shape.zh, column + shape.en)
                    guard nextRow <= zh.count, nextColumn <= en.count else { continue }
                    let gain = shape.zh == 0 || shape.en == 0 ? 0 : affinity(row..<nextRow, column..<nextColumn)
                    let score = best[row][column] + gain - shape.cost
                    if score > best[nextRow][nextColumn] {
                        best[nextRow][nextColumn] = score
                        from[nextRow][nextColumn] = number
                    }
                }
            }
        }
        var pairs: [Pair] = []
        var (row, column) = (zh.count, en.count)
        while row > 0 || column > 0 {
            let shape = shapes[from[row][column]]
            pairs.append(
                Pair(zh: Array(zh[(row - shape.zh)..<row]), en: Array(en[(column - shape.en)..<column]))
            )
            row -= shape.zh
            column -= shape.en
        }
        return pairs.reversed()
    }
}
