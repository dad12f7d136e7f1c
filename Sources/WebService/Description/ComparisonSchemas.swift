#if Service
    import NoticeComparison
    import NoticeCorpus
    import NoticeModel
    import Reporting

    /// The schemas of comparisons.
    enum ComparisonSchemas {
        static var all: [(name: String, schema: JSONValue)] {
            [
                ("Comparison", comparison), ("Change", change), ("ChangeReason", reason),
                (
                    "ComparedText",
                    Schema.object([
                        ("name", Schema.text), ("documentNumber", Schema.maybeText), ("title", Schema.maybeText),
                        ("date", Schema.maybeDay), ("status", Schema.maybe(Schema.choice(TextStatus.self))),
                        ("articles", Schema.count),
                    ])
                ),
                (
                    "Passage",
                    Schema.object([
                        ("provision", Schema.text), ("label", Schema.text),
                        ("sentences", Schema.maybe(Schema.list(Schema.count))), ("span", Schema.span),
                    ])
                ),
                (
                    "Edit",
                    Schema.object([
                        ("form", Schema.choice(Edit.Form.self).described("words, or a difference of form alone.")),
                        ("old", Schema.maybe(Schema.ref("EditSide"))), ("new", Schema.maybe(Schema.ref("EditSide"))),
                    ])
                ),
                ("EditSide", Schema.object([("text", Schema.text), ("span", Schema.span)])),
                ("TermChanges", words), ("Enforcement", enforcement),
            ]
        }

        private static let words = Schema.object([
            ("added", Schema.list(Schema.text)), ("removed", Schema.list(Schema.text)),
        ])

        private static var comparison: JSONValue {
            let ids = Schema.list(Schema.text)
            return Schema.object([
                ("schema", Schema.mark("hegui/diff/1")), ("old", Schema.ref("ComparedText")),
                ("new", Schema.ref("ComparedText")),
                (
                    "summary",
                    Schema.object([
                        ("kinds", Schema.counts(of: Change.Kind.self, all: false)),
                        ("effects", Schema.counts(of: Effect.self, all: false)),
                    ])
                ),
                ("changes", Schema.list(Schema.ref("Change"))),
                (
                    "header",
                    Schema.list(
                        Schema.object([
                            ("field", Schema.choice(HeaderChange.Field.self)), ("added", Schema.list(Schema.text)),
                            ("removed", Schema.list(Schema.text)),
                            ("renamed", Schema.list(Schema.object([("old", Schema.text), ("new", Schema.text)]))),
                        ])
                    )
                ),
                ("terms", Schema.ref("TermChanges")), ("subjects", Schema.ref("TermChanges")),
                (
                    "norms",
                    Schema.object([
                        ("added", ids), ("removed", ids), ("stricter", ids), ("looser", ids), ("changed", ids),
                    ])
                ),
                (
                    "enforcement",
                    Schema.maybe(Schema.ref("Enforcement"))
                        .described("Whether rules enforce the new notice; null where nothing changed.")
                ),
                ("caveat", Schema.both),
            ])
        }

        private static var change: JSONValue {
            Schema.object([
                ("kind", Schema.choice(Change.Kind.self)), ("old", Schema.list(Schema.text)),
                ("new", Schema.list(Schema.text)),
                ("similarity", ["type": "number", "minimum": .int(0), "maximum": .int(1)]), ("renumbered", Schema.flag),
                ("moved", Schema.flag), ("effect", Schema.choice(Effect.self)),
                ("reasons", Schema.list(Schema.ref("ChangeReason"))),
                (
                    "mayBeArtefact",
                    Schema.either([["type": "boolean", "const": .bool(false)], Schema.both])
                        .described("false, or why the change may come of the text rather than of the law.")
                ),
                ("oldPassages", Schema.list(Schema.ref("Passage"))),
                ("newPassages", Schema.list(Schema.ref("Passage"))),
                ("edits", Schema.list(Schema.ref("Edit"))),
            ])
        }

        private static var reason: JSONValue {
            Schema.object([
                ("aspect", Schema.choice(Reason.Aspect.self)), ("effect", Schema.choice(Effect.self)),
                ("added", Schema.list(Schema.text)), ("removed", Schema.list(Schema.text)),
                ("oldNorm", Schema.maybeText), ("newNorm", Schema.maybeText),
                ("oldKind", Schema.maybe(Schema.choice(Norm.Kind.self))),
                ("newKind", Schema.maybe(Schema.choice(Norm.Kind.self))), ("doubtful", Schema.flag),
                ("sentence", Schema.both),
            ])
        }

        private static var enforcement: JSONValue {
            let norm: [(name: String, schema: JSONValue)] = [("norm", Schema.text), ("text", Schema.text)]
            return Schema.either([
                Schema.object([
                    ("hasRules", ["type": "boolean", "const": .bool(false)]),
                    ("next", Schema.text.described("The command that drafts rules.")),
                ]),
                Schema.object([
                    ("hasRules", ["type": "boolean", "const": .bool(true)]), ("pack", Schema.text),
                    ("text", Schema.text),
                    ("norms", Schema.count), ("enforced", Schema.count),
                    ("waived", Schema.list(Schema.object(norm + [("reason", Schema.maybe(Schema.both))]))),
                    ("open", Schema.list(Schema.object(norm + [("drafts", Schema.list(Schema.text))]))),
                ]),
            ])
        }
    }
#endif
