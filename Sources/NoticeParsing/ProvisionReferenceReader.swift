import NoticeModel

/// Reads pointers at provisions in a line.
struct ProvisionReferenceReader {
    private let line: Line

    /// Reads `line`.
    init(_ line: Line) {
        self.line = line
    }

    /// The pointer that starts at `index`, with a range behind 至 or "to" where there is one.
    func reference(at index: Int, before end: Int) -> ProvisionReference? {
        let value = line[index]
        if value == 0x7B2C || value == 0x524D || value == 0x672C { return chinese(at: index, before: end) }
        if Line.isLatin(value), !Line.isLatin(line.at(index - 1)) { return english(at: index, before: end) }
        return nil
    }

    // MARK: - Chinese

    private func chinese(at start: Int, before end: Int) -> ProvisionReference? {
        guard let (steps, stop) = chineseSteps(from: start, before: end), let first = steps.first else { return nil }
        let origin: ProvisionReference.Origin =
            switch first {
            case .division, .article: .document
            case .paragraph, .previous(.paragraph, _), .previous(.article, _), .this: .article
            case .point, .previous: .paragraph
            }
        var reference = ProvisionReference(origin: origin, steps: steps, range: start..<stop)
        var next = stop
        if line.at(next) == 0x81F3 || line.at(next) == 0x5230 || line.at(next) == 0x2014 {
            next += 1
            if let (through, last) = chineseSteps(from: next, before: end), Self.rank(through.first) != nil {
                let kept = steps.prefix { (Self.rank($0) ?? 9) < (Self.rank(through.first) ?? 9) }
                reference.through = Array(kept) + through
                reference.range = start..<last
            }
        }
        return reference
    }

    private func chineseSteps(from start: Int, before end: Int) -> ([ProvisionReference.Step], Int)? {
        var steps: [ProvisionReference.Step] = []
        var index = start
        while index < end, steps.count < 5, let (step, next) = chineseStep(at: index, isFirst: steps.isEmpty),
            next <= end
        {
            if let last = Self.rank(steps.last), let own = Self.rank(step), own <= last { break }
            steps.append(step)
            index = next
        }
        return steps.isEmpty ? nil : (steps, index)
    }

    private func chineseStep(at index: Int, isFirst: Bool) -> (ProvisionReference.Step, Int)? {
        switch line.at(index) {
        case 0x524D where isFirst:
            let number = PrintedNumber.chinese(in: line, at: index + 1)
            guard let kind = unit(at: number?.end ?? index + 1) else { return nil }
            return (.previous(kind, number?.number ?? 1), (number?.end ?? index + 1) + 1)
        case 0x672C where isFirst:
            guard let kind = unit(at: index + 1) else { return nil }
            return (.this(kind), index + 2)
        case 0x7B2C:
            return numbered(at: index + 1)
        default:
            return nil
        }
    }

    /// 十条之一, （八）项, 2款.
    private func numbered(at start: Int) -> (ProvisionReference.Step, Int)? {
        var index = start
        let isBracketed = line.at(index) == 0x28
        if isBracketed { index += 1 }
        guard
            let number = PrintedNumber.chinese(in: line, at: index)
                ?? PrintedNumber.arabic(in: line, at: index, limit: 4)
        else { return nil }
        index = number.end
        if isBracketed {
            guard line.at(index) == 0x29 else { return nil }
            index += 1
        }
        switch line.at(index) {
        case 0x6761:
            if line.at(index + 1) == 0x4E4B, let suffix = PrintedNumber.chinese(in: line, at: index + 2) {
                return (.article(number.number, suffix: suffix.number), suffix.end)
            }
            return (.article(number.number, suffix: nil), index + 1)
        case 0x6B3E: return (.paragraph(number.number), index + 1)
        case 0x9879 where line.at(index + 1) != 0x76EE || line.at(index + 2) == 0x89C4:
            return (.point(String(number.number)), index + 1)
        case 0x76EE where line.at(index + 1) != 0x6807 && line.at(index + 1) != 0x5F55:
            return (.point(String(number.number)), index + 1)
        case 0x7AE0: return (.division(.chapter, number.number), index + 1)
        case 0x8282: return (.division(.section, number.number), index + 1)
        case 0x7F16: return (.division(.part, number.number), index + 1)
        default: return nil
        }
    }

