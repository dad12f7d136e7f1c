#if Service
    import LegalText
    import NoticeCorpus
    import NoticeModel
    import Reporting

    /// The schemas of notices.
    enum NoticeSchemas {
        static var all: [(name: String, schema: JSONValue)] {
            [
                (
                    "Notices",
                    Schema.object([
                        ("schema", Schema.mark("hegui/notices/1")),
                        ("notices", Schema.list(Schema.ref("CorpusNotice"))),
                    ])
                ),
                ("CorpusNotice", entry), ("Notice", notice), ("NoticeHeader", header), ("Article", article),
                ("Norm", norm), ("Citation", citation),
                (
                    "Section",
                    Schema.object([
                        ("id", Schema.text), ("label", Schema.text), ("heading", Schema.text),
                        ("articles", Schema.list(Schema.text).described("Their ids.")),
                    ])
                ),
                (
                    "NormPart",
                    Schema.object(
                        [("text", Schema.text), ("span", Schema.span), ("inherited", Schema.flag)],
                        "A part of a norm, where it stands, and whether it stands in another sentence."
                    )
                ),
                (
                    "Diagnostic",
                    Schema.object([
                        ("id", Schema.text), ("severity", Schema.choice(Diagnostic.Severity.self)),
                        ("span", Schema.maybe(Schema.span)), ("summary", Schema.text),
                    ])
                ),
            ]
        }

        private static var entry: JSONValue {
            Schema.object([
                ("id", Schema.text), ("documentNumber", Schema.maybeText), ("title", Schema.both),
                ("date", Schema.maybeDay), ("publishedDate", Schema.maybeDay), ("effectiveDate", Schema.maybeDay),
                ("address", Schema.maybeText), ("repeals", Schema.list(Schema.text)),
                ("repealedBy", Schema.list(Schema.text)),
                (
                    "texts",
                    Schema.list(
                        Schema.object([
                            ("id", Schema.text), ("language", Schema.choice(LocalizedText.Language.self)),
                            ("status", Schema.choice(TextStatus.self)), ("source", Schema.text),
                        ])
                    )
                ),
            ])
        }

        private static var notice: JSONValue {
            let articles = Schema.list(Schema.ref("Article"))
            let sections = Schema.list(Schema.ref("Section"))
            return Schema.object([
                ("schema", Schema.mark("hegui/notice/1")), ("notice", Schema.ref("NoticeHeader")),
                ("sections", sections), ("articles", articles),
                (
                    "annexes",
                    Schema.list(
                        Schema.object([
                            ("id", Schema.text), ("label", Schema.text), ("title", Schema.maybeText),
                            ("span", Schema.span),
                            ("sections", sections), ("articles", articles),
                        ])
                    )
                ),
                ("looseNorms", Schema.list(Schema.ref("Norm")).described("Those that stand in no article.")),
                ("diagnostics", Schema.list(Schema.ref("Diagnostic"))),
            ])
        }

        private static var header: JSONValue {
            Schema.object([
                ("documentNumber", Schema.maybeText), ("title", Schema.maybeText),
                ("issuers", Schema.list(Schema.text)),
                (
                    "issuingBodies",
                    Schema.list(
                        Schema.object([
                            ("text", Schema.text), ("span", Schema.span), ("name", Schema.maybeText),
                            ("currentName", Schema.maybeText),
                            (
                                "changes",
                                Schema.list(
                                    Schema.object([("name", Schema.text), ("date", Schema.text), ("note", Schema.text)])
                                )
                            ),
                        ])
                    )
                ),
                ("addressee", Schema.maybeText), ("date", Schema.maybeDay), ("publishedDate", Schema.maybeDay),
                ("effectiveDate", Schema.maybeDay), ("language", Schema.choice(Script.self)),
                ("entryIntoForce", Schema.maybeText), ("repeals", Schema.list(Schema.text)),
                ("status", Schema.maybe(Schema.choice(TextStatus.self))),
            ])
        }

        private static var article: JSONValue {
            Schema.object([
                ("id", Schema.text), ("number", Schema.count),
                ("suffix", Schema.maybe(Schema.count).described("2 of 第十条之二.")), ("label", Schema.text),
                ("heading", Schema.maybeText), ("text", Schema.text), ("span", Schema.span),
                ("norms", Schema.list(Schema.ref("Norm"))),
            ])
        }

        private static var norm: JSONValue {
            let part = Schema.ref("NormPart")
            return Schema.object(
                [
                    ("id", Schema.text), ("kind", Schema.choice(Norm.Kind.self)), ("text", Schema.text),
                    ("span", Schema.span), ("bearers", Schema.list(part)), ("action", Schema.maybe(part)),
                    ("object", Schema.maybe(part)), ("condition", Schema.maybe(part)),
                    ("exception", Schema.maybe(part)),
                    ("territory", Schema.maybe(Schema.choice(Norm.Territory.self))), ("items", Schema.list(part)),
                    ("quotedTerms", Schema.list(Schema.text)), ("authorities", Schema.list(part)),
                    ("deadline", Schema.maybe(part)), ("penalty", Schema.maybe(part)),
                    ("citations", Schema.list(Schema.ref("Citation"))),
                    ("confidence", Schema.choice(["high", "low"])),
                    ("doubt", Schema.text.described("Why the confidence is low.")),
                ],
                optional: ["doubt"]
            )
        }

        private static var citation: JSONValue {
            Schema.object([
                ("text", Schema.text), ("span", Schema.span), ("title", Schema.maybeText),
                ("documentNumber", Schema.maybeText), ("provision", Schema.maybeText), ("through", Schema.maybeText),
                ("target", Schema.maybeText), ("targets", Schema.list(Schema.text)),
            ])
        }
    }
#endif
