#if Service
    import RecordModel
    import Reporting

    /// The schemas of what the API takes and gives.
    enum APISchemas {
        /// All of them by name.
        static var document: JSONValue {
            [
                "Problem": [
                    "type": "object",
                    "required": .strings(["type", "id", "status", "title", "detail", "request"]),
                    "properties": [
                        "type": text, "id": text, "status": ["type": "integer"], "title": text, "detail": text,
                        "request": text,
                    ],
                ],
                "Record": record,
                "Verdict": marked("hegui/verdict/1", ["packs", "record", "verdict", "findings", "released"]),
                "Notices": marked("hegui/notices/1", ["notices"]),
                "Notice": marked("hegui/notice/1", ["notice", "sections", "articles", "diagnostics"]),
                "Rules": marked("hegui/rules/1", ["packs", "pack", "rules"]),
                "Rule": marked("hegui/rule/1", ["pack", "id", "title", "basis", "verdict"]),
                "Comparison": marked("hegui/diff/1", ["old", "new", "changes"]),
                "Decisions": marked("hegui/decisions/1", ["next", "decisions"]),
                "Decision": marked("hegui/decision/1", ["id", "time", "person", "record", "verdict", "standings"]),
                "Dispositions": marked("hegui/dispositions/1", ["dispositions"]),
                "Disposition": marked("hegui/disposition/1", ["id", "decision", "kind", "person", "time"]),
                "NewDisposition": [
                    "type": "object", "required": .strings(["kind"]),
                    "properties": [
                        "kind": text, "rules": ["type": "array", "items": text], "day": optionalText,
                        "party": optionalText, "decision": optionalText, "note": optionalText,
                    ],
                    "additionalProperties": .bool(false),
                ],
                "Readiness": marked("hegui/readiness/1", ["ready", "version", "packs"]),
            ]
        }

        private static let text: JSONValue = ["type": "string"]
        private static let optionalText: JSONValue = ["type": .strings(["string", "null"])]

        /// A record that is posted: one of the fields that are screened must hold a word.
        private static var record: JSONValue {
            let word: JSONValue = ["type": "string", "pattern": "[A-Za-z0-9\u{4E00}-\u{9FFF}]"]
            let fields = [
                "id", "name", "scope", "description", "actor", "jurisdiction", "approval", "registrationStatus",
                "registrationDate",
            ]
            let properties = fields.map { JSONValue.Member(key: $0, value: optionalText) }
            let otherNames = JSONValue.Member(key: "otherNames", value: ["type": "array", "items": text])
            return [
                "type": "object",
                "properties": .object(properties + [otherNames]),
                "additionalProperties": .bool(false),
                "anyOf": .array(
                    ["name", "scope", "description"].map { field in
                        [
                            "required": .strings([field]),
                            "properties": .object([.init(key: field, value: word)]),
                        ]
                    }
                ),
            ]
        }

        /// A document of the form `schema` with these members at least.
        private static func marked(_ schema: String, _ members: [String]) -> JSONValue {
            [
                "type": "object",
                "required": .strings(["schema"] + members),
                "properties": ["schema": ["type": "string", "const": .string(schema)]],
            ]
        }
    }
#endif
