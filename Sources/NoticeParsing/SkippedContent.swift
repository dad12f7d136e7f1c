import LegalText

/// Says what of a document was left out because it isn't the notice's.
struct SkippedContent {
    private let text: BlockText
    private let chosen: NoticeRegion
    private let others: [NoticeRegion]

    /// Compares `chosen` with the other notices of a document.
    init(_ text: BlockText, chosen: NoticeRegion, others: [NoticeRegion]) {
        self.text = text
        self.chosen = chosen
        self.others = others
    }

    /// One diagnostic for each copy, each other notice, and each stretch of other content.
    func diagnostics() -> [Diagnostic] {
        var diagnostics: [Diagnostic] = []
        var taken: [Range<Int>] = [chosen.whole]
        for other in others where !other.whole.isEmpty {
            if let differing = differences(from: other) {
                diagnostics.append(.secondCopySkipped(at: text.span(other.whole), differing: differing))
                taken.append(other.whole)
            } else if other.markCount >= 2 {
                diagnostics.append(.otherNoticeSkipped(at: text.span(other.whole), articles: other.markCount))
                taken.append(other.whole)
            }
        }
        taken.sort { $0.lowerBound < $1.lowerBound }
        var cursor = 0
        for range in taken + [text.count..<text.count] {
            if cursor < range.lowerBound {
                let stretch = cursor..<range.lowerBound
                let bytes = stretch.reduce(0) { $0 + text.spans[$1].count }
                let place =
                    stretch.upperBound <= chosen.whole.lowerBound
                    ? "above" : "below"
                diagnostics.append(
                    .otherContentSkipped(at: text.span(stretch), blocks: stretch.count, bytes: bytes, place: place)
                )
            }
            cursor = max(cursor, range.upperBound)
        }
        if let contents = chosen.contents { diagnostics.append(.contentsSkipped(at: text.span(contents))) }
        return diagnostics
    }

    /// The number of paragraphs in which `other` differs from the notice, or `nil` where it is another notice.
    private func differences(from other: NoticeRegion) -> Int? {
        guard words(other.preamble.last) == words(chosen.preamble.last), chosen.preamble.last != nil else { return nil }
        let mine = Array(chosen.whole)
        let theirs = Array(other.whole)
        let shared = min(mine.count, theirs.count)
        let unequal = (0..<shared).count { words(mine[$0]) != words(theirs[$0]) }
        return unequal + max(mine.count, theirs.count) - shared
    }

    private func words(_ block: Int?) -> ArraySlice<UInt8>? {
        block.map { text.bytes[text.spans[$0].range] }
    }
}
