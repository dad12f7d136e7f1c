#if Service
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Logging
    import NIOCore
    import NoticeComparison
    import Reporting
    import Screening

    /// The records that change verdict, in a form to take home: run again, so that all of them are there.
    struct ImpactDownload {
        let request: ServiceRequest
        let upload: Upload
        let results: ImpactResults

        /// The answer in `format`.
        func response(_ format: BatchDownload.Format) async throws -> Response {
            guard request.service.batches.enter() else { throw Problem.tooManyBatches }
            let place = BatchPlace(request.service)
            let table = ImpactTable(
                results.pair.comparison,
                namesFiles: false,
                namesSheets: results.tables.areSeveral,
                columns: PassedColumns(results.tables.columns, takesMore: results.tables.hasObjects)
            )
            let report = ImpactReport(
                results.pair.comparison,
                packs: [results.pair.old.identity, results.pair.new.identity],
                difference: results.pair.screener.difference,
                language: request.pageLanguage,
                namesFiles: results.tables.areSeveral
            )
            switch format {
            case .csv:
                let file = try await text("\u{FEFF}" + CSVText.line(table.header)) { part in
                    part.rows.map { CSVText.line(table.cells(of: $0)) }.joined()
                }
                return BatchDownload.file(file, "changed.csv", "text/csv; charset=utf-8", place)
            case .ndjson:
                let file = try await text("") { part in part.rows.map(report.line).joined() }
                return BatchDownload.file(file, "changed.ndjson", "application/x-ndjson; charset=utf-8", place)
            case .rejects:
                let name = upload.name
                let header = CSVText.line(["file", "row", "line", "reason", "text"])
                let file = try await text("\u{FEFF}" + header) { part in
                    part.rejected.map { row in
                        guard case .rejected(let problem) = row.outcome else { return "" }
                        return CSVText.line([
                            name, String(row.row), String(row.line), problem.description, row.text ?? "",
                        ])
                    }.joined()
                }
                return BatchDownload.file(file, "rejected.csv", "text/csv; charset=utf-8", place)
            case .xlsx:
                let file = try await workbook(table, report)
                let type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                return BatchDownload.file(file, "changed.xlsx", type, place)
            case .html, .evidence:
                throw Problem.notFound(LocalizedText(zh: "影响测算没有这种下载", en: "An impact has no such download"))
            }
        }

        private func text(
            _ opening: String,
            _ line: @escaping @Sendable (ImpactPart) -> String
        ) async throws -> MadeFile {
            let file = MadeFile(upload.folder, "impact")
            let output = try UploadFile(path: file.path)
            try output.write(opening.utf8)
            try await run { part in try output.write(line(part).utf8) }
            try file.open()
            return file
        }

        private func workbook(_ table: ImpactTable, _ report: ImpactReport) async throws -> MadeFile {
            let file = MadeFile(upload.folder, "impact")
            try await request.service.threads.run {
                do {
                    let workbook = try ImpactWorkbook(path: file.path, table, report)
                    try await runHere { part in try workbook.rows(part.rows) }
                    try workbook.close(results.impact)
                } catch let error as WorkbookWriter.Failure {
                    request.logger.error("workbook failed", metadata: ["error": "\(error.reason)"])
                    throw Problem.internalError
                }
            }
            try file.open()
            return file
        }

        private func run(_ emit: @escaping @Sendable (ImpactPart) throws -> Void) async throws {
            try await request.service.threads.run { try await runHere(emit) }
        }

        private func runHere(_ emit: (ImpactPart) throws -> Void) async throws {
            let screening = UploadScreening(upload: upload, service: request.service, state: request.state)
            let tables = try screening.tables(results.reading)
            let run = UploadRun()
            try await ImpactScreening.run(screening, tables.readers, by: results.pair.screener, run, emit: emit)
        }
    }
#endif
