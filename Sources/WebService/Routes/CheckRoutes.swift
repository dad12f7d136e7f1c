#if Service
    import Logging
    import Hummingbird
    import NoticeModel
    import RecordModel
    import Reporting
    import RuleEngine

    /// The verdict on one record.
    package struct CheckRoutes: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .get,
                    "/v1/check",
                    role: .viewer,
                    parameters: Self.fields + Self.choices,
                    operation: Operation(
                        "checkByQuery",
                        "The verdict on one record given as parameters; post it where nothing of it may stand in a proxy's log.",
                        tag: "screening",
                        answer: [.init("application/json", "Verdict")],
                        problems: [404, 422]
                    )
                ) { request in
                    let record = Self.record(request.query)
                    if record.isBlank { throw Record.nothingToScreen }
                    return try await Self.answer(record, request)
                },
                Route(
                    .post,
                    "/v1/check",
                    role: .viewer,
                    parameters: Self.choices,
                    operation: Operation(
                        "check",
                        "The verdict on one record, as 'hegui check --format json' prints it.",
                        tag: "screening",
                        body: [.init("application/json", "Record", example: Self.example)],
                        answer: [.init("application/json", "Verdict")],
                        problems: [404, 422]
                    )
                ) { request in
                    let limit = request.service.settings.limits.recordBytes
                    let input = try await request.json(limit: limit, setting: "--record-bytes")
                    return try await Self.answer(try Record(input), request)
                },
            ]
        }

        /// A record that more than one rule has something to say about.
        static let example: JSONValue = [
            "name": "深圳前海RWA数字科技有限公司", "scope": "比特币矿机销售及托管；煤矿机械制造",
        ]

        private static let fields: [RouteParameter] = [
            .query("name", .text(limit: 500), "The registered name.").example("深圳前海RWA数字科技有限公司"),
            .query(
                "other-name",
                .text(limit: 500),
                isRepeated: true,
                "A brand, former or foreign name; may be given again."
            ),
            .query("scope", .text(limit: 2000), "The registered business scope (经营范围).").example("比特币矿机销售及托管"),
            .query("description", .text(limit: 2000), "A free description of what the entity does."),
            .query("id", .text(limit: 256), "A key to show in the answer; it is not screened."),
            .query("actor", .text(limit: 256), "The kind of entity, such as bank."),
            .query("jurisdiction", .text(limit: 256), "Where the entity is, such as CN or HK."),
            .query("approval", .text(limit: 500), "The approval or filing that the entity claims."),
        ]

        /// Which rules are used and how they are quoted; several routes have these.
        static let choices: [RouteParameter] = [
            .query("why-not", .name, "Say why this rule did not fire, and what came closest.").example("mining"),
            .query("pack", .name, "The rule pack, named after its notice; by default the current one.")
                .example("yinfa-2026-42"),
            .query("as-of", .date, "Use the rules of the notice that was in force on this day; not with pack."),
            .query(
                "lang",
                .choice(["zh", "en"]),
                "The language of quotes; explanations are always in both. Default zh."
            ),
        ]

        private static func record(_ query: RequestQuery) -> Record {
            Record(
                id: query["id"],
                name: query["name"],
                otherNames: query.all("other-name").map { OtherName($0) },
                scope: query["scope"],
                description: query["description"],
                actor: query["actor"],
                jurisdiction: query["jurisdiction"],
                approval: query["approval"]
            )
        }

        /// How many bytes of a record are screened at once; more goes to the threads for longer work.
        private static let briefLength = 32 << 10

        private static func answer(_ record: Record, _ request: ServiceRequest) async throws -> Response {
            let pack = try request.state.pack(
                request.query["pack"],
                asOf: request.query["as-of"].flatMap(LegalDate.init(iso:))
            )
            let length = Field.allCases.reduce(0) { sum, field in
                record.texts(of: field).reduce(sum) { $0 + $1.utf8.count }
            }
            if request.service.settings.logsRecords {
                let document = VerdictJSON.text(of: record)
                request.logger.info("record", metadata: ["record": .string(document)])
            }
            guard length > briefLength else { return try verdict(on: record, under: pack, request) }
            return try await request.service.threads.run { try verdict(on: record, under: pack, request) }
        }

        private static func verdict(
            on record: Record,
            under pack: LoadedPack,
            _ request: ServiceRequest
        ) throws(Problem) -> Response {
            var scratch = EvaluationScratch()
            let verdict = pack.pack.verdict(on: record, scratch: &scratch)
            var whyNot: WhyNot?
            if let id = request.query["why-not"] {
                whyNot = pack.pack.whyNot(id, on: record, scratch: &scratch)
                if whyNot == nil { throw RuleRoutes.unknownRule(id, in: pack) }
            }
            request.service.metrics.noteVerdicts([verdict.level: 1])
            let writer = VerdictJSON(packs: [pack.identity], language: request.quoteLanguage)
            return .json(writer.document(record, verdict, whyNot: whyNot))
        }
    }
#endif
