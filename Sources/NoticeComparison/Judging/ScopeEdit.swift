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

    /// Reads `edit` between two notices.
    init(_ edit: Edit, _ old: Notice, _ new: Notice) {
        let gone = edit.old.map { old.text(at: $0) } ?? ""
        let come = edit.new.map { new.text(at: $0) } ?? ""
        let (before, after) = (gone.lowercased(), come.lowercased())
        for word in Self.restrictions where before.contains(word) != after.contains(word) {
            if after.contains(word) { narrowing.append(come) } else { widening.append(gone) }
        }
        for word in Self.extensions where before.contains(word) != after.contains(word) {
            if after.contains(word) { widening.append(come) } else if come.isEmpty { narrowing.append(gone) }
        }
        if let span = edit.new { added = Self.members(at: span, in: new, besides: before) }
        if let span = edit.old, !Self.isOpenList(after: span, in: old) {
            removed = Self.members(at: span, in: old, besides: after)
        }
        if widening.count > 1 { widening.removeSubrange(1...) }
        if narrowing.count > 1 { narrowing.removeSubrange(1...) }
    }

    // MARK: - Words

    /// Words that hold a ban or a duty back.
    private static let restrictions = [
        "非法", "违法", "违规", "擅自", "未经", "未取得", "故意", "恶意", "情节严重", "重大", "造成严重后果", "以营利为目的", "在境内",
        "illegally", "unlawfully", "without the consent", "without approval", "unauthorized", "intentionally",
        "serious", "within the territory", "for profit", "knowingly",
    ]

    /// Words that let a ban or a duty reach further.
    private static let extensions = [
        "任何", "一切", "所有", "各类", "相关", "有关", "直接或间接", "直接或者间接", "变相", "及其他", "或者其他",
        "in any form", "any other", "directly or indirectly", "-related", "related to", "all kinds of",
    ]

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
        let isEnglishList = notice.header.language == .english && (previous == "," || next == ",") && words.count < 60
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
            return member.count < 2 || other.contains(member.lowercased()) ? nil : member
        }
    }

    /// Whether what stands at `span` is an example in a list that goes on: …等服务, "and other services".
    private static func isOpenList(after span: TextSpan, in notice: Notice) -> Bool {
        let bytes = notice.source.string.utf8
        let start = bytes.index(bytes.startIndex, offsetBy: span.start)
        let clause = notice.source.string[start...].prefix { !"，。；.;".contains($0) }
        return ["等", "other ", "etc", "such as"].contains { clause.contains($0) }
    }
}
