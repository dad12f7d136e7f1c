import NoticeModel

/// The parties whom a norm binds, in a form in which two lists can be compared.
struct PartyList {
    /// One party: what it is compared by, and how it is printed.
    struct Member: Hashable {
        /// The party without introducing words, under the name that all its names stand for.
        let key: String
        /// The party as it is printed.
        let text: String
    }

    /// The parties one by one.
    let members: [Member]

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
        isUniversal = Self.isUniversal(text)
        let isDomestic = ["境内", "domestic", "within the territory", "in the country"].contains { text.contains($0) }
        let isOverseas = ["境外", "overseas", "foreign", "境内外"].contains { text.contains($0) }
        place = isDomestic == isOverseas ? nil : isDomestic ? .domestic : .overseas
    }

    /// Whether `text`, in lower case, names anybody: 任何单位和个人.
    static func isUniversal(_ text: String) -> Bool {
        !text.isEmpty && universals.contains { text.contains($0) }
    }

    /// What became of this list in `new`.
    func relation(to new: PartyList) -> Relation {
        if members.map(\.key) == new.members.map(\.key) { return .same }
        if isUniversal, new.isUniversal {
            if place == new.place { return .reworded }
            if new.place == nil { return .wider }
            return place == nil ? .narrower : .other
        }
        if new.isUniversal, new.place == nil || new.place == place { return .wider }
        if isUniversal, place == nil || place == new.place { return .narrower }
        switch (extra(against: new).isEmpty, new.extra(against: self).isEmpty) {
        case (true, true): return .reworded
        case (true, false): return .wider
        case (false, true): return .narrower
        case (false, false): return .other
        }
    }

    /// The parties that `other` doesn't name, itself or by their class, as they are printed.
    func extra(against other: PartyList) -> [String] {
        let classes = other.members.compactMap { Self.heads[$0.key] }
        // 行业协会 takes in every association of a list, also one whose name the list breaks up.
        if let last = members.last?.key, classes.contains(where: { last.contains($0) && Self.heads[last] == nil }) {
            return []
        }
        return members.filter { member in
            !other.members.contains { Self.covers($0.key, member.key) }
        }.map(\.text)
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

    private static let separators: Set<Character> = ["、", "，", ",", "（", "）", "(", ")", ";", "；"]
    private static let conjunctions = ["以及", "或者", "和", "及", "或", "与", "包括", " and ", " or ", " as well as "]
    private static let openings = [
        "相关", "有关", "各类", "各", "任何", "relevant ", "the ", "any ", "all ", "and ", "or ", "including ", "other ",
    ]

    /// The head of the name of a class of parties.
    private static let heads = [
        "行业协会": "协会", "协会": "协会", "企业": "企业", "机构": "机构", "industry association": "association",
        "association": "association", "enterprise": "enterprise", "institution": "institution",
    ]

    private static func split(_ words: String) -> [Member] {
        // Known names are taken out first, since 和 and "and" are parts of some of them.
        var (text, names) = RenamedTerms.masked(words)
        for conjunction in conjunctions { text = text.replacing(conjunction, with: "、") }
        return text.split(whereSeparator: separators.contains).compactMap { part in
            func restored(_ part: some StringProtocol, _ form: KeyPath<RenamedTerms.Masked, String>) -> String {
                part.reduce(into: "") { $0 += names[$1]?[keyPath: form] ?? String($1) }
            }
            let printed = part.drop { $0 == " " }
            var key = printed.lowercased()
            if key.hasSuffix("等部门") { key.removeLast(3) }
            if key.hasSuffix("等") { key.removeLast() }
            while let opening = openings.first(where: { key.hasPrefix($0) && key.count > $0.count }) {
                key.removeFirst(opening.count)
            }
            key = key.split(separator: " ").map(singular).joined(separator: " ")
            guard !key.isEmpty else { return nil }
            return Member(key: restored(key, \.name), text: restored(printed, \.printed))
        }
    }

    private static func singular(_ word: Substring) -> String {
        if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
        return word.hasSuffix("s") && !word.hasSuffix("ss") && word.count > 3 ? String(word.dropLast()) : String(word)
    }

    /// Whether `general` names the same party as `special`, or the class that it belongs to.
    private static func covers(_ general: String, _ special: String) -> Bool {
        if general == special { return true }
        if special.count > general.count, special.hasSuffix(general) { return true }
        guard let head = heads[general] else { return false }
        return special.contains(head)
    }
}
