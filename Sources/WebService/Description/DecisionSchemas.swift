#if Service
    import DecisionLog
    import Reporting

    /// The schemas of decisions and of what becomes of them.
    enum DecisionSchemas {
        static var all: [(name: String, schema: JSONValue)] {
            [
                (
                    "Decisions",
                    Schema.object([
                        ("schema", Schema.mark("hegui/decisions/1")),
                        ("next", Schema.maybeText.described("The value of 'after' for the next page.")),
                        ("decisions", Schema.list(Schema.ref("Decision"))),
                    ])
                ),
                ("Decision", decision), ("Standing", standing),
                (
                    "Dispositions",
                    Schema.object([
                        ("schema", Schema.mark("hegui/dispositions/1")),
                        ("dispositions", Schema.list(Schema.ref("Disposition"))),
                    ])
                ),
                ("Disposition", disposition),
            ]
        }

        private static var id: JSONValue { ["type": "string", "pattern": "^[0-9a-hjkmnp-z]{12}$"] }

        private static var decision: JSONValue {
            Schema.object(
                [
                    ("schema", Schema.mark("hegui/decision/1")), ("id", id),
                    ("number", Schema.ordinal.described("The number of the entry in the log; officers only.")),
                    ("time", Schema.time), ("person", Schema.text),
                    (
                        "place",
                        Schema.object(
                            [("file", Schema.text), ("sheet", Schema.text), ("row", Schema.ordinal)],
                            optional: ["file", "sheet"],
                            "Where the record stood in a file, where it came from one."
                        )
                    ),
                    (
                        "fingerprint",
                        Schema.digest.described("The same for the same record, however its words are set.")
                    ),
                    ("record", Schema.ref("ScreenedRecord")), ("verdict", VerdictSchemas.level),
                    ("packs", Schema.list(Schema.ref("Pack"), least: 1)), ("noticeDigest", Schema.digest),
                    ("engine", Schema.text), ("standings", Schema.list(Schema.ref("Standing"))),
                    ("findings", Schema.list(Schema.ref("Finding"))), ("released", Schema.list(Schema.ref("Release"))),
                ],
                optional: ["number", "place"]
            )
        }

        private static var standing: JSONValue {
            Schema.object(
                [
                    ("rule", Schema.text), ("state", Schema.choice(Standing.State.self)), ("isReleased", Schema.flag),
                    ("reopened", Schema.list(Schema.choice(Standing.Reopening.self))), ("summary", Schema.both),
                    ("disposition", Schema.ref("Disposition")),
                    ("reports", Schema.list(Schema.ref("Disposition")).described("Officers only.")),
                ],
                optional: ["disposition"],
                "How a finding stands now."
            )
        }

        private static var disposition: JSONValue {
            Schema.object(
                [
                    ("schema", Schema.mark("hegui/disposition/1")), ("id", id), ("decision", id),
                    ("rules", Schema.list(Schema.text)), ("kind", Schema.choice(Disposition.Kind.names)),
                    ("label", Schema.both), ("day", Schema.day), ("party", Schema.text), ("newDecision", id),
                    ("note", Schema.text), ("person", Schema.text), ("time", Schema.time),
                    ("needsApproval", Schema.flag),
                    (
                        "answer",
                        Schema.object(
                            [
                                ("isApproved", Schema.flag), ("person", Schema.text), ("time", Schema.time),
                                ("note", Schema.text),
                            ],
                            optional: ["note"],
                            "What the second person said."
                        )
                    ),
                ],
                optional: ["day", "party", "newDecision", "note", "answer"]
            )
        }
    }
#endif
