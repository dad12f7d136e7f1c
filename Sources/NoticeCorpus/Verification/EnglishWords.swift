/// The words of an English text, in lower case, for looking renderings up in.
struct EnglishWords {
    /// The words in order: runs of letters, digits and apostrophes; a hyphen parts two.
    let words: [String]

    /// Where words start with a byte, so that few places are tried for each rendering.
    private let places: [UInt8: [Int]]

    init(_ text: some StringProtocol) {
        let straight = text.lowercased().replacing("\u{2019}", with: "'")
        words = straight.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map { word in
            // A quotation mark around a word is none of its letters.
            let bare = word.drop { $0 == "'" }
            return String(bare.reversed().drop { $0 == "'" }.reversed())
        }.filter { !$0.isEmpty }
        places = Dictionary(grouping: words.indices) { [words] in words[$0].utf8.first ?? 0 }
    }

    /// The number of places at which any of `renderings` stands, places that overlap counted once.
    func count(of renderings: [EnglishRendering]) -> Int {
        var found: [Range<Int>] = []
        for rendering in renderings {
            for start in places[rendering.firstByte] ?? [] {
                if let end = rendering.end(in: words, from: start) { found.append(start..<end) }
            }
        }
        var count = 0
        var reached = 0
        for range in found.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) })
        where range.lowerBound >= reached {
            count += 1
            reached = range.upperBound
        }
        return count
    }
}

/// One English rendering of a term, ready to be looked for.
struct EnglishRendering: Hashable {
    private let parts: [Part]

    private enum Part: Hashable {
        case word(String)
        /// A word that starts so.
        case beginning(String)
        /// Up to ``EnglishRendering/longestGap`` words.
        case gap
    }

    /// The most words that `…` stands for.
    private static let longestGap = 8

    /// Reads the form of the glossary.
    init(_ text: String) {
        parts = text.lowercased().split { $0 == " " || $0 == "-" }.map { word in
            if word == "…" { return .gap }
            return word.hasSuffix("*") ? .beginning(String(word.dropLast())) : .word(String(word))
        }
    }

    /// The first byte of the first word.
    var firstByte: UInt8 {
        switch parts.first {
        case .word(let word), .beginning(let word): word.utf8.first ?? 0
        case .gap, nil: 0
        }
    }

    /// The place behind the rendering where it stands at `start`, in words; `nil` where it doesn't.
    func end(in words: [String], from start: Int) -> Int? {
        end(in: words, from: start, part: 0)
    }

    /// Goes on from a part; as deep as the rendering has parts.
    private func end(in words: [String], from index: Int, part: Int) -> Int? {
        guard part < parts.count else { return index }
        if case .gap = parts[part] {
            for skipped in 0...Self.longestGap where index + skipped <= words.count {
                if let end = end(in: words, from: index + skipped, part: part + 1) { return end }
            }
            return nil
        }
        guard index < words.count, Self.matches(words[index], parts[part]) else { return nil }
        return end(in: words, from: index + 1, part: part + 1)
    }

    private static func matches(_ word: String, _ part: Part) -> Bool {
        switch part {
        case .gap: false
        case .beginning(let start): word.hasPrefix(start)
        case .word(let exact):
            word == exact
                || ["s", "es", "'s", "s'"].contains { word.count == exact.count + $0.count && word == exact + $0 }
        }
    }
}
