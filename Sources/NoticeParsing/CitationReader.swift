import LegalText
import NoticeModel

/// Reads citations: 《…》（文号）, titles in English quotation marks with a document number behind them, and provisions:
/// 本通知第（八）项, 《…》第十条第二款, 前款, Article 5(2).
struct CitationReader {
    private let line: Line
    private let text: BlockText

    /// Reads `line`, which is a part of `text`.
    init(_ line: Line, of text: BlockText) {
        self.line = line
        self.text = text
    }

    /// The citations in `range`, in reading order; those of provisions of the notice itself have no targets yet.
    func citations(in range: Range<Int>) -> [Citation] {
        let documents = documents(in: range)
        var citations: [Citation] = []
        var next = 0
        var index = range.lowerBound
        var context = Context(end: -1, kind: .own)
        let reader = ProvisionReferenceReader(line)
        while index < range.upperBound {
            if next < documents.count, line.offsets[index] >= documents[next].span.start {
                citations.append(documents[next])
                index = max(index + 1, line.index(at: documents[next].span.end))
                context = Context(end: index, kind: .document(documents[next]))
                next += 1
                continue
            }
            guard Self.canStart(line[index]), let found = reader.reference(at: index, before: range.upperBound) else {
                index += 1
                continue
            }
            let kind = kind(of: found, after: context, floor: range.lowerBound)
            citations.append(citation(found, kind, floor: range.lowerBound))
            index = found.range.upperBound
            context = Context(end: index, kind: kind)
        }
        return citations + documents[next...]
    }

    /// The documents that `range` names by their titles, in reading order.
    func documents(in range: Range<Int>) -> [Citation] {
        Quotation.all(in: line, range).compactMap { quotation in
            citation(quotation, before: range.upperBound)
        }
    }

    /// What a pointer without a document of its own points into.
    private struct Context {
        let end: Int
        let kind: Kind

        enum Kind {
            case own
            case document(Citation)
            case elsewhere
        }
    }

    private static func canStart(_ value: UInt32) -> Bool {
        value == 0x7B2C || value == 0x524D || value == 0x672C || Line.isLatin(value)
    }

    private func kind(of found: ProvisionReference, after context: Context, floor: Int) -> Context.Kind {
        var start = found.range.lowerBound
        while start > floor, Line.isBlank(line[start - 1]) { start -= 1 }
        if start == context.end { return context.kind }
        if context.end > 0, start > context.end, start - context.end <= 5 {
            let between = line.text(line.trimmed(context.end..<start))
            if ["、", "和", "及", "或", "与", "以及", "或者", "and", "or", ",", ", and", "中", "的"].contains(between) {
                return context.kind
            }
        }
        if Line.isLatin(line[found.range.lowerBound]) {
            let behind = found.range.upperBound
            let isOther = line.has(" of the ", at: behind) && Line.isUpper(line.at(behind + 8))
            return isOther ? .elsewhere : .own
        }
        if ownName(endingAt: start, floor: floor) != nil { return .own }
        // 刑法第一百九十条: the name of a law without its marks.
        let names: [Phrase] = ["法", "条例", "规定", "办法", "细则", "解释", "该决定", "该通知"]
        return names.contains { start - $0.count >= floor && line.has($0, at: start - $0.count) } ? .elsewhere : .own
    }

    /// Where 本通知 or 本法 starts that ends at `end`.
    private func ownName(endingAt end: Int, floor: Int) -> Int? {
        Self.ownNames.first { end - $0.count >= floor && line.has($0, at: end - $0.count) }.map { end - $0.count }
    }

    private func citation(_ found: ProvisionReference, _ kind: Context.Kind, floor: Int) -> Citation {
        var start = found.range.lowerBound
        var document: Citation?
        var isInternal = false
        switch kind {
        case .own:
            isInternal = true
            start = ownName(endingAt: start, floor: floor) ?? start
        case .document(let cited): document = cited
        case .elsewhere: break
        }
        return Citation(
            at: line.span(start..<found.range.upperBound),
            title: document?.title,
            documentNumber: document?.documentNumber,
            isInternal: isInternal,
            provision: ProvisionReference.address(found.steps),
            through: ProvisionReference.address(found.through)
        )
    }

    /// What is before a pointer that names the notice itself.
    static let ownNames: [Phrase] = [
        "本通知", "本法", "本办法", "本规定", "本条例", "本决定", "本意见", "本公告", "本细则", "本规则", "本指引", "本解释", "本通告", "本准则", "本章程",
    ]

    private func citation(_ quotation: Quotation, before end: Int) -> Citation? {
        var inner = line.trimmed(quotation.inner)
        while let last = inner.last, [0x2C, 0x2E].contains(line[last]) { inner = inner.lowerBound..<last }
        guard !inner.isEmpty, quotation.isBookTitle || isEnglishTitle(inner) else { return nil }
        let number = numberBehind(quotation.outer.upperBound, before: end)
        let whole = quotation.outer.lowerBound..<(number?.end ?? quotation.outer.upperBound)
        return Citation(at: line.span(whole), title: text.printed(line.span(inner)), documentNumber: number?.text)
    }

    /// A number in brackets right behind a title.
    private func numberBehind(_ index: Int, before end: Int) -> (text: String, end: Int)? {
        var open = index
        while open < end, Line.isBlank(line[open]) { open += 1 }
        guard open < end, line[open] == 0x28 else { return nil }
        let window = (open + 1)..<min(end, open + 80)
        guard let number = DocumentNumberReader(line).numbers(in: window).first else { return nil }
        let before = line.trimmed((open + 1)..<number.range.lowerBound)
        let isDated = DateReader(line).first(in: before).map { $0.range.lowerBound == before.lowerBound } ?? false
        guard before.isEmpty || isDated || line.text(before) == "以下简称" else { return nil }
        var close = number.range.upperBound
        for word: Phrase in ["发布", "公布", "印发"] where line.has(word, at: close) { close += word.count }
        while close < end, Line.isBlank(line[close]) { close += 1 }
        let isClosed = close < end && line[close] == 0x29
        return (number.text, isClosed ? close + 1 : number.range.upperBound)
    }

    /// Whether words in straight quotation marks are a title and not a term.
    private func isEnglishTitle(_ inner: Range<Int>) -> Bool {
        guard Line.isUpper(line[inner.lowerBound]) else { return false }
        return Self.titleWords.occurs(in: line, inner)
    }

    private static let titleWords: PhraseSet = [
        "Law", "Regulation", "Notice", "Measures", "Provisions", "Decision", "Opinions", "Catalog", "Announcement",
        "Rules",
        "Circular", "Guidelines",
    ]
}
