import LegalText
import NoticeModel

/// A stretch of the Chinese text and the stretch of the English text that says the same.
struct Passage {
    /// The Chinese stretch, in UTF-8 bytes of its source.
    let left: TextSpan

    /// The English stretch, in UTF-8 bytes of its source.
    let right: TextSpan

    /// How often each term stands in the Chinese, by its place in the glossary.
    let counts: [Int: Int]

    /// The words of the English.
    let english: EnglishWords

    private let zh: SourceText
    private let en: SourceText

    init(zh: Notice, en: Notice, _ left: TextSpan, _ right: TextSpan, _ terms: ChineseTerms) {
        self.left = left
        self.right = right
        self.zh = zh.source
        self.en = en.source
        counts = terms.counts(in: zh.source[left])
        english = EnglishWords(en.source[right])
    }

    /// Whether the Chinese has the term of `entry`, or one that shares a rendering with it.
    func saysAny(of entry: ChineseTerms.Entry, in terms: ChineseTerms) -> Bool {
        let renderings = Set(entry.renderings)
        return zh[left].contains(entry.term.zh)
            || counts.keys.contains { !renderings.isDisjoint(with: terms.entries[$0].renderings) }
    }

    // MARK: - Sentences

    /// The Chinese sentence that lacks a rendering of `entry` most, and the English one beside it.
    func quotes(lacking entry: ChineseTerms.Entry, in terms: ChineseTerms) -> (zh: TextSpan, en: TextSpan) {
        let index = terms.entries.firstIndex { $0.term == entry.term }
        let lacks = pairs(terms).compactMap { pair -> (lack: Int, zh: TextSpan, en: TextSpan)? in
            guard let first = pair.zh.first, let index else { return nil }
            let chinese = pair.zh.reduce(first) { $0.union($1) }
            let count = terms.counts(in: zh[chinese])[index, default: 0]
            guard count > 0 else { return nil }
            let english = pair.en.first.map { start in pair.en.reduce(start) { $0.union($1) } }
            let found = english.map { EnglishWords(en[$0]).count(of: entry.renderings) } ?? 0
            return (count - found, chinese, english ?? right)
        }
        let worst = lacks.max { $0.lack < $1.lack }
        return worst.map { ($0.zh, $0.en) } ?? (left, right)
    }

    /// The sentences beside one another.
    private func pairs(_ terms: ChineseTerms) -> [SentencePairs.Pair] {
        let chinese = SentencePairs.sentences(of: zh, at: left, isChinese: true)
        let english = SentencePairs.sentences(of: en, at: right, isChinese: false)
        let counts = chinese.map { terms.counts(in: zh[$0]) }
        let words = english.map { EnglishWords(en[$0]) }
        return SentencePairs.aligned(chinese, english) { rows, columns in
            var shared = 0
            var total = 0
            for index in Set(rows.flatMap { counts[$0].keys }) {
                total += 1
                if columns.contains(where: { words[$0].count(of: terms.entries[index].renderings) > 0 }) { shared += 1 }
            }
            let lengths = (rows.reduce(0) { $0 + chinese[$1].count }, columns.reduce(0) { $0 + english[$1].count })
            // A character has three bytes in UTF-8, and is worth about four letters of English.
            let balance = min(Double(lengths.0), Double(lengths.1)) / max(1, Double(lengths.0), Double(lengths.1))
            return 2 * Double(shared) / Double(max(1, total)) + balance
        }
    }

    /// The English sentence in which one of `renderings` stands first.
    func sentence(holding renderings: [EnglishRendering]) -> TextSpan? {
        SentencePairs.sentences(of: en, at: right, isChinese: false)
            .first { EnglishWords(en[$0]).count(of: renderings) > 0 }
    }

    /// The Chinese sentence in which `words` stand first.
    func zhSentence(holding words: String) -> TextSpan? {
        SentencePairs.sentences(of: zh, at: left, isChinese: true).first { zh[$0].contains(words) }
    }
}
