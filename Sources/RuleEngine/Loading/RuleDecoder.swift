package import LegalText
internal import NoticeCorpus
internal import RecordModel
internal import Yams

/// Turns one `rule.yaml` into a ``Rule``, reporting every mistake in the file and not only the first.
package struct RuleDecoder {
    private static let fieldNames = [
        "id", "like", "title", "ban", "activity", "errs", "verdict", "basis", "authority", "cure", "fields",
        "territory",
        "bearer", "when", "requires", "review-if", "yields-to", "certain-to", "explanation", "draft",
        "note",
    ]

    private var reader: NodeReader
    private let siblings: Set<String>

    /// Creates a decoder for the file at `path`; `siblings` are the ids of the pack's other rules.
    package init(path: String, siblings: Set<String> = []) {
        reader = NodeReader(path: path)
        self.siblings = siblings
    }

    /// What is wrong with the file.
    package var diagnostics: [Diagnostic] { reader.diagnostics }

    /// The id of the rule that the one in `text` takes its missing fields from, or `nil` where it stands alone.
    ///
    /// Mistakes aren't reported; ``rule(_:id:like:)`` does that.
    static func model(of text: String) -> String? {
        // Most rules stand alone and needn't be parsed twice.
        guard text.utf8.contains("\nlike:".utf8) else { return nil }
        return (try? YAMLDocument.root(of: text))?.mapping?["like"]?.string
    }

    /// The rule in `text`; its id must be `id`, which its folder gives.
    ///
    /// - Parameters:
    ///   - text: The file.
    ///   - id: What the folder says the rule is called.
    ///   - model: The file of the rule that `like:` names, from which missing fields are taken.
    /// - Returns: The rule, or `nil` where ``diagnostics`` says why there is none.
    package mutating func rule(_ text: String, id: String, like model: String? = nil) -> Rule? {
        guard let root = reader.document(text),
            var fields = reader.fields(of: root, allowed: Self.fieldNames, what: "a rule")
        else { return nil }
        for (name, node) in fields { reader.mark(name, at: node) }
        let own = Set(fields.keys)
        // The model's own mistakes are reported where it stands.
        if let model, let inherited = (try? YAMLDocument.root(of: model))?.mapping {
            for (key, value) in inherited {
                if let name = key.string, name != "draft", fields[name] == nil { fields[name] = value }
            }
        }
        let named = self.id(in: fields, of: root, expecting: id)
        let title = reader.localized("title", in: fields, of: root)
        let ban: Ban? = reader.choice("ban", in: fields, default: nil, of: root)
        let activity = reader.value("activity", in: fields, of: root, expecting: "a name", convert: NodeReader.text)
        let errs: Rule.Bias? = reader.choice("errs", in: fields, default: nil, of: root)
        let verdict: Verdict.Level? = reader.choice("verdict", in: fields, default: nil, of: root)
        if verdict == .clear, let node = fields["verdict"] {
            reader.report("rule/clear-verdict", at: node, "a rule that fires comes to review, restricted or prohibited")
        }
        let basis = basis(fields, of: root)
        let authority = fields["authority"].flatMap { reader.localized($0, what: "'authority'") }
        let cure = cure(fields)
        let matched = matchedFields(fields, ban: ban)
        let territory: Rule.Territory? = reader.choice("territory", in: fields, default: .any, of: root)
        let bearer = bearer(fields, isOwn: own.contains("bearer"))
        let condition = kept("when", own) { decoder in
            decoder.reader.value("when", in: fields, of: root, expecting: "a condition", convert: \.self)
                .flatMap { ConditionDecoder.condition($0, &decoder.reader) }
        }
        let requirements = kept("requires", own) { $0.provisos("requires", fields) }
        let doubts = kept("review-if", own) { $0.provisos("review-if", fields) }
        let drafted = reader.texts("draft", in: fields).map(\.text)
        // A rule of the same pack is named without the pack.
        let pack = id.prefix { $0 != "/" }
        let yieldsTo = reader.texts("yields-to", in: fields).map {
            $0.text.contains("/") ? $0.text : "\(pack)/\($0.text)"
        }
        let certainTo: Disguise? = reader.choice("certain-to", in: fields, default: .confusable, of: root)
        if let node = fields["certain-to"], verdict == .review {
            reader.report(
                "rule/idle-level",
                at: node,
                "a rule that comes to review at most has nothing to be certain of"
            )
        }
        let explanation = reader.localized("explanation", in: fields, of: root)
        guard let named, let title, let ban, let activity, let errs, let verdict, let basis, let territory,
            let condition, let certainTo, let explanation, reader.diagnostics.isEmpty
        else { return nil }
        return Rule(
            id: named,
            title: title,
            ban: ban,
            activity: activity,
            errs: errs,
            verdict: verdict,
            basis: basis,
            authority: authority,
            cure: cure,
            fields: matched,
            territory: territory,
            bearer: bearer,
            condition: condition,
            requirements: requirements,
            doubts: doubts,
            yieldsTo: yieldsTo,
            certainTo: certainTo,
            explanation: explanation,
            location: reader.location(of: root),
            drafted: drafted,
            places: reader.places
        )
    }

    /// The rule's id, which must be `id`.
    private mutating func id(in fields: [String: Node], of root: Node, expecting id: String) -> String? {
        if let node = fields["id"], let other = node.string, other != id, siblings.contains(other) {
            let summary = "the id '\(other)' is that of another rule; it must be '\(id)', as the folder says"
            reader.report("rule/duplicate-id", at: node, summary)
            return nil
        }
        return reader.value("id", in: fields, of: root, expecting: "'\(id)', as its folder says") {
            $0.string == id ? id : nil
        }
    }

    /// What `decode` makes of the field called `name`; places are forgotten where the field isn't of this file.
    private mutating func kept<Value>(_ name: String, _ own: Set<String>, decode: (inout Self) -> Value) -> Value {
        let before = reader.places
        defer { if !own.contains(name) { reader.places = before } }
        return decode(&self)
    }

    private mutating func basis(_ fields: [String: Node], of root: Node) -> RuleBasis? {
        guard let node = reader.value("basis", in: fields, of: root, expecting: "a mapping", convert: \.self),
            let fields = reader.fields(of: node, allowed: ["notice", "provision", "quote"], what: "'basis'")
        else { return nil }
        let notice = reader.value("notice", in: fields, of: node, expecting: "a notice's id", convert: NodeReader.text)
        let provision = reader.value("provision", in: fields, of: node, expecting: "an address such as 'art_8'") {
            NodeReader.text($0)
        }
        guard let notice, let provision,
            let quoteNode = reader.value("quote", in: fields, of: node, expecting: "the clause", convert: \.self)
        else { return nil }
        let quotes = reader.quotes(quoteNode)
        return RuleBasis(notice: notice, provision: provision, quotes: quotes)
    }

    private mutating func bearer(_ fields: [String: Node], isOwn: Bool) -> Rule.Bearer? {
        guard let node = fields["bearer"],
            let fields = reader.fields(of: node, allowed: ["kinds", "doubtful"], what: "'bearer'")
        else { return nil }
        let kinds = reader.texts("kinds", in: fields)
        let doubtful = reader.texts("doubtful", in: fields)
        if isOwn {
            for (name, node) in kinds + doubtful { reader.mark("concept \(name)", at: node) }
        }
        if kinds.isEmpty {
            reader.report("yaml/missing-field", at: node, "'kinds' must name at least one kind of actor")
        }
        return Rule.Bearer(kinds: kinds.map(\.text), doubtful: doubtful.map(\.text))
    }

    private mutating func cure(_ fields: [String: Node]) -> Cure? {
        guard let node = fields["cure"],
            let fields = reader.fields(of: node, allowed: ["requirement", "grantor"], what: "'cure'")
        else { return nil }
        let requirement = reader.localized("requirement", in: fields, of: node)
        let grantor = fields["grantor"].flatMap { reader.localized($0, what: "'grantor'") }
        return requirement.map { Cure(requirement: $0, grantor: grantor) }
    }

    private mutating func matchedFields(_ fields: [String: Node], ban: Ban?) -> Set<Field> {
        let named = reader.texts("fields", in: fields)
        var matched: Set<Field> = []
        for (name, node) in named {
            if let field = Field(rawValue: name) {
                matched.insert(field)
            } else {
                reader.report("yaml/wrong-value", at: node, "'fields' must be \(NodeReader.oneOf(Field.self))")
            }
        }
        // A term ban reads what is registered; an activity may be told anywhere.
        if ban == .term, matched.contains(.description), let node = fields["fields"] {
            reader.report("rule/term-ban-field", at: node, "a term ban reads names and scopes, never a description")
        }
        return matched.isEmpty ? Rule.usualFields(of: ban ?? .activity) : matched
    }

    private mutating func provisos(_ name: String, _ fields: [String: Node]) -> [Rule.Proviso] {
        reader.members(name, in: fields).compactMap { member in
            guard
                let fields = reader.fields(
                    of: member,
                    allowed: ["id", "when", "reason"],
                    what: "an entry of '\(name)'"
                )
            else { return nil }
            let id = reader.value("id", in: fields, of: member, expecting: "a name", convert: NodeReader.text)
            let reason = reader.localized("reason", in: fields, of: member)
            let condition = reader.value("when", in: fields, of: member, expecting: "a condition", convert: \.self)
                .flatMap { ConditionDecoder.condition($0, &reader) }
            guard let id, let reason, let condition else { return nil }
            return Rule.Proviso(id: id, condition: condition, reason: reason)
        }
    }
}
