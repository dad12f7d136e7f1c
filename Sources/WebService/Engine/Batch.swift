#if Service
    import RuleEngine
    import Hummingbird
    import LegalText
    import Logging
    import RecordModel
    import Reporting
    import Screening

    /// One batch that is under way.
    ///
    /// Unchecked because of the reader, which only the task that writes the answer uses.
    struct Batch: @unchecked Sendable {
        let request: ServiceRequest
        let pack: LoadedPack
        let reader: RecordReader
        let body: BodyFeed
        let place: BatchPlace

        /// Screens the body to its end and writes what comes of it; what goes wrong on the way is the last line.
        func write(to writer: inout any ResponseBodyWriter) async throws {
            let service = request.service
            let lines = StreamedRows(
                ScreeningReportOptions(
                    packs: [pack.identity],
                    language: request.quoteLanguage,
                    usesColor: false,
                    namesFiles: false,
                    remarks: RecordRemarks(termDates: pack.description.termDates)
                )
            )
            let screener = request.query["all"] == "true" ? pack.answeringAll : pack.flagging
            let limit = service.settings.limits.batchRows
            let source = RowSource(file: "body")
            var reader = reader
            do {
                let summary = try await withTaskExecutorPreference(service.threads) {
                    try await screener.run(&reader) { reader in
                        var wanted = 0
                        while true {
                            if let block = try reader.nextBlock(wanting: &wanted) { return block }
                            if wanted == 0 { return nil }
                            try await body.fill(to: wanted)
                        }
                    } emit: { rows, summary in
                        guard summary.rows <= limit else { throw Self.tooManyRows(limit) }
                        var rest = rows[...]
                        while !rest.isEmpty {
                            let part = rest.prefix(64)
                            rest = rest.dropFirst(64)
                            try await writer.write(ByteBuffer(string: lines.lines(Array(part), of: source)))
                        }
                    }
                }
                service.metrics.noteVerdicts(summary.levels)
                service.metrics.count("hegui_rows_total", by: summary.rows)
                service.metrics.count("hegui_rows_rejected_total", by: summary.rejected)
                try await writer.write(ByteBuffer(string: lines.end(summary)))
                request.logger.info(
                    "batch",
                    metadata: [
                        "rows": .string(String(summary.rows)), "flagged": .string(String(summary.flagged)),
                        "rejected": .string(String(summary.rejected)),
                    ]
                )
            } catch let problem as Problem {
                let line = problem.document(in: request.language, request: request.id).compact + "\n"
                try await writer.write(ByteBuffer(string: line))
            } catch let error as RecordFileError {
                let problem = Problem.unusable(
                    "records/\(error.code)",
                    LocalizedText(zh: "记录无法读取：\(error.reason)", en: "The records can't be read: \(error.reason)")
                )
                let line = problem.document(in: request.language, request: request.id).compact + "\n"
                try await writer.write(ByteBuffer(string: line))
            }
        }

        /// There are more rows than a batch may have.
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
#endif
