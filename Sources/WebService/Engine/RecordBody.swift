#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Reporting
    import Screening

    /// The records that a request brings, and the place among the batches that it holds as long as they are read.
    ///
    /// Unchecked because of the reader, which only the task that answers uses.
    struct RecordBody: @unchecked Sendable {
        /// The reader; whoever reads takes a copy once.
        let reader: RecordReader

        private let feed: BodyFeed
        private let place: BatchPlace

        /// The media types that records may come in.
        static let formats: [String: RecordFormat] = [
            "application/x-ndjson": .ndjson, "text/csv": .csv, "text/tab-separated-values": .tsv,
        ]

        /// The same as the description has them.
        static let contents: [Operation.Content] = [
            .init(
                "application/x-ndjson",
                example: "{\"id\":\"1\",\"name\":\"深圳前海RWA数字科技有限公司\"}\n{\"id\":\"2\",\"scope\":\"煤矿机械制造\"}\n"
            ),
            .init("text/csv", example: "企业名称,经营范围\n深圳前海RWA数字科技有限公司,软件开发\n"),
            .init("text/tab-separated-values", example: "企业名称\t经营范围\n北京煤矿机械有限公司\t比特币矿机销售及托管\n"),
        ]

        /// Takes a place among the batches and reads the first rows, so that a file that is none is told by the status.
        ///
        /// - Throws: A ``Problem`` where the body isn't of a kind that is read, too long or no file of records, or where as many
        ///   batches run as may.
        init(_ request: ServiceRequest) async throws {
            try request.expectType(Self.formats.keys.sorted())
            let limits = request.service.settings.limits
            if let length = request.request.headers[.contentLength].flatMap({ Int($0) }), length > limits.batchBytes {
                throw Problem.tooLarge(limit: limits.batchBytes, setting: "--batch-bytes")
            }
            let options = try Self.options(request).limitingRows(to: limits.recordBytes)
            guard request.service.batches.enter() else { throw Problem.tooManyBatches }
            place = BatchPlace(request.service)
            feed = BodyFeed(request.request.body, limit: limits.batchBytes)
            try await feed.fill(to: RecordReader.openingCount(options))
            do {
                reader = try RecordReader(fedBy: feed.input, path: "body", options: options)
            } catch {
                throw Problem(error)
            }
        }

        /// The next block of `reader`, waiting for what it wants of the body.
        func nextBlock(of reader: inout RecordReader) async throws -> RecordBlock? {
            var wanted = 0
            while true {
                if let block = try reader.nextBlock(wanting: &wanted) { return block }
                if wanted == 0 { return nil }
                try await feed.fill(to: wanted)
            }
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

    extension Problem {
        /// What is wrong with a file of records.
        init(_ error: RecordFileError) {
            self = .unusable(
                "records/\(error.code)",
                LocalizedText(zh: "记录无法读取：\(error.reason)", en: "The records can't be read: \(error.reason)")
            )
        }

        /// A batch has more rows than one may have.
        static func tooManyRows(_ limit: Int) -> Problem {
            Problem(
                "records/too-many",
                .contentTooLarge,
                title: LocalizedText(zh: "记录过多", en: "There are too many records"),
                detail: LocalizedText(
                    zh: "一批最多\(limit)条（--batch-rows）",
                    en: "A batch has \(limit) records at most (--batch-rows)"
                )
            )
        }
    }

    extension ServiceRequest {
        /// An answer of lines that `write` makes while the body is read. What goes wrong on the way is told by the last line.
        func lines(
            _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
        ) -> Response {
            Response(
                status: .ok,
                headers: [.contentType: "application/x-ndjson; charset=utf-8"],
                body: ResponseBody { writer in
                    do {
                        try await write(&writer)
                    } catch let problem as Problem {
                        try await writer.write(line(of: problem))
                    } catch let error as RecordFileError {
                        try await writer.write(line(of: Problem(error)))
                    }
                    try await writer.finish(nil)
                }
            )
        }

        private func line(of problem: Problem) -> ByteBuffer {
            ByteBuffer(string: problem.document(in: language, request: id).compact + "\n")
        }
    }
#endif
