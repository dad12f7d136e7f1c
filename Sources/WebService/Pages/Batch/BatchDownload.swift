#if Service
    import ArchiveReading
    internal import Crypto
    import HTTPTypes
    import Hummingbird
    import LegalText
    import Logging
    import NIOCore
    import Reporting
    import RuleEngine
    import Screening

    /// What a file came to, in a form to take home: screened again, by the rules that its page shows, so that it is what
    /// `hegui screen` would write.
    struct BatchDownload {
        let request: ServiceRequest

        /// The forms.
        enum Format: String, CaseIterable {
            case csv, xlsx, html, evidence, rejects, ndjson
        }

        /// The answer.
        func response() async throws -> Response {
            let upload = try request.upload()
            let format = Format(rawValue: request.query["format"] ?? "") ?? .csv
            switch upload.stage {
            case .screened(let results): return try await response(format, upload, results)
            case .compared(let results):
                return try await ImpactDownload(request: request, upload: upload, results: results).response(format)
            case .waiting, .running:
                throw Problem.notFound(LocalizedText(zh: "还没有结果", en: "There are no results yet"))
            }
        }

        private func response(_ format: Format, _ upload: Upload, _ results: BatchResults) async throws -> Response {
            guard request.service.batches.enter() else { throw Problem.tooManyBatches }
            let place = BatchPlace(request.service)
            let service = request.service
            let screening = UploadScreening(upload: upload, service: service, state: request.state)
            let options = options(upload, results)
            let source = BatchWriting(screening: screening, upload: upload, results: results, options: options)
            switch format {
            case .csv: return Self.stream(.csv, "flagged.csv", "text/csv; charset=utf-8", source, place)
            case .html: return Self.stream(.html, "report.html", "text/html; charset=utf-8", source, place)
            case .ndjson:
                return Self.stream(.ndjson, "flagged.ndjson", "application/x-ndjson; charset=utf-8", source, place)
            case .xlsx:
                let file = try await service.threads.run { try await source.workbook() }
                return Self.file(
                    file,
                    "flagged.xlsx",
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                    place
                )
            case .evidence:
                let language = request.pageLanguage
                let file = try await service.threads.run { try await source.evidence(in: language) }
                request.logger.notice("evidence", metadata: ["manifest": .string(results.manifestDigest ?? "-")])
                return Self.file(file, "evidence.zip", "application/zip", place)
            case .rejects: return Self.rejects(source, place)
            }
        }

        private func options(_ upload: Upload, _ results: BatchResults) -> ScreeningReportOptions {
            ScreeningReportOptions(
                packs: [results.pack.identity],
                language: request.pageLanguage,
                usesColor: false,
                namesFiles: false,
                namesSheets: results.tables.areSeveral,
                rules: results.pack.description.rules,
                remarks: RecordRemarks(termDates: results.pack.description.termDates),
                columns: PassedColumns(results.tables.columns, takesMore: results.tables.hasObjects),
                version: request.service.settings.version
            )
        }

        // MARK: - Answers

        /// A text that is sent while it is written.
        private static func stream(
            _ format: ScreeningFormat,
            _ name: String,
            _ type: String,
            _ source: BatchWriting,
            _ place: BatchPlace
        ) -> Response {
            attachment(name, type) { writer in
                var text = format.writer(source.options)
                try await writer.write(ByteBuffer(string: text?.opening() ?? ""))
                let summary = try await source.rows { rows, table in
                    let part = text?.rows(rows, of: table) ?? ""
                    if !part.isEmpty { try await writer.write(ByteBuffer(string: part)) }
                }
                try await writer.write(ByteBuffer(string: text?.closing(summary) ?? ""))
                _ = place
            }
        }

        /// The rows that couldn't be read, as `hegui screen --rejects` keeps them.
        private static func rejects(_ source: BatchWriting, _ place: BatchPlace) -> Response {
            attachment("rejected.csv", "text/csv; charset=utf-8") { writer in
                let header = CSVText.line(["file", "sheet", "row", "line", "reason", "text"])
                try await writer.write(ByteBuffer(string: "\u{FEFF}" + header))
                _ = try await source.rows { rows, table in
                    var text = ""
                    for row in rows {
                        guard case .rejected(let problem) = row.outcome else { continue }
                        text += CSVText.line([
                            table.file, table.sheet ?? "", String(row.row), String(row.line), problem.description,
                            row.text ?? "",
                        ])
                    }
                    if !text.isEmpty { try await writer.write(ByteBuffer(string: text)) }
                }
                _ = place
            }
        }

        /// A file that lies in the upload's folder until it was sent.
        static func file(_ file: MadeFile, _ name: String, _ type: String, _ place: BatchPlace) -> Response {
            attachment(name, type, length: file.size) { writer in
                var offset = 0
                while offset < file.size {
                    let part = file.read(1 << 18, at: offset)
                    guard !part.isEmpty else { break }
                    offset += part.count
                    try await writer.write(ByteBuffer(bytes: part))
                }
                _ = place
            }
        }

        static func attachment(
            _ name: String,
            _ type: String,
            length: Int? = nil,
            _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
        ) -> Response {
            var headers: HTTPFields = [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
            ]
            if let length { headers[.contentLength] = String(length) }
            return Response(
                status: .ok,
                headers: headers,
                body: ResponseBody(contentLength: length) { writer in
                    try await write(&writer)
                    try await writer.finish(nil)
                }
            )
        }
    }

    /// Writes what a batch came to.
    struct BatchWriting: Sendable {
        let screening: UploadScreening
        let upload: Upload
        let results: BatchResults
        let options: ScreeningReportOptions

        /// Screens the file again and passes its rows to `emit`.
        func rows(
            _ emit: ([ScreenedRow], RowSource) async throws -> Void
        ) async throws -> ScreeningSummary {
            let tables = try screening.tables(results.reading)
            let run = UploadRun()
            return try await withTaskExecutorPreference(screening.service.threads) {
                try await screening.screen(tables.readers, by: results.pack.flagging, run) { rows, table in
                    try await emit(rows, RowSource(file: upload.name, sheet: tables.readers[table].sheet))
                }
            }
        }

        /// The workbook.
        func workbook() async throws -> MadeFile {
            let file = MadeFile(upload.folder, "xlsx")
            do {
                let workbook = try ScreeningWorkbook(path: file.path, options)
                let summary = try await rows { rows, table in try workbook.rows(rows, of: table) }
                try workbook.close(summary)
            } catch let error as WorkbookWriter.Failure {
                screening.service.logger.error("workbook failed", metadata: ["error": "\(error.reason)"])
                throw Problem.internalError
            }
            try file.open()
            return file
        }

        /// The evidence, as `hegui screen --evidence` keeps it, in one ZIP container.
        func evidence(in language: LocalizedText.Language) async throws -> MadeFile {
            let lines = EvidenceLines(options)
            var findings = try HashedFile(MadeFile(upload.folder, "findings"))
            var rejected = try HashedFile(MadeFile(upload.folder, "rejected"))
            let summary = try await rows { rows, table in
                var texts = (findings: "", rejected: "")
                for row in rows {
                    guard let line = lines.line(row, of: table, in: upload.name) else { continue }
                    if line.isRejected { texts.rejected += line.text } else { texts.findings += line.text }
                }
                try findings.write(texts.findings)
                try rejected.write(texts.rejected)
            }
            let manifest = EvidenceManifest(
                engineVersion: options.version,
                packs: options.packs,
                options: results.reading.choices(pack: results.pack.identity.id, language: language),
                inputs: [try inputPart()],
                parts: [findings.part("findings.ndjson"), rejected.part("rejected.ndjson")]
            )
            var document = try HashedFile(MadeFile(upload.folder, "manifest"))
            try document.write(manifest.document(summary))
            results.manifestDigest = "sha256:" + document.part("manifest.json").sha256
            let container = MadeFile(upload.folder, "zip")
            do {
                let zip = try ContainerWriter(path: container.path)
                for (file, name) in [
                    (document, "manifest.json"), (findings, "findings.ndjson"), (rejected, "rejected.ndjson"),
                ] {
                    try zip.add(file.file.path, as: "evidence/\(name)")
                }
                try zip.finish()
            } catch {
                screening.service.logger.error("evidence failed", metadata: ["error": "\(error.reason)"])
                throw Problem.internalError
            }
            try container.open()
            return container
        }

        private func inputPart() throws -> EvidenceManifest.Part {
            var hash = SHA256()
            let input = MadeFile(path: upload.path)
            try input.open()
            var offset = 0
            while offset < input.size {
                let part = input.read(1 << 20, at: offset)
                guard !part.isEmpty else { break }
                hash.update(data: part)
                offset += part.count
            }
            return EvidenceManifest.Part(name: upload.name, bytes: offset, sha256: HashedFile.digits(hash.finalize()))
        }
    }

    /// A file that is hashed while it is written.
    private struct HashedFile {
        let file: MadeFile
        private var hash = SHA256()
        private var size = 0
        private let output: UploadFile

        init(_ file: MadeFile) throws(Problem) {
            self.file = file
            output = try UploadFile(path: file.path)
        }

        mutating func write(_ text: String) throws(Problem) {
            guard !text.isEmpty else { return }
            let bytes = Array(text.utf8)
            hash.update(data: bytes)
            size += bytes.count
            try output.write(bytes)
        }

        func part(_ name: String) -> EvidenceManifest.Part {
            EvidenceManifest.Part(name: name, bytes: size, sha256: Self.digits(hash.finalize()))
        }

        static func digits(_ digest: SHA256.Digest) -> String {
            digest.map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
        }
    }
#endif
