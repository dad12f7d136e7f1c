import LegalText
import NoticeModel

/// Parts the annexes of a notice from each other, and builds the outline of each.
struct AnnexReader {
    private let text: BlockText
    private let facts: [BlockFacts]

    /// Reads annexes of `text`.
    init(_ text: BlockText, facts: [BlockFacts]) {
        self.text = text
        self.facts = facts
    }

    /// An annex before its norms are read.
    struct Draft {
        let id: ProvisionID
        let label: String
        let title: SpannedText?
        let span: TextSpan
        let outline: Outline
    }

    /// The annexes in `range`, in reading order.
    func annexes(in range: Range<Int>) -> [Draft] {
        var starts = range.filter { facts[$0].looks.contains(.annex) }
        if starts.first != range.lowerBound, !range.isEmpty { starts.insert(range.lowerBound, at: 0) }
        var used: Set<String> = []
        return starts.enumerated().map { place, start in
            let end = place + 1 < starts.count ? starts[place + 1] : range.upperBound
            return annex(start..<end, place: place + 1, used: &used)
        }
    }

    private func annex(_ range: Range<Int>, place: Int, used: inout Set<String>) -> Draft {
        let head = text.head(range.lowerBound)
        let isLabelled = facts[range.lowerBound].looks.contains(.annex)
        let mark = isLabelled ? AnnexMark(head) : nil
        var number = String(mark?.number ?? place)
        while !used.insert(number).inserted { number += "_2" }
        let id = ProvisionID(.annex, number)
        var titleBlocks = (isLabelled ? range.lowerBound + 1 : range.lowerBound)..<range.upperBound
        titleBlocks = titleBlocks.lowerBound..<titleLimit(titleBlocks)
        var title = titleBlocks.isEmpty ? nil : title(titleBlocks)
        if title == nil, let mark, mark.words.count > 1 {
            title = SpannedText(text.printed(head.span(mark.words)), at: head.span(mark.words))
        }
        var leaves = (range.lowerBound..<titleBlocks.upperBound).map { Leaf(.annex, at: text.spans[$0], of: id) }
        let body = titleBlocks.upperBound..<range.upperBound
        var outline = Outline()
        if body.count(where: { facts[$0].mark != nil }) >= 2 {
            var builder = OutlineBuilder(text, facts: facts, body: body, base: id)
            outline = builder.build()
        } else {
            leaves += body.map { Leaf(.annex, at: text.spans[$0], of: id) }
        }
        outline.leaves = leaves + outline.leaves
        return Draft(
            id: id,
            label: mark.map { text.printed(head.span($0.label)) } ?? "",
            title: title,
            span: text.span(range),
            outline: outline
        )
    }

    /// The end of the lines that may be the annex's title.
    private func titleLimit(_ range: Range<Int>) -> Int {
        var end = range.lowerBound
        while end < range.upperBound, end - range.lowerBound < 3, facts[end].mark == nil,
            facts[end].looks.isDisjoint(with: [.sentence, .sheltered]), text.spans[end].count <= 200
        {
            end += 1
        }
        return end
    }

    private func title(_ blocks: Range<Int>) -> SpannedText {
        let lines = blocks.filter { !facts[$0].looks.contains(.bracketed) }
        let first = lines.first ?? blocks.lowerBound
        let end = lines.last { facts[$0].looks.contains(.title) } ?? first
        let words = (first...max(first, end)).map { text.printed(text.spans[$0]) }
        return SpannedText(words.joined(), at: text.span(first..<max(first, end) + 1))
    }
}

/// The mark of an annex: 附件1, 附录, Annex II.
private struct AnnexMark {
    /// The printed number.
    let number: Int?

    /// The scalars of the mark.
    let label: Range<Int>

    /// The scalars behind it.
    let words: Range<Int>

    init?(_ line: Line) {
        let range = line.trimmed(line.range)
        guard let word = Self.words.longest(in: line, at: range.lowerBound) else { return nil }
        var index = range.lowerBound + word.count
        while Line.isBlank(line.at(index)) { index += 1 }
        let number =
            PrintedNumber.arabic(in: line, at: index, limit: 2) ?? PrintedNumber.chinese(in: line, at: index)
            ?? PrintedNumber.roman(in: line, at: index)
        let end = number?.end ?? (range.lowerBound + word.count)
        self.number = number?.number
        label = range.lowerBound..<min(end, range.upperBound)
        var start = end
        while [0x3A, 0x2E, 0x3001].contains(line.at(start)) || Line.isBlank(line.at(start)) { start += 1 }
        words = min(start, range.upperBound)..<range.upperBound
    }

    private static let words: PhraseSet = [
        "附件", "附录", "附表", "附", "Annex", "ANNEX", "Appendix", "APPENDIX", "Attachment", "Schedule",
    ]
}
