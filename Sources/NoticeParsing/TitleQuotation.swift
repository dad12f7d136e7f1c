/// Finds the title and number of a notice in a sentence that introduces it: …发布了《关于…的通知》（银发〔2026〕42号）.
struct TitleQuotation {
    /// The scalars of the title, without marks and number.
    let title: Range<Int>

    /// The number, where the sentence gives it.
    let number: DocumentNumberReader.Found?

    /// Finds the first quotation in `line` that reads like a title.
    init?(in line: Line) {
        for quotation in Quotation.all(in: line, line.range) {
            let inner = line.trimmed(quotation.inner)
            let title = TitleReader.withoutNumber(line, inner)
            guard title.count > 6 else { continue }
            let isTitle =
                Line.isHan(line[title.lowerBound])
                ? line.first("关于", in: title) != nil
                : TitleReader.startsLikeEnglishTitle(line, at: title.lowerBound) && title.count > 30
            guard isTitle else { continue }
            let after = quotation.outer.upperBound..<min(line.count, quotation.outer.upperBound + 60)
            let reader = DocumentNumberReader(line)
            self.title = title
            number = reader.numbers(in: title.upperBound..<inner.upperBound).first ?? reader.numbers(in: after).first
            return
        }
        return nil
    }

    /// Whether `line` quotes a title.
    static func isIn(_ line: Line) -> Bool {
        TitleQuotation(in: line) != nil
    }
}

/// Words between quotation marks or 《 》.
struct Quotation: Sendable, Hashable {
    /// The scalars with the marks.
    let outer: Range<Int>

    /// The scalars between the marks.
    let inner: Range<Int>

    /// Whether the marks are 《 》.
    let isBookTitle: Bool

    /// The outermost quotations in `range` of `line`, in reading order.
    ///
    /// - Complexity: O(*n*) in the length of the range.
    static func all(in line: Line, _ range: Range<Int>) -> [Quotation] {
        var found: [Quotation] = []
        var open: (index: Int, close: UInt32)?
        var depth = 0
        for index in range {
            let value = line[index]
            if let opened = open {
                if value == opened.close {
                    depth -= 1
                    if depth == 0 {
                        let inner = (opened.index + 1)..<index
                        found.append(
                            Quotation(outer: opened.index..<(index + 1), inner: inner, isBookTitle: value == 0x300B)
                        )
                        open = nil
                    }
                } else if value == line[opened.index] {
                    depth += 1
                }
            } else if let close = closing[value] {
                open = (index, close)
                depth = 1
            }
        }
        return found
    }

    private static let closing: [UInt32: UInt32] = [0x22: 0x22, 0x201C: 0x201D, 0x300A: 0x300B]
}
