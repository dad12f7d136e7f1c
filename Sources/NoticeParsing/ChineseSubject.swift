/// Reads who a Chinese clause is about.
enum ChineseSubject {
    /// The name at the beginning of `range` of those who act, where a predicate follows it, or, under
    /// `isWhole`, the end of `range`; `nil` where the clause begins with something else.
    ///
    /// - Complexity: O(*n*) in the length of the range, of which at most 400 scalars are read.
    static func leading(_ line: Line, _ range: Range<Int>, isWhole: Bool = false) -> Range<Int>? {
        let start = afterConnectives(line, range)
        guard start < range.upperBound,
            notSubjects.longest(in: line, at: start) == nil || ChineseLexicon.lookalikes.startsWith(line, start)
        else { return nil }
        if opensPredicate(line, start) { return nil }
        let limit = min(range.upperBound, start + 400)
        var index = start
        // Behind a verb only a relative clause leads to a name: 从事A的企业.
        var relative: Bool?
        while index < limit {
            if let close = closing(line, index, before: limit) {
                index = close
                continue
            }
            if line[index] == 0x2C { return nil }
            guard let actor = ChineseLexicon.actors.longest(in: line, at: index) else {
                if line.has("或者", at: index) || line.has("或", at: index) {
                    index += line.has("或者", at: index) ? 2 : 1
                    continue
                }
                if line.has("的", at: index), relative != nil { relative = true }
                if relative == nil, isVerb(line, index) {
                    // What begins as a predicate never turns into a name: 支持企业….
                    guard isWhole else { return nil }
                    relative = false
                }
                index += 1
                continue
            }
            if relative == false {
                index += 1
                continue
            }
            let end = afterTail(line, index + actor.count, before: limit)
            if end >= range.upperBound {
                if isWhole { return start..<range.upperBound }
                return nil
            }
            if isJoin(line, end) {
                index = end
            } else if endsSubject(line, end, isWhole: isWhole) {
                return start..<end
            } else {
                index += 1
            }
        }
        return nil
    }

    /// Those who must act in `range`, which ends at the cue; `nil` where they can't be told for sure.
    static func bearer(_ line: Line, before range: Range<Int>) -> Range<Int>? {
        leading(line, range, isWhole: true)
    }

    /// Whether a predicate stands in 对A的B… behind its last 的, so that the words are more than a topic.
    static func hasVerbBehindRelative(_ line: Line, _ range: Range<Int>) -> Bool {
        let start = range.last { line[$0] == 0x7684 } ?? range.lowerBound
        return (start + 1..<max(start + 1, range.upperBound)).contains { index in
            isVerb(line, index) || ChineseLexicon.lightVerbs.startsWith(line, index)
        }
    }

    /// Whether `range` is the name of a public body.
    static func isAuthority(_ line: Line, _ range: Range<Int>) -> Bool {
        var range = range
        if let last = range.last, line[last] == 0x29, let open = range.last(where: { line[$0] == 0x28 }) {
            range = range.lowerBound..<open
        }
        if let last = range.last, line[last] == 0x7B49 { range = range.lowerBound..<last }
        return ChineseLexicon.authorities.ends(line, range)
    }

    /// The first scalar of `range` behind words that only tie it to what was said before.
    static func afterConnectives(_ line: Line, _ range: Range<Int>) -> Int {
        var start = range.lowerBound
        while start < range.upperBound, let word = connectives.longest(in: line, at: start) { start += word.count }
        return min(start, range.upperBound)
    }

    /// The end of the bracket or quotation that opens at `index`, or `nil` where none does.
    static func closing(_ line: Line, _ index: Int, before end: Int) -> Int? {
        let close: UInt32
        switch line[index] {
        case 0x28: close = 0x29
        case 0x201C: close = 0x201D
        case 0x300A: close = 0x300B
        default: return nil
        }
        return (index..<end).first { line[$0] == close }.map { $0 + 1 }
    }

    /// Behind a bracket, and 等部门, that belong to the name before them.
    private static func afterTail(_ line: Line, _ index: Int, before end: Int) -> Int {
        var index = index
        if index < end, line[index] == 0x28, let close = closing(line, index, before: end) { index = close }
        guard index < end, let closer = ChineseLexicon.closers.longest(in: line, at: index) else { return index }
        index += closer.count
        let window = index..<min(end, index + 10)
        for place in window {
            if let actor = ChineseLexicon.actors.longest(in: line, at: place), place - index <= 6 {
                return min(end, place + actor.count)
            }
            if !Line.isHan(line[place]) || beginsPredicate(line, place) { break }
        }
        return index
    }

    /// Whether `index` begins with words that never begin a name: 及时, 加强, 形成.
    private static func opensPredicate(_ line: Line, _ index: Int) -> Bool {
        if ChineseLexicon.nameVerbs.startsWith(line, index) { return false }
        if ChineseLexicon.lookalikes.startsWith(line, index) { return false }
        return ChineseLexicon.adverbs.longest(in: line, at: index).map { $0.count > 1 } ?? false
            || ChineseLexicon.prepositions.longest(in: line, at: index).map { $0.count > 1 } ?? false
            || ChineseLexicon.dutyVerbs.startsWith(line, index) || ChineseLexicon.states.startsWith(line, index)
    }

    /// Whether a verb stands at `index` that is no part of a name: 加强, but not the 监管 of 监管部门.
    private static func isVerb(_ line: Line, _ index: Int) -> Bool {
        if ChineseLexicon.nameVerbs.startsWith(line, index) { return false }
        let verb =
            ChineseLexicon.verbs.longest(in: line, at: index) ?? ChineseLexicon.states.longest(in: line, at: index)
        guard let verb, verb.count > 1 else { return false }
        return ChineseLexicon.actors.longest(in: line, at: index + verb.count) == nil
    }

    private static func isJoin(_ line: Line, _ index: Int) -> Bool {
        guard let join = ChineseLexicon.joins.longest(in: line, at: index) else { return false }
        guard let opener = ChineseLexicon.adverbs.longest(in: line, at: index) else { return true }
        return opener.count <= join.count
    }

    private static func endsSubject(_ line: Line, _ index: Int, isWhole: Bool) -> Bool {
        if line[index] == 0x2C { return !isWhole }
        if isWhole, ChineseLexicon.properties.longest(in: line, at: index) != nil { return true }
        // 公司登记机关 goes on as a name behind 公司.
        var next = index
        while let verb = ChineseLexicon.nameVerbs.longest(in: line, at: next) { next += verb.count }
        if next > index, ChineseLexicon.actors.longest(in: line, at: next) != nil { return false }
        return beginsPredicate(line, index)
    }

    /// Whether a predicate can begin at `index`: with an adverb, a preposition, a verb or a modal.
    static func beginsPredicate(_ line: Line, _ index: Int) -> Bool {
        ChineseLexicon.predicateOpeners.longest(in: line, at: index) != nil
            || ChineseLexicon.adverbs.longest(in: line, at: index) != nil
            || ChineseLexicon.prepositions.longest(in: line, at: index) != nil
            || ChineseLexicon.verbs.longest(in: line, at: index) != nil
    }

    private static let connectives: PhraseSet = ["但", "但是", "且", "并", "并且", "同时", "而", "具体", "此外", "其中", "或者", "以及"]
    private static let notSubjects: PhraseSet = [
        "对", "对于", "向", "在", "由", "为", "经", "将", "把", "按", "从", "以", "与", "发现", "未", "如", "若", "因", "除", "根据", "依照",
        "依据", "属于", "违反",
        "通过", "不", "凡", "涉嫌", "涉及", "依法", "明知", "自", "当", "于",
    ]
}
