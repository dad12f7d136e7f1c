internal import LegalText
internal import Yams

/// Turns a file of the lexicon into a ``Concept`` or into negations.
struct LexiconDecoder {
    private var reader: NodeReader

    /// Creates a decoder for the file at `path`.
    init(path: String) {
        reader = NodeReader(path: path)
    }

    /// What is wrong with the file.
    var diagnostics: [Diagnostic] { reader.diagnostics }

    /// The concept in `text`; its id must be `name`, the file's.
    mutating func concept(_ text: String, named name: String) -> Concept? {
        guard let root = reader.document(text),
            let fields = reader.fields(
                of: root,
                allowed: ["id", "title", "generic", "terms", "include", "allow", "since", "note"],
                what: "a concept"
            )
        else { return nil }
        let id = reader.value("id", in: fields, of: root, expecting: "the file's name, '\(name)'") {
            $0.string == name ? name : nil
        }
        let title = reader.localized("title", in: fields, of: root)
        let isGeneric = reader.optional("generic", in: fields, expecting: "true or false", convert: \.bool) ?? false
        let groups = reader.members("terms", in: fields).compactMap { group($0) }
        let includes = reader.texts("include", in: fields).map(\.text)
        let allowances = reader.members("allow", in: fields).compactMap { allowance($0) }
        let since = reader.optional("since", in: fields, expecting: "a day such as 2021-09-24") { node in
            NodeReader.text(node).flatMap { $0.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) == nil ? nil : $0 }
        }
        if groups.allSatisfy(\.terms.isEmpty), includes.isEmpty {
            reader.report("concept/no-term", at: root, "a concept needs at least one term, or a concept to include")
        }
        guard let id, let title, reader.diagnostics.isEmpty else { return nil }
        return Concept(
            id: id,
            title: title,
            isGeneric: isGeneric,
            groups: groups,
            includes: includes,
            allowances: allowances,
            since: since,
            location: reader.location(of: root)
        )
    }

    /// The groups of a file of negations.
    mutating func negations(_ text: String) -> [NegationGroup] {
        guard let root = reader.document(text),
            let fields = reader.fields(of: root, allowed: ["groups", "note"], what: "the negations"),
            let members = reader.value(
                "groups",
                in: fields,
                of: root,
                expecting: "a list of groups",
                convert: { $0.sequence.map(Array.init) }
            )
        else { return [] }
        return members.compactMap { member in
            guard
                let fields = reader.fields(
                    of: member,
                    allowed: ["direction", "reach", "zh", "en", "note"],
                    what: "a negation"
                )
            else { return nil }
            let direction: NegationGroup.Direction? = reader.choice("direction", in: fields, default: nil, of: member)
            let reach = reader.optional("reach", in: fields, expecting: "a number of characters", convert: \.int)
            let cues = terms(in: fields)
            return direction.map { NegationGroup(cues: cues, direction: $0, reach: reach) }
        }
    }

    /// The words of a file of common words.
    mutating func commonWords(_ text: String) -> [String] {
        guard let root = reader.document(text),
            let fields = reader.fields(of: root, allowed: ["zh", "en", "note"], what: "the common words")
        else { return [] }
        return terms(in: fields).map(\.text)
    }

    private mutating func group(_ node: Node) -> TermGroup? {
        guard
            let fields = reader.fields(
                of: node,
                allowed: ["zh", "en", "not-before", "not-after", "needs", "disguises", "note"],
                what: "a group of terms"
            )
        else { return nil }
        let terms = terms(in: fields)
        if terms.isEmpty {
            reader.report("concept/no-term", at: node, "a group of terms needs a term in zh or en")
        }
        return TermGroup(
            terms: terms,
            notBefore: reader.texts("not-before", in: fields).map(\.text),
            notAfter: reader.texts("not-after", in: fields).map(\.text),
            needs: reader.optional("needs", in: fields, expecting: "a concept's id", convert: NodeReader.text),
            disguises: disguises(in: fields)
        )
    }

    private mutating func disguises(in fields: [String: Node]) -> Set<TermDisguise> {
        var disguises: Set<TermDisguise> = []
        for (name, node) in reader.texts("disguises", in: fields) {
            if let disguise = TermDisguise(rawValue: name) {
                disguises.insert(disguise)
            } else {
                reader.report(
                    "yaml/wrong-value",
                    at: node,
                    "'disguises' must be \(NodeReader.oneOf(TermDisguise.self))",
                    help: NearestName(TermDisguise.allCases.map(\.rawValue)).suggestion(for: name)
                )
            }
        }
        return disguises
    }

    private mutating func allowance(_ node: Node) -> Allowance? {
        guard let fields = reader.fields(of: node, allowed: ["zh", "en", "effect", "reason"], what: "an allowance")
        else { return nil }
        let phrases = terms(in: fields)
        let effect: Allowance.Effect? = reader.choice("effect", in: fields, default: nil, of: node)
        let reason = reader.localized("reason", in: fields, of: node)
        guard let effect, let reason else { return nil }
        return Allowance(phrases: phrases, effect: effect, reason: reason)
    }

    private mutating func terms(in fields: [String: Node]) -> [TermGroup.Term] {
        LocalizedText.Language.allCases.flatMap { language in
            reader.texts(language.rawValue, in: fields).flatMap { text, node in
                expanded(text).map { TermGroup.Term(text: $0, language: language, location: reader.location(of: node)) }
            }
        }
    }
}

/// The forms that a term stands for: `token(|s)` is `token` and `tokens`.
private func expanded(_ term: String) -> [String] {
    guard let open = term.firstIndex(of: "("), let close = term[open...].firstIndex(of: ")"),
        term[open..<close].contains("|")
    else { return [term] }
    let endings = term[term.index(after: open)..<close].split(separator: "|", omittingEmptySubsequences: false)
    return endings.flatMap { expanded("\(term[..<open])\($0)\(term[term.index(after: close)...])") }
}
