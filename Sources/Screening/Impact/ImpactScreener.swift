import LegalText
package import RecordModel
package import RuleEngine

/// Finds the records whose verdict another notice changes, or its reasons, running only the rules that can change it.
///
/// Rules that are the same under both notices come to the same on every record, so that a record which holds no word of
/// another rule can't change, and isn't screened. One that holds such a word is screened with the others' rules alone, and
/// under all rules where these come to something else.
package struct ImpactScreener: Sendable {
    /// Which rules are run, and which aren't.
    package let difference: PackDifference

    private let old: CompiledRulePack
    private let new: CompiledRulePack
    private let oldPart: CompiledRulePack
    private let newPart: CompiledRulePack
    private let locator: ChangeLocator
    private let workers: Int
    private let scan: CompiledRulePack.Scan

    /// Creates a screener.
    ///
    /// - Parameters:
    ///   - old: The rules of the old notice.
    ///   - new: The rules of the new one.
    ///   - locator: Finds the change of text behind a finding.
    ///   - workers: How many blocks are screened at a time, 1 at least.
    package init(_ old: CompiledRulePack, _ new: CompiledRulePack, locator: ChangeLocator, workers: Int) {
        self.old = old
        self.new = new
        self.locator = locator
        self.workers = workers
        difference = PackDifference(old, new)
        let names = Set(difference.changed.map(\.name))
        (oldPart, newPart) = (old.limited(to: names), new.limited(to: names))
        let (first, second) = (oldPart.scan(), newPart.scan())
        scan = { bytes, places in
            var others: [Int] = []
            guard first(bytes, &places), second(bytes, &others) else { return false }
            // Each is ascending; what stands twice does no harm.
            places.append(contentsOf: others)
            places.sort()
            return true
        }
    }

    /// Screens every record of `reader`, passing what becomes of each block to `emit` in the order of the file.
    ///
    /// Memory doesn't grow with the input, as in ``BatchScreener``.
    ///
    /// - Returns: The counts of the file.
    /// - Throws: What `emit` throws, ``RecordFileError`` where reading fails, `CancellationError`.
    package func run(
        _ reader: inout RecordReader,
        progress: (ScreeningSummary, InputProgress) -> Void = { _, _ in },
        emit: (ImpactPart) throws -> Void
    ) async throws -> ScreeningSummary {
        try await run(&reader, progress: progress) { reader in
            try reader.nextBlock()
        } emit: { part, _ in
            try emit(part)
        }
    }

    /// Screens every record of `reader` as the other method does; blocks and the place for results may be waited for.
    ///
    /// - Parameters:
    ///   - reader: The records.
    ///   - progress: Gets the counts so far after each block.
    ///   - next: Gives the next block of the reader.
    ///   - emit: Gets what becomes of one block, and the counts with it.
    /// - Returns: The counts of the file.
    /// - Throws: What `next` and `emit` throw, `CancellationError`.
    package func run(
        _ reader: inout RecordReader,
        progress: (ScreeningSummary, InputProgress) -> Void = { _, _ in },
        next: (inout RecordReader) async throws -> RecordBlock?,
        emit: (ImpactPart, ScreeningSummary) async throws -> Void
    ) async throws -> ScreeningSummary {
        var summary = ScreeningSummary()
        var line = reader.firstLine
        let (file, sheet) = (reader.path, reader.sheet)
        try await BlockPipeline(workers: workers).run(&reader, next: next) { block in
            part(of: block)
        } emit: { (ready: ImpactPart, read) in
            var part = ready
            for index in part.rows.indices {
                part.rows[index].file = file
                part.rows[index].sheet = sheet
                part.rows[index].row += summary.rows
                part.rows[index].line += line
            }
            part.rejected = part.rejected.map { $0.moved(rows: summary.rows, lines: line) }
            summary.add(part.summary)
            try await emit(part, summary)
            progress(summary, read)
            line += part.lines
        }
        return summary
    }

    private func part(of block: RecordBlock) -> ImpactPart {
        var part = ImpactPart()
        var scratch = EvaluationScratch()
        // Where nothing can change, every row is only counted.
        part.lines = BlockParser.forEachRow(of: block, scan: scan) { passage in
            switch passage {
            case .passed(let isPadded): part.summary.notePassed(isRagged: isPadded)
            case .row(let row): add(row, to: &part, &scratch)
            }
        }
        return part
    }

    private func add(_ row: BlockParser.Row, to part: inout ImpactPart, _ scratch: inout EvaluationScratch) {
        switch row.result {
        case .rejected(let problem):
            part.summary.noteRejected()
            part.rejected.append(ScreenedRow(rejected: row, number: part.summary.rows, problem))
        case .record(let record, let isPadded, _):
            part.summary.notePassed(isRagged: isPadded)
            guard mayChange(record, &scratch) else { return }
            part.screened += 1
            guard let change = change(for: record, &scratch) else { return }
            part.rows.append(change.moved(row: part.summary.rows, line: row.lineOffset))
        }
    }

    /// Whether `record` holds a word of a rule that is run.
    package func mayChange(_ record: Record, _ scratch: inout EvaluationScratch) -> Bool {
        oldPart.mayFire(on: record, scratch: &scratch) || newPart.mayFire(on: record, scratch: &scratch)
    }

    /// What changes for `record`, its row and line not yet told; `nil` where nothing does.
    package func change(for record: Record, _ scratch: inout EvaluationScratch) -> Impact.Row? {
        let few = (oldPart.verdict(on: record, scratch: &scratch), newPart.verdict(on: record, scratch: &scratch))
        guard FindingForm.forms(of: few.0) != FindingForm.forms(of: few.1) else { return nil }
        let before = old.verdict(on: record, scratch: &scratch)
        let after = new.verdict(on: record, scratch: &scratch)
        let (left, right) = (FindingForm.forms(of: before), FindingForm.forms(of: after))
        let come = after.findings.filter { !left.contains(FindingForm($0)) }
        let gone = before.findings.filter { !right.contains(FindingForm($0)) }
        // Where the verdict falls, what is gone has made it graver.
        let isFound = after.level < before.level ? false : !come.isEmpty
        guard let (cause, main) = gravest(isFound ? come : gone, isNew: isFound) else { return nil }
        let others = Set(
            come.compactMap { locator.change(behind: $0, isNew: true) }
                + gone.compactMap { finding in
                    // The same rule for other words: its clause is told of once, as it stands now.
                    let name = CompiledRulePack.name(ofRule: finding.rule)
                    let isBack = come.contains { CompiledRulePack.name(ofRule: $0.rule) == name }
                    return isBack ? nil : locator.change(behind: finding, isNew: false)
                }
        )
        return Impact.Row(
            row: 0,
            line: 0,
            record: record,
            old: before.level,
            new: after.level,
            outcome: Self.outcome(before.level, after.level),
            finding: cause,
            isFound: isFound,
            change: main,
            alsoTouching: others.filter { $0 != main }.sorted()
        )
    }

    /// The gravest of `findings` with the change behind it; of several, the one whose change stands first in the notice.
    private func gravest(_ findings: [Finding], isNew: Bool) -> (Finding, change: Int?)? {
        let candidates = findings.map { ($0, change: locator.change(behind: $0, isNew: isNew)) }
        let level = findings.map(\.verdict).max()
        return candidates.filter { $0.0.verdict == level }.min { left, right in
            (left.change ?? .max, left.0.rule) < (right.change ?? .max, right.0.rule)
        }
    }

    private static func outcome(_ old: Verdict.Level, _ new: Verdict.Level) -> Impact.Outcome {
        guard old != new else { return .otherReason }
        return switch new {
        case .prohibited: .prohibited
        case .restricted: .restricted
        case .review: .review
        case .clear: .released
        }
    }
}

extension Impact.Row {
    fileprivate func moved(row: Int, line: Int) -> Impact.Row {
        var moved = self
        moved.row = row
        moved.line = line
        return moved
    }
}

/// What of a finding is a reason for a verdict: which rule fired, how gravely, on which words, with which doubts. The clause
/// that the rule cites, and the number of its article, are none: they differ from notice to notice.
struct FindingForm: Hashable {
    private let rule: String
    private let level: Verdict.Level
    private let words: Set<Place>
    private let doubts: Set<String>

    private struct Place: Hashable {
        let field: Field
        let index: Int
        let span: TextSpan
    }

    /// The form of `finding`.
    init(_ finding: Finding) {
        rule = CompiledRulePack.name(ofRule: finding.rule)
        level = finding.verdict
        words = Set(finding.evidence.map { Place(field: $0.field, index: $0.index, span: $0.span) })
        doubts = Set(finding.doubts.map(\.id))
    }

    /// The forms of all findings of `verdict`.
    static func forms(of verdict: Verdict) -> Set<FindingForm> { Set(verdict.findings.map(FindingForm.init)) }
}
