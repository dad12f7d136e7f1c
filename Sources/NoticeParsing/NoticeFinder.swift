import DocumentReading
import LegalText

/// Finds the notice in a document that may hold other articles, menus, headlines and the notice several times.
struct NoticeFinder {
    private let text: BlockText
    private let facts: [BlockFacts]
    private let isPage: Bool

    /// Looks through the paragraphs of `text`, of which `facts` says what each looks like.
    init(_ text: BlockText, facts: [BlockFacts], isPage: Bool) {
        self.text = text
        self.facts = facts
        self.isPage = isPage
    }

    /// The notices of the document, in reading order; a document without an outline gives one region or none.
    ///
    /// - Complexity: O(*n*) in the number of paragraphs.
    func regions() -> [NoticeRegion] {
        let anchors = facts.indices.filter {
            facts[$0].looks.contains(.anchor) && facts[$0].mark == nil && !facts[$0].looks.contains(.sheltered)
        }.filter { !isInside($0) }
        guard !anchors.isEmpty else { return unanchored().map { [$0] } ?? [] }
        var heads: [NoticeRegion] = []
        var floor = 0
        for anchor in anchors {
            var region = NoticeRegion(at: anchor + 1)
            region.isAnchored = true
            region.preamble = preambleStart(above: anchor, floor: floor)..<(anchor + 1)
            readHead(of: &region, floor: floor)
            heads.append(region)
            floor = anchor + 1
        }
        var regions: [NoticeRegion] = []
        for (place, head) in heads.enumerated() {
            let limit = place + 1 < heads.count ? heads[place + 1].whole.lowerBound : text.count
            var region = head
            region.fill(by: walker, from: head.preamble.upperBound, limit: max(limit, head.preamble.upperBound))
            regions.append(region)
        }
        return regions
    }

    private var walker: RegionWalker { RegionWalker(text, facts: facts, isPage: isPage) }

    /// Whether the numbers run on across a paragraph that ends with 如下: it announces nothing new.
    private func isInside(_ anchor: Int) -> Bool {
        guard let before = facts[..<anchor].last(where: { $0.mark != nil })?.mark,
            let after = facts[anchor...].first(where: { $0.mark != nil })?.mark
        else { return false }
        return before.style == after.style && after.number == before.number + 1
    }

    /// The notice of a document without a preamble that announces it: a law, or a fragment.
    private func unanchored() -> NoticeRegion? {
        let articles = facts.indices.filter { facts[$0].mark?.style == .article }
        let laws = articles.count >= 2 ? facts.indices.first { facts[$0].mark?.style.isOfLaws ?? false } : nil
        let first = facts.indices.first { facts[$0].mark?.number == 1 } ?? facts.indices.first { facts[$0].mark != nil }
        guard let start = laws.map({ ownProvisions(above: $0) ?? $0 }) ?? first else { return plain() }
        return region(startingAt: start, isLaw: start == laws)
    }

    /// The first provision of a notice that has a law attached to it, which starts at `law`; `nil` where what stands
    /// above the law has no numbers of its own, or is no document.
    private func ownProvisions(above law: Int) -> Int? {
        guard let start = facts[..<law].firstIndex(where: { $0.mark?.number == 1 }), let mark = facts[start].mark,
            let second = facts[start..<law].firstIndex(where: { $0.mark?.style == mark.style && $0.mark?.number == 2 })
        else { return nil }
        let isDocument = facts[..<start].contains {
            !$0.looks.isDisjoint(with: [.documentNumber, .addressee, .title])
        }
        let isEnded = facts[second..<law].contains {
            !$0.looks.isDisjoint(with: [.annex, .bodyName, .date, .signer, .closing, .title])
        }
        return isDocument && isEnded ? start : nil
    }

    private func region(startingAt first: Int, isLaw: Bool) -> NoticeRegion {
        var start = first
        var region = NoticeRegion(at: start)
        if let contents = contents(at: start) {
            region.contents = contents
            start = contents.upperBound
        }
        let below = region.contents?.lowerBound ?? start
        var preambleStart = below
        while preambleStart > 0, below - preambleStart < 12, isRunningText(preambleStart - 1) { preambleStart -= 1 }
        region.preamble = preambleStart..<below
        readHead(of: &region, floor: 0)
        if region.title == nil, !isPage { takeShortLineAsTitle(&region) }
        readCover(of: &region, isLaw: isLaw)
        region.fill(by: walker, from: start, limit: text.count)
        return region
    }

    /// In a text that isn't a page, a short line right above the first words is the title, whatever it is called.
    private func takeShortLineAsTitle(_ region: inout NoticeRegion) {
        let below = min(region.contents?.lowerBound ?? region.preamble.lowerBound, region.remarks.first ?? .max)
        guard below > 0, region.addressee == nil, region.introduction == nil else { return }
        var line = below - 1
        // Between a title and the text stands who adopted it.
        while line > 0, below - line <= 4, !facts[line].looks.isDisjoint(with: [.bracketed, .history]) { line -= 1 }
        let other: BlockFacts.Looks = [
            .sentence, .date, .bodyName, .documentNumber, .bracketed, .signer, .annex, .contents, .sheltered,
            .addressee,
        ]
        guard facts[line].mark == nil, facts[line].looks.isDisjoint(with: other), text.spans[line].count <= 120 else {
            return
        }
        region.title = line..<(line + 1)
        region.remarks = Array((line + 1)..<below)
    }

