import LegalText
import NoticeModel

/// A notice cut into what is laid side by side: articles, their paragraphs, and segments of a sentence or less.
struct ComparedText {
    /// The notice.
    let notice: Notice

    /// The tokens of the whole source.
    let tokens: [Token]

    /// The articles in reading order, with the preamble and the closing as articles of their own.
    private(set) var articles: [ComparedArticle] = []

    /// The paragraphs of all articles, in reading order.
    private(set) var units: [Unit] = []

    /// The segments of all units, in reading order.
    private(set) var segments: [Segment] = []

    /// Every norm of the notice, in reading order.
    let norms: [Norm]

    /// For each norm that is a point of a list the clause before the list, which says who must do what with the points.
    let leads: [ProvisionID: Norm]

    /// The articles, as indices, that each article points at beside itself.
    private(set) var cited: [Set<Int>] = []

    /// Where the marks of points are printed, such as （三）, ascending.
    private(set) var pointMarks: [TextSpan] = []

    /// Cuts up `notice`.
    init(_ notice: Notice, normalizer: inout Normalizer) {
        self.notice = notice
        tokens = normalizer.tokens(of: notice.source)
        let annexArticles = notice.annexes.flatMap(\.articles)
        norms = (notice.articles.flatMap(\.norms) + annexArticles.flatMap(\.norms) + notice.looseNorms)
            .sorted { $0.span < $1.span }
        leads = Self.leads(norms, in: notice)
        var cuts: [Int: Norm] = [:]
        for norm in norms {
            // The first token: a norm may begin with an article or a quotation mark, which are none.
            let first = firstToken { Int($0.start) >= norm.span.start }
            if cuts[first] == nil { cuts[first] = norm }
        }
        addLeaves(.preamble, "preamble", cuts)
        for article in notice.articles { add(article, cuts) }
        addLeaves(.conclusions, "conclusions", cuts)
        for annex in notice.annexes {
            if annex.articles.isEmpty {
                addPart(annex.id, label: annex.label, spans: [annex.span], cuts)
            } else {
                for article in annex.articles { add(article, cuts) }
            }
        }
        cited = citedArticles()
    }

