#if Service
    import DecisionLog
    import Reporting

    /// The schemas of what the API takes.
    enum RequestSchemas {
        static var all: [(name: String, schema: JSONValue)] {
            [("Record", record), ("NewDisposition", disposition)]
        }

        /// A record that is posted: one of the fields that are screened must hold a word.
        private static var record: JSONValue {
            let word: JSONValue = ["type": "string", "pattern": "[A-Za-z0-9\u{4E00}-\u{9FFF}]"]
            let fields = [
                "id", "name", "scope", "description", "actor", "jurisdiction", "approval", "registrationStatus",
                "registrationDate",
            ]
            let properties = fields.map { JSONValue.Member(key: $0, value: Schema.maybeText) }
            let otherNames = JSONValue.Member(key: "otherNames", value: Schema.list(Schema.text))
            return [
                "type": "object",
                "description":
                    "What is screened: a registered name, brands or former names, a registered business scope (经营范围), a free description.",
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

        /// Each kind has what it needs and nothing else.
        private static var disposition: JSONValue {
            let rules = Schema.list(Schema.text).described(
                "The rules whose findings are meant; all where none is named."
            )
            let reason: JSONValue = ["type": "string", "pattern": "[A-Za-z0-9\u{4E00}-\u{9FFF}]"]
            func kind(_ name: String, _ needed: [(name: String, schema: JSONValue)] = [], needsNote: Bool = false)
                -> JSONValue
            {
                let note = needsNote ? reason.described("Why.") : Schema.maybeText
                return Schema.object(
                    [("kind", Schema.mark(name)), ("rules", rules), ("note", note)] + needed,
                    optional: needsNote ? ["rules"] : ["rules", "note"]
                )
            }
            return [
                "description": "What becomes of a decision's findings.",
                "oneOf": .array([
                    kind("confirmed"),
                    kind("false-positive", needsNote: true),
                    kind(
                        "waived",
                        [("day", Schema.day.described("Until when; a later day than today."))],
                        needsNote: true
                    ),
                    kind("rectification-due", [("day", Schema.day.described("By when; today or later."))]),
                    kind("needs-documents", needsNote: true),
                    kind(
                        "reported",
                        [
                            ("day", Schema.day.described("When; not later than today.")),
                            ("party", reason.described("To whom.")),
                        ]
                    ),
                    kind(
                        "rectified",
                        [("decision", Schema.text.described("The decision on the record that was put right."))]
                    ),
                    kind("exited"),
                    kind("reopened", needsNote: true),
                ]),
            ]
        }
    }
#endif
