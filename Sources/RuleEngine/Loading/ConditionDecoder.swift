internal import LegalText
internal import Yams

/// Turns the `when:` of a rule into a ``Condition``.
struct ConditionDecoder {
    private static let forms = ["concept", "all", "any", "not", "near", "clause", "field", "record"]

    /// Decodes `node`, reporting every mistake to `reader`.
    static func condition(_ node: Node, _ reader: inout NodeReader) -> Condition? {
        guard let fields = reader.fields(of: node, allowed: forms, what: "a condition") else { return nil }
        guard fields.count == 1, let (form, operand) = fields.first else {
            reader.report(
                "condition/one-form",
                at: node,
                "a condition has exactly one of \(forms.joined(separator: ", "))",
                help: "put several conditions under 'all:' or 'any:'"
            )
            return nil
        }
        switch form {
        case "concept":
            return names(form, fields, at: operand, &reader).map(Condition.concept)
        case "all":
            return list(operand, form, &reader).map(Condition.all)
        case "any":
            return list(operand, form, &reader).map(Condition.any)
        case "near":
            return near(operand, &reader)
        case "not":
            return condition(operand, &reader).map(Condition.not)
        case "clause":
            return condition(operand, &reader).map(Condition.clause)
        case "field":
            return condition(operand, &reader).map(Condition.field)
        default:
            return condition(operand, &reader).map(Condition.record)
        }
    }

    private static func list(_ node: Node, _ form: String, _ reader: inout NodeReader) -> [Condition]? {
        guard let members = node.sequence, !members.isEmpty else {
            reader.report("yaml/wrong-value", at: node, "'\(form)' must be a list of conditions")
            return nil
        }
        let conditions = members.compactMap { condition($0, &reader) }
        return conditions.count == members.count ? conditions : nil
    }

    private static func near(_ node: Node, _ reader: inout NodeReader) -> Condition? {
        guard let fields = reader.fields(of: node, allowed: ["of", "to", "within", "ordered"], what: "'near'") else {
            return nil
        }
        let left = names("of", fields, at: node, &reader)
        let right = names("to", fields, at: node, &reader)
        let distance = reader.value("within", in: fields, of: node, expecting: "a number from 0 to 200") { node in
            node.int.flatMap { (0...200).contains($0) ? $0 : nil }
        }
        let isOrdered = reader.optional("ordered", in: fields, expecting: "true or false", convert: \.bool) ?? false
        guard let left, let right, let distance else { return nil }
        return .near(left, right, within: distance, isOrdered: isOrdered)
    }

    private static func names(
        _ field: String,
        _ fields: [String: Node],
        at node: Node,
        _ reader: inout NodeReader
    ) -> [String]? {
        let named = reader.texts(field, in: fields)
        for (name, node) in named { reader.mark("concept \(name)", at: node) }
        let names = named.map(\.text)
        guard !names.isEmpty else {
            reader.report("yaml/missing-field", at: node, "'\(field)' must name at least one concept")
            return nil
        }
        return names
    }
}
