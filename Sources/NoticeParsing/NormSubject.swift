/// Reads who a Chinese clause is about, from the words before its cue.
enum ChineseSubject {
    /// The names of those who must act in `range`, which ends at the cue; empty where they can't be told for sure.
    static func bearers(_ line: Line, _ range: Range<Int>) -> [Range<Int>] {
        var subject = line.trimmed(range)
        for word: Phrase in ["但", "且", "并", "同时", "而"] where line.has(word, at: subject.lowerBound) {
            subject = (subject.lowerBound + min(word.count, subject.count))..<subject.upperBound
        }
        // …注册名称和经营范围中不得含有: those who register are meant.
        if let property = properties.first(in: line, subject), property.lowerBound > subject.lowerBound {
            subject = subject.lowerBound..<property.lowerBound
        }
        subject = withoutAdverbs(line, subject)
        guard (1...60).contains(subject.count) else { return [] }
        let bare = withoutBrackets(line, subject)
        guard !bare.isEmpty, actors.ends(line, bare), !verbs.occurs(in: line, bare) else { return [] }
        if notSubjects.longest(in: line, at: subject.lowerBound) != nil { return [] }
        return isPlainList(line, subject) ? parts(line, subject) : [subject]
    }

    /// Whether `range`, the words before a verb, names a public body.
    static func namesAuthority(_ line: Line, _ range: Range<Int>) -> Bool {
        let subject = withoutBrackets(line, withoutAdverbs(line, line.trimmed(range)))
        guard !subject.isEmpty, subject.count <= 110 else { return false }
        return authorities.ends(line, subject)
    }

    private static func withoutAdverbs(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        var range = range
        while let adverb = adverbs.first(where: {
            $0.count < range.count && line.has($0, at: range.upperBound - $0.count)
        }) {
            range = range.lowerBound..<(range.upperBound - adverb.count)
        }
        return range
    }

    /// The words before a bracket that ends them: 金融机构（包括非银行支付机构）.
    private static func withoutBrackets(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        guard let last = range.last, line[last] == 0x29 else { return range }
        guard let open = range.last(where: { line[$0] == 0x28 }) else { return range }
        return range.lowerBound..<open
    }

    /// Whether names are parted by 、 alone.
    private static func isPlainList(_ line: Line, _ range: Range<Int>) -> Bool {
        range.contains { line[$0] == 0x3001 } && !joins.occurs(in: line, range) && !range.contains { line[$0] == 0x28 }
    }

