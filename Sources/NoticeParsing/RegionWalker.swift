import DocumentReading
import LegalText

/// Walks through the provisions of a notice to where they end, and through what follows: closing, signature, annexes.
struct RegionWalker {
    private let text: BlockText
    private let facts: [BlockFacts]
    private let isPage: Bool

    /// Walks through the paragraphs of `text`, of which `facts` says what each looks like.
    init(_ text: BlockText, facts: [BlockFacts], isPage: Bool) {
        self.text = text
        self.facts = facts
        self.isPage = isPage
    }

    /// What a walk found.
    struct Walk: Sendable {
        var body: Range<Int>
        var closing: Range<Int>
        var signature: Range<Int>
        var annexes: Range<Int>
        var markCount: Int
    }

    /// The number of paragraphs after something that looks like the end in which the numbers may still run on.
    private static let patience = 200

    /// The provisions that start at `start`, and what follows them up to `limit`.
    ///
    /// What looks like the end (a sentence about entry into force, a name, a date) is one only if the numbers of the
    /// outer levels don't run on behind it.
    ///
    /// - Complexity: O(*n*) in the number of paragraphs.
    func walk(from start: Int, limit: Int) -> Walk {
        var tracker = OutlineTracker()
        var lastMark: Int?
        var stop: Int?
        var index = start
        while index < limit {
            if let mark = facts[index].mark {
                if let end = stop {
                    if tracker.runsOnOutside(mark) {
                        stop = nil
                    } else if tracker.startsAgain(mark) || index - end > Self.patience {
                        break
                    } else {
                        index += 1
                        continue
                    }
                } else if lastMark != nil, tracker.isOtherText(mark) {
                    break
                }
                if let item = tracker.place(mark, block: index) {
                    if item.restartsOutermost { break }
                    if let inner = facts[index].innerMark { _ = tracker.place(inner, block: index) }
                    lastMark = index
                }
            } else if stop == nil, index > start, canEnd(index, isAfterMark: lastMark != nil, limit) {
                stop = index
            } else if let end = stop, index - end > Self.patience {
                break
            }
            index += 1
        }
        var end = stop ?? index
        if stop == nil {
            // Below the last number, only running text is the notice's.
            end = lastMark.map { $0 + 1 } ?? start
            while end < index, looksLikeBody(end) { end += 1 }
        }
        return tail(of: start..<end, limit: limit, markCount: tracker.items.count, isOpen: stop == nil)
    }

    private func canEnd(_ index: Int, isAfterMark: Bool, _ limit: Int) -> Bool {
        let looks = facts[index].looks
        if looks.contains(.closing) { return true }
        if looks.contains(.annex) { return isAfterMark }
        if looks.contains(.date) || looks.contains(.signer) { return true }
        guard looks.contains(.bodyName) else { return false }
        // A short line that looks like a name, with more marks behind it, is no signature.
        let next = index + 1
        return !(next < limit && facts[next].mark != nil)
    }

    private func looksLikeBody(_ index: Int) -> Bool {
        let looks = facts[index].looks
        guard facts[index].mark == nil, !looks.contains(.addressee) else { return false }
        if looks.contains(.sheltered) { return true }
        return looks.contains(.sentence) && !isFooter(index)
    }

    private func isFooter(_ index: Int) -> Bool {
        guard isPage else { return false }
        let head = text.head(index, limit: 40)
        return Self.footers.occurs(in: head, head.range)
    }

    // MARK: - Below the provisions

