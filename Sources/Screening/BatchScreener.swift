package import RecordModel
public import RuleEngine

/// Screens the records of a file with a bounded number of blocks in memory, and reports in input order.
public struct BatchScreener: Sendable {
    private let verdict: @Sendable (Record, inout EvaluationScratch) -> Verdict
    private let workers: Int
    private let keepsClear: Bool

    /// Creates a screener.
    ///
    /// - Parameters:
    ///   - pack: The rules.
    ///   - workers: How many blocks are screened at a time, 1 at least.
    ///   - keepsClear: Whether rows without a finding are reported too, and not only counted.
    public init(pack: CompiledRulePack, workers: Int, keepsClear: Bool = false) {
        self.init(workers: workers, keepsClear: keepsClear) { record, scratch in
            pack.verdict(on: record, scratch: &scratch)
        }
    }

    /// Creates a screener that judges records by `verdict`, so that it can be tested without rules.
    package init(
        workers: Int,
        keepsClear: Bool,
        verdict: @escaping @Sendable (Record, inout EvaluationScratch) -> Verdict
    ) {
        precondition(workers > 0, "A screener needs at least one worker")
        self.verdict = verdict
        self.workers = workers
        self.keepsClear = keepsClear
    }

    /// Screens every record of `reader`, passing rows to `emit` in input order.
    ///
    /// A block is read only when one is ready to be emitted, and blocks that finish early wait their turn inside
    /// the same limit: there are never more than the workers' blocks and one, so memory doesn't grow with the
    /// input. `emit` gets the rows of one block at a time, and `progress` the counts so far after each.
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
            var waiting: [Int: ScreenedBlock] = [:]

            func startNext() throws {
                guard let block = try reader.nextBlock() else { return }
                let number = pulled
                pulled += 1
                group.addTask { (number, screen(block)) }
            }

            for _ in 0..<workers {
                try startNext()
            }
            while let (number, screened) = try await group.next() {
                waiting[number] = screened
                while let ready = waiting.removeValue(forKey: emitted) {
                    try Task.checkCancellation()
                    // Read before writing, so that the workers aren't idle while results are printed.
                    try startNext()
                    try emit(ready.rows.map { $0.moved(rows: summary.rows, lines: line) })
                    summary.add(ready.summary)
                    progress(summary, reader.progress)
                    line += ready.lines
                    emitted += 1
                }
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

    private func screen(_ block: RecordBlock) -> ScreenedBlock {
        var scratch = EvaluationScratch()
        var screened = ScreenedBlock()
        screened.lines = BlockParser(block).forEachRow { row in
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
        return screened
    }
}