    private func unit(at index: Int) -> ProvisionID.Kind? {
        switch line.at(index) {
        case 0x6761 where ![0x4EF6, 0x4F8B, 0x6B3E, 0x7EA6, 0x7EBF, 0x7801].contains(line.at(index + 1)): .article
        case 0x6B3E where ![0x9879, 0x5F0F].contains(line.at(index + 1)): .paragraph
        case 0x9879 where line.at(index + 1) != 0x76EE: .point
        default: nil
        }
    }

    private static func rank(_ step: ProvisionReference.Step?) -> Int? {
        switch step {
        case .division(.part, _): 0
        case .division(.chapter, _): 1
        case .division: 2
        case .article, .previous(.article, _), .this(.article): 3
        case .paragraph, .previous(.paragraph, _), .this(.paragraph): 4
        case .point, .previous, .this: 5
        case nil: nil
        }
    }

    // MARK: - English

    /// Article 5, Article 5(2)(a), paragraph 3 of Article 10, item (8).
    private func english(at start: Int, before end: Int) -> ProvisionReference? {
        if let word = Self.articleWords.longest(in: line, at: start) {
            return article(at: start, word: word.count, before: end)
        }
        guard let word = Self.paragraphWords.longest(in: line, at: start),
            let (number, next) = number(at: start + word.count)
        else { return nil }
        let isItem = line.has("item", at: start) || line.has("Item", at: start) || line.has("sub", at: start)
        let own: ProvisionReference.Step =
            isItem ? .point(number) : Int(number).map { .paragraph($0) } ?? .point(number)
        let link: Phrase = " of "
        if line.has(link, at: next), let word = Self.articleWords.longest(in: line, at: next + link.count),
            let outer = article(at: next + link.count, word: word.count, before: end)
        {
            return ProvisionReference(
                origin: .document,
                steps: outer.steps + [own],
                range: start..<outer.range.upperBound
            )
        }
        return ProvisionReference(origin: isItem ? .paragraph : .article, steps: [own], range: start..<next)
    }

    private func article(at start: Int, word: Int, before end: Int) -> ProvisionReference? {
        guard let number = PrintedNumber.arabic(in: line, at: start + word, limit: 4), number.end <= end else {
            return nil
        }
        var steps: [ProvisionReference.Step] = [.article(number.number, suffix: nil)]
        var index = number.end
        while steps.count < 4, line.at(index) == 0x28, let (inner, next) = self.number(at: index) {
            let step: ProvisionReference.Step =
                steps.count == 1 ? Int(inner).map { .paragraph($0) } ?? .point(inner) : .point(inner)
            steps.append(step)
            index = next
        }
        var reference = ProvisionReference(origin: .document, steps: steps, range: start..<index)
        for link in Self.rangeLinks where line.has(link, at: index) {
            if let last = PrintedNumber.arabic(in: line, at: index + link.count, limit: 4), last.number > number.number
            {
                reference.through = [.article(last.number, suffix: nil)]
                reference.range = start..<last.end
            }
        }
        return reference
    }

    /// (2), (a) or 2.
    private func number(at index: Int) -> (String, Int)? {
        guard line.at(index) == 0x28 else {
            return PrintedNumber.arabic(in: line, at: index, limit: 3).map { (String($0.number), $0.end) }
        }
        var end = index + 1
        while end < line.count, end - index <= 5, Line.isLatin(line[end]) || Line.isDigit(line[end]) { end += 1 }
        guard end > index + 1, line.at(end) == 0x29 else { return nil }
        return (line.text((index + 1)..<end).lowercased(), end + 1)
    }

    private static let articleWords: PhraseSet = ["Article ", "Articles ", "article ", "articles ", "Art. "]
    private static let paragraphWords: PhraseSet = [
        "Paragraph ", "paragraph ", "Item ", "item ", "Subparagraph ", "subparagraph ", "Point ", "point ",
    ]
    private static let rangeLinks: [Phrase] = [" to ", " through ", "–", "-", "—", " to Article ", " through Article "]
}