    private func tail(of body: Range<Int>, limit: Int, markCount: Int, isOpen: Bool) -> Walk {
        var index = body.upperBound
        while index < limit, !isOpen,
            facts[index].looks.contains(.closing) || isPostscript(index, after: body.upperBound)
        {
            index += 1
        }
        var closing = body.upperBound..<index
        // A list of annexes may stand between the text and the signature.
        if index < limit, facts[index].looks.contains(.annex) {
            let after = (index..<min(limit, index + 30)).first {
                !facts[$0].looks.isDisjoint(with: [.bodyName, .date, .signer])
            }
            if let after,
                (index + 1..<after).allSatisfy({
                    facts[$0].mark != nil || facts[$0].looks.contains(.annex) || isShort($0)
                })
            {
                closing = closing.lowerBound..<after
                index = after
            }
        }
        let signatureStart = index
        while index < limit, !facts[index].looks.isDisjoint(with: [.bodyName, .date, .bracketed, .signer]) {
            index += 1
        }
        let signature = signatureStart..<index
        var annexes = index..<index
        if index > body.lowerBound, let first = annexStart(from: index, limit: limit) {
            var end = first + 1
            while end < limit, !isFooter(end) { end += 1 }
            annexes = first..<end
        }
        return Walk(body: body, closing: closing, signature: signature, annexes: annexes, markCount: markCount)
    }

    private func isShort(_ index: Int) -> Bool {
        text.spans[index].count <= 120 && !facts[index].looks.contains(.sentence)
    }

    /// Whether a paragraph between the closing and the signature is still the notice's.
    private func isPostscript(_ index: Int, after end: Int) -> Bool {
        index > end && facts[index].mark == nil && facts[index].looks.contains(.bracketed)
            && !facts[index - 1].looks.contains(.bracketed)
    }

    /// Where the annexes start: at 附件, or at the title of a text whose numbers start again.
    private func annexStart(from index: Int, limit: Int) -> Int? {
        guard index < limit else { return nil }
        if facts[index].looks.contains(.annex) { return index }
        let near = index..<min(limit, index + 4)
        if let annex = near.first(where: { facts[$0].looks.contains(.annex) }), !isPage { return annex }
        guard let title = near.first(where: { facts[$0].looks.contains(.title) }) else { return nil }
        let below = title + 1..<min(limit, title + 12)
        let startsAgain = below.contains { facts[$0].mark.map { $0.number == 1 && $0.style.isOutward } ?? false }
        return startsAgain ? title : nil
    }

    private static let footers: PhraseSet = [
        "打印", "关闭", "版权", "主办单位", "主办:", "承办", "备案", "ICP", "网站地图", "相关链接", "相关附件", "相关解读", "相关稿件", "相关新闻", "相关文档",
        "上一篇", "下一篇", "分享", "扫一扫", "责任编辑", "联系我们", "返回顶部", "网站标识码", "公网安备", "法律声明", "设为首页", "文件下载", "点击下载",
    ]
}

extension NoticeRegion {
    /// Takes the provisions from `start` on, and what follows them.
    mutating func fill(by walker: RegionWalker, from start: Int, limit: Int) {
        let walk = walker.walk(from: start, limit: limit)
        body = walk.body
        closing = walk.closing
        signature = walk.signature
        annexes = walk.annexes
        markCount = walk.markCount
    }
}

extension OutlineTracker {
    /// Whether `mark` is the next number of the outermost level, or of the articles of a law, or of a level that has
    /// run on before.
    fileprivate func runsOnOutside(_ mark: Mark) -> Bool {
        guard mark.number > 1, let outermost = items.first.map({ $0.group }) else { return false }
        guard continues(mark) || mark.style == .article && mark.number > (lastArticle ?? .max) else { return false }
        if mark.style.isOfLaws { return true }
        return styles(of: outermost).contains(mark.style)
            || articleGroup().map { styles(of: $0).contains(mark.style) } ?? false
    }

    /// Whether `mark` starts the numbers of an outer level again, or those of a level further out.
    fileprivate func startsAgain(_ mark: Mark) -> Bool {
        guard mark.number == 1, let first = items.first else { return false }
        return mark.style <= rank(of: first.group) || mark.style.isOfLaws
    }

    /// Whether `mark` starts a law below the items of a notice.
    fileprivate func isOtherText(_ mark: Mark) -> Bool {
        guard mark.number == 1, mark.style.isOfLaws, items.count >= 2, let first = items.first else { return false }
        return !rank(of: first.group).isOfLaws && !items.contains { $0.mark.style.isOfLaws }
    }

    private var lastArticle: Int? {
        items.last { $0.mark.style == .article }?.mark.number
    }
}
