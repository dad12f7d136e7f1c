/// Knows the titles of notices and laws.
enum TitleReader {
    /// Whether `line` reads like a title, or like the last line of one.
    static func looksLikeTitle(_ line: Line) -> Bool {
        let range = withoutNumber(line, line.trimmed(line.range))
        guard range.count >= 3, range.count <= 640 else { return false }
        let last = line[range.upperBound - 1]
        guard ![0x3002, 0x3B, 0x3A, 0x2E, 0x2C].contains(last) else { return false }
        if range.contains(where: { Line.isHan(line[$0]) }) {
            guard range.count <= 280, !range.contains(where: { line[$0] == 0x3002 || line[$0] == 0x3B }) else {
                return false
            }
            return kinds.ends(line, withoutBracket(line, range))
        }
        return startsLikeEnglishTitle(line, at: range.lowerBound) || isEnglishLawName(line, range)
    }

    /// Paper Windmill Law of the People's Republic of China.
    private static func isEnglishLawName(_ line: Line, _ range: Range<Int>) -> Bool {
        guard range.count <= 200, Line.isUpper(line[range.lowerBound]) else { return false }
        return line.first(" Law of the People's Republic of China", in: range) != nil
            || line.first(" Law of the People’s Republic of China", in: range) != nil
    }

    /// Whether a title that ends in this line may have begun in the line above: it lacks its 关于 or its law's name.
    static func isOnlyTheEnd(_ line: Line) -> Bool {
        let range = line.trimmed(line.range)
        guard range.contains(where: { Line.isHan(line[$0]) }) else { return false }
        return line.first("关于", in: range) == nil && line.first("中华人民共和国", in: range) == nil
            || line.has("关于", at: range.lowerBound)
    }

    /// Whether `line` can be the beginning of a title that goes on in the next line.
    static func canBegin(_ line: Line) -> Bool {
        let range = line.trimmed(line.range)
        guard range.count >= 2, range.count <= 280, Line.isHan(line[range.lowerBound]) else { return false }
        guard !range.contains(where: { [0x3002, 0x3B, 0x3A].contains(line[$0]) }) else { return false }
        return line.first("关于", in: range) != nil || IssuerReader.isBodyNames(line)
    }

    /// Whether the words at `index` open an English title.
    static func startsLikeEnglishTitle(_ line: Line, at index: Int) -> Bool {
        guard let word = englishStarts.longest(in: line, at: index) else { return false }
        let next = line.at(index + word.count)
        return next == 0x20 || next == 0
    }

    /// The line's `range` without a bracket at its end: （试行）, （2031年修订）, （征求意见稿）.
    private static func withoutBracket(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        guard let last = range.last, line[last] == 0x29 else { return range }
        let limit = max(range.lowerBound, last - 24)
        guard let open = (limit..<last).last(where: { line[$0] == 0x28 }), open > range.lowerBound else { return range }
        return line.trimmed(range.lowerBound..<open)
    }

    /// The line's `range` without a document number in brackets at its end.
    static func withoutNumber(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        guard range.count <= 800, let number = DocumentNumberReader(line).numbers(in: range).last else { return range }
        let after = number.range.upperBound..<range.upperBound
        guard after.allSatisfy({ line[$0] == 0x29 || Line.isBlank(line[$0]) }) else { return range }
        var end = number.range.lowerBound
        while end > range.lowerBound, line[end - 1] == 0x28 || Line.isBlank(line[end - 1]) { end -= 1 }
        return range.lowerBound..<end
    }

    private static let kinds: PhraseSet = [
        "通知", "公告", "通告", "意见", "决定", "办法", "规定", "条例", "法", "细则", "规则", "批复", "函", "复函", "指引", "方案", "令", "解释", "准则",
        "指南", "纪要", "报告", "通报", "提示", "声明", "通知(试行)", "办法(试行)", "规定(试行)", "细则(试行)", "目录", "措施", "决议", "章程",
        "规程", "规范", "通知》", "要点", "守则", "标准", "清单", "纲要", "计划", "制度", "预案", "安排", "答复", "命令", "意见书", "表", "宪法", "补充规定",
        "规划", "说明", "问答", "备忘录",
    ]

    private static let englishStarts: PhraseSet = [
        "Notice", "Announcement", "Circular", "Decision", "Measures", "Regulations", "Provisions", "Opinions", "Law",
        "Rules",
        "Guidelines", "Interim", "Administrative", "NOTICE", "Reply", "Order", "Guiding", "Several", "Implementing",
        "Detailed",
    ]
}
