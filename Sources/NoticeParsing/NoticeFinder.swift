import DocumentReading

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
        let anchors = facts.indices.filter { facts[$0].looks.contains(.anchor) && facts[$0].mark == nil }
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
            walk(&region, from: head.preamble.upperBound, limit: max(limit, head.preamble.upperBound))
            regions.append(region)
        }
        return regions
    }

    /// The notice of a document without a preamble that announces it: a law, or a fragment.
    private func unanchored() -> NoticeRegion? {
        let laws = facts.indices.filter { facts[$0].mark.map { $0.style <= .article } ?? false }
        let isLaw = laws.count { facts[$0].mark?.style == .article } >= 2
        let first =
            isLaw
            ? laws.first
            : facts.indices.first { facts[$0].mark?.number == 1 } ?? facts.indices.first { facts[$0].mark != nil }
        guard var start = first else { return plain() }
        var region = NoticeRegion(at: start)
        if let contents = contents(above: start) {
            region.contents = contents
            start = contents.upperBound
        }
        let below = region.contents?.lowerBound ?? start
        var preambleStart = below
        while preambleStart > 0, below - preambleStart < 12, isRunningText(preambleStart - 1) { preambleStart -= 1 }
        region.preamble = preambleStart..<below
        readHead(of: &region, floor: 0)
        walk(&region, from: start, limit: text.count)
        return region
    }

    /// A document without any mark: its title, and running text.
    private func plain() -> NoticeRegion? {
        guard let title = facts.indices.first(where: { facts[$0].looks.contains(.title) }) else {
            guard !isPage, text.count > 0 else { return nil }
            var region = NoticeRegion(at: 0)
            walk(&region, from: 0, limit: text.count)
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
        walk(&region, from: start, limit: text.count)
        return region
    }

    /// A table of contents whose first entry stands at `start`: it ends where that mark comes again.
    private func contents(above start: Int) -> Range<Int>? {
        guard start > 0, facts[start - 1].looks.contains(.contents), let entry = facts[start].mark else { return nil }
        let limit = min(text.count, start + 400)
        guard
            let again = (start + 1..<max(limit, start + 1)).first(where: {
                facts[$0].mark?.style == entry.style && facts[$0].mark?.number == entry.number
            })
        else { return nil }
        return (start - 1)..<again
    }

    // MARK: - Above the provisions

    private func isRunningText(_ index: Int) -> Bool {
        let looks = facts[index].looks
        return facts[index].mark == nil && looks.contains(.sentence)
            && looks.isDisjoint(with: [.addressee, .title, .documentNumber, .anchor])
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
            } else if looks.contains(.bracketed) {
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

    // MARK: - The provisions and what follows

    private func walk(_ region: inout NoticeRegion, from start: Int, limit: Int) {
        var tracker = OutlineTracker()
        var lastMark: Int?
        var closing: Int?
        var index = start
        var hasSignature = false
        walking: while index < limit {
            let looks = facts[index].looks
            if let mark = facts[index].mark {
                if closing != nil, !tracker.continues(mark) { break }
                if let item = tracker.place(mark, block: index) {
                    if item.restartsOutermost { break }
                    closing = nil
                    lastMark = index
                }
            } else if looks.contains(.annex), lastMark != nil || closing != nil {
                break walking
            } else if looks.contains(.closing) {
                closing = closing ?? index
            } else if looks.contains(.date) || looks.contains(.bodyName), index > start, !isCutShort(at: index, limit) {
                hasSignature = true
                break walking
            } else if closing != nil, !looks.contains(.bracketed) {
                break walking
            }
            index += 1
        }
        region.markCount = tracker.items.count
        var end = closing ?? index
        if closing == nil, !hasSignature {
            end = lastMark.map { $0 + 1 } ?? start
            while end < index, looksLikeBody(end, isPlainText: !isPage) { end += 1 }
        }
        region.body = start..<end
        let tail = max(end, closing == nil && !hasSignature ? end : index)
        region.closing = end..<tail
        readTail(of: &region, from: tail, limit: limit)
    }

    /// Whether a short line that looks like a name is followed by more marks, so that it is no signature.
    private func isCutShort(at index: Int, _ limit: Int) -> Bool {
        guard !facts[index].looks.contains(.date) else { return false }
        let next = index + 1
        return next < limit && facts[next].mark != nil && !facts[next].looks.contains(.date)
    }

    private func looksLikeBody(_ index: Int, isPlainText: Bool) -> Bool {
        let looks = facts[index].looks
        return facts[index].mark == nil && looks.contains(.sentence) && !looks.contains(.addressee)
    }

    private func readTail(of region: inout NoticeRegion, from start: Int, limit: Int) {
        var index = start
        // A list of annexes may stand between the text and the signature.
        if index < limit, facts[index].looks.contains(.annex) {
            let after = (index..<min(limit, index + 30)).first {
                !facts[$0].looks.isDisjoint(with: [.bodyName, .date])
            }
            if let after, (index + 1..<after).allSatisfy({ facts[$0].mark != nil || facts[$0].looks.contains(.annex) })
            {
                region.closing = region.closing.lowerBound..<after
                index = after
            }
        }
        let signatureStart = index
        while index < limit, !facts[index].looks.isDisjoint(with: [.bodyName, .date, .bracketed]) {
            index += 1
        }
        region.signature = signatureStart..<index
        region.annexes = index..<index
        guard index < limit, facts[index].looks.contains(.annex), index > region.body.lowerBound else { return }
        var end = index + 1
        while end < limit,
            !(isPage && Self.footers.occurs(in: text.head(end, limit: 40), text.head(end, limit: 40).range))
        {
            end += 1
        }
        region.annexes = index..<end
    }

    private static let footers: PhraseSet = [
        "打印", "关闭", "版权", "主办单位", "备案", "ICP", "网站地图", "相关链接", "上一篇", "下一篇", "分享", "扫一扫", "责任编辑",
    ]
}
