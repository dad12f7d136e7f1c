#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import NoticeModel
    import Reporting
    import RuleEngine
    import Screening

    /// Whom another notice touches: records in, those whose verdict it changes out.
    package struct ImpactRoute: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .post,
                    "/v1/impact",
                    role: .viewer,
                    parameters: [
                        .query("old", .name, "The old notice, such as yinfa-2021-237; needed where as-of isn't given.")
                            .example("yinfa-2021-237"),
                        .query("new", .name, isRequired: true, "The new notice; both need rules.")
                            .example("yinfa-2026-42"),
                        .query(
                            "as-of",
                            .date,
                            "The old notice is the one that was in force on this day; not with old."
                        ),
                        .query(
                            "samples",
                            .number(0...100),
                            "How many records the counts show of each change. Default 3."
                        ),
                        .query("map", .text(limit: 1024), "Which column holds which field: name=单位,scope=3."),
                    ],
                    operation: Operation(
                        "impact",
                        "Which records change verdict from one notice to another, and which change of text causes it, as "
                            + "'hegui impact' finds them. As lines, the records come in their order while they are sent, so "
                            + "a caller must read while it sends, and the last line is the counts; without it the answer "
                            + "isn't whole. As JSON, the counts alone come at the end.",
                        tag: "screening",
                        body: RecordBody.contents,
                        answer: [
                            .init("application/x-ndjson", lines: ["ImpactRow", "Rejected", "Impact", "Problem"]),
                            .init("application/json", "Impact"),
                        ],
                        problems: [404, 409, 422, 429]
                    ),
                    isBatch: true,
                    answering: Self.answer
                )
            ]
        }

        private static func answer(_ request: ServiceRequest) async throws -> Response {
            let (old, new) = try names(request)
            let before = try request.state.pack(notice(of: old))
            let after = try request.state.pack(notice(of: new))
            let body = try await RecordBody(request)
            let batch = try await request.service.threads.run {
                let texts = (try request.state.text(old), try request.state.text(new))
                let comparison = try request.state.comparison(texts.0, texts.1)
                let screener = ImpactScreener(
                    before.pack,
                    after.pack,
                    locator: ChangeLocator(
                        comparison,
                        oldClauses: before.pack.clauses(in: texts.0),
                        newClauses: after.pack.clauses(in: texts.1)
                    ),
                    workers: request.state.workers
                )
                let report = ImpactReport(
                    comparison,
                    packs: [before.identity, after.identity],
                    difference: screener.difference,
                    language: .zh,
                    namesFiles: false
                )
                return ImpactBatch(request: request, screener: screener, report: report, body: body)
            }
            switch Negotiation.preferred(
                ["application/x-ndjson", "application/json"],
                request.request.headers[.accept]
            ) {
            case "application/json"?:
                do {
                    return .json(try await batch.document())
                } catch let error as RecordFileError {
                    throw Problem(error)
                }
            default:
                return request.lines { writer in try await batch.write(to: &writer) }
            }
        }

        private static func notice(of name: String) -> String { String(name.prefix { $0 != "/" }) }

        /// The old and the new notice as the caller named them, or as the day says.
        private static func names(_ request: ServiceRequest) throws(Problem) -> (old: String, new: String) {
            let new = request.query["new"] ?? ""
            switch (request.query["old"], request.query["as-of"].flatMap(LegalDate.init(iso:))) {
            case (let old?, nil): return (old, new)
            case (nil, let day?):
                let language = new.split(separator: "/").dropFirst().first.map { "/\($0)" } ?? ""
                return (try request.state.pack(asOf: day).pack.id + language, new)
            default:
                throw .query(
                    "old",
                    LocalizedText(zh: "“old”与“as-of”须且只须给出一个", en: "expected either old or as-of, and not both")
                )
            }
        }
    }
#endif