    private static func parts(_ line: Line, _ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        for index in range where line[index] == 0x3001 {
            if start < index { parts.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    private static let properties: PhraseSet = ["注册名称", "登记名称", "企业名称", "名称和经营范围", "经营范围中", "名称中", "经营范围"]
    private static let adverbs: [Phrase] = ["均", "都", "一律", "也", "并", "依法", "切实", "要", "应", "原则上", "各自"]
    private static let actors: PhraseSet = [
        "机构", "企业", "公司", "单位", "个人", "主体", "部门", "政府", "银行", "委员会", "协会", "地区", "机关", "组织", "自然人", "法人", "商户", "工商户",
        "总局", "委", "网信办", "法院", "检察院", "平台", "交易所", "人员", "经营者", "监会", "工作人员", "公民", "当事人", "申请人", "负责人", "股东", "各地",
        "外汇局", "公安部", "信息化部", "会员", "提供者", "参与者", "持有人", "运营者", "处理者", "生产企业", "分支机构",
    ]
    private static let authorities: PhraseSet = [
        "部门", "政府", "人民银行", "委员会", "协会", "地区", "机关", "总局", "发展改革委", "改革委", "网信办", "监会", "外汇局", "公安部", "信息化部", "法院",
        "检察院",
        "各地", "各单位", "机构", "等", "公安", "部门、各地区", "市县政府", "中央",
    ]
    private static let verbs: PhraseSet = [
        "为虚", "提供", "开展", "利用", "发现", "对于", "进行", "从事", "通过", "按照", "采取", "可", "不", "将", "被", "是",
    ]
    private static let notSubjects: PhraseSet = [
        "对", "向", "在", "由", "为", "经", "将", "把", "按", "从", "以", "与", "发现", "未", "如", "若", "因", "除", "根据", "依照", "其中",
        "属于",
    ]
    private static let joins: PhraseSet = ["和", "及", "与", "等", "或", "以及", "的"]
}

/// Reads who an English clause is about.
enum EnglishSubject {
    /// Those who must act in `range`, which ends at the cue; `nil` where they can't be told for sure.
    static func bearer(_ line: Line, _ range: Range<Int>) -> Range<Int>? {
        var subject = line.trimmed(range)
        for word: Phrase in ["and ", "but "] where line.has(word, at: subject.lowerBound) {
            subject = line.trimmed(min(subject.lowerBound + word.count, subject.upperBound)..<subject.upperBound)
        }
        if openers.longest(in: line, at: subject.lowerBound) != nil {
            guard let comma = lastComma(line, subject) else { return nil }
            subject = line.trimmed((comma + 1)..<subject.upperBound)
            if line.has("and ", at: subject.lowerBound) { return nil }
        } else if let comma = lastComma(line, subject) {
            // A list of names is one subject; an inserted phrase makes it doubtful which words are.
            let last = line.trimmed((comma + 1)..<subject.upperBound)
            guard line.has("and ", at: last.lowerBound), line.first("together", in: subject) == nil else { return nil }
        }
        guard subject.count >= 3, subject.count <= 400 else { return nil }
        let words = line.text(withoutBrackets(line, subject)).split(separator: " ").map { $0.lowercased() }
        guard let first = words.first, !pronouns.contains(first), !words.contains(where: notInSubjects.contains) else {
            return nil
        }
        // The noun that the rest hangs on: the one before the first preposition or participle.
        let end =
            words.indices.dropFirst().first { prepositions.contains(words[$0]) || isParticiple(words[$0]) }
            ?? words.count
        let noun = words[end - 1]
        return actors.contains { noun.hasPrefix($0) } ? subject : nil
    }

    private static func isParticiple(_ word: String) -> Bool {
        word.hasSuffix("ing") && word != "banking" && word != "clearing" && word != "mining" || word == "controlled"
    }

    private static func withoutBrackets(_ line: Line, _ range: Range<Int>) -> Range<Int> {
        guard let last = range.last, line[last] == 0x29, let open = range.last(where: { line[$0] == 0x28 }) else {
            return range
        }
        return line.trimmed(range.lowerBound..<open)
    }

    /// Whether `range` is a clause of its own, with a subject that names a body among its first words.
    static func standsBeforeVerb(_ line: Line, _ range: Range<Int>, within limit: Int) -> Bool {
        let words = line.text(range).split(separator: " ")
        return words.count >= 4 && words.prefix(limit).contains { word in authorities.contains { word.hasPrefix($0) } }
    }

    private static func lastComma(_ line: Line, _ range: Range<Int>) -> Int? {
        let shelter = Shelter(line, range)
        return range.last { line[$0] == 0x2C && !shelter.contains($0) }
    }

    private static let openers: PhraseSet = [
        "Without ", "Upon ", "In ", "Based ", "For ", "By ", "If ", "Under ", "Where ", "At ", "With ", "When ",
        "After ", "Before ",
        "without ", "upon ", "Unless ",
    ]
    private static let pronouns: Set<String> = [
        "they", "it", "this", "these", "those", "which", "that", "who", "he", "she", "them", "engaging", "providing",
    ]
    private static let prepositions: Set<String> = ["of", "at", "for", "in", "to", "with", "that", "under"]
    private static let notInSubjects: Set<String> = ["is", "are", "was", "were", "has", "have", "will", "if", "when"]
    private static let actors = [
        "institution", "enterprise", "compan", "unit", "individual", "entit", "department", "government", "bank",
        "commission",
        "association", "region", "authorit", "organization", "person", "business", "court", "provider", "intermediar",
        "subsidiar", "branch", "ministry", "administration", "platform", "exchange", "operator",
    ]
    private static let authorities = [
        "department", "authorit", "government", "Commission", "Ministry", "Administration", "Bank", "association",
    ]
}
