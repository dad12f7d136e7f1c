import LegalText
import NoticeModel

/// A number that another one took the place of, and what that does: a limit, a threshold, a time limit, a frequency.
struct QuantityChange {
    /// The old number with its unit, as it is printed.
    let removed: String

    /// The new number with its unit, as it is printed.
    let added: String

    /// What it does.
    let meaning: Meaning

    /// What another number does to a norm.
    enum Meaning: Equatable {
        /// More, or less, is demanded, or less, or more, allowed.
        case demand(isMore: Bool)
        /// The norm reaches further, or less far.
        case reach(isWider: Bool)
        /// The words around don't say.
        case open
    }

    /// Reads `edit` between `left` of the old notice and `right` of the new one; `nil` where more than numbers differ.
    init?(_ edit: Edit, of left: Norm, _ old: Notice, _ right: Norm, _ new: Notice) {
        guard let before = edit.old, let after = edit.new else { return nil }
        let (gone, come) = (Surroundings(of: before, in: old), Surroundings(of: after, in: new))
        if let change = Self.pace(gone, come) {
            (removed, added, meaning) = change
            return
        }
        let (these, those) = (Quantities(gone.whole), Quantities(come.whole))
        guard !these.values.isEmpty, these.values.count == those.values.count, these.values != those.values,
            Quantities.masked(gone.words) == Quantities.masked(come.words)
                || gone.isDuration && come.isDuration && these.values.count == 1
        else { return nil }
        (removed, added) = (gone.whole, come.whole)
        let pairs = Array(zip(these.durations ?? these.values, those.durations ?? those.values)).filter { $0.0 != $0.1 }
        guard !pairs.isEmpty else { return nil }
        let isUp = pairs.allSatisfy { $0.1 > $0.0 }
        guard isUp || pairs.allSatisfy({ $0.1 < $0.0 }) else {
            meaning = .open
            return
        }
        meaning = Self.meaning(isUp: isUp, come, of: right, in: new)
    }

    /// Whether a time limit is counted back from an event: 届满六十日前, "10 days before".
    static func isAhead(_ words: String) -> Bool {
        let words = words.lowercased()
        return words.contains("提前") || words.hasSuffix("前") || words.contains("before") || words.contains("in advance")
    }

    // MARK: - Meaning

    private static func meaning(isUp: Bool, _ place: Surroundings, of norm: Norm, in notice: Notice) -> Meaning {
        let whole = notice.text(at: norm.span).lowercased()
        let (before, after) = (place.before, place.after)
        func behind(_ words: [String]) -> Bool { words.contains { after.hasPrefix($0) } }
        func ahead(_ words: [String]) -> Bool { words.contains { before.contains($0) } }
        let isSanction = sanctions.contains { whole.contains($0) }
        let isCriterion =
            norm.condition.map { $0.span.contains(place.span) } ?? false
            || norm.bearers.contains { $0.span.contains(place.span) }
            || norm.cue.map { place.span.end <= $0.start } ?? false
        if isSanction, !isCriterion { return .demand(isMore: isUp) }
        if ahead(["提前"]) || behind(["前", "以前", "之前"]) || after.contains("before") || after.contains("in advance") {
            return .demand(isMore: isUp)
        }
        if ahead(["有效期", "valid for", "validity"]) { return .demand(isMore: !isUp) }
        if place.isDuration, !place.isShort, keeping.contains(where: { whole.contains($0) }) {
            return .demand(isMore: isUp)
        }
        if ahead(floors) { return .demand(isMore: isUp) }
        if ahead(ceilings) { return .demand(isMore: !isUp) }
        if ahead(["未满", "不满", "不足", "低于", "under ", "below ", "less than "]) { return .reach(isWider: isUp) }
        if ahead(["超过", "多于", "exceed", "more than ", "over ", "above "]) { return .reach(isWider: !isUp) }
        if behind(["以上", "or more", "及以上"]) {
            return isCriterion ? .reach(isWider: !isUp) : .demand(isMore: isUp)
        }
        if place.isDuration {
            return behind(["内", "以内", "之内"]) || ahead(["within "]) ? .demand(isMore: !isUp) : .open
        }
        if place.isLength {
            return behind(["内", "以内", "范围内", "之内"]) || ahead(["within "]) ? .reach(isWider: isUp) : .open
        }
        if behind(["以下", "以内"]) { return isCriterion ? .reach(isWider: isUp) : .demand(isMore: !isUp) }
        return .open
    }

