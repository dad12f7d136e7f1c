#if Service
    import RecordModel
    import Reporting
    import Screening

    /// The schemas of verdicts, and of the lines of a batch.
    enum VerdictSchemas {
        typealias Properties = [(name: String, schema: JSONValue)]

        static var all: Properties {
            let verdict: Properties = [
                ("record", Schema.ref("ScreenedRecord")), ("verdict", level),
                ("findings", Schema.list(Schema.ref("Finding"))), ("released", Schema.list(Schema.ref("Release"))),
            ]
            let head: Properties = [
                ("schema", Schema.mark("hegui/verdict/1")), ("packs", Schema.list(Schema.ref("Pack"), least: 1)),
            ]
            return [
                ("ScreenedRecord", record),
                ("Verdict", Schema.object(head + verdict + [("whyNot", Schema.ref("WhyNot"))], optional: ["whyNot"])),
                (
                    "BatchVerdict",
                    Schema.object(
                        head + [
                            ("row", Schema.ordinal.described("The number of the record in the batch.")),
                            ("id", Schema.maybeText),
                            ("columns", Schema.map(.object([]), "What no field of a record holds, as it was sent.")),
                        ] + verdict + [("remarks", Schema.list(Schema.ref("Reason")))],
                        optional: ["columns", "remarks"],
                        "A line of a batch: the verdict on one record."
                    )
                ),
                (
                    "Rejected",
                    Schema.object(
                        [
                            ("schema", Schema.mark("hegui/rejected/1")), ("row", Schema.ordinal),
                            ("line", Schema.ordinal),
                            ("id", Schema.mark("row/rejected")), ("reason", Schema.text),
                        ],
                        "A line of a batch: a record that could not be read."
                    )
                ),
                ("Summary", summary), ("Finding", finding), ("Basis", basis), ("Evidence", evidence),
                ("ScopeItem", item), ("Consideration", consideration),
                (
                    "Cure",
                    Schema.object(
                        [("requirement", Schema.both), ("grantor", Schema.maybe(Schema.both))],
                        "What lifts the ban, and who gives it."
                    )
                ),
                (
                    "Release",
                    Schema.object(
                        [
                            ("rule", Schema.text), ("evidence", Schema.list(Schema.ref("Evidence"))),
                            ("cue", Schema.text),
                        ],
                        "Words that would have fired, and what excused them."
                    )
                ),
                (
                    "WhyNot",
                    Schema.object(
                        [
                            ("rule", Schema.text), ("obstacle", Schema.choice(WhyNot.Obstacle.self)),
                            ("explanation", Schema.both), ("closest", Schema.list(Schema.ref("Evidence"))),
                        ],
                        "What kept a rule from firing, and what came closest."
                    )
                ),
            ]
        }

        /// What a verdict comes to.
        static var level: JSONValue { Schema.choice(Verdict.Level.self) }

        /// A record as answers have it, with every field.
        private static var record: JSONValue {
            let fields = [
                "scope", "description", "actor", "jurisdiction", "approval", "registrationStatus", "registrationDate",
            ]
            return Schema.object(
                [
                    ("id", Schema.maybeText), ("name", Schema.maybeText), ("otherNames", Schema.list(Schema.text)),
                ] + fields.map { ($0, Schema.maybeText) }
            )
        }

        private static var finding: JSONValue {
            Schema.object(
                [
                    ("rule", Schema.text), ("ban", Schema.choice(Ban.self)), ("activity", Schema.text),
                    ("verdict", level),
                    ("basis", Schema.ref("Basis")),
                    ("authority", Schema.maybeText.described("Whose matter it is, where the notice says so.")),
                    ("cure", Schema.maybe(Schema.ref("Cure"))),
                    ("item", Schema.maybe(Schema.ref("ScopeItem"))),
                    ("evidence", Schema.list(Schema.ref("Evidence"))),
                    (
                        "doubts",
                        Schema.list(Schema.ref("Reason")).described("Why the finding is no more than a review.")
                    ),
                    ("considered", Schema.list(Schema.ref("Consideration"))),
                    ("explanation", Schema.both),
                ],
                "A rule that fired."
            )
        }

        private static var basis: JSONValue {
            Schema.object(
                [
                    ("notice", Schema.text), ("documentNumber", Schema.maybeText), ("provision", Schema.text),
                    ("label", Schema.maybeText), ("quote", Schema.maybeText), ("language", Schema.maybeText),
                    ("status", Schema.maybeText.described("How far the quoted text can be relied on.")),
                ],
                "The clause that a rule enforces."
            )
        }

        private static var evidence: JSONValue {
            Schema.object(
                [
                    ("field", Schema.choice(Field.self)),
                    ("index", Schema.count.described("Which of the other names, counted from 0.")),
                    ("start", Schema.count), ("end", Schema.count), ("text", Schema.text), ("term", Schema.text),
                    ("disguise", Schema.list(Schema.choice(Disguise.self))),
                    ("nameParts", Schema.list(Schema.choice(CompanyName.Kind.self))),
                ],
                optional: ["index", "nameParts"],
                "Words of a field that made a rule fire; start and end are half-open UTF-8 byte offsets of its value."
            )
        }

        private static var item: JSONValue {
            Schema.object(
                [
                    ("number", Schema.ordinal), ("text", Schema.text), ("start", Schema.count), ("end", Schema.count),
                    ("licence", Schema.maybe(Schema.choice(ScopeItem.Licence.self))),
                ],
                "The item of the scope that holds the words."
            )
        }

        private static var consideration: JSONValue {
            Schema.object(
                [
                    ("kind", Schema.choice(Consideration.Kind.self)), ("field", Schema.choice(Field.self)),
                    ("start", Schema.count), ("end", Schema.count), ("text", Schema.text), ("reason", Schema.both),
                ],
                "Words that might have excused the finding, and why they don't."
            )
        }

        private static var summary: JSONValue {
            Schema.object(
                [
                    ("schema", Schema.mark("hegui/summary/1")), ("packs", Schema.list(Schema.ref("Pack"), least: 1)),
                    (
                        "summary",
                        Schema.object([
                            (
                                "rows",
                                Schema.count.described("Records that were sent, those included that couldn't be read.")
                            ),
                            ("rejected", Schema.count),
                            ("ragged", Schema.count.described("Rows with fewer cells than the header.")),
                            ("verdicts", Schema.counts(of: Verdict.Level.self)),
                            ("articles", Schema.map(Schema.count, "Records by the article of a finding.")),
                            ("rules", Schema.map(Schema.count, "Records by rule.")),
                        ])
                    ),
                ],
                "The last line of a batch."
            )
        }
    }
#endif
