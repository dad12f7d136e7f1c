import LegalText
import NoticeModel

/// What one difference of words does to the reach of a norm.
struct ScopeEdit {
    /// Members of an enumeration that came.
    private(set) var added: [String] = []

    /// Members of an enumeration that went.
    private(set) var removed: [String] = []

    /// Words that came and make it reach further, or that went and held it back.
    private(set) var widening: [String] = []

    /// Words that came and make it reach less far, or that went and made it reach further.
    private(set) var narrowing: [String] = []

    /// Whether none of this could be read off the words.
    var isOpen: Bool { added.isEmpty && removed.isEmpty && widening.isEmpty && narrowing.isEmpty }

    /// Reads `edit` between `left` of the old notice and `right` of the new one.
    init(_ edit: Edit, of left: Norm, _ old: Notice, _ right: Norm, _ new: Notice) {
        let gone = edit.old.map { old.text(at: $0) } ?? ""
        let come = edit.new.map { new.text(at: $0) } ?? ""
        let (before, after) = (gone.lowercased(), come.lowercased())
        // Anybody is anybody, however the law calls them.
        if PartyList.isUniversal(before), PartyList.isUniversal(after),
            PartyList([gone]).place == PartyList([come]).place
        {
            return
        }
        let (whole, wholeNew) = (old.text(at: left.span).lowercased(), new.text(at: right.span).lowercased())
        for word in Self.restrictions
        where before.contains(word) != after.contains(word) && whole.contains(word) != wholeNew.contains(word) {
            if after.contains(word) {
                narrowing.append(Self.told(come, word))
            } else {
                widening.append(Self.told(gone, word))
            }
        }
        for word in Self.unlawful {
            let wasHere = edit.old.map { Self.holdsBack(word, at: $0, in: old) } ?? false
            let isHere = edit.new.map { Self.holdsBack(word, at: $0, in: new) } ?? false
            if isHere, !wasHere { narrowing.append(word) }
            if wasHere, !isHere { widening.append(word) }
        }
        for word in Self.extensions where !before.contains(word) && after.contains(word) {
            widening.append(Self.told(come, word))
        }
        // A class in place of one of its members: 相关金融产品 for 衍生品. Alone the word says nothing.
        if !gone.isEmpty, come.count <= 12,
            let word = Self.classes.first(where: { after.hasPrefix($0) && $0 != after }),
            !before.contains(word)
        {
            widening.append(come)
        }
        guard gone.count <= Self.longestList, come.count <= Self.longestList else { return }
        if let span = edit.new { added = Self.members(at: span, in: new, besides: before) }
        if let span = edit.old, !Self.isOpenList(after: span, in: old) {
            removed = Self.members(at: span, in: old, besides: after)
        }
        if gone.isEmpty, isOpen { added = Self.clause(come, of: right) }
        if come.isEmpty, isOpen { removed = Self.clause(gone, of: left) }
        if widening.count > 1 { widening.removeSubrange(1...) }
        if narrowing.count > 1 { narrowing.removeSubrange(1...) }
    }

    // MARK: - Words

    /// Words that hold a ban or a duty back.
    private static let restrictions = [
        "擅自", "未经", "未取得", "故意", "恶意", "明知", "情节严重", "严重", "重大", "造成严重后果", "以营利为目的", "在境内",
        "illegally", "unlawfully", "without the consent", "without approval", "unauthorized", "intentionally",
        "serious", "within the territory", "for profit", "knowingly",
    ]

    /// Words that hold a ban back where they stand before a verb; elsewhere they are part of a name (非法集资).
    private static let unlawful = ["非法", "违法", "违规"]

    private static let verbs = ["向", "为", "将", "从事", "开展", "提供", "利用", "以", "发行", "买卖"]

    /// The most characters of a difference that is read as an enumeration; a longer one was written anew.
    private static let longestList = 60

    /// The whole difference where it is short, else the word that tells.
    private static func told(_ words: String, _ word: String) -> String {
        words.count <= 12 || words.utf8.allSatisfy { $0 < 0x80 } && words.count <= 40 ? words : word
    }

    private static func holdsBack(_ word: String, at span: TextSpan, in notice: Notice) -> Bool {
        let end = notice.source[TextSpan(start: span.start, end: notice.source.count)].prefix(
            notice.text(at: span).count + 2
        )
        guard let found = end.firstRange(of: word), notice.text(at: span).contains(word) else { return false }
        return verbs.contains { end[found.upperBound...].hasPrefix($0) }
    }

