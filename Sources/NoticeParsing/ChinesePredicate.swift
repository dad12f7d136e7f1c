/// Splits a Chinese predicate into action and object; ``NormAnatomy`` says what these are.
struct ChinesePredicate {
    /// What is done.
    private(set) var action: Range<Int>?

    /// What it is done to.
    private(set) var object: Range<Int>?

    /// The members of a list in the object, or of a choice between predicates.
    private(set) var items: [Range<Int>] = []

    private let line: Line

    /// Splits `range`, which holds the predicate without its subject and modal.
    init(_ line: Line, _ range: Range<Int>) {
        self.line = line
        let whole = line.withoutStop(range)
        guard !whole.isEmpty else { return }
        action = whole
        let clauses = SentenceSplitter(line).clauses(in: whole)
        if clauses.dropFirst().contains(where: beginsPredicate) { return }
        if let choice = choice(in: whole) {
            items = choice
            return
        }
        split(whole)
        if let object { items = ChineseList(line, object).items }
    }

    private mutating func split(_ whole: Range<Int>) {
        var index = afterAdverbs(whole.lowerBound, before: whole.upperBound)
        if line.has("将", at: index) || line.has("把", at: index) {
            splitDisposal(index..<whole.upperBound)
            return
        }
        let shelter = Shelter(line, whole)
        var topic: Range<Int>?
        while let preposition = ChineseLexicon.prepositions.longest(in: line, at: index) {
            let isTopic = line.has("对", at: index)
            let inner = (index + preposition.count)..<whole.upperBound
            if Self.meansPrepositions.startsWith(line, index), let manner = Self.manners.first(in: line, inner),
                manner.upperBound < whole.upperBound, !shelter.contains(manner.lowerBound)
            {
                index = afterAdverbs(manner.upperBound, before: whole.upperBound)
                continue
            }
            guard let verb = verb(behind: preposition, in: inner, outside: shelter) else { return }
            topic = isTopic ? line.trimmed((index + preposition.count)..<verb) : nil
            index = afterAdverbs(verb, before: whole.upperBound)
        }
        if let light = ChineseLexicon.lightVerbs.longest(in: line, at: index) {
            if let topic, topic.upperBound <= index {
                (object, action) = (bareTopic(topic), topic.upperBound..<whole.upperBound)
            } else if light == "实施", let end = chainEnd(index, before: whole.upperBound), end < whole.upperBound {
                cut(whole, at: end)
            }
            return
        }
        guard let end = chainEnd(index, before: whole.upperBound) else { return }
        if let topic, end == whole.upperBound {
            (object, action) = (bareTopic(topic), topic.upperBound..<whole.upperBound)
        } else {
            cut(whole, at: end)
        }
    }

    private mutating func cut(_ whole: Range<Int>, at end: Int) {
        guard end < whole.upperBound, !line.has("的", at: end), !endsWithVerb(end..<whole.upperBound) else { return }
        action = whole.lowerBound..<end
        object = line.trimmed(end..<whole.upperBound)
    }

    /// Whether an adverb and a verb end `range`: 移送A依法查处 is two acts in a row.
    private func endsWithVerb(_ range: Range<Int>) -> Bool {
        guard !line.scalars[range].contains(0x7684), range.count > 4 else { return false }
        let verb = range.upperBound - 2
        guard ChineseLexicon.verbs.longest(in: line, at: verb)?.count == 2 else { return false }
        return ["依法", "及时", "予以", "妥善", "限期"].contains { (word: Phrase) in line.has(word, at: verb - 2) }
    }

    /// 将A纳入B: the action is 纳入B.
    private mutating func splitDisposal(_ range: Range<Int>) {
        let shelter = Shelter(line, range)
        for index in (range.lowerBound + 2)..<max(range.lowerBound + 2, range.upperBound) where !shelter.contains(index)
        {
            // 改装为, 转交给: a verb with what becomes of the thing.
            let becomes =
                index + 3 < range.upperBound && Self.outcomes.contains(line[index + 2]) && line[index + 1] != 0x884C
                && ChineseLexicon.verbs.longest(in: line, at: index)?.count == 2
            guard becomes || ChineseLexicon.disposals.longest(in: line, at: index) != nil else { continue }
            object = line.trimmed((range.lowerBound + 1)..<index)
            action = index..<range.upperBound
            return
        }
    }

    /// The place of the verb that a phrase with a preposition stands before.
    private func verb(behind preposition: Phrase, in range: Range<Int>, outside shelter: Shelter) -> Int? {
        // 为从事A的B提供C: the giving verb is the one that 为 and 向 belong to.
        if preposition == "为" || preposition == "向",
            let giving = Self.givingVerbs.first(in: line, range), !shelter.contains(giving.lowerBound)
        {
            return backOverAdverbs(giving.lowerBound, after: range.lowerBound)
        }
        var index = range.lowerBound + 1
        while index < range.upperBound {
            if !shelter.contains(index),
                ChineseLexicon.adverbs.longest(in: line, at: index).map({ $0.count > 1 }) ?? false
                    || ChineseLexicon.verbs.longest(in: line, at: index) != nil
            {
                // 以A宣传诱导B: what does the leading is the second.
                if let noun = ChineseLexicon.verbs.longest(in: line, at: index), preposition == "以",
                    ChineseLexicon.verbs.startsWith(line, index + noun.count),
                    !Self.secondVerbs.startsWith(line, index + noun.count)
                {
                    return index + noun.count
                }
                return index
            }
            index += 1
        }
        return nil
    }

