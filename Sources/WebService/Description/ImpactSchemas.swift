#if Service
    import NoticeComparison
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// The schemas of what another notice changes for a set of records.
    enum ImpactSchemas {
        static var all: [(name: String, schema: JSONValue)] {
            [("Impact", impact), ("ImpactGroup", group), ("ImpactRow", row), ("ImpactChange", change)]
        }

        private static let outcomes = Schema.counts(of: Impact.Outcome.self)

        private static var impact: JSONValue {
            let rule: [(name: String, schema: JSONValue)] = [
                ("rule", Schema.text), ("old", Schema.maybeText), ("new", Schema.maybeText),
            ]
            return Schema.object(
                [
                    ("schema", Schema.mark("hegui/impact/1")),
                    ("packs", Schema.list(Schema.ref("Pack"), least: 2).described("The old and the new one.")),
                    ("rows", Schema.count), ("rejected", Schema.count), ("records", Schema.count),
                    ("screened", Schema.count.described("Records that hold a word of a rule that was run.")),
                    ("changed", Schema.count),
                    (
                        "rulesRun",
                        Schema.list(
                            Schema.object(
                                rule + [("differsIn", Schema.list(Schema.choice(PackDifference.Aspect.self)))]
                            )
                        )
                    ),
                    ("rulesNotRun", Schema.list(Schema.object(rule))), ("outcomes", outcomes),
                    ("groups", Schema.list(Schema.ref("ImpactGroup"))), ("disclaimer", Schema.both),
                ],
                "The counts; in an answer of lines the last one."
            )
        }

        private static var group: JSONValue {
            Schema.object(
                [
                    ("old", Schema.list(Schema.text)), ("new", Schema.list(Schema.text)),
                    ("title", Schema.maybe(Schema.both)), ("kind", Schema.maybe(Schema.choice(Change.Kind.self))),
                    ("effect", Schema.maybe(Schema.choice(Effect.self))), ("sentence", Schema.maybe(Schema.both)),
                    ("mayBeArtefact", Schema.flag), ("count", Schema.count), ("alsoTouched", Schema.count),
                    ("outcomes", outcomes), ("samples", Schema.list(Schema.ref("ImpactRow"))),
                ],
                "The records that count under one change of the notice."
            )
        }

        private static var row: JSONValue {
            Schema.object(
                [
                    ("file", Schema.maybeText), ("sheet", Schema.maybeText), ("row", Schema.ordinal),
                    ("line", Schema.ordinal), ("id", Schema.maybeText), ("name", Schema.text),
                    ("old", VerdictSchemas.level), ("new", VerdictSchemas.level),
                    ("outcome", Schema.choice(Impact.Outcome.self)), ("rule", Schema.text),
                    ("found", Schema.flag.described("Whether the finding is one under the new notice.")),
                    ("provision", Schema.text),
                    (
                        "evidence",
                        Schema.list(
                            Schema.object([
                                ("field", Schema.choice(Field.self)), ("start", Schema.count), ("end", Schema.count),
                                ("text", Schema.text),
                            ])
                        )
                    ),
                    ("explanation", Schema.maybe(Schema.both)), ("change", Schema.maybe(Schema.ref("ImpactChange"))),
                    ("alsoTouching", Schema.list(Schema.ref("ImpactChange"))),
                ],
                "A record for which something changes, and the finding that makes the difference."
            )
        }

        private static var change: JSONValue {
            Schema.object([
                ("old", Schema.list(Schema.text)), ("new", Schema.list(Schema.text)),
                ("title", Schema.maybe(Schema.both)), ("effect", Schema.choice(Effect.self)),
            ])
        }
    }
#endif