    private func citedArticles() -> [Set<Int>] {
        let places = Dictionary(articles.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        var cited = [Set<Int>](repeating: [], count: articles.count)
        func article(of id: ProvisionID) -> Int? {
            var parts: [Substring] = []
            for part in id.rawValue.split(separator: "__") {
                parts.append(part)
                if part.hasPrefix("art_") { break }
            }
            return places[ProvisionID(rawValue: parts.joined(separator: "__"))]
        }
        for norm in norms where norm.citations.contains(where: \.isInternal) {
            guard let home = article(of: norm.id) else { continue }
            for target in norm.citations.filter(\.isInternal).flatMap(\.targets) {
                if let place = article(of: target), place != home { cited[home].insert(place) }
            }
        }
        return cited
    }

    /// Whether nothing but the mark of a point stands in `span`.
    func isPointMark(_ span: TextSpan) -> Bool {
        var (low, high) = (0, pointMarks.count)
        while low < high {
            let middle = (low + high) / 2
            if pointMarks[middle].start <= span.start { low = middle + 1 } else { high = middle }
        }
        return low > 0 && pointMarks[low - 1].contains(span)
    }

    private static func leads(_ norms: [Norm], in notice: Notice) -> [ProvisionID: Norm] {
        var leads: [ProvisionID: Norm] = [:]
        var lead: Norm?
        for norm in norms {
            let words = notice.text(at: norm.span)
            if words.hasSuffix("：") || words.hasSuffix(":") {
                lead = norm
            } else if let open = lead, norm.cue == nil || norm.cue == open.cue, norm.kind == open.kind {
                leads[norm.id] = open
            } else {
                lead = nil
            }
        }
        return leads
    }

    /// The tokens that lie in `span`.
    ///
    /// - Complexity: O(log *n*) in the number of tokens.
    func tokenRange(in span: TextSpan) -> Range<Int> {
        let first = firstToken { Int($0.start) >= span.start }
        let last = firstToken { Int($0.end) > span.end }
        return first..<max(first, last)
    }

    private func firstToken(where isPast: (Token) -> Bool) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if isPast(tokens[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

/// An article, or the preamble or the closing.
struct ComparedArticle {
    /// The address.
    let id: ProvisionID

    /// The mark as it is printed; empty for the preamble and the closing.
    let label: String

    /// Whether it is an article with a number, and not the preamble, the closing or an annex without articles.
    let isNumbered: Bool

    /// The article's paragraphs, as indices into the text's units.
    var units: Range<Int>

    /// The article's segments, as indices into the text's segments.
    var segments: Range<Int>

    /// The inline title in UTF-8 bytes of the source, where there is one.
    let heading: TextSpan?
}

/// A paragraph with its points.
struct Unit {
    /// The address.
    let id: ProvisionID

    /// The article it belongs to, as an index into the text's articles.
    let article: Int

    /// The whole paragraph in UTF-8 bytes of the source.
    let span: TextSpan

    /// The paragraph's segments, as indices into the text's segments.
    var segments: Range<Int>
}

/// A sentence, or a part of one that is a norm of its own.
struct Segment {
    /// The paragraph it belongs to, as an index into the text's units.
    let unit: Int

    /// The article it belongs to, as an index into the text's articles.
    let article: Int

    /// The tokens, as indices into the text's.
    let tokens: Range<Int>

    /// The number of the sentence in its paragraph, counted from 1.
    let sentence: Int

    /// Where it stands, in UTF-8 bytes of the source.
    let span: TextSpan

    /// Whether it is the article's inline title.
    let isHeading: Bool

    /// From where to where it reaches, as a number, where it reaches across the border.
    let feature: Int32?
}

// MARK: - Cutting

extension ComparedText {
    private mutating func add(_ article: Article, _ cuts: [Int: Norm]) {
        let firstUnit = units.count
        let firstSegment = segments.count
        for paragraph in article.paragraphs {
            var pieces: [TextSpan] = []
            var open = [paragraph]
            while let next = open.popLast() {
                pieces.append(next.span)
                if let mark = next.label, next.id != paragraph.id {
                    let end = min(next.span.end, next.span.start + mark.utf8.count)
                    pointMarks.append(TextSpan(start: next.span.start, end: end))
                }
                open.append(contentsOf: next.points.reversed())
            }
            addUnit(paragraph.id, pieces: pieces, heading: article.heading?.span, cuts)
        }
        finishArticle(
            article.id,
            label: article.label,
            isNumbered: true,
            heading: article.heading?.span,
            firstUnit,
            firstSegment
        )
    }

    private mutating func addLeaves(_ kind: Leaf.Kind, _ name: String, _ cuts: [Int: Norm]) {
        let spans = notice.leaves.filter { $0.kind == kind }.map(\.span)
        addPart(ProvisionID(rawValue: name), label: "", spans: spans, cuts)
    }

    private mutating func addPart(_ id: ProvisionID, label: String, spans: [TextSpan], _ cuts: [Int: Norm]) {
        guard !spans.isEmpty else { return }
        let firstUnit = units.count
        let firstSegment = segments.count
        for (number, span) in spans.enumerated() {
            addUnit(id.appending(.paragraph, String(number + 1)), pieces: [span], heading: nil, cuts)
        }
        finishArticle(id, label: label, isNumbered: false, heading: nil, firstUnit, firstSegment)
    }

    private mutating func finishArticle(
        _ id: ProvisionID,
        label: String,
        isNumbered: Bool,
        heading: TextSpan?,
        _ firstUnit: Int,
        _ firstSegment: Int
    ) {
        articles.append(
            ComparedArticle(
                id: id,
                label: label,
                isNumbered: isNumbered,
                units: firstUnit..<units.count,
                segments: firstSegment..<segments.count,
                heading: heading
            )
        )
    }

    private mutating func addUnit(
        _ id: ProvisionID,
        pieces: [TextSpan],
        heading: TextSpan?,
        _ cuts: [Int: Norm]
    ) {
        let first = segments.count
        var sentence = 1
        for piece in pieces {
            cut(piece, heading: heading, cuts, &sentence)
        }
        let whole = pieces.dropFirst().reduce(pieces[0]) { $0.union($1) }
        units.append(Unit(id: id, article: articles.count, span: whole, segments: first..<segments.count))
    }

    private mutating func cut(_ piece: TextSpan, heading: TextSpan?, _ cuts: [Int: Norm], _ sentence: inout Int) {
        let range = tokenRange(in: piece)
        guard !range.isEmpty else { return }
        var start = range.lowerBound
        for index in range {
            let next = index + 1
            let ends: Bool
            var endsSentence = false
            if next == range.upperBound {
                ends = true
                endsSentence = true
            } else {
                endsSentence = endsSentenceBetween(index, next)
                // A stump of a few characters is no clause of its own.
                ends = (endsSentence || cuts[next] != nil) && next - start >= 3
            }
            guard ends else { continue }
            let span = (start < next ? tokens[start..<next].textSpan : nil) ?? piece
            segments.append(
                Segment(
                    unit: units.count,
                    article: articles.count,
                    tokens: start..<next,
                    sentence: sentence,
                    span: span,
                    isHeading: heading.map { $0.contains(span) } ?? false,
                    feature: Self.feature(of: cuts[start])
                )
            )
            start = next
            if endsSentence { sentence += 1 }
        }
    }

    /// The direction in which a norm crosses the border.
    private static func feature(of norm: Norm?) -> Int32? {
        switch norm?.territory {
        case .inbound: 1
        case .outbound: 2
        case .domestic, .overseas, nil: nil
        }
    }

    /// Whether a sentence ends between two neighbouring tokens.
    private func endsSentenceBetween(_ index: Int, _ next: Int) -> Bool {
        let gap = TextSpan(start: Int(tokens[index].end), end: Int(tokens[next].start))
        guard !gap.isEmpty else { return false }
        var sawPoint = false
        for scalar in notice.source[gap].unicodeScalars {
            switch scalar {
            case "。", "；", "！", "？", "｡", ";", "!", "?", "．", "\n": return true
            case ".": sawPoint = true
            case " ", "\t", "”", "\"", "\r": if sawPoint { return !isAbbreviation(tokens[index]) }
            // "etc.," ends no sentence.
            default: sawPoint = false
            }
        }
        return false
    }

    private func isAbbreviation(_ token: Token) -> Bool {
        ["no", "art", "arts"].contains(notice.source[token.span].lowercased())
    }
}