    private static let sanctions = ["罚款", "罚金", "拘留", "有期徒刑", " fine ", " fined ", "imprisonment"]
    private static let keeping = ["保存", "保管", "留存", "存档", "keep ", "kept ", "retain", "preserve"]
    private static let floors = [
        "不少于", "不低于", "不得少于", "不得低于", "不短于", "至少", "at least ", "not less than ", "no less than ", "no fewer than ",
        "not be less than ", "minimum of ",
    ]
    private static let ceilings = [
        "不超过", "不得超过", "不多于", "不高于", "不得高于", "不得多于", "至多", "最多", "最长", "not exceed ", "not exceeding ", "no more than ",
        "not more than ", "not be more than ", "up to ", "maximum of ",
    ]

    // MARK: - Frequency

    /// Another frequency: 每年 → 每季度, annually → quarterly.
    private static func pace(_ gone: Surroundings, _ come: Surroundings) -> (String, String, Meaning)? {
        func days(_ place: Surroundings) -> (words: String, days: Int)? {
            let text = place.before.suffix(6) + place.words.lowercased() + place.after.prefix(3)
            return paces.first { text.contains($0.words) && place.touches($0.words) }
        }
        guard let before = days(gone), let after = days(come), before.days != after.days else { return nil }
        return (before.words, after.words, .demand(isMore: after.days < before.days))
    }

    private static let paces: [(words: String, days: Int)] = [
        ("每半年", 182), ("每年", 365), ("按年", 365), ("每季度", 91), ("按季度", 91), ("每季", 91), ("按季", 91), ("每半月", 15),
        ("每月", 30),
        ("按月", 30), ("每周", 7), ("按周", 7), ("每日", 1), ("每天", 1), ("按日", 1), ("annually", 365), ("every year", 365),
        ("each year", 365), ("quarterly", 91), ("every quarter", 91), ("each quarter", 91), ("monthly", 30),
        ("every month", 30), ("each month", 30), ("weekly", 7), ("every week", 7), ("daily", 1), ("every day", 1),
    ]
}

/// The words around a stretch of a notice, in the same clause.
private struct Surroundings {
    let span: TextSpan
    /// The stretch itself.
    let words: String
    /// The unit right behind it, where it is one of time or length.
    let unit: String
    private let gap: String
    /// What stands before it in its clause, in lower case.
    let before: String
    /// What stands behind it and its unit, in lower case; a few words.
    let after: String

    /// The stretch with its unit.
    var whole: String { words + (unit.isEmpty ? "" : gap + unit) }

    var isDuration: Bool { Quantities.hours(in: unit.isEmpty ? words : unit) != nil }
    var isShort: Bool { ["日", "天", "小时", "day", "hour"].contains { (unit.isEmpty ? words : unit).contains($0) } }
    var isLength: Bool { ["米", "公里", "metre", "meter", "kilomet", "mile"].contains { unit.contains($0) } }

    init(of span: TextSpan, in notice: Notice) {
        self.span = span
        let bytes = notice.source.string.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: span.start)
        let end = bytes.index(bytes.startIndex, offsetBy: span.end)
        words = String(notice.source.string[start..<end])
        let head = notice.source.string[..<start].suffix(40)
        let clause = head.lastIndex { "。；;\n，".contains($0) }.map { head[head.index(after: $0)...] } ?? head
        before = clause.lowercased()
        let rest = notice.source.string[end...].prefix(40).prefix { !"。；\n".contains($0) }
        let trimmed = rest.drop { $0 == " " }
        unit = Self.units.first { trimmed.hasPrefix($0) } ?? ""
        gap = trimmed.count < rest.count ? " " : ""
        after = String(trimmed.dropFirst(unit.count).drop { $0 == " " }).lowercased()
    }

    /// Whether `phrase`, which stands about here, is more than what stands before.
    func touches(_ phrase: String) -> Bool { !before.hasSuffix(phrase) }

    private static let units = [
        "个工作日", "个自然日", "工作日", "个月", "年", "月", "日", "天", "周", "小时", "分钟", "公里", "千米", "平方米", "米", "万元",
        "元", "名", "人", "套", "次", "家", "个", "倍", "件", "吨", "周岁", "学时", "%", "％", "percent", "per cent", "yuan",
        "persons", "working days", "business days",
        "years", "year", "months", "month", "weeks", "week", "days", "day", "hours", "hour", "minutes", "kilometres",
        "kilometers", "metres", "meters", "metre", "meter", "miles",
    ]
}
