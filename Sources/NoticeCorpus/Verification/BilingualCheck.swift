import LegalText
package import NoticeModel

/// Compares the two texts of one notice, provision by provision, from their words alone.
package struct BilingualCheck {
    private let zh: Notice
    private let en: Notice
    private let terms: ChineseTerms

    private var findings: [CorpusFinding] = []

    /// Prepares to compare.
    package init(zh: Notice, en: Notice, glossary: Glossary) {
        self.zh = zh
        self.en = en
        terms = ChineseTerms(glossary)
    }

    /// Every difference that was found, in the order of the Chinese text.
    package mutating func run() -> [CorpusFinding] {
        findings = []
        compareHeaders()
        comparePreambles()
        compareSections()
        compareArticles()
        compareEnds()
        return findings
    }

    // MARK: - Around the articles

    private mutating func compareHeaders() {
        compareSpans(zh.header.title?.span, en.header.title?.span, at: nil, called: "title")
        compareSpans(
            zh.header.documentNumber?.span,
            en.header.documentNumber?.span,
            at: nil,
            called: "document number"
        )
        compareSpans(zh.header.addressee?.span, en.header.addressee?.span, at: nil, called: "addressee")
    }

    private mutating func comparePreambles() {
        let places = (zh.wholeSpan(of: .preamble), en.wholeSpan(of: .preamble))
        compareSpans(places.0, places.1, at: ProvisionID(rawValue: "preamble"), called: "preamble")
        let counts = (zh.header.legalBasis.count, en.header.legalBasis.count)
        if counts.0 != counts.1, places.0 != nil, places.1 != nil {
            add(
                .citations,
                ProvisionID(rawValue: "preamble"),
                "the Chinese text cites \(counts.0) laws and documents as its basis, the English text \(counts.1)",
                places.0,
                places.1
            )
        }
    }

    private mutating func compareSections() {
        if zh.sections.count == en.sections.count {
            for (left, right) in zip(zh.sections, en.sections) {
                compareSpans(left.span, right.span, at: left.id, called: "heading", hasNumber: true)
            }
            return
        }
        if en.sections.isEmpty, let first = zh.sections.first {
            let summary = "the English text has none of the \(zh.sections.count) section headings"
            add(.missingPart, first.id, summary, first.span, nil)
            return
        }
        let (fewer, more) = zh.sections.count < en.sections.count ? ("Chinese", en) : ("English", zh)
        let matched = Set((fewer == "Chinese" ? zh : en).sections.map(\.id))
        for section in more.sections where !matched.contains(section.id) {
            let place = section.span
            add(
                .missingPart,
                section.id,
                "the \(fewer) text has no section heading here",
                fewer == "English" ? place : nil,
                fewer == "Chinese" ? place : nil
            )
        }
    }

    private mutating func compareEnds() {
        let conclusions = ProvisionID(rawValue: "conclusions")
        compareSpans(zh.wholeSpan(of: .conclusions), en.wholeSpan(of: .conclusions), at: conclusions, called: "closing")
        compareSpans(zh.wholeSpan(of: .signature), en.wholeSpan(of: .signature), at: conclusions, called: "signature")
        let places = (zh.header.date?.span, en.header.date?.span)
        switch (zh.header.date?.date, en.header.date?.date) {
        case (let left?, let right?):
            guard left != right else { return }
            add(.date, conclusions, "the Chinese text is dated \(left), the English text \(right)", places.0, places.1)
        case (.some, nil):
            add(.missingPart, conclusions, "the English text has no date", places.0, nil)
        case (nil, .some):
            add(.missingPart, conclusions, "the Chinese text has no date", nil, places.1)
        case (nil, nil):
            break
        }
    }

    // MARK: - Articles

    private mutating func compareArticles() {
        let english = Dictionary(en.articles.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        for article in zh.articles {
            if let other = english[article.id] {
                compare(article, other)
            } else {
                add(.missingPart, article.id, "the English text has no such article", article.span, nil)
            }
        }
        let chinese = Set(zh.articles.map(\.id))
        for article in en.articles where !chinese.contains(article.id) {
            add(.missingPart, article.id, "the Chinese text has no such article", nil, article.span)
        }
    }

    private mutating func compare(_ left: Article, _ right: Article) {
        compareKinds(left, right)
        switch (left.heading, right.heading) {
        case (let heading?, nil): add(.missingPart, left.id, "the English text has no heading here", heading.span, nil)
        case (nil, let heading?): add(.missingPart, left.id, "the Chinese text has no heading here", nil, heading.span)
        default: break
        }
        let quoted = (
            left.norms.reduce(0) { $0 + $1.quotedTerms.count }, right.norms.reduce(0) { $0 + $1.quotedTerms.count }
        )
        if quoted.0 != quoted.1, quoted.0 > 0 {
            add(
                .quotedTerms,
                left.id,
                "the Chinese text quotes \(quoted.0) terms, the English text \(quoted.1)",
                left.span,
                right.span
            )
        }
        guard left.paragraphs.count == right.paragraphs.count else {
            let counts = "\(left.paragraphs.count) and \(right.paragraphs.count)"
            add(
                .paragraphs,
                left.id,
                "the Chinese and the English text have \(counts) paragraphs",
                left.span,
                right.span
            )
            comparePassages(left.span, right.span, at: left.id)
            return
        }
        for (one, other) in zip(left.paragraphs, right.paragraphs) {
            comparePassages(one.fullSpan, other.fullSpan, at: left.paragraphs.count > 1 ? one.id : left.id)
        }
    }

    /// Kinds of norm that one of the texts has and the other has not.
    ///
    /// Only kinds that both languages mark with words of their own: Chinese notices state duties without 应.
    private mutating func compareKinds(_ left: Article, _ right: Article) {
        for kind in [Norm.Kind.prohibition, .permission, .definition, .civilEffect] {
            let norms = (left.norms.filter { $0.kind == kind }, right.norms.filter { $0.kind == kind })
            if let norm = norms.0.first, norms.1.isEmpty {
                add(.modality, left.id, "only the Chinese text holds a \(kind.rawValue)", norm.span, right.span)
            }
            if let norm = norms.1.first, norms.0.isEmpty {
                add(.modality, left.id, "only the English text holds a \(kind.rawValue)", left.span, norm.span)
            }
        }
    }
}

// MARK: - Passages

extension BilingualCheck {
    /// Compares a part that stands once in a notice.
    private mutating func compareSpans(
        _ left: TextSpan?,
        _ right: TextSpan?,
        at provision: ProvisionID?,
        called name: String,
        hasNumber: Bool = false
    ) {
        switch (left, right) {
        case (let left?, let right?):
            comparePassages(left, right, at: provision, countsNumbers: !hasNumber)
        case (let left?, nil):
            add(.missingPart, provision, "the English text has no \(name)", left, nil)
        case (nil, let right?):
            add(.missingPart, provision, "the Chinese text has no \(name)", nil, right)
        case (nil, nil):
            break
        }
    }

    private mutating func comparePassages(
        _ left: TextSpan,
        _ right: TextSpan,
        at provision: ProvisionID?,
        countsNumbers: Bool = true
    ) {
        let passage = Passage(zh: zh, en: en, left, right, terms)
        for (index, count) in passage.counts.sorted(by: { $0.key < $1.key }) {
            let entry = terms.entries[index]
            guard !entry.term.isSilent else { continue }
            let found = passage.english.count(of: entry.renderings)
            let needed = entry.term.isCounted ? count : 1
            guard found < needed, passage.english.count(of: entry.governing) == 0 else { continue }
            report(entry, count, found, in: passage, at: provision)
        }
        reportAdded(in: passage, at: provision)
        if countsNumbers { compareNumbers(passage, at: provision) }
        compareCountsOfBodies(passage, at: provision)
    }

    private mutating func report(
        _ entry: ChineseTerms.Entry,
        _ count: Int,
        _ found: Int,
        in passage: Passage,
        at provision: ProvisionID?
    ) {
        let (chinese, english) = passage.quotes(lacking: entry, in: terms)
        let times =
            count > 1 ? "\(count) times in the Chinese text, \(found) in the English" : "missing in the English text"
        var finding = CorpusFinding(.missingTerm, at: provision, "\(entry.term.zh): \(times)")
        finding.zh = zh.quote(chinese)
        finding.en = en.quote(english)
        finding.term = CorpusFinding.TermCount(
            term: entry.term.zh,
            renderings: entry.term.en + entry.term.governing,
            note: entry.term.note,
            zh: count,
            en: found
        )
        findings.append(finding)
    }

    /// Reports English terms of which the Chinese has none.
    private mutating func reportAdded(in passage: Passage, at provision: ProvisionID?) {
        for entry in terms.entries where entry.term.isTwoSided {
            let found = passage.english.count(of: entry.renderings)
            guard found > 0, !passage.saysAny(of: entry, in: terms) else { continue }
            var finding = CorpusFinding(
                .addedTerm,
                at: provision,
                "\(entry.term.en[0]): in the English text, but the Chinese has no \(entry.term.zh)"
            )
            finding.zh = zh.quote(passage.left)
            finding.en = en.quote(passage.sentence(holding: entry.renderings) ?? passage.right)
            finding.term = CorpusFinding.TermCount(
                term: entry.term.zh,
                renderings: entry.term.en,
                note: entry.term.note,
                zh: 0,
                en: found
            )
            findings.append(finding)
        }
    }

    private mutating func compareNumbers(_ passage: Passage, at provision: ProvisionID?) {
        let chinese = PassageNumbers(zh.source[passage.left], isChinese: true)
        let english = PassageNumbers(en.source[passage.right], isChinese: false)
        let (lost, added) = (chinese.missing(from: english), english.missing(from: chinese))
        guard !lost.isEmpty || !added.isEmpty else { return }
        let parts = [
            lost.isEmpty ? nil : "only the Chinese text has \(lost.joined(separator: ", "))",
            added.isEmpty ? nil : "only the English text has \(added.joined(separator: ", "))",
        ]
        let summary = parts.compactMap(\.self).joined(separator: "; ")
        add(.number, provision, summary, passage.left, passage.right)
    }

    /// 某某等十部门 are ten bodies with the one that is named: "and nine other departments".
    private mutating func compareCountsOfBodies(_ passage: Passage, at provision: ProvisionID?) {
        let text = zh.source[passage.left]
        for unit in ["部门", "部委", "单位"] {
            for range in text.ranges(of: unit) {
                let before = text[..<range.lowerBound]
                let numeral = String(
                    before.reversed().prefix { $0.unicodeScalars.allSatisfy(ChineseNumeral.isNumeral) }.reversed()
                )
                guard let number = ChineseNumeral.value(of: numeral), before.dropLast(numeral.count).hasSuffix("等")
                else {
                    continue
                }
                let words = EnglishNumber.words(for: number) + [String(number)]
                let wrong = words.flatMap { [EnglishRendering("\($0) other"), EnglishRendering("other \($0)")] }
                guard passage.english.count(of: wrong) > 0 else { continue }
                add(
                    .countOfBodies,
                    provision,
                    "等\(numeral)\(unit) counts the body that is named, so \(number - 1) are others, not \(number)",
                    passage.zhSentence(holding: numeral + unit) ?? passage.left,
                    passage.sentence(holding: wrong) ?? passage.right
                )
            }
        }
    }

    private mutating func add(
        _ kind: CorpusFinding.Kind,
        _ provision: ProvisionID?,
        _ summary: String,
        _ left: TextSpan?,
        _ right: TextSpan?
    ) {
        var finding = CorpusFinding(kind, at: provision, summary)
        finding.zh = left.map(zh.quote)
        finding.en = right.map(en.quote)
        findings.append(finding)
    }
}

/// Numbers in English words, as far as counts of bodies go.
private enum EnglishNumber {
    private static let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
        "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
    ]

    static func words(for number: Int) -> [String] {
        words.indices.contains(number - 1) ? [words[number - 1]] : []
    }
}

extension Notice {
    /// From the first leaf of a kind to the last, in UTF-8 bytes of the source.
    fileprivate func wholeSpan(of kind: Leaf.Kind) -> TextSpan? {
        let spans = leaves.filter { $0.kind == kind }.map(\.span)
        guard let first = spans.first else { return nil }
        return spans.reduce(first) { $0.union($1) }
    }

    /// The words at `span`, without blanks around them.
    fileprivate func quote(_ span: TextSpan) -> CorpusFinding.Quote {
        let words = source[span]
        let leading = words.prefix { $0.isWhitespace }.utf8.count
        let trailing = words.reversed().prefix { $0.isWhitespace }.reduce(0) { $0 + $1.utf8.count }
        let start = span.start + leading
        let place = TextSpan(start: start, end: max(start, span.end - trailing))
        return CorpusFinding.Quote(text: text(at: place), span: place)
    }
}
