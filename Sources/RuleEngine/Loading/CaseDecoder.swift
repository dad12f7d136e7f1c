internal import LegalText
internal import RecordModel
internal import Yams

/// Turns one `cases.yaml` into ``RuleCase`` values.
struct CaseDecoder {
    private var reader: NodeReader

    /// Creates a decoder for the file at `path`.
    init(path: String) {
        reader = NodeReader(path: path)
    }

    /// What is wrong with the file.
    var diagnostics: [Diagnostic] { reader.diagnostics }

    /// The cases in `text`, all of them about `rule`.
    mutating func cases(_ text: String, of rule: String) -> [RuleCase] {
        guard let root = reader.document(text) else { return [] }
        guard let members = root.sequence else {
            reader.report("yaml/wrong-type", at: root, "a case file must be a list of cases")
            return []
        }
        return members.compactMap { ruleCase($0, of: rule) }
    }

    private mutating func ruleCase(_ node: Node, of rule: String) -> RuleCase? {
        let allowed = [
            "case", "record", "expect", "evidence", "doubts", "released", "name-part", "near-miss", "disguises", "draft",
        ]
        guard let fields = reader.fields(of: node, allowed: allowed, what: "a case") else { return nil }
        let name = reader.value(
            "case",
            in: fields,
            of: node,
            expecting: "what the case shows",
            convert: NodeReader.text
        )
        let record = reader.value("record", in: fields, of: node, expecting: "a record", convert: \.self)
            .flatMap { reader.sample($0) }
        let expected: Verdict.Level? = reader.choice("expect", in: fields, default: nil, of: node)
        let evidence = reader.texts("evidence", in: fields).map(\.text)
        let doubts = reader.texts("doubts", in: fields).map(\.text)
        let released = reader.optional(
            "released",
            in: fields,
            expecting: "the releasing words",
            convert: NodeReader.text
        )
        let namePart: CompanyName.Kind? =
            fields["name-part"] == nil ? nil : reader.choice("name-part", in: fields, default: nil, of: node)
        let isNearMiss = reader.optional("near-miss", in: fields, expecting: "true or false", convert: \.bool) ?? false
        let isDraft = reader.optional("draft", in: fields, expecting: "true or false", convert: \.bool) ?? false
        let undressed = undressed(fields)
        guard let name, let record, let expected else { return nil }
        return RuleCase(
            rule: rule,
            name: name,
            record: record,
            expected: expected,
            evidence: evidence,
            doubts: doubts,
            released: released,
            namePart: namePart,
            isNearMiss: isNearMiss,
            isDraft: isDraft,
            undressed: undressed,
            location: reader.location(of: node)
        )
    }

    /// What `disguises` leaves out: `none` for every dressing, or `{except: […], reason: …}`.
    private mutating func undressed(_ fields: [String: Node]) -> Set<CaseDressing> {
        guard let node = fields["disguises"] else { return [] }
        if node.string == "none" { return Set(CaseDressing.allCases).subtracting([.plain]) }
        guard let fields = reader.fields(of: node, allowed: ["except", "reason"], what: "'disguises'") else {
            return []
        }
        _ = reader.value("reason", in: fields, of: node, expecting: "why they don't apply", convert: NodeReader.text)
        let named = reader.texts("except", in: fields)
        if named.isEmpty {
            reader.report("yaml/missing-field", at: node, "'except' must name at least one dressing")
        }
        return Set(
            named.compactMap { name, node in
                guard let dressing = CaseDressing(rawValue: name), dressing != .plain else {
                    reader.report(
                        "yaml/wrong-value",
                        at: node,
                        "'except' must be \(NodeReader.oneOf(CaseDressing.self)), and not 'plain'",
                        help: NearestName(CaseDressing.allCases.map(\.rawValue)).suggestion(for: name)
                    )
                    return nil
                }
                return dressing
            }
        )
    }
}
