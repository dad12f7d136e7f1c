#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Logging
    import NoticeModel
    import Reporting
    import Screening

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
                        body: [
                            .init("application/x-ndjson"), .init("text/csv"), .init("text/tab-separated-values"),
                        ],
                        answer: [.init("application/x-ndjson")],
                        problems: [404, 422, 429]
                    ),
                    isBatch: true,
                    answering: Self.answer
                )
            ]
        }

        private static let formats: [String: RecordFormat] = [
            "application/x-ndjson": .ndjson, "text/csv": .csv, "text/tab-separated-values": .tsv,
        ]

        private static func answer(_ request: ServiceRequest) async throws -> Response {
            try request.expectType(formats.keys.sorted())
            let limits = request.service.settings.limits
            if let length = request.request.headers[.contentLength].flatMap({ Int($0) }), length > limits.batchBytes {
                throw Problem.tooLarge(limit: limits.batchBytes, setting: "--batch-bytes")
            }
            let pack = try request.state.pack(
                request.query["pack"],
                asOf: request.query["as-of"].flatMap(LegalDate.init(iso:))
            )
            let options = try options(request).limitingRows(to: limits.recordBytes)
            guard request.service.batches.enter() else { throw Problem.tooManyBatches }
            let place = BatchPlace(request.service)
            let body = BodyFeed(request.request.body, limit: limits.batchBytes)
            // The first rows are read before the answer begins, so that a file that is none is told by the status.
            try await body.fill(to: RecordReader.openingCount(options))
            let reader: RecordReader
            do {
                reader = try RecordReader(fedBy: body.input, path: "body", options: options)
            } catch {
                throw Problem.unusable(
                    "records/\(error.code)",
                    LocalizedText(zh: "记录无法读取：\(error.reason)", en: "The records can't be read: \(error.reason)")
                )
            }
            let batch = Batch(request: request, pack: pack, reader: reader, body: body, place: place)
            return Response(
                status: .ok,
                headers: [.contentType: "application/x-ndjson; charset=utf-8"],
                body: ResponseBody { writer in
                    try await batch.write(to: &writer)
                    try await writer.finish(nil)
                }
            )
        }

        private static func options(_ request: ServiceRequest) throws(Problem) -> RecordReadingOptions {
            let encoding = try request.declaredEncoding()
            let mapping: ColumnMapping
            do {
                mapping = try ColumnMapping(request.query["map"].map { [$0] } ?? [])
            } catch {
                throw .query("map", LocalizedText(zh: error.description, en: error.description))
            }
            var options = RecordReadingOptions(
                format: request.mediaType.flatMap { formats[$0] },
                encoding: encoding,
                mapping: mapping
            )
            options.keepsColumns = true
            return options
        }
    }

    /// The place that a batch holds among those that run; it is free again when nobody holds this value.
    final class BatchPlace: Sendable {
        private let service: ScreeningService

        init(_ service: ScreeningService) {
            self.service = service
        }

        deinit {
            service.batches.leave()
        }
    }
#endif
