internal import LegalText
internal import NoticeModel
internal import RecordModel

/// The files of a rule that a person has yet to complete.
struct RuleSkeleton {
    /// What stands where a person must write.
    static let toDo = LocalizedText(zh: "待补充", en: "to be completed")

    /// The rule's id, `<pack>/<name>`.
    let id: String

    /// The notice's id.
    let notice: String

    /// The norm that the rule is to enforce, or `nil` where a person will say.
    let clause: DraftedClause?

    private var name: String { String(id.drop { $0 != "/" }.dropFirst()) }

    /// The folder, below the rules folder.
    private var folder: String { id }

    /// `rule.yaml`, `cases.yaml`, and the concept with the clause's own words where there is a clause.
    var files: [DraftedFile] {
        var files = [
            DraftedFile(path: "\(folder)/rule.yaml", text: rule),
            DraftedFile(path: "\(folder)/cases.yaml", text: cases),
        ]
        if let concept { files.append(concept) }
        return files
    }

    /// The id of the concept that the rule starts from.
    private var conceptID: String { id.replacing("/", with: "-") }

    private var concept: DraftedFile? {
        guard let clause else { return nil }
        var lines = ["# Drafted from \(clause.norm.id) of \(notice)."]
        if !clause.relatedConcepts.isEmpty {
            let names = clause.relatedConcepts.joined(separator: ", ")
            lines.append("# Concepts of the lexicon whose words stand in the clause: \(names).")
        }
        let title =
            clause.isTermBan
            ? ("\(clause.label)所列字样", "words that \(clause.norm.id) names") : (clause.title.zh, clause.title.en)
        lines.append("id: \(conceptID)")
        lines.append("title: \(DraftYAML.localized(zh: title.0, en: title.1))")
        lines.append("terms:")
        var isFirst = true
        for (language, terms) in clause.terms.sorted(by: { $0.key.rawValue > $1.key.rawValue }) {
            lines.append("  \(isFirst ? "- " : "  ")\(language.rawValue): \(DraftYAML.list(terms))")
            isFirst = false
        }
        return DraftedFile(path: "lexicon/concepts/\(conceptID).yaml", text: lines.joined(separator: "\n") + "\n")
    }

    /// The fields that a person must complete or confirm.
    private var open: [String] {
        guard let clause else { return ["title", "verdict", "basis", "when", "explanation"] }
        var open = ["title", "explanation"]
        if !clause.isTermBan { open.append("when") }
        if !clause.isTermBan, !clause.bearers.isEmpty { open.append("bearer") }
        if clause.authority != nil { open.append("authority") }
        if clause.cure != nil { open.append("cure") }
        return open
    }

    private var rule: String {
        let toDo = DraftYAML.localized(zh: Self.toDo.zh, en: Self.toDo.en)
        var lines = [
            "# What 'draft' lists is for a person to write or to confirm; take each name out when it is done, and the list when",
            "# it is empty. 'rules lint' and 'rules test' report what is left.",
            "id: \(id)",
            "draft: [\(open.joined(separator: ", "))]",
        ]
        guard let clause else {
            lines += [
                "title: \(toDo)",
                "ban: activity                     # term: the word itself is banned; activity: only where it is asserted",
                "activity: \(name)",
                "errs: inclusive                   # inclusive: rather a review than a miss; strict: the other way round",
                "verdict: review                   # of a firm finding: review, restricted or prohibited",
                "basis:",
                "  notice: \(notice)",
                "  provision: art_1",
                "  quote: {zh: \(DraftYAML.quoted(Self.toDo.zh))}            # to the letter",
                "territory: any                    # any, domestic, inbound, outbound",
                "when: {concept: to-be-completed}  # a file of rules/lexicon/concepts",
                "explanation: \(DraftYAML.localized(zh: "待补充：{terms}", en: "to be completed: {terms}"))",
            ]
            return lines.joined(separator: "\n") + "\n"
        }
        lines += [
            "title: \(DraftYAML.localized(zh: clause.title.zh, en: clause.title.en))",
            "ban: \(clause.isTermBan ? "term" : "activity")",
            "activity: \(name)",
            "errs: inclusive",
            "verdict: \(clause.verdict.rawValue)",
            "basis:",
            "  notice: \(notice)",
            "  provision: \(clause.provision)",
            "  quote:",
            "    \(clause.language.rawValue): \(DraftYAML.quoted(clause.text))",
        ]
        if !clause.bearers.isEmpty {
            lines.append("# bearers, as the clause names them: \(DraftYAML.list(clause.bearers))")
        }
        if let authority = clause.authority { lines.append("authority: \(said(authority, clause))") }
        if let cure = clause.cure { lines.append("cure: {requirement: \(said(cure, clause))}") }
        lines += [
            "territory: \(clause.territory.rawValue)",
            "when: {concept: \(conceptID)}",
            "explanation: \(DraftYAML.localized(zh: "文字含{terms}，见\(clause.label)。", en: "The text holds {terms}: see \(clause.norm.id)."))",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Words of the clause in its language, and what is to be completed in the other.
    private func said(_ words: String, _ clause: DraftedClause) -> String {
        clause.language == .zh
            ? DraftYAML.localized(zh: words, en: Self.toDo.en) : DraftYAML.localized(zh: Self.toDo.zh, en: words)
    }

    private var cases: String {
        var lines = [
            "# At least two cases that fire, two that don't, and a near miss. A case with 'draft: true' fails until a person has",
            "# written its record and what the rule makes of it.",
        ]
        let verdict = clause?.verdict.rawValue ?? "review"
        // An English name isn't the registered one, and comes to a review.
        if let clause, clause.isTermBan, clause.language == .zh {
            for term in clause.terms.sorted(by: { $0.key.rawValue > $1.key.rawValue }).flatMap(\.value) {
                lines += [
                    "- case: \(DraftYAML.quoted("the clause names \(term)"))",
                    "  record: {scope: \(DraftYAML.quoted("\(term)技术服务"))}",
                    "  expect: \(verdict)",
                ]
            }
        }
        let own = clause.map { $0.terms[$0.language]?.first ?? $0.text } ?? Self.toDo.zh
        let kinds: [(name: String, record: String, expected: String, isNearMiss: Bool)] = [
            ("fires: the clause's own words", own, verdict, false),
            ("fires: words of real businesses", Self.toDo.zh, verdict, false),
            ("doesn't fire: a lawful business of the same trade", Self.toDo.zh, "clear", false),
            ("doesn't fire: the words in another meaning", Self.toDo.zh, "clear", false),
            ("doesn't fire, but nearly", Self.toDo.zh, "clear", true),
        ]
        for kind in kinds {
            lines += [
                "- case: \(DraftYAML.quoted(kind.name))", "  draft: true",
                "  record: {scope: \(DraftYAML.quoted(kind.record))}", "  expect: \(kind.expected)",
            ]
            if kind.isNearMiss { lines.append("  near-miss: true") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