    /// Words that let a ban or a duty reach further.
    private static let extensions = [
        "任何", "一切", "所有", "各类", "直接或间接", "直接或者间接", "变相", "及其他", "或者其他",
        "in any form", "any other", "directly or indirectly", "all kinds of",
    ]

    /// Words that open the name of a class.
    private static let classes = ["相关", "有关", "其他", "related ", "other ", "-related "]

    private static let marks: Set<Character> = ["、", ",", "，"]
    private static let conjunctions = ["以及", "及", "和", "或者", "或", "与", "and ", "or "]

    /// The members of an enumeration among the words at `span`.
    private static func members(at span: TextSpan, in notice: Notice, besides other: String) -> [String] {
        let words = notice.text(at: span)
        let bytes = notice.source.string.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: span.start)
        let end = bytes.index(bytes.startIndex, offsetBy: span.end)
        let previous = notice.source.string[..<start].last { $0 != " " }
        let next = notice.source.string[end...].first { $0 != " " }
        let opens = conjunctions.contains { words.lowercased().hasPrefix($0) }
        let closes = ["以及", "及", "和", "或", " and", " or"].contains { words.lowercased().hasSuffix($0) }
        // A comma parts clauses in Chinese; only 、 is sure to part members.
        let isListed = previous == "、" || next == "、" || opens || closes || words.contains("、")
        let isEnglishList =
            notice.header.language == .english && (previous == "," || next == "," || words.hasPrefix(","))
            && words.count < 60
        guard isListed || isEnglishList else { return [] }
        var text = words
        for conjunction in ["以及", "或者"] { text = text.replacing(conjunction, with: "、") }
        for conjunction in [" and ", " or "] { text = text.replacing(conjunction, with: ",") }
        return text.split { marks.contains($0) }.compactMap { part in
            var part = part.trimmingPrefix { $0 == " " }[...]
            while let conjunction = conjunctions.first(where: { part.lowercased().hasPrefix($0) }) {
                part.removeFirst(conjunction.count)
            }
            while let last = part.last, last == " " || "和及或与等".contains(last) { part.removeLast() }
            let member = String(part)
            let isLong = member.count > 24 && !member.utf8.allSatisfy { $0 < 0x80 }
            let isVerb = ["shall", "should", "must", "may not", "are "].contains { member.lowercased().contains($0) }
            return member.count < 2 || member == "etc." || isLong || isVerb || other.contains(member.lowercased())
                ? nil : member
        }
    }

    /// A further thing that is demanded or laid down, where `words` are a clause of their own in `norm` and say no
    /// exception or condition.
    private static func clause(_ words: String, of norm: Norm) -> [String] {
        let folded = words.lowercased()
        guard [.obligation, .prohibition, .penalty, .civilEffect].contains(norm.kind) || norm.kind == .permission,
            !reservations.contains(where: folded.contains)
        else { return [] }
        let trimmed = words.trimmingPrefix { "，,、 ".contains($0) }
        let text = String(trimmed.reversed().drop { "，,、 ".contains($0) }.reversed())
        let opensClause = "，,、".contains(words.first ?? " ") || "，,、".contains(words.last ?? " ")
        let opensWord = ["并", "且", "以及", "并且", "同时", "and ", "or "].contains { text.lowercased().hasPrefix($0) }
        // "with a cover of not less than …": a measure that what is demanded must have.
        let isMeasure = norm.kind != .prohibition && measures.contains { folded.contains($0) }
        // In English a word or two say nothing alone.
        let isLong = text.utf8.contains { $0 >= 0x80 } ? text.count >= 2 : text.split(separator: " ").count >= 3
        guard isLong, opensClause || opensWord || isMeasure else { return [] }
        return [text]
    }

    private static let reservations = [
        "除外", "但", "除", "例外", "可以", "另有规定", "except", "unless", "provided that", "other than", "if ", "where ", "when ",
        "经", "的，", "subject to",
    ]

    private static let measures = ["不少于", "不低于", "不超过", "not less than", "at least", "not more than", "not exceeding"]

    /// Whether what stands at `span` is an example in a list that goes on: …等服务, "and other services".
    private static func isOpenList(after span: TextSpan, in notice: Notice) -> Bool {
        let bytes = notice.source.string.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: span.start)
        let clause = notice.source.string[start...].prefix { !"，。；.;".contains($0) }
        return ["等", "other ", "etc", "such as"].contains { clause.contains($0) }
    }
}
