#if Service
    import HTTPTypes
    import Hummingbird
    import NoticeModel

    /// Batches: records in, verdicts out, both as they come.
    package struct ScreenRoute: RouteGroup {
        /// Creates the group.
        package init() {}

        package var routes: [Route] {
            [
                Route(
                    .post,
                    "/v1/screen",
                    role: .viewer,
                    parameters: [
                        .query("all", .flag, "Answer records without a finding too. Default false."),
                        .query("map", .text(limit: 1024), "Which column holds which field: name=单位,scope=3."),
                        .query("pack", .name, "The rule pack, named after its notice; by default the current one."),
                        .query(
                            "as-of",
                            .date,
                            "Use the rules of the notice that was in force on this day; not with pack."
                        ),
                        .query("lang", .choice(["zh", "en"]), "The language of quotes. Default zh."),
                    ],
                    operation: Operation(
                        "screen",
                        "Screen records, a line or row each. Lines of the answer come in the order of the records while they are "
                            + "sent, so a caller must read while it sends. The last line is the summary; without it the "
                            + "answer isn't whole.",
                        tag: "screening",
                        body: RecordBody.contents,
                        answer: [
                            .init("application/x-ndjson", lines: ["BatchVerdict", "Rejected", "Summary", "Problem"])
                        ],
                        problems: [404, 422, 429]
                    ),
                    isBatch: true,
                    answering: Self.answer
                )
            ]
        }

        private static func answer(_ request: ServiceRequest) async throws -> Response {
            let pack = try request.state.pack(
                request.query["pack"],
                asOf: request.query["as-of"].flatMap(LegalDate.init(iso:))
            )
            let batch = Batch(request: request, pack: pack, body: try await RecordBody(request))
            return request.lines { writer in try await batch.write(to: &writer) }
        }
    }
#endif
