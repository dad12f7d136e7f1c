/// Reads the inline title of an article: （三）部门协同联动。中国人民银行会同…
struct HeadingReader {
    /// An article's inline title.
    struct Found: Sendable, Hashable {
        /// The scalars of the title, without the full stop.
        let range: Range<Int>
        /// The index of the first scalar behind it.
        let end: Int
        /// Whether the title lays something down itself: …不得为…提供服务。
        let isNorm: Bool
    }

    private let line: Line

    /// Reads `line`, the paragraph of an article.
    init(_ line: Line) {
        self.line = line
    }

    /// The title at the beginning of `range`, or `nil` where the article has none; `hasMore` says whether other
    /// paragraphs of the article follow, and `isOfLaw` that it is a 第N条, whose title is never a sentence.
    func heading(in range: Range<Int>, hasMore: Bool, isOfLaw: Bool = false) -> Found? {
        let range = line.trimmed(range)
        guard !range.isEmpty else { return nil }
        if let found = bracketed(in: range) { return found }
        let head = range.lowerBound..<min(range.upperBound, range.lowerBound + 400)
        let sentences = SentenceSplitter(line).sentences(in: head)
        guard let first = sentences.first else { return nil }
        let isWhole = line.trimmed(first.upperBound..<range.upperBound).isEmpty
        guard !isWhole || hasMore else { return nil }
        var end = first.upperBound
        while end > first.lowerBound, [0x3002, 0x2E].contains(line[end - 1]) { end -= 1 }
        let title = first.lowerBound..<end
        let isStopped = end < first.upperBound
        if isOfLaw, isStopped { return nil }
        guard isStopped || isWhole && hasMore && ![0x3A, 0x3B].contains(line[end - 1]) else { return nil }
        let isChinese = Line.isHan(line[title.lowerBound]) || line[title.lowerBound] == 0x201C
        let next = isWhole ? nil : sentences.dropFirst().first
        guard isChinese ? isChineseTitle(title, next: next) : isEnglishTitle(title, next: next) else { return nil }
        return Found(range: title, end: first.upperBound, isNorm: isNorm(title, isChinese: isChinese))
    }

    /// `printed`, the words of `range`, without the blanks that pad a short heading: 总　　则 is 总则.
    static func unpadded(_ line: Line, _ range: Range<Int>, _ printed: String) -> String {
        let pieces = printed.split(whereSeparator: \.isWhitespace)
        let isPadded =
            pieces.count > 1 && pieces.allSatisfy { $0.count == 1 }
            && range.allSatisfy {
                Line.isHan(line[$0]) || Line.isBlank(line[$0])
            }
        return isPadded ? pieces.joined() : printed
    }

    /// The title in brackets at the beginning of `range`: 第一条【目的】, 第一条（目的和依据）.
    private func bracketed(in range: Range<Int>) -> Found? {
        guard let first = range.first, let close: UInt32 = [0x5B: 0x5D, 0x28: 0x29][line[first]] else { return nil }
        let limit = min(range.upperBound, first + 30)
        guard let end = (first..<limit).first(where: { line[$0] == close }), end > first + 2 else { return nil }
        let title = line.trimmed((first + 1)..<end)
        guard !title.isEmpty, title.allSatisfy({ Line.isHan(line[$0]) || [0x3001, 0x20].contains(line[$0]) }) else {
            return nil
        }
        return Found(range: title, end: end + 1, isNorm: false)
    }

    private func isChineseTitle(_ title: Range<Int>, next: Range<Int>?) -> Bool {
        guard title.count >= 2, title.count <= 45 else { return false }
        var depth = 0
        for index in title {
            switch line[index] {
            case 0x28, 0x201C, 0x300A: depth += 1
            case 0x29, 0x201D, 0x300B: depth -= 1
            case 0x2C, 0x3B, 0x3A: if depth <= 0 { return false }
            default: break
            }
        }
        if Self.definitions.occurs(in: line, title) || CueTable.chinese.setsForce(line, title) { return false }
        guard let cue = CueTable.chinese.firstStrong(in: line, title), cue.lowerBound > title.lowerBound + 1 else {
            return true
        }
        // A whole sentence with 不得 or 应当 is a title only where the text then says it again, in full.
        return repeats(title, in: next, count: 6)
    }

    private func isEnglishTitle(_ title: Range<Int>, next: Range<Int>?) -> Bool {
        let words = line.text(title).split(separator: " ")
        guard !words.isEmpty, words.count <= 32, !CueTable.english.setsForce(line, title) else { return false }
        let long = words.filter { $0.count >= 4 && ($0.first?.isLetter ?? false) }
        let capitals = long.count { $0.first?.isUppercase ?? false }
        if !long.isEmpty, capitals * 5 >= long.count * 3 { return CueTable.english.firstStrong(in: line, title) == nil }
        guard !title.contains(where: { line[$0] == 0x2C }) else { return false }
        guard CueTable.english.firstStrong(in: line, title) != nil else {
            return words.count <= 26 && !Self.definitions.occurs(in: line, title)
        }
        return repeats(title, in: next, count: 16)
    }

    private func repeats(_ title: Range<Int>, in next: Range<Int>?, count: Int) -> Bool {
        guard let next, title.count >= count, next.count >= count else { return false }
        let again = next.lowerBound - title.lowerBound
        return title.prefix(count).allSatisfy { line[$0] == line[$0 + again] }
    }

    private func isNorm(_ title: Range<Int>, isChinese: Bool) -> Bool {
        let table = isChinese ? CueTable.chinese : CueTable.english
        return table.firstStrong(in: line, title) != nil || Self.statements.occurs(in: line, title)
    }

    private static let definitions: PhraseSet = ["是指", "系指", " refers to ", " means "]
    private static let statements: PhraseSet = [
        "不具有", "属于", "不属于", "存在", " is ", " are ", " does not ", " do not ", " carries ",
    ]
}
