package import LegalText

/// Decides which words of a text are denied, forbidden or only quoted.
///
/// A cue such as 不从事 reaches forward to the end of its clause or the bracket it stands in; 除外 reaches back to
/// the start. Past a comma the reach is doubtful: 不从事甲，销售乙 denies 甲 alone, 不含甲，乙等业务 denies both.
package struct DenialReader {
    /// A cue found in a text.
    package struct Cue: Sendable {
        /// Where it stands, in UTF-8 bytes.
        package let span: TextSpan
        /// What it reaches.
        package let direction: NegationGroup.Direction
        /// How far the cue reaches, in scalars, or `nil` for as far as the clause goes.
        package let reach: Int?

        package init(span: TextSpan, direction: NegationGroup.Direction, reach: Int?) {
            self.span = span
            self.direction = direction
            self.reach = reach
        }

        /// Those of `cues` that don't lie inside a longer one, in order.
        static func outermost(_ cues: [Cue]) -> [Cue] {
            let sorted = cues.sorted { ($0.span.start, $1.span.end) < ($1.span.start, $0.span.end) }
            var kept: [Cue] = []
            for cue in sorted {
                if let last = kept.last, last.span != cue.span, last.span.end >= cue.span.end { continue }
                kept.append(cue)
            }
            return kept
        }
    }

    private let text: SourceText
    private let cues: [Cue]

    /// The spans of titles between 《 and 》.
    private let titles: [TextSpan]

    /// Where the marks begin that no cue reaches across, in UTF-8 bytes, ascending.
    private let stops: [Int]

    /// Reads the cues of `text`; a cue that lies inside a longer one doesn't count.
    package init(text: String, cues found: [Cue]) {
        self.text = SourceText(text)
        cues = Cue.outermost(found).filter { $0.direction != .none }
        let bytes = Array(text.utf8)
        titles = Self.titles(in: bytes)
        stops = cues.isEmpty ? [] : Self.stops(in: bytes)
    }

    /// What takes the assertion out of the word at `span`, or `nil` where nothing does.
    package func denial(of span: TextSpan) -> Denial? {
        if let title = title(around: span) {
            return Denial(cue: String(text[title]), isCertain: true)
        }
        var doubtful: Denial?
        for cue in cues {
            guard let reach = reach(of: cue, to: span) else { continue }
            let denial = Denial(cue: String(text[cue.span]), isCertain: reach == .certain)
            if denial.isCertain { return denial }
            doubtful = doubtful ?? denial
        }
        return doubtful
    }

    /// The title that `span` lies in; titles are in order and don't overlap.
    private func title(around span: TextSpan) -> TextSpan? {
        let next = titles.firstPlace { $0.start > span.start }
        guard next > 0, titles[next - 1].contains(span) else { return nil }
        return titles[next - 1]
    }

    private enum Reach {
        case certain
        case doubtful
    }

    private func reach(of cue: Cue, to span: TextSpan) -> Reach? {
        let between: TextSpan
        switch cue.direction {
        case .forward where cue.span.start < span.start && span.start < cue.span.end && cue.span.end < span.end:
            // 不发 in 不发币 reaches into the word itself.
            return .certain
        case .forward where cue.span.end <= span.start:
            between = TextSpan(start: cue.span.end, end: span.start)
        case .backward where span.end <= cue.span.start:
            between = TextSpan(start: span.end, end: cue.span.start)
        default:
            return nil
        }
        if holdsStop(between) { return nil }
        if let limit = cue.reach, isVisiblyLonger(text[between], than: limit) { return nil }
        let reached = reach(across: between, isForward: cue.direction == .forward)
        return reached == .doubtful && isInEnglishList(between, span) ? .certain : reached
    }

    /// Whether a word behind an English denial is one of a list that ends in "or" or "nor": not engaged in trading, mining
    /// or lending.
    private func isInEnglishList(_ between: TextSpan, _ span: TextSpan) -> Bool {
        guard between.end <= span.start, text[between].utf8.contains(UInt8(ascii: ",")) else { return false }
        let rest = text[TextSpan(start: span.end, end: text.string.utf8.count)].prefix { !".;\n。；".contains($0) }
        let last = text[between].split(separator: ",", omittingEmptySubsequences: false).last ?? ""
        let next = rest.prefix { $0 != "," }
        return [last, next].contains { part in
            let words = part.split(separator: " ")
            return words.contains("or") || words.contains("nor")
        }
    }

    /// Whether more than `limit` scalars of `words` can be seen.
    ///
    /// - Complexity: O(`limit`), however far apart a cue and a word are.
    private func isVisiblyLonger(_ words: Substring, than limit: Int) -> Bool {
        var count = 0
        for scalar in words.unicodeScalars {
            // Chinese characters and ASCII are told without a look at the tables of Unicode.
            let isPlain = scalar.value < 0x80 || (0x3000...0x9FFF).contains(scalar.value)
            if !isPlain, scalar.properties.generalCategory == .format { continue }
            count += 1
            if count > limit { return true }
        }
        return false
    }

    /// Whether a mark that ends a sentence stands in `span`.
    private func holdsStop(_ span: TextSpan) -> Bool {
        let next = stops.firstPlace { $0 >= span.start }
        return next < stops.count && stops[next] < span.end
    }

    /// Reads what stands between a cue and a word; no stop does.
    private func reach(across span: TextSpan, isForward: Bool) -> Reach? {
        let scalars = text[span].unicodeScalars
        return isForward
            ? reach(across: span, scalars, isForward: true) : reach(across: span, scalars.reversed(), isForward: false)
    }

    private func reach(
        across span: TextSpan,
        _ scalars: some Sequence<Unicode.Scalar>,
        isForward: Bool
    ) -> Reach? {
        var depth = 0
        var commas = 0
        var previous: Unicode.Scalar = " "
        for scalar in scalars {
            switch scalar {
            case "（", "(":
                depth += isForward ? 1 : -1
            case "）", ")":
                depth += isForward ? -1 : 1
            case "，", ",":
                if depth == 0 { commas += 1 }
            case " " where isForward && previous == ".":
                return nil
            default:
                break
            }
            // The cue stands in a bracket that closes before the word, or the word in one of its own.
            if depth < 0 { return nil }
            previous = scalar
        }
        if holdsContrast(span) { return nil }
        return commas == 0 ? .certain : .doubtful
    }

    /// Whether a word such as 但 or "but" turns the clause around between a cue and a word.
    private func holdsContrast(_ span: TextSpan) -> Bool {
        let words = text[span].utf8
        return Self.contrasts.contains { contrast in
            guard let first = contrast.first else { return false }
            var rest = words[...]
            while let start = rest.firstIndex(of: first) {
                if rest[start...].starts(with: contrast) { return true }
                rest = rest[rest.index(after: start)...]
            }
            return false
        }
    }

    private static let contrasts = ["但", "而是", "仅从事", "只从事", "主营", " but ", " instead "].map { Array($0.utf8) }

    private static func titles(in text: [UInt8]) -> [TextSpan] {
        var titles: [TextSpan] = []
        var open: Int?
        // 《 is E3 80 8A, and 》 E3 80 8B.
        for offset in text.indices.dropLast(2)
        where text[offset] == 0xE3 && text[offset + 1] == 0x80 && text[offset + 2] & 0xFE == 0x8A {
            if text[offset + 2] == 0x8A {
                open = open ?? offset
            } else {
                if let start = open { titles.append(TextSpan(start: start, end: offset + 3)) }
                open = nil
            }
        }
        return titles
    }

    /// Where the marks begin that end a sentence, in UTF-8 bytes: 。；;！？!? and line ends.
    private static func stops(in text: [UInt8]) -> [Int] {
        var stops: [Int] = []
        for offset in text.indices {
            switch text[offset] {
            case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
                stops.append(offset)
            case 0xE3:
                guard offset + 2 < text.count, text[offset + 1] == 0x80 else { continue }
                if text[offset + 2] == 0x82 { stops.append(offset) }
            case 0xEF:
                guard offset + 2 < text.count, text[offset + 1] == 0xBC else { continue }
                if text[offset + 2] == 0x81 || text[offset + 2] == 0x9B || text[offset + 2] == 0x9F {
                    stops.append(offset)
                }
            default: break
            }
        }
        return stops
    }
}
