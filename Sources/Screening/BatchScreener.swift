package import RecordModel
public import RuleEngine

/// Screens the records of a file with a bounded number of blocks in memory, and reports in input order.
public struct BatchScreener: Sendable {
    private let verdict: @Sendable (Record, inout EvaluationScratch) -> Verdict
    private let workers: Int
    private let keepsClear: Bool

    /// The rules that rows are scanned for before they are read; `nil` where every row is read in full.
    private let scanned: CompiledRulePack?

    /// Creates a screener.
    ///
    /// - Parameters:
    ///   - pack: The rules.
    ///   - workers: How many blocks are screened at a time, 1 at least.
    ///   - keepsClear: Whether rows without a finding are reported too, and not only counted.
    public init(pack: CompiledRulePack, workers: Int, keepsClear: Bool = false) {
        self.init(workers: workers, keepsClear: keepsClear, scanned: keepsClear ? nil : pack) { record, scratch in
            pack.verdict(on: record, scratch: &scratch)
        }
    }

    /// Creates a screener that judges records by `verdict`, so that it can be tested without rules.
    ///
    /// - Parameters:
    ///   - workers: How many blocks are screened at a time, 1 at least.
    ///   - keepsClear: Whether rows without a finding are reported too.
    ///   - scanned: The rules without whose words `verdict` flags nothing: rows without them aren't read in full.
    ///   - verdict: Judges one record.
    package init(
        workers: Int,
        keepsClear: Bool,
        scanned: CompiledRulePack? = nil,
        verdict: @escaping @Sendable (Record, inout EvaluationScratch) -> Verdict
    ) {
        precondition(workers > 0, "A screener needs at least one worker")
        self.verdict = verdict
        self.workers = workers
        self.keepsClear = keepsClear
        self.scanned = scanned
    }

    /// Screens every record of `reader`, passing rows to `emit` in input order.
    ///
    /// As many blocks are screened at a time as there are workers, and as many more may wait for their turn to be emitted: a
    /// slow block keeps no worker idle, and memory doesn't grow with the input. `emit` gets the rows of one block at a time,
    /// and `progress` the counts so far after each.
    ///
    /// - Returns: The counts of the file.
    /// - Throws: What `emit` throws, ``RecordFileError`` where reading fails, `CancellationError`.
    public func run(
        _ reader: inout RecordReader,
        progress: (ScreeningSummary, InputProgress) -> Void = { _, _ in },
        emit: ([ScreenedRow]) throws -> Void
    ) async throws -> ScreeningSummary {
        var summary = ScreeningSummary()
        var line = reader.firstLine
        try await withThrowingTaskGroup(of: (Int, ScreenedBlock).self) { group in
            var pulled = 0
            var emitted = 0
            var isAtEnd = false
            var waiting: [Int: ScreenedBlock] = [:]
            var scan: CompiledRulePack.Scan?

            /// Keeps the workers busy.
            func startMore() throws {
                while !isAtEnd, pulled - emitted - waiting.count < workers, pulled - emitted < 2 * workers {
                    guard let block = try reader.nextBlock() else {
                        isAtEnd = true
                        return
                    }
                    let number = pulled
                    pulled += 1
                    // The first block tells what is rare in the file.
                    if scan == nil { scan = scanned.map { $0.scan(for: BlockParser(block).bytes.span) } }
                    group.addTask { [scan] in (number, screen(block, scan)) }
                }
            }

            try startMore()
            while let (number, screened) = try await group.next() {
                waiting[number] = screened
                // Read before writing, so that the workers aren't idle while results are printed.
                try startMore()
                while let ready = waiting.removeValue(forKey: emitted) {
                    try Task.checkCancellation()
                    try emit(ready.rows.map { $0.moved(rows: summary.rows, lines: line) })
                    summary.add(ready.summary)
                    progress(summary, reader.progress)
                    line += ready.lines
                    emitted += 1
                }
                try startMore()
            }
        }
        return summary
    }

    /// What a worker hands back: rows and lines are counted from the block's start.
    private struct ScreenedBlock: Sendable {
        var rows: [ScreenedRow] = []
        var summary = ScreeningSummary()
        var lines = 0
    }

    private func screen(_ block: RecordBlock, _ scan: CompiledRulePack.Scan?) -> ScreenedBlock {
        var scratch = EvaluationScratch()
        var screened = ScreenedBlock()
        let parser = BlockParser(block, checksRows: scan != nil)
        guard let scan, parser.hasPlainRows, let places = parser.places(scan) else {
            screened.lines = BlockParser(block).forEachRow { add($0, to: &screened, &scratch) }
            return screened
        }
        screened.lines = parser.forEachRow(holding: places) { passage in
            switch passage {
            case .passed(let isPadded): screened.summary.notePassed(isRagged: isPadded)
            case .row(let row): add(row, to: &screened, &scratch)
            }
        }
        return screened
    }

    private func add(_ row: BlockParser.Row, to screened: inout ScreenedBlock, _ scratch: inout EvaluationScratch) {
        switch row.result {
        case .rejected(let problem):
            screened.summary.noteRejected()
            screened.rows.append(
                ScreenedRow(
                    row: screened.summary.rows,
                    line: row.lineOffset,
                    outcome: .rejected(problem),
                    text: row.text
                )
            )
        case .record(let record, let isPadded, _):
            let verdict = verdict(record, &scratch)
            screened.summary.note(verdict, isRagged: isPadded)
            // A release is worth showing, but only to those who asked for clear rows.
            guard keepsClear || verdict.level > .clear else { return }
            screened.rows.append(
                ScreenedRow(
                    row: screened.summary.rows,
                    line: row.lineOffset,
                    outcome: .screened(record, verdict)
                )
            )
        }
    }
}
