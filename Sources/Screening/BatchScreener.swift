package import RecordModel
public import RuleEngine

/// Screens the records of a file with a bounded number of blocks in memory, and reports in input order.
public struct BatchScreener: Sendable {
    private let verdict: @Sendable (Record, _ isCandidate: Bool, inout EvaluationScratch) -> Verdict
    private let workers: Int
    private let keepsClear: Bool

    /// Finds where a block may hold something that makes a rule fire; `nil` where every row is read in full.
    private let scan: CompiledRulePack.Scan?

    /// Creates a screener.
    ///
    /// - Parameters:
    ///   - pack: The rules.
    ///   - workers: How many blocks are screened at a time, 1 at least.
    ///   - keepsClear: Whether rows without a finding are reported too, and not only counted.
    public init(pack: CompiledRulePack, workers: Int, keepsClear: Bool = false) {
        precondition(workers > 0, "A screener needs at least one worker")
        self.workers = workers
        self.keepsClear = keepsClear
        scan = keepsClear ? nil : pack.scan()
        verdict = { record, isCandidate, scratch in
            isCandidate
                ? pack.verdict(onCandidate: record, scratch: &scratch) : pack.verdict(on: record, scratch: &scratch)
        }
    }

    /// Creates a screener that judges records by `verdict`, so that it can be tested without rules.
    ///
    /// - Parameters:
    ///   - workers: How many blocks are screened at a time, 1 at least.
    ///   - keepsClear: Whether rows without a finding are reported too.
    ///   - scan: Finds where a block may hold something that `verdict` flags; nothing else is read in full.
    ///   - verdict: Judges one record.
    package init(
        workers: Int,
        keepsClear: Bool,
        scan: CompiledRulePack.Scan? = nil,
        verdict: @escaping @Sendable (Record, inout EvaluationScratch) -> Verdict
    ) {
        precondition(workers > 0, "A screener needs at least one worker")
        self.verdict = { record, _, scratch in verdict(record, &scratch) }
        self.workers = workers
        self.keepsClear = keepsClear
        self.scan = scan
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
        try await run(&reader, progress: progress) { reader in
            try reader.nextBlock()
        } emit: { rows, _ in
            try emit(rows)
        }
    }

    /// Screens every record of `reader` as the other method does; blocks and the place for results may be waited for.
    ///
    /// - Parameters:
    ///   - reader: The records.
    ///   - progress: Gets the counts so far after each block.
    ///   - next: Gives the next block of the reader.
    ///   - emit: Gets the rows of one block, and the counts with it.
    /// - Returns: The counts of the file.
    /// - Throws: What `next` and `emit` throw, `CancellationError`.
    package func run(
        _ reader: inout RecordReader,
        progress: (ScreeningSummary, InputProgress) -> Void = { _, _ in },
        next: (inout RecordReader) async throws -> RecordBlock?,
        emit: ([ScreenedRow], ScreeningSummary) async throws -> Void
    ) async throws -> ScreeningSummary {
        var summary = ScreeningSummary()
        var line = reader.firstLine
        try await BlockPipeline(workers: workers).run(&reader, next: next) { block in
            screen(block)
        } emit: { (ready: ScreenedBlock, read) in
            let rows = ready.rows.map { $0.moved(rows: summary.rows, lines: line) }
            summary.add(ready.summary)
            try await emit(rows, summary)
            progress(summary, read)
            line += ready.lines
        }
        return summary
    }

    /// What a worker hands back: rows and lines are counted from the block's start.
    private struct ScreenedBlock: Sendable {
        var rows: [ScreenedRow] = []
        var summary = ScreeningSummary()
        var lines = 0
    }

    private func screen(_ block: RecordBlock) -> ScreenedBlock {
        var scratch = EvaluationScratch()
        var screened = ScreenedBlock()
        screened.lines = BlockParser.forEachRow(of: block, scan: scan) { passage in
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
            screened.rows.append(ScreenedRow(rejected: row, number: screened.summary.rows, problem))
        case .record(let record, let isPadded, _):
            let verdict = verdict(record, row.isCandidate, &scratch)
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
