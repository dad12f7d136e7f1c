#if Service
    import Hummingbird
    import Reporting
    import Screening

    /// One batch of which it is asked what another notice changes for it.
    struct ImpactBatch: Sendable {
        let request: ServiceRequest
        let screener: ImpactScreener
        let report: ImpactReport
        let body: RecordBody

        /// Screens the body to its end and writes a line for each record that changes, or can't be read, and the counts.
        func write(to writer: inout any ResponseBodyWriter) async throws {
            let impact = try await run { part in
                var rest = lines(of: part)[...]
                while !rest.isEmpty {
                    try await writer.write(ByteBuffer(string: rest.prefix(64).joined()))
                    rest = rest.dropFirst(64)
                }
            }
            try await writer.write(ByteBuffer(string: report.document(impact).compact + "\n"))
        }

        /// Screens the body to its end and tells the counts.
        func document() async throws -> JSONValue {
            report.document(try await run { _ in })
        }

        private func run(emit: (ImpactPart) async throws -> Void) async throws -> Impact {
            let service = request.service
            let limit = service.settings.limits.batchRows
            var impact = Impact(samples: request.query["samples"].flatMap { Int($0) } ?? 3)
            var reader = body.reader
            _ = try await withTaskExecutorPreference(service.threads) {
                try await screener.run(&reader) { reader in
                    try await body.nextBlock(of: &reader)
                } emit: { part, summary in
                    guard summary.rows <= limit else { throw Problem.tooManyRows(limit) }
                    impact.add(part)
                    try await emit(part)
                }
            }
            request.noteBatch(rows: impact.rows, rejected: impact.rejected, flagged: impact.changed)
            return impact
        }

        /// The lines of a block in the order of its rows.
        private func lines(of part: ImpactPart) -> [String] {
            let changed = part.rows.map { (row: $0.row, line: report.line($0)) }
            let rejected = part.rejected.compactMap { row in StreamedRows.rejection(of: row).map { (row.row, $0) } }
            return (changed + rejected).sorted { $0.row < $1.row }.map(\.line)
        }
    }
#endif