    private func backOverAdverbs(_ index: Int, after start: Int) -> Int {
        for length in [4, 2] where index - length > start {
            if ChineseLexicon.adverbs.longest(in: line, at: index - length)?.count == length { return index - length }
        }
        return index
    }

    private func bareTopic(_ range: Range<Int>) -> Range<Int>? {
        range.isEmpty ? nil : range
    }

    private func afterAdverbs(_ index: Int, before end: Int) -> Int {
        var index = index
        while index < end, let adverb = ChineseLexicon.adverbs.longest(in: line, at: index) {
            // 公开 and 要 and the like are verbs too.
            guard index + adverb.count < end else { break }
            index += adverb.count
        }
        return min(index, end)
    }

    /// The end of the verbs that begin at `index`: 发行和销售, 梳理排查并关停.
    private func chainEnd(_ index: Int, before limit: Int) -> Int? {
        guard let first = ChineseLexicon.verbs.longest(in: line, at: index) else { return nil }
        var end = index + first.count
        while end < limit {
            if let joint = Self.joints.longest(in: line, at: end),
                let next = ChineseLexicon.verbs.longest(in: line, at: end + joint.count)
            {
                end += joint.count + next.count
            } else if let next = ChineseLexicon.verbs.longest(in: line, at: end),
                Self.secondVerbs.startsWith(line, end), end + next.count <= limit
            {
                end += next.count
            } else {
                break
            }
        }
        return min(end, limit)
    }

    /// 开展A或将B纳入C: two predicates between which 或 chooses.
    private func choice(in range: Range<Int>) -> [Range<Int>]? {
        let shelter = Shelter(line, range)
        var index = range.lowerBound + 2
        while index < range.upperBound {
            if let joint = Self.choices.longest(in: line, at: index), !shelter.contains(index) {
                let next = index + joint.count
                let isPredicate =
                    line.has("将", at: next) || line.has("把", at: next)
                    || ChineseLexicon.verbs.longest(in: line, at: next) != nil
                let before = range.lowerBound..<index
                if isPredicate, let end = chainEnd(afterAdverbs(before.lowerBound, before: index), before: index),
                    end < index,
                    next < range.upperBound,
                    !line.scalars[next..<range.upperBound].contains(0x7684) || line.has("将", at: next)
                {
                    return [line.withoutStop(before), line.withoutStop(next..<range.upperBound)]
                }
                index = next
            } else {
                index += 1
            }
        }
        return nil
    }

    /// Whether a clause is a predicate of its own, and not the rest of an object: 以及以A为名开展的B活动.
    private func beginsPredicate(_ clause: Range<Int>) -> Bool {
        var index = clause.lowerBound
        let isAddition = line.has("以及", at: index)
        while let word = Self.leaders.longest(in: line, at: index) { index += word.count }
        guard index < clause.upperBound else { return false }
        let body = line.withoutStop(index..<clause.upperBound)
        if isAddition, ChineseLexicon.prepositions.longest(in: line, at: index) != nil { return false }
        if line.has("将", at: index) || line.has("把", at: index) { return true }
        let isVerb =
            ChineseLexicon.verbs.longest(in: line, at: index) != nil
            || ChineseLexicon.adverbs.longest(in: line, at: index) != nil
            || ChineseLexicon.prepositions.longest(in: line, at: index) != nil
            || ChineseLexicon.bases.longest(in: line, at: index) != nil
        return isVerb && !body.isEmpty
    }

    private static let secondVerbs: PhraseSet = [
        "处置", "处理", "排查", "查处", "使用", "办理", "认定", "核查", "核实", "监测", "整治", "建设", "审核", "清理", "报告", "移送", "取缔", "推进",
        "完善", "打击",
    ]
    private static let joints: PhraseSet = ["和", "或", "或者", "及", "、", "并", "并且", "以及", "且"]
    private static let outcomes: Set<UInt32> = [0x4E3A, 0x7ED9, 0x5230, 0x81F3, 0x5165]
    private static let meansPrepositions: PhraseSet = ["以", "通过", "利用", "采取", "用"]
    private static let manners: PhraseSet = ["方式", "形式", "名义", "手段", "渠道", "途径", "为名", "为由"]
    private static let choices: PhraseSet = ["或", "或者"]
    private static let leaders: PhraseSet = ["以及", "并", "且", "或", "或者", "同时", "和", "也", "又"]
    private static let givingVerbs: PhraseSet = [
        "提供", "报告", "移送", "宣传", "办理", "公布", "披露", "通报", "报送", "申请", "备案", "发放", "开立", "设置", "创造", "供电", "支付", "说明",
        "出具", "转让",
        "出售", "销售", "收取", "公开", "提交", "推荐", "推介", "缴纳", "承担", "发行", "募集", "泄露", "告知",
    ]
}
