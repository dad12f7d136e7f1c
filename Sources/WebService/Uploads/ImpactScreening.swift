#if Service
    import LegalText
    import NoticeComparison
    import NoticeCorpus
    import RecordModel
    import Reporting
    import RuleEngine
    import Screening

    /// Says which records of a file change verdict from one notice to another: once for the page, and again for each download.
    struct ImpactScreening: Sendable {
        let screening: UploadScreening
        let old: String
        let new: String

        /// Two notices with their rules, ready to be compared on records.
        struct Pair: Sendable {
            let comparison: Comparison
            let old: LoadedPack
            let new: LoadedPack
            let screener: ImpactScreener
        }

        /// Begins; the upload says what becomes of it.
        ///
        /// - Throws: A ``Problem`` where a notice has no rules, or as many batches run as may.
        func start() throws {
            let pair = try pair()
            try screening.run { place, run in
                .compared(try await results(pair, run, place))
            }
        }

        /// Reads both notices.
        private func pair() throws -> Pair {
            let state = screening.state
            let (before, after) = (try state.text(old), try state.text(new))
            let comparison = try state.comparison(before, after)
            let packs = (try state.pack(before.entry.id), try state.pack(after.entry.id))
            let screener = ImpactScreener(
                packs.0.pack,
                packs.1.pack,
                locator: ChangeLocator(
                    comparison,
                    oldClauses: packs.0.pack.clauses(in: before),
                    newClauses: packs.1.pack.clauses(in: after)
                ),
                workers: packs.1.workers
            )
            return Pair(comparison: comparison, old: packs.0, new: packs.1, screener: screener)
        }

        /// Screens the file, passing parts to `emit` in order.
        static func run(
            _ screening: UploadScreening,
            _ readers: [RecordReader],
            by screener: ImpactScreener,
            _ run: UploadRun,
            emit: (ImpactPart) throws -> Void
        ) async throws {
            _ = try await screening.forEachTable(readers, run) { reader, _, progress in
                var changed = 0
                return try await screener.run(&reader) { summary, read in
                    progress(summary, changed, read)
                } emit: { part in
                    try screening.check(run)
                    changed += part.rows.count
                    try emit(part)
                }
            }
        }

        private func results(_ pair: Pair, _ run: UploadRun, _ place: BatchPlace) async throws -> ImpactResults {
            let reading = screening.upload.reading
            let opened = try screening.tables(reading)
            var impact = Impact(samples: ImpactResults.samples)
            var rows: [Impact.Row] = []
            var rejected: [BatchResults.RejectedRow] = []
            try await Self.run(screening, opened.readers, by: pair.screener, run) { part in
                impact.add(part)
                rows += part.rows.prefix(max(0, ImpactResults.shownRows - rows.count)).map(\.withoutColumns)
                for row in part.rejected where rejected.count < BatchResults.shownRejected {
                    guard case .rejected(let problem) = row.outcome else { continue }
                    rejected.append(.init(sheet: nil, row: row.row, line: row.line, problem: problem))
                }
            }
            return ImpactResults(
                names: (old, new),
                pair: pair,
                impact: impact,
                rows: rows,
                rejected: rejected,
                tables: ReadTables(opened),
                reading: reading,
                seconds: MonotonicTime.seconds(since: run.start)
            )
        }
    }

    /// What the step from one notice to another does to the records of a file.
    final class ImpactResults: Sendable {
        /// The notices as they were named.
        let names: (old: String, new: String)
        /// The notices and their rules.
        let pair: ImpactScreening.Pair
        /// The counts, with samples.
        let impact: Impact
        /// The first records whose verdict changes, without the columns that only downloads pass on.
        let rows: [Impact.Row]
        /// The first rows that couldn't be read.
        let rejected: [BatchResults.RejectedRow]
        /// The tables that were read.
        let tables: ReadTables
        /// How the file was read.
        let reading: UploadReading
        /// How long it took, in seconds.
        let seconds: Double

        /// How many records a page can show; all are in the downloads.
        static let shownRows = 5000

        /// How many samples of a change are shown.
        static let samples = 3

        /// Keeps results.
        init(
            names: (old: String, new: String),
            pair: ImpactScreening.Pair,
            impact: Impact,
            rows: [Impact.Row],
            rejected: [BatchResults.RejectedRow],
            tables: ReadTables,
            reading: UploadReading,
            seconds: Double
        ) {
            self.names = names
            self.pair = pair
            self.impact = impact
            self.rows = rows
            self.rejected = rejected
            self.tables = tables
            self.reading = reading
            self.seconds = seconds
        }
    }

    extension Impact.Row {
        /// The row without the cells that its record passes on.
        fileprivate var withoutColumns: Impact.Row {
            var row = self
            row.record.columns = []
            return row
        }
    }
#endif
