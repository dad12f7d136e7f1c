#if Service
    import HTTPTypes
    import LegalText
    import Logging
    import Reporting
    import RuleEngine
    import Screening

    /// Screens a file that somebody sent: once for its page, and again for each download, so that a download is what
    /// `hegui screen` would have written.
    struct UploadScreening {
        let upload: Upload
        let service: ScreeningService
        let state: EngineState

        /// The rules that the file is to be screened by.
        ///
        /// - Throws: A ``Problem`` where there are none.
        func pack() throws(Problem) -> LoadedPack {
            try state.pack(upload.reading.pack, asOf: upload.reading.date)
        }

        /// Begins; the upload says what becomes of it.
        ///
        /// - Throws: A ``Problem`` where as many batches run as may.
        func start() throws(Problem) {
            let pack = try pack()
            try run { place, run in
                .screened(try await results(pack, run, place))
            }
        }

        /// Does `work` in a task of its own, and tells the upload what becomes of it.
        func run(
            _ work: @escaping @Sendable (BatchPlace, UploadRun) async throws -> Upload.Stage
        ) throws(Problem) {
            guard service.batches.enter() else { throw Problem.tooManyBatches }
            let place = BatchPlace(service)
            let run = UploadRun()
            // Whoever sends the form twice sees the run that began first.
            guard upload.begin(run) else { return }
            run.follow(
                Task(executorPreference: service.threads) {
                    do {
                        upload.end(try await work(place, run))
                    } catch is CancellationError {
                        upload.end(
                            .waiting(fault: LocalizedText(zh: "已停止，没有保留结果。", en: "Stopped; no results were kept."))
                        )
                    } catch let problem as Problem {
                        upload.end(.waiting(fault: problem.detail))
                    } catch let error as RecordFileError {
                        upload.end(.waiting(fault: Self.unreadable(error)))
                    } catch {
                        service.logger.error("batch failed", metadata: ["error": "\(error)"])
                        upload.end(.waiting(fault: Problem.internalError.detail))
                    }
                }
            )
        }

        /// Why the file can't be read.
        static func unreadable(_ error: RecordFileError) -> LocalizedText {
            let zh: String? =
                switch error.code {
                case .empty: "文件是空的，应有表头和记录"
                case .noColumns: "没有认出名称、经营范围或简介列，请在下面指定"
                case .unknownColumn: "所指定的列不在文件中"
                case .noSheet: "没有可读的工作表"
                case .wrongFormat: "文件格式不符，应为CSV、TSV、.xlsx、每行一个JSON对象或每行一个名称"
                default: nil
                }
            return LocalizedText(
                zh: zh.map { "\($0)（\(error.reason)）" } ?? "文件无法读取：\(error.reason)",
                en: "The file can't be read: \(error.reason)"
            )
        }

        /// The tables of the file.
        ///
        /// - Throws: ``RecordFileError``, or a ``Problem`` where the mapping isn't one.
        func tables(_ reading: UploadReading) throws -> RecordTables {
            let options: RecordReadingOptions
            do {
                options = try reading.options()
            } catch {
                throw Problem.unusable("records/map", LocalizedText(zh: error.description, en: error.description))
            }
            return try RecordTables(path: upload.name, readAt: upload.path, options: options)
        }

        /// Screens every table, passing rows to `emit` in order with the number of their table.
        ///
        /// - Throws: What `emit` throws, and a ``Problem`` where there are more rows than a batch may have, or it takes too long.
        func screen(
            _ readers: [RecordReader],
            by screener: BatchScreener,
            _ run: UploadRun,
            emit: ([ScreenedRow], Int) async throws -> Void
        ) async throws -> ScreeningSummary {
            try await forEachTable(readers, run) { reader, number, progress in
                try await screener.run(&reader) { summary, read in
                    progress(summary, summary.flagged, read)
                } next: { reader in
                    try reader.nextBlock()
                } emit: { rows, _ in
                    try check(run)
                    try await emit(rows, number)
                }
            }
        }

        /// Passes every table in order to `body`, which says how far it is; the counts together are returned.
        func forEachTable(
            _ readers: [RecordReader],
            _ run: UploadRun,
            _ body: (
                inout RecordReader, Int, (ScreeningSummary, _ flagged: Int, InputProgress) -> Void
            ) async throws -> ScreeningSummary
        ) async throws -> ScreeningSummary {
            var summary = ScreeningSummary()
            var flagged = 0
            var (done, whole) = (0, 0)
            for reader in readers { whole += reader.progress.whole ?? upload.size }
            for (number, first) in readers.enumerated() {
                var reader = first
                var here = 0
                let (before, read) = (summary, done)
                let part = try await body(&reader, number) { part, found, progress in
                    here = found
                    var now = UploadRun.Progress()
                    now.rows = before.rows + part.rows
                    now.flagged = flagged + found
                    now.rejected = before.rejected + part.rejected
                    now.bytes = (read + progress.read, whole)
                    run.note(now)
                }
                summary.add(part)
                flagged += here
                done += reader.progress.whole ?? upload.size
                try check(run)
            }
            return summary
        }

        /// Sees to it that the run stays within what a batch may take.
        func check(_ run: UploadRun) throws(Problem) {
            let limits = service.settings.limits
            guard run.progress.rows <= limits.batchRows else { throw Problem.tooManyRows(limits.batchRows) }
            let seconds = MonotonicTime.seconds(since: run.start)
            guard seconds <= Double(limits.batchTime.components.seconds) else {
                throw .unusable(
                    "records/too-long",
                    LocalizedText(zh: "超过一批可用的时间（--batch-time）", en: "It took longer than a batch may (--batch-time)")
                )
            }
        }

        private func results(_ pack: LoadedPack, _ run: UploadRun, _ place: BatchPlace) async throws -> BatchResults {
            let reading = upload.reading
            let opened = try tables(reading)
            let tables = ReadTables(opened)
            var rows = try FlaggedRows(path: upload.folder.file("rows-\(RandomText.make())"))
            var rejected: [BatchResults.RejectedRow] = []
            let summary = try await screen(opened.readers, by: pack.flagging, run) { part, table in
                try rows.add(part, of: table)
                for row in part where rejected.count < BatchResults.shownRejected {
                    guard case .rejected(let problem) = row.outcome else { continue }
                    let sheet = tables.areSeveral ? tables.sheets[table] : nil
                    rejected.append(.init(sheet: sheet, row: row.row, line: row.line, problem: problem))
                }
            }
            service.metrics.noteVerdicts(summary.levels)
            service.metrics.count("hegui_rows_total", by: summary.rows)
            service.metrics.count("hegui_rows_rejected_total", by: summary.rejected)
            return BatchResults(
                summary: summary,
                rows: rows,
                rejected: rejected,
                tables: tables,
                pack: pack,
                reading: reading,
                seconds: MonotonicTime.seconds(since: run.start)
            )
        }
    }
#endif
