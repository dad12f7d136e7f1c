#if Service
    import NoticeCorpus
    import DecisionLog
    import HTTPTypes
    import Hummingbird
    import LegalText
    import NoticeModel
    import RecordModel
    import Reporting
    import RuleEngine

    /// The decisions that are kept, and what people decided of them.
    package struct DecisionRoutes: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .get,
                    "/v1/decisions",
                    role: .viewer,
                    parameters: [
                        .query("verdict", .choice(Verdict.Level.allCases.map(\.rawValue)), "The verdict."),
                        .query("rule", .name, "The rule that fired.").example("yinfa-2026-42/mining"),
                        .query("article", .name, "A notice, or one and an article: yinfa-2026-42/art_8.")
                            .example("yinfa-2026-42/art_8"),
                        .query("person", .text(limit: 100), "Who asked for the verdict."),
                        .query("state", .choice(Standing.State.allCases.map(\.rawValue)), "Where a finding stands."),
                        .query("name", .text(limit: 200), "Words that the name holds."),
                        .query("id", .text(limit: 200), "The key of the record."),
                        .query("after", .name, "The value of 'next' of the page before."),
                        .query("limit", .number(1...1000), "How many decisions. Default 50."),
                    ],
                    operation: Operation(
                        "listDecisions",
                        "Decisions, the latest first, a page at a time.",
                        tag: "decisions",
                        answer: [.init("application/json", "Decisions")],
                        problems: [404]
                    )
                ) { request in
                    let page = try await Self.answering {
                        try await request.service.decisions.decisions(
                            Self.query(request.query),
                            under: request.state.currentRules,
                            for: request.audience
                        )
                    }
                    let lines = try page.decisions.map { try $0.json(for: request.audience) }
                    let next = JSONValue.optional(page.next).compact
                    let list = lines.joined(separator: ",\n")
                    return Self.json("{\"schema\":\"hegui/decisions/1\",\"next\":\(next),\"decisions\":[\(list)]}")
                },
                Route(
                    .post,
                    "/v1/decisions",
                    role: .officer,
                    parameters: [
                        .query("pack", .name, "The rule pack; by default the current one."),
                        .query(
                            "as-of",
                            .date,
                            "Use the rules of the notice that was in force on this day; not with pack."
                        ),
                    ],
                    operation: Operation(
                        "decide",
                        "Screen a record and keep the verdict. What is answered is on the disk.",
                        tag: "decisions",
                        body: [.init("application/json", "Record", example: CheckRoutes.example)],
                        answer: [.init("application/json", "Decision")],
                        status: 201,
                        links: ["getDecision", "listDispositions", "dispose"],
                        problems: [404, 422, 507]
                    ),
                    answering: Self.decide
                ),
                Route(
                    .get,
                    "/v1/decisions/{id}",
                    role: .viewer,
                    parameters: [.path("id", "A decision.")],
                    operation: Operation(
                        "getDecision",
                        "One decision and how its findings stand.",
                        tag: "decisions",
                        answer: [.init("application/json", "Decision")],
                        problems: [404]
                    )
                ) { request in
                    try await Self.shown(request.parameters["id"] ?? "", request)
                },
                Route(
                    .get,
                    "/v1/decisions/{id}/dispositions",
                    role: .viewer,
                    parameters: [.path("id", "A decision.")],
                    operation: Operation(
                        "listDispositions",
                        "What people decided of a decision's findings, oldest first.",
                        tag: "decisions",
                        answer: [.init("application/json", "Dispositions")],
                        problems: [404]
                    )
                ) { request in
                    let id = request.parameters["id"] ?? ""
                    let history = try await Self.answering {
                        try await request.service.decisions.history(of: id, for: request.audience)
                    }
                    guard let history else { throw Self.unknown(id) }
                    let list = try history.map { try $0.json() }.joined(separator: ",\n")
                    return Self.json("{\"schema\":\"hegui/dispositions/1\",\"dispositions\":[\(list)]}")
                },
                Route(
                    .post,
                    "/v1/decisions/{id}/dispositions",
                    role: .officer,
                    parameters: [.path("id", "A decision.")],
                    operation: Operation(
                        "dispose",
                        "Say what becomes of a decision's findings. What is answered is on the disk.",
                        tag: "decisions",
                        body: [
                            .init("application/json", "NewDisposition", example: ["kind": "confirmed", "note": "…"])
                        ],
                        answer: [.init("application/json", "Disposition")],
                        status: 201,
                        problems: [404, 409, 422, 507]
                    ),
                    answering: Self.dispose
                ),
            ]
        }

        // MARK: - Reading

        private static func query(_ given: RequestQuery) -> DecisionQuery {
            var query = DecisionQuery(limit: given["limit"].flatMap { Int($0) } ?? 50)
            query.verdict = given["verdict"].flatMap(Verdict.Level.init(rawValue:))
            query.rule = given["rule"]
            query.article = given["article"]
            query.person = given["person"]
            query.state = given["state"].flatMap(Standing.State.init(rawValue:))
            query.name = given["name"]
            query.recordID = given["id"]
            query.after = given["after"]
            return query
        }

        private static func shown(_ id: String, _ request: ServiceRequest) async throws -> Response {
            let found = try await answering {
                try await request.service.decisions.decision(
                    id,
                    under: request.state.currentRules,
                    for: request.audience
                )
            }
            guard let found else { throw unknown(id) }
            return json(try found.json(for: request.audience))
        }

        // MARK: - Writing

        private static func decide(_ request: ServiceRequest) async throws -> Response {
            let limit = request.service.settings.limits.recordBytes
            let record = try Record(try await request.json(limit: limit, setting: "--record-bytes"))
            let loaded = try request.state.pack(
                request.query["pack"],
                asOf: request.query["as-of"].flatMap(LegalDate.init(iso:))
            )
            var scratch = EvaluationScratch()
            let verdict = loaded.pack.verdict(on: record, scratch: &scratch)
            let writer = VerdictJSON(packs: [loaded.identity], language: .zh)
            let text = try request.state.text(loaded.contents.notice)
            let new = NewDecision(
                record,
                verdict,
                findings: writer.findings(of: verdict).compact,
                released: writer.released(of: verdict).compact,
                pack: loaded.pack,
                noticeDigest: NoticeDigest.digest(of: text.bytes),
                engine: request.service.settings.version,
                by: request.caller.name
            )
            let kept = try await answering { try await request.service.decisions.append(new) }
            request.service.metrics.noteVerdicts([verdict.level: 1])
            var response = try await shown(kept.id, request)
            response.status = .created
            response.headers[.location] = "/v1/decisions/\(kept.id)"
            return response
        }

        private static func dispose(_ request: ServiceRequest) async throws -> Response {
            let id = request.parameters["id"] ?? ""
            let new = try DispositionInput(try await request.json()).disposition(of: id, by: request.caller.name)
            let kept = try await answering { try await request.service.decisions.dispose(new) }
            var response = json(try kept.json())
            response.status = .created
            return response
        }

        // MARK: - Answers

        /// Members that are written elsewhere, as a document.
        private static func json(_ text: String) -> Response {
            .text(text + "\n", "application/json; charset=utf-8")
        }

        private static func unknown(_ id: String) -> Problem {
            Problem(DecisionStoreError(.unknown(id)))
        }

        /// Does what may fail in the log, and words the failure.
        private static func answering<Value>(_ work: () async throws -> Value) async throws -> Value {
            do {
                return try await work()
            } catch let error as DecisionStoreError {
                throw Problem(error)
            }
        }
    }

    extension Problem {
        /// What the log of decisions has to say.
        init(_ error: DecisionStoreError) {
            let status: HTTPResponse.Status =
                switch error.reason {
                case .unknown: .notFound
                case .invalid: .unprocessableContent
                case .full: HTTPResponse.Status(code: 507, reasonPhrase: "Insufficient Storage")
                case .officersOnly: .forbidden
                default: error.isOfStore ? .serviceUnavailable : .conflict
                }
            self.init(
                error.id,
                status,
                title: error.isOfStore
                    ? LocalizedText(zh: "决定没有写入或读出", en: "The decision log could not be used")
                    : LocalizedText(zh: "该决定不能这样处理", en: "The decision log does not take this"),
                detail: error.message
            )
            if status == .serviceUnavailable { retryAfter = 5 }
        }
    }

    extension ServiceRequest {
        /// For whom the log is read: viewers aren't shown what was reported.
        var audience: Audience { caller.role >= .officer ? .officer : .viewer }
    }
#endif
