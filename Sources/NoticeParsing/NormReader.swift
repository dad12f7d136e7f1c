import LegalText
import NoticeModel

/// Turns the words of provisions into norms.
struct NormReader {
    private let text: BlockText
    private let isChinese: Bool

    /// Reads paragraphs of `text`.
    init(_ text: BlockText, isChinese: Bool) {
        self.text = text
        self.isChinese = isChinese
    }

    /// The norms of the words at `span`, in UTF-8 bytes of the source.
    ///
    /// They are numbered as norms of `owner`, which has `count` of them already; it is counted on.
    ///
    /// - Complexity: O(*n*) in the length of the words.
    func norms(at span: TextSpan, of owner: ProvisionID, count: inout Int) -> [Norm] {
        let line = Line(text.bytes, at: span)
        var norms: [Norm] = []
        var carried = CarriedParts()
        for reading in ModalityReader(line, isChinese: isChinese).readings(in: line.range) {
            count += 1
            let anatomy = anatomy(of: reading, line)
            var norm = Norm(
                id: owner.appending(.norm, String(count)),
                kind: reading.kind,
                span: line.span(reading.range),
                cue: reading.cue.map(line.span),
                confidence: reading.confidence
            )
            fill(&norm, from: anatomy, line)
            norm.citations = CitationReader(line, of: text).citations(in: reading.range)
            if norm.kind == .prohibition { norm.quotedTerms = quotedTerms(line, reading) }
            carried.complete(&norm, anatomy, reading, in: line)
            norms.append(norm)
        }
        return norms
    }

    /// The norms that the words at `span` lay down as points of a list: `parent` ended with a colon and a modal.
    ///
    /// A point below a sanction (有下列情形之一的，…处罚款：) is a breach that has that sanction.
    func pointNorm(at span: TextSpan, under parent: Norm, of owner: ProvisionID, count: inout Int) -> [Norm] {
        let line = Line(text.bytes, at: span)
        let own = ModalityReader(line, isChinese: isChinese).readings(in: line.range)
        let range = line.trimmed(line.range)
        let hasOwnForce =
            parent.kind == .penalty
            ? own.contains { $0.kind == .penalty } : own.contains { $0.kind != .statement && $0.cue != nil }
        guard !hasOwnForce, let first = own.first else { return norms(at: span, of: owner, count: &count) }
        count += 1
        var norm = Norm(
            id: owner.appending(.norm, String(count)),
            kind: parent.kind,
            span: line.span(range),
            cue: nil,
            confidence: parent.confidence
        )
        norm.bearers = parent.bearers.map { Norm.Part(at: $0.span, isInherited: true) }
        norm.authorities = parent.authorities.map { Norm.Part(at: $0.span, isInherited: true) }
        norm.citations = CitationReader(line, of: text).citations(in: range)
        if parent.kind == .penalty {
            norm.condition = Norm.Part(at: line.span(line.withoutStop(range)))
            norm.penalty = parent.penalty.map { Norm.Part(at: $0.span, isInherited: true) }
            norm.deadline = parent.deadline.map { Norm.Part(at: $0.span, isInherited: true) }
            return [norm]
        }
        norm.condition = parent.condition.map { Norm.Part(at: $0.span, isInherited: true) }
        norm.territory = parent.territory
        var item = first
        (item.kind, item.cue, item.range, item.continuesModal) = (parent.kind, nil, range, true)
        let anatomy = anatomy(of: item, line)
        let bearers = norm.bearers
        fill(&norm, from: anatomy, line)
        if norm.bearers.isEmpty { norm.bearers = bearers }
        return [norm]
    }

    private func anatomy(of reading: ModalityReader.Reading, _ line: Line) -> NormAnatomy {
        if isChinese {
            var reader = ChineseNormReader(line, reading)
            return reader.read()
        }
        var reader = EnglishNormReader(line, reading)
        return reader.read()
    }

    /// Writes down what the words of the norm itself say.
    private func fill(_ norm: inout Norm, from anatomy: NormAnatomy, _ line: Line) {
        func part(_ range: Range<Int>?) -> Norm.Part? {
            guard let range, !line.trimmed(range).isEmpty else { return nil }
            return Norm.Part(at: line.span(line.trimmed(range)))
        }
        norm.bearers = anatomy.bearers.compactMap(part)
        norm.action = part(anatomy.action)
        norm.object = part(anatomy.object)
        norm.condition = part(anatomy.condition) ?? norm.condition
        norm.exception = part(anatomy.exception)
        norm.territory = anatomy.territory ?? norm.territory
        norm.items = anatomy.items.compactMap(part)
        norm.authorities += anatomy.authorities.compactMap(part)
        norm.deadline = part(anatomy.deadline)
        norm.penalty = part(anatomy.penalty)
    }

    /// The words in quotation marks of a ban on words: 名称中不得含有“…”“…”等字样.
    private func quotedTerms(_ line: Line, _ reading: ModalityReader.Reading) -> [SpannedText] {
        guard let cue = reading.cue else { return [] }
        let range = cue.upperBound..<max(cue.upperBound, reading.range.upperBound)
        guard Self.namesWords.occurs(in: line, reading.range), Self.containing.occurs(in: line, range) else {
            return []
        }
        return Quotation.all(in: line, range).compactMap { quotation in
            guard !quotation.isBookTitle else { return nil }
            var inner = line.trimmed(quotation.inner)
            while let last = inner.last, [0x2C, 0x2E, 0x3B, 0x3001].contains(line[last]) {
                inner = inner.lowerBound..<last
            }
            return inner.isEmpty ? nil : SpannedText(text.printed(line.span(inner)), at: line.span(inner))
        }
    }

    private static let namesWords: PhraseSet = ["字样", "名称", "字号", "商号", "经营范围", " term", " name", " word"]
    private static let containing: PhraseSet = [
        "含有", "包含", "使用", "出现", "冠以", "带有", "contain", "include", "use ", "bear ",
    ]
}
