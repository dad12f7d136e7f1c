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
    func norms(at span: TextSpan, of owner: ProvisionID, count: inout Int) -> [Norm] {
        let line = Line(text.bytes, at: span)
        var norms: [Norm] = []
        var segmentBearers: [Norm.Part] = []
        for reading in ModalityReader(line, isChinese: isChinese).readings(in: line.range) {
            count += 1
            var norm = Norm(
                id: owner.appending(.norm, String(count)),
                kind: reading.kind,
                span: line.span(reading.range),
                cue: reading.cue.map(line.span),
                confidence: reading.confidence
            )
            if !reading.followsInSegment { segmentBearers = [] }
            fillBearers(of: &norm, from: reading, line, inherited: segmentBearers)
            if !norm.bearers.isEmpty {
                segmentBearers = norm.bearers.map { Norm.Part(at: $0.span, isInherited: true) }
            }
            fillParts(of: &norm, from: reading, line)
            norms.append(norm)
        }
        return norms
    }

    /// The norms that the words at `span` lay down as points of a list: `parent` ended with a colon and a modal.
    func pointNorm(at span: TextSpan, under parent: Norm, of owner: ProvisionID, count: inout Int) -> [Norm] {
        let line = Line(text.bytes, at: span)
        let own = ModalityReader(line, isChinese: isChinese).readings(in: line.range)
        guard !own.contains(where: { $0.kind != .statement && $0.cue != nil }) else {
            return norms(at: span, of: owner, count: &count)
        }
        count += 1
        let range = line.trimmed(line.range)
        var norm = Norm(
            id: owner.appending(.norm, String(count)),
            kind: parent.kind,
            span: line.span(range),
            cue: nil,
            confidence: parent.confidence
        )
        norm.bearers = parent.bearers.map { Norm.Part(at: $0.span, isInherited: true) }
        norm.action = part(line, withoutStop(line, range))
        norm.citations = CitationReader(line, of: text).citations(in: range)
        return [norm]
    }

    private func fillBearers(
        of norm: inout Norm,
        from reading: ModalityReader.Reading,
        _ line: Line,
        inherited: [Norm.Part]
    ) {
        guard [.prohibition, .obligation, .permission, .exemption].contains(norm.kind), let cue = reading.cue else {
            return
        }
        let start = isChinese ? reading.clause.lowerBound : reading.range.lowerBound
        let before = min(start, cue.lowerBound)..<cue.lowerBound
        var found: [Range<Int>] = []
        if isChinese {
            found = ChineseSubject.bearers(line, before)
            // 严禁“矿机”生产企业在境内提供…: the bearer stands behind the cue.
            if found.isEmpty, before.isEmpty {
                found = ChineseSubjectBehindCue.bearers(line, cue.upperBound..<reading.clause.upperBound)
            }
        } else if line.has("no", at: cue.lowerBound) || line.has("No", at: cue.lowerBound), cue.count == 2 {
            let end = [
                line.first(" may ", in: cue.upperBound..<reading.range.upperBound),
                line.first(" shall ", in: cue.upperBound..<reading.range.upperBound),
            ]
            if let end = end.compactMap(\.self).first { found = [line.trimmed(cue.upperBound..<end.lowerBound)] }
        } else {
            found = EnglishSubject.bearer(line, before).map { [$0] } ?? []
        }
        norm.bearers = found.map { Norm.Part(at: line.span($0)) }
        if norm.bearers.isEmpty, reading.followsInSegment, norm.kind != .statement { norm.bearers = inherited }
    }

    private func fillParts(of norm: inout Norm, from reading: ModalityReader.Reading, _ line: Line) {
        norm.citations = CitationReader(line, of: text).citations(in: reading.range)
        guard let cue = reading.cue, [.prohibition, .obligation, .permission].contains(norm.kind) else { return }
        let end = withoutStop(line, cue.upperBound..<reading.range.upperBound)
        if !end.isEmpty, cue.count != 2 || isChinese { norm.action = part(line, end) }
        norm.condition = condition(line, reading)
        norm.exception = exception(line, reading)
        norm.territory = TerritoryReader(line, isChinese: isChinese).territory(in: reading.range)
        if norm.kind == .prohibition {
            norm.quotedTerms = quotedTerms(line, cue.upperBound..<reading.range.upperBound, reading)
        }
    }

    /// 未经…同意，…不得 and Without the consent of …, … may not.
    private func condition(_ line: Line, _ reading: ModalityReader.Reading) -> Norm.Part? {
        let opener: Phrase = isChinese ? "未经" : "Without the "
        guard line.has(opener, at: reading.range.lowerBound), let cue = reading.cue else { return nil }
        let clauses = SentenceSplitter(line).clauses(in: reading.range.lowerBound..<cue.lowerBound)
        guard let first = clauses.first, line[first.upperBound - 1] == 0x2C else { return nil }
        return part(line, withoutStop(line, first))
    }

    /// …除外 and except for ….
    private func exception(_ line: Line, _ reading: ModalityReader.Reading) -> Norm.Part? {
        let segments = SentenceSplitter(line).segments(in: reading.range)
        guard segments.count > 1, let last = segments.last else { return nil }
        let words = withoutStop(line, last)
        let isException =
            isChinese
            ? ["除外"].contains { PhraseSet([Phrase($0)]).ends(line, words) } : line.has("except ", at: words.lowerBound)
        return isException ? part(line, words) : nil
    }

    /// The words in quotation marks of a ban on words: 名称中不得含有“…”“…”等字样.
    private func quotedTerms(_ line: Line, _ range: Range<Int>, _ reading: ModalityReader.Reading) -> [SpannedText] {
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

    private func part(_ line: Line, _ range: Range<Int>) -> Norm.Part {
        Norm.Part(at: line.span(line.trimmed(range)))
    }

    private func withoutStop(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        var range = line.trimmed(range)
        while let last = range.last, [0x2C, 0x3002, 0x3B, 0x2E].contains(line[last]) { range = range.lowerBound..<last }
        return line.trimmed(range)
    }

    private static let namesWords: PhraseSet = ["字样", "名称", "字号", "商号", "经营范围", " term", " name", " word"]
    private static let containing: PhraseSet = [
        "含有", "包含", "使用", "出现", "冠以", "带有", "contain", "include", "use ", "bear ",
    ]
}
