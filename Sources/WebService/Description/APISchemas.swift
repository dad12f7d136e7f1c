#if Service
    import DecisionLog
    import LegalText
    import Reporting

    /// The schemas of what the API takes and gives.
    enum APISchemas {
        /// All of them by name.
        static var document: JSONValue {
            let groups = [
                general, RequestSchemas.all, VerdictSchemas.all, RuleSchemas.all, NoticeSchemas.all,
                ComparisonSchemas.all, ImpactSchemas.all, DecisionSchemas.all,
            ]
            return .object(groups.joined().map { JSONValue.Member(key: $0.name, value: $0.schema) })
        }

        private static var general: [(name: String, schema: JSONValue)] {
            [
                (
                    "Problem",
                    Schema.object(
                        [
                            ("type", ["type": "string", "format": "uri"]),
                            (
                                "id",
                                Schema.text.described(
                                    "A stable name, area/name, as messages of the command line have them."
                                )
                            ),
                            ("status", ["type": "integer", "minimum": .int(400), "maximum": .int(599)]),
                            ("title", Schema.text.described("The same for every problem of this id.")),
                            ("detail", Schema.text.described("What is wrong here, and what was expected.")),
                            ("request", Schema.text.described("What names the request in the log of the service.")),
                        ],
                        "Why a request can't be answered (RFC 9457), in the language that Accept-Language asks for."
                    )
                ),
                (
                    "Readiness",
                    Schema.object([
                        ("schema", Schema.mark("hegui/readiness/1")), ("ready", Schema.flag), ("version", Schema.text),
                        ("packs", Schema.list(Schema.text)),
                    ])
                ),
                (
                    "LocalizedText",
                    Schema.object([("zh", Schema.text), ("en", Schema.text)], "The same in Chinese and in English.")
                ),
                (
                    "Span",
                    Schema.object(
                        [("start", Schema.count), ("end", Schema.count)],
                        "Half-open UTF-8 byte offsets: of the extracted text of a document."
                    )
                ),
                (
                    "Pack",
                    Schema.object(
                        [("id", Schema.text), ("version", Schema.text), ("digest", Schema.digest)],
                        "Which rules were used: the digest is that of all their files."
                    )
                ),
                (
                    "Reason",
                    Schema.object(
                        [("id", Schema.text), ("zh", Schema.text), ("en", Schema.text)],
                        "A doubt, a proviso or a remark: a stable name, and what it says."
                    )
                ),
            ]
        }
    }
#endif
