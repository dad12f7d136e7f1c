internal import LegalText
internal import RecordModel
internal import Yams

extension NodeReader {
    /// The fields of a sample record.
    private static let recordFields = [
        "id", "name", "former-names", "brands", "scope", "description", "actor", "jurisdiction", "approval",
    ]

    /// The sample record in `node`, as cases and sentinels give it.
    mutating func sample(_ node: Node) -> Record? {
        guard let fields = fields(of: node, allowed: Self.recordFields, what: "a record") else { return nil }
        var record = Record()
        func text(_ name: String, _ reader: inout NodeReader) -> String? {
            reader.optional(name, in: fields, expecting: "a text", convert: \.scalar?.string)
        }
        record.id = text("id", &self)
        record.name = text("name", &self)
        record.scope = text("scope", &self)
        record.description = text("description", &self)
        record.actor = text("actor", &self)
        record.jurisdiction = text("jurisdiction", &self)
        record.approval = text("approval", &self)
        record.otherNames =
            texts("former-names", in: fields).map { OtherName($0.text, kind: .former) }
            + texts("brands", in: fields).map { OtherName($0.text, kind: .brand) }
        if record.isBlank {
            report("case/blank-record", at: node, "the record has no name, scope or description")
        }
        return record
    }
}
