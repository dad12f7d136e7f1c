import LegalText
import NoticeModel

/// Subjects that run through one text and that the other one doesn't know, such as 现实世界资产代币化.
///
/// They are found, not looked up: phrases that stand in many articles of one text as members of enumerations, and nowhere
/// in the other.
struct SubjectTerms {
    /// A subject with the places in which it stands.
    struct Term {
        /// The words as they are printed first.
        let text: String
        /// Where it stands in the old text, ascending, in UTF-8 bytes.
        let old: [Int]
        /// Where it stands in the new text, ascending, in UTF-8 bytes.
        let new: [Int]
        /// In how many articles it stands.
        let articles: Int

        /// Whether it stands in a stretch of the new or the old text.
        func occurs(in span: TextSpan, isNew: Bool) -> Bool {
            let places = isNew ? new : old
            var (low, high) = (0, places.count)
            while low < high {
                let middle = (low + high) / 2
                if places[middle] < span.start { low = middle + 1 } else { high = middle }
            }
            return low < places.count && places[low] < span.end
        }
    }

    /// Subjects of the new text alone.
    let added: [Term]

    /// Subjects of the old text alone.
    let removed: [Term]

    /// Looks for the subjects of two texts.
    ///
    /// - Complexity: O(*n*) in the number of tokens.
    init(_ old: ComparedText, _ new: ComparedText) {
        let (oldCounts, newCounts) = (Counts(old), Counts(new))
        added = newCounts.phrases(absentFrom: oldCounts).map {
            Term(text: $0.text, old: [], new: $0.places, articles: $0.articles)
        }
        removed = oldCounts.phrases(absentFrom: newCounts).map {
            Term(text: $0.text, old: $0.places, new: [], articles: $0.articles)
        }
    }

    /// The subject that `words` name or are part of, where there is one.
    func explain(_ words: String) -> Term? {
        let words = words.lowercased()
        return (added + removed).first { words.contains($0.text.lowercased()) }
    }

    /// Three tokens in a row.
    private struct Trigram: Hashable {
        let first: Int32
        let second: Int32
        let third: Int32
    }

    /// A phrase with its places.
    private struct Phrase {
        let text: String
        let places: [Int]
        let articles: Int
    }

    /// How often trigrams occur in a text, and in how many articles.
    private struct Counts {
        private let text: ComparedText
        private var tally: [Trigram: (count: Int, articles: Int, last: Int)] = [:]

        init(_ text: ComparedText) {
            self.text = text
            for segment in text.segments {
                for index in segment.tokens.dropLast(2) {
                    guard let trigram = trigram(at: index) else { continue }
                    var entry = tally[trigram] ?? (0, 0, -1)
                    entry.count += 1
                    if entry.last != segment.article { entry.articles += 1 }
                    entry.last = segment.article
                    tally[trigram] = entry
                }
            }
        }

        /// The trigram at `index`, if nothing but a blank or a hyphen stands between its tokens.
        private func trigram(at index: Int) -> Trigram? {
            guard index + 2 < text.tokens.count else { return nil }
            let (a, b, c) = (text.tokens[index], text.tokens[index + 1], text.tokens[index + 2])
            guard b.start - a.end <= 1, c.start - b.end <= 1 else { return nil }
            return Trigram(first: a.key, second: b.key, third: c.key)
        }

        func phrases(absentFrom other: Counts) -> [Phrase] {
            let least = max(3, text.articles.count / 5)
            var found: [String: (cores: Set<Trigram>, count: Int)] = [:]
            for segment in text.segments {
                var run: [(index: Int, trigram: Trigram, count: Int)] = []
                func close() {
                    defer { run = [] }
                    guard let top = run.max(by: { $0.count < $1.count }) else { return }
                    // Only the part that nearly always stands together is one phrase.
                    guard let core = run.firstIndex(where: { $0.index == top.index }) else { return }
                    var (low, high) = (core, core)
                    while low > 0, run[low - 1].count * 5 >= top.count * 4 { low -= 1 }
                    while high + 1 < run.count, run[high + 1].count * 5 >= top.count * 4 { high += 1 }
                    let span = TextSpan(
                        start: Int(text.tokens[run[low].index].start),
                        end: Int(text.tokens[run[high].index + 2].end)
                    )
                    let words = text.notice.text(at: span)
                    found[words, default: ([], 0)].cores.insert(top.trigram)
                    found[words, default: ([], 0)].count += 1
                }
                for index in segment.tokens.dropLast(2) {
                    if let trigram = trigram(at: index), let entry = tally[trigram], entry.articles >= least,
                        other.tally[trigram] == nil
                    {
                        run.append((index, trigram, entry.count))
                    } else {
                        close()
                    }
                }
                close()
            }
            return chosen(found, least: least)
        }

        /// The phrases that stand in enumerations, without those that are only other forms of a commoner one.
        private func chosen(_ found: [String: (cores: Set<Trigram>, count: Int)], least: Int) -> [Phrase] {
            var phrases: [Phrase] = []
            var used: Set<Trigram> = []
            let ranked = found.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
            for (words, entry) in ranked where entry.count >= least && used.isDisjoint(with: entry.cores) {
                // Part of 有关部门 and 相关部门: those who act, in any notice, and nothing that it is about.
                if words.hasSuffix("部门") || words.hasSuffix("地区") { continue }
                used.formUnion(entry.cores)
                var places: [Int] = []
                var articles: Set<Int> = []
                var listed = 0
                for segment in text.segments {
                    for index in segment.tokens.dropLast(2) {
                        guard let trigram = trigram(at: index), entry.cores.contains(trigram) else { continue }
                        let start = Int(text.tokens[index].start)
                        if places.last.map({ start - $0 > words.utf8.count }) ?? true {
                            places.append(start)
                            articles.insert(segment.article)
                            if isListed(TextSpan(start: start, end: start + words.utf8.count)) { listed += 1 }
                        }
                    }
                }
                guard articles.count >= least, listed * 3 >= places.count, Self.isNoun(words) else { continue }
                phrases.append(Phrase(text: words, places: places, articles: articles.count))
            }
            return phrases
        }

        /// Whether nothing in a phrase is only grammar.
        private static func isNoun(_ words: String) -> Bool {
            if words.contains(where: { "和及或与的在对为由向将以等".contains($0) }) { return false }
            let grammar: Set<Substring> = ["of", "and", "or", "the", "in", "by", "to", "with", "for", "from", "shall"]
            return grammar.isDisjoint(with: words.lowercased().split(separator: " "))
        }

        /// Whether a mark or a word of enumeration stands right beside the words at about `span`.
        private func isListed(_ span: TextSpan) -> Bool {
            let source = text.notice.source
            let bytes = source.string.utf8
            let from = bytes.index(bytes.startIndex, offsetBy: max(0, span.start - 24))
            let to = bytes.index(bytes.startIndex, offsetBy: min(source.count, span.end + 16))
            let around = String(decoding: bytes[from..<to], as: UTF8.self)
            return ["、", "和", "及", "以及", " and ", " or ", ","].contains { around.contains($0) }
        }
    }
}
