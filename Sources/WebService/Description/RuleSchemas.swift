#if Service
    import RecordModel
    import Reporting
    import RuleEngine

    /// The schemas of rules.
    enum RuleSchemas {
        static var all: [(name: String, schema: JSONValue)] {
            [
                (
                    "Rules",
                    Schema.object([
                        ("schema", Schema.mark("hegui/rules/1")),
                        ("packs", Schema.list(Schema.ref("Pack")).described("Those that there are.")),
                        ("pack", Schema.text.described("The one whose rules these are.")),
                        (
                            "rules",
                            Schema.list(
                                Schema.object([
                                    ("id", Schema.text), ("title", Schema.both), ("ban", Schema.choice(Ban.self)),
                                    ("verdict", VerdictSchemas.level), ("basis", Schema.ref("RuleBasis")),
                                ])
                            )
                        ),
                    ])
                ),
                ("Rule", rule),
                (
                    "RuleBasis",
                    Schema.object([
                        ("notice", Schema.text), ("documentNumber", Schema.maybeText), ("provision", Schema.text),
                        ("label", Schema.maybeText),
                        (
                            "quotes",
                            Schema.list(
                                Schema.object([
                                    ("text", Schema.text), ("language", Schema.text), ("status", Schema.text),
                                ])
                            )
                        ),
                    ])
                ),
            ]
        }

        private static var rule: JSONValue {
            let reasons = Schema.list(Schema.ref("Reason"))
            return Schema.object([
                ("schema", Schema.mark("hegui/rule/1")), ("pack", Schema.ref("Pack")), ("id", Schema.text),
                ("title", Schema.both), ("ban", Schema.choice(Ban.self)), ("activity", Schema.text),
                ("errs", Schema.choice(Rule.Bias.self)), ("verdict", VerdictSchemas.level),
                ("basis", Schema.ref("RuleBasis")), ("authority", Schema.maybe(Schema.both)),
                ("cure", Schema.maybe(Schema.ref("Cure"))), ("fields", Schema.list(Schema.choice(Field.self))),
                ("territory", Schema.choice(Rule.Territory.self)),
                (
                    "certainTo",
                    Schema.choice(Disguise.self).described("The furthest disguise that makes a firm finding.")
                ),
                ("requires", reasons.described("What must hold too, or the finding is a review.")),
                ("reviewIf", reasons.described("What makes the finding a review.")),
                ("yieldsTo", Schema.list(Schema.text)), ("explanation", Schema.both),
                (
                    "concepts",
                    Schema.list(
                        Schema.object([
                            ("id", Schema.text), ("title", Schema.both), ("terms", Schema.list(Schema.text)),
                        ])
                    )
                ),
                (
                    "cases",
                    Schema.object(
                        [("fire", Schema.count), ("silent", Schema.count)],
                        "How many cases the rule is tested with."
                    )
                ),
            ])
        }
    }
#endif
