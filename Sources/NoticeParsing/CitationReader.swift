import LegalText
import NoticeModel

/// Reads citations: 《…》（文号）, and titles in English quotation marks with a document number behind them.
struct CitationReader {
    private let line: Line
    private let text: BlockText

    /// Reads `line`, which is a part of `text`.
    init(_ line: Line, of text: BlockText) {
        self.line = line
        self.text = text
    }

    /// The citations in `range`, in reading order.
    func citations(in range: Range<Int>) -> [Citation] {
        Quotation.all(in: line, range).compactMap { quotation in
            citation(quotation, before: range.upperBound)
        }
    }

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
        guard line.trimmed((open + 1)..<number.range.lowerBound).isEmpty else { return nil }
        var close = number.range.upperBound
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
