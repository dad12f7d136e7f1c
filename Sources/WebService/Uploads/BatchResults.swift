#if Service
    import LegalText
    import Reporting
    import Screening
    import Synchronization

    /// What became of a file that was screened.
    final class BatchResults: Sendable {
        /// The counts.
        let summary: ScreeningSummary

        /// The rows that were flagged.
        let rows: FlaggedRows

        /// The first rows that couldn't be read; all are in a download.
        let rejected: [RejectedRow]

        /// The tables that were read.
        let tables: ReadTables

        /// The rules.
        let pack: LoadedPack

        /// How the file was read.
        let reading: UploadReading

        /// How long it took, in seconds.
        let seconds: Double

        private let decided = Mutex<Set<Int>>([])
        private let manifest = Mutex<String?>(nil)

        /// A row that couldn't be read.
        struct RejectedRow: Sendable {
            /// The sheet, where there are several.
            let sheet: String?
            /// Its number, counted from 1.
            let row: Int
            /// The line on which it begins.
            let line: Int
            /// Why.
            let problem: RowProblem
        }

        /// How many of the rows that couldn't be read a page shows.
        static let shownRejected = 200

        /// Keeps results.
        init(
            summary: ScreeningSummary,
            rows: FlaggedRows,
            rejected: [RejectedRow],
            tables: ReadTables,
            pack: LoadedPack,
            reading: UploadReading,
            seconds: Double
        ) {
            self.summary = summary
            self.rows = rows
            self.rejected = rejected
            self.tables = tables
            self.pack = pack
            self.reading = reading
            self.seconds = seconds
        }

        /// The rows that were decided here, as places in ``FlaggedRows/entries``.
        var decidedRows: Set<Int> { decided.withLock { $0 } }

        /// Takes note of a row that was decided.
        func noteDecided(_ index: Int) { decided.withLock { _ = $0.insert(index) } }

        /// The digest of the manifest of the evidence, once there is one.
        var manifestDigest: String? {
            get { manifest.withLock { $0 } }
            set { manifest.withLock { $0 = newValue } }
        }
    }

    /// The tables of a file as they were found.
    struct ReadTables: Sendable {
        /// The sheet of each; `nil` where the file is no workbook.
        let sheets: [String?]
        /// The headers of each.
        let columns: [[String]]
        /// Whether records may have more columns than these.
        let hasObjects: Bool
        /// What was taken for granted, in English.
        let remarks: [ReadingRemark]
        /// What the file is.
        let format: RecordFormat
        /// Its encoding.
        let encoding: TextEncoding

        /// Whether there is more than one.
        var areSeveral: Bool { sheets.count > 1 }

        init(_ tables: RecordTables) {
            sheets = tables.readers.map(\.sheet)
            columns = tables.readers.map(\.columns)
            hasObjects = tables.readers.contains { $0.format == .ndjson }
            remarks = tables.remarks
            format = tables.readers.first?.format ?? .csv
            encoding = tables.readers.first?.encoding ?? .utf8
        }
    }
#endif
