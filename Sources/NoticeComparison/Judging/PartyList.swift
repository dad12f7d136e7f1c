import NoticeModel

/// The parties whom a norm binds, in a form in which two lists can be compared.
struct PartyList {
    /// The parties one by one, without the words that only introduce them.
    let members: [String]

    /// Whether anybody is bound, wherever the list says: 任何单位和个人, "any unit or individual".
    let isUniversal: Bool

    /// Where the parties must be, for a list that binds anybody there.
    let place: Place?

    /// Where a party is.
    enum Place: Hashable {
        case domestic, overseas
    }

    /// How two lists compare.
    enum Relation: Hashable {
        case same, reworded, wider, narrower, other
    }

    /// Reads the words that name the parties.
    init(_ words: [String]) {
        members = words.flatMap(Self.split)
        let text = words.joined(separator: "、").lowercased()
        isUniversal = Self.universals.contains { text.contains($0) }
        let isDomestic = ["境内", "domestic", "within the territory", "in the country"].contains { text.contains($0) }
        let isOverseas = ["境外", "overseas", "foreign", "境内外"].contains { text.contains($0) }
        place = isDomestic == isOverseas ? nil : isDomestic ? .domestic : .overseas
    }

    /// What became of this list in `new`.
    func relation(to new: PartyList) -> Relation {
        if members == new.members { return .same }
        if isUniversal, new.isUniversal {
            if place == new.place { return .reworded }
            if new.place == nil { return .wider }
            return place == nil ? .narrower : .other
        }
        if new.isUniversal, new.place == nil || new.place == place { return .wider }
        if isUniversal, place == nil || place == new.place { return .narrower }
        let missing = extra(in: self, against: new)
        let added = extra(in: new, against: self)
        switch (missing.isEmpty, added.isEmpty) {
        case (true, true): return .reworded
        case (true, false): return .wider
        case (false, true): return .narrower
        case (false, false): return .other
        }
    }

    /// The parties of `list` that `other` doesn't name, itself or by their class.
    func extra(in list: PartyList, against other: PartyList) -> [String] {
        list.members.filter { member in !other.members.contains { Self.covers($0, member) } }
    }

    // MARK: - Words

    private static let universals = [
        "单位和个人", "单位或者个人", "单位或个人", "单位、个人", "组织和个人", "组织或者个人", "组织、个人", "任何人", "法人、非法人组织和自然人", "自然人、法人和非法人组织",
        "自然人、法人或者非法人组织", "公民、法人", "unit or individual", "units and individuals", "unit and individual",
        "entity or individual", "entities and individuals", "entities or individuals",
        "organization or individual", "organizations and individuals",
        "legal persons, unincorporated organizations and natural persons",
        "legal person, unincorporated organization or natural person", "anyone", "any person", "no person",
    ]

    private static let separators: [Character] = ["、", "，", ",", "（", "）", "(", ")", ";", "；"]
    private static let conjunctions = ["以及", "或者", "和", "及", "或", "与", "包括"]
    private static let openings = ["相关", "有关", "各类", "各", "任何", "relevant ", "the ", "any ", "all ", "and ", "or ", "including "]

    private static func split(_ words: String) -> [String] {
        var text = RenamedTerms.canonical(words)
        for conjunction in conjunctions { text = text.replacing(conjunction, with: "、") }
        for conjunction in [" and ", " or ", " as well as "] { text = text.replacing(conjunction, with: ",") }
        return text.split { separators.contains($0) }.compactMap { part in
            var part = part.lowercased().replacing("等部门", with: "").trimmingPrefix { $0 == " " }[...]
            if part.hasSuffix("等") { part.removeLast() }
            while let opening = openings.first(where: { part.hasPrefix($0) && part.count > $0.count + 1 }) {
                part.removeFirst(opening.count)
            }
            while part.last == " " { part.removeLast() }
            return part.isEmpty ? nil : String(part)
        }
    }

    /// Whether `general` names the same party as `special`, or the class that it belongs to: 行业协会 for 中国银行业协会.
    private static func covers(_ general: String, _ special: String) -> Bool {
        if general == special { return true }
        let (a, b) = (stem(general), stem(special))
        if a == b { return true }
        if b.count > a.count, b.hasSuffix(a) { return true }
        guard let head = classes.first(where: { a.hasSuffix($0) }), isBroad(a) else { return false }
        return b.contains(head)
    }

    private static let classes = ["行业协会", "协会", "机构", "企业", "部门", "association", "institution", "enterprise", "department"]

    /// Whether words name a class as such, and not one of its members.
    private static func isBroad(_ name: String) -> Bool {
        ["行业协会", "协会", "企业", "机构", "industry association", "association", "enterprise", "institution"]
            .contains(name)
    }

    private static func stem(_ name: String) -> String {
        guard let last = name.last, last == "s", name.count > 3 else { return name }
        return String(name.dropLast())
    }
}
