#if Service
    import Hummingbird
    import Logging
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// One batch that is screened.
    struct Batch: Sendable {
        let request: ServiceRequest
        let pack: LoadedPack
        let body: RecordBody

        /// Screens the body to its end and writes what comes of it.
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
            var reader = body.reader
            let summary = try await withTaskExecutorPreference(service.threads) {
                try await screener.run(&reader) { reader in
                    try await body.nextBlock(of: &reader)
                } emit: { rows, summary in
                    guard summary.rows <= limit else { throw Problem.tooManyRows(limit) }
                    var rest = rows[...]
                    while !rest.isEmpty {
                        let part = rest.prefix(64)
                        rest = rest.dropFirst(64)
                        try await writer.write(ByteBuffer(string: lines.lines(Array(part), of: source)))
                    }
                }
            }
            service.metrics.noteVerdicts(summary.levels)
            request.noteBatch(rows: summary.rows, rejected: summary.rejected, flagged: summary.flagged)
            try await writer.write(ByteBuffer(string: lines.end(summary)))
        }
    }

    extension ServiceRequest {
        /// Counts a batch that was read to its end, and says so in the log.
        func noteBatch(rows: Int, rejected: Int, flagged: Int) {
            service.metrics.count("hegui_rows_total", by: rows)
            service.metrics.count("hegui_rows_rejected_total", by: rejected)
            logger.info(
                "batch",
                metadata: [
                    "rows": .string(String(rows)), "flagged": .string(String(flagged)),
                    "rejected": .string(String(rejected)),
                ]
            )
        }
    }
#endif