    /// An order or a notice without provisions that issues the text below it.
    private func readCover(of region: inout NoticeRegion, isLaw: Bool) {
        guard let title = region.title else { return }
        let limit = max(0, title.lowerBound - 40)
        var top: Int?
        var issues = false
        var cursor = title.lowerBound
        while cursor > limit {
            cursor -= 1
            let looks = facts[cursor].looks
            if looks.contains(.issuing) { issues = true }
            if looks.contains(.documentNumber) {
                issues = issues || isLaw
                top = cursor
            } else if looks.contains(.title) || looks.contains(.addressee) || looks.contains(.issuing) {
                top = cursor
            }
            if facts[cursor].mark?.style.isOfLaws ?? false { break }
        }
        guard issues, let top else { return }
        region.cover = top..<title.lowerBound
        if let number = region.number, number >= top, number < title.lowerBound { region.number = nil }
    }

    /// A document without any mark: its title, and running text.
    private func plain() -> NoticeRegion? {
        guard let title = facts.indices.first(where: { facts[$0].looks.contains(.title) }) else {
            guard !isPage, text.count > 0 else { return nil }
            var region = NoticeRegion(at: 0)
            region.fill(by: walker, from: 0, limit: text.count)
            return region
        }
        var start = title + 1
        while start < text.count,
            facts[start].looks.contains(.documentNumber) || facts[start].looks.contains(.addressee)
        {
            start += 1
        }
        var region = NoticeRegion(at: start)
        readHead(of: &region, floor: 0)
        region.fill(by: walker, from: start, limit: text.count)
        return region
    }

    /// A table of contents whose first entry stands at `start`: it ends where that mark comes again.
    private func contents(at start: Int) -> Range<Int>? {
        guard let entry = facts[start].mark else { return nil }
        let above = start > 0 ? facts[start - 1].looks : []
        if above.contains(.contents), text.spans[start - 1].count > 60 { return (start - 1)..<start }
        let limit = min(text.count, start + 400)
        guard
            let again = (start + 1..<max(limit, start + 1)).first(where: {
                facts[$0].mark?.style == entry.style && facts[$0].mark?.number == entry.number
            })
        else { return nil }
        if above.contains(.contents) { return (start - 1)..<again }
        // Without its heading, a list of chapters that comes before any article is a table of contents all the same.
        let isList =
            entry.style < .article && again > start + 1
            && facts[start..<again].allSatisfy { $0.mark?.style != .article && !$0.looks.contains(.sentence) }
        return isList ? start..<again : nil
    }

    // MARK: - Above the provisions

    private func isRunningText(_ index: Int) -> Bool {
        let looks = facts[index].looks
        return facts[index].mark == nil && looks.contains(.sentence)
            && looks.isDisjoint(with: [.addressee, .title, .documentNumber, .anchor, .history])
    }

    private func preambleStart(above anchor: Int, floor: Int) -> Int {
        var start = anchor
        while start > floor, anchor - start < 12, isRunningText(start - 1) { start -= 1 }
        // Without an addressee or a title right above them, earlier paragraphs may belong to anything.
        let above = start > floor ? facts[start - 1].looks : []
        guard start < anchor, above.isDisjoint(with: [.addressee, .title, .documentNumber, .bracketed]) else {
            return start
        }
        return anchor
    }

    private func readHead(of region: inout NoticeRegion, floor: Int) {
        var cursor = region.contents?.lowerBound ?? region.preamble.lowerBound
        cursor = min(cursor, region.preamble.lowerBound)
        if cursor > floor, facts[cursor - 1].looks.contains(.addressee) {
            cursor -= 1
            region.addressee = cursor
        }
        let foot = cursor
        var unknown = 0
        while cursor > floor, foot - cursor < 12, unknown < 3 {
            cursor -= 1
            let looks = facts[cursor].looks
            if looks.contains(.documentNumber), region.number == nil {
                region.number = cursor
            } else if looks.contains(.title) {
                region.title = titleLines(endingAt: cursor, floor: floor)
                break
            } else if looks.contains(.bracketed) || looks.contains(.history) {
                region.remarks.insert(cursor, at: 0)
            } else if !looks.contains(.date) && !looks.contains(.bodyName) {
                unknown += 1
            }
        }
        if let title = region.title {
            if region.number == nil, title.lowerBound > floor,
                facts[title.lowerBound - 1].looks.contains(.documentNumber)
            {
                region.number = title.lowerBound - 1
            }
        } else {
            region.remarks = []
            region.introduction = (max(floor, foot - 4)..<foot).last { TitleQuotation.isIn(text.line($0)) }
        }
    }

    /// The lines of a title that ends at `end`.
    private func titleLines(endingAt end: Int, floor: Int) -> Range<Int> {
        var start = end
        while start > floor, end - start < 4, TitleReader.isOnlyTheEnd(text.head(start)),
            facts[start - 1].mark == nil, TitleReader.canBegin(text.head(start - 1))
        {
            start -= 1
        }
        return start..<(end + 1)
    }
}
