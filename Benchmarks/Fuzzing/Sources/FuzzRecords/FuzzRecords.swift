import Foundation
import Fuzzing
import LegalText
import NoticeCorpus
import RecordModel
import RuleEngine
import Screening

/// Feeds files of records to the reader and the rules until one of them fails.
@main
struct FuzzRecords {
    static func main() {
        Fuzzer.run { fuzzRecords($0, $1) }
    }
}

/// The formats, told apart by the first byte of an input.
private let formats: [RecordFormat] = [.csv, .tsv, .ndjson, .lines]

private let pack: CompiledRulePack = {
    do {
        let corpus = try NoticeCorpus.load(from: Fuzzer.project.appending(path: "corpus"))
        return try RuleFolder(rules: Fuzzer.project.appending(path: "rules"), corpus: corpus).pack("yinfa-2026-42")
    } catch {
        preconditionFailure("the rules don't load: \(error)")
    }
}()

/// With the scan that passes over rows, and without.
private let (scanning, reading) = (
    BatchScreener(pack: pack, workers: 1), BatchScreener(pack: pack, workers: 1, keepsClear: true)
)

/// What libFuzzer calls with one input after another: screens it twice, and checks that both come to the same.
private func fuzzRecords(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let first = bytes.first else { return 0 }
    let format = formats[Int(first) % formats.count]
    let file = Fuzzer.scratch.appending(path: "records").path
    _ = FileManager.default.createFile(atPath: file, contents: Data(bytes.dropFirst()))
    guard let fast = rows(of: file, format, scanning), let slow = rows(of: file, format, reading) else { return 0 }
    // The scan may pass over rows in which nothing fires, and over nothing else.
    precondition(fast.summary.rows == slow.summary.rows, "the scan counts other rows")
    precondition(fast.summary.rejected == slow.summary.rejected, "the scan rejects other rows")
    let flagged = slow.rows.filter { row in
        if case .screened(_, let verdict) = row.outcome { verdict.level > .clear } else { true }
    }
    precondition(fast.rows == flagged, "the scan finds other rows")
    for row in flagged { check(row) }
    return 0
}

/// What screening a file comes to, `nil` where it isn't such a file.
private func rows(
    of file: String,
    _ format: RecordFormat,
    _ screener: BatchScreener
) -> (rows: [ScreenedRow], summary: ScreeningSummary)? {
    let result = Answer()
    let done = DispatchSemaphore(value: 0)
    Task.detached {
        var options = RecordReadingOptions(format: format)
        options.keepsColumns = true
        if var reader = try? RecordReader(path: file, options: options) {
            var rows: [ScreenedRow] = []
            if let summary = try? await screener.run(&reader, emit: { rows += $0 }) { result.value = (rows, summary) }
        }
        done.signal()
    }
    done.wait()
    return result.value
}

/// Where a task leaves what it came to; read once it has said that it is done.
private final class Answer: @unchecked Sendable {
    var value: (rows: [ScreenedRow], summary: ScreeningSummary)?
}

/// What fired stands where the evidence says.
private func check(_ row: ScreenedRow) {
    guard case .screened(let record, let verdict) = row.outcome else { return }
    for evidence in verdict.findings.flatMap(\.evidence) {
        let texts = record.texts(of: evidence.field).map { Array($0.utf8) }
        let holds = texts.contains { text in
            evidence.span.end <= text.count
                && text[evidence.span.start..<evidence.span.end].elementsEqual(evidence.text.utf8)
        }
        precondition(holds, "evidence isn't where it says")
    }
}
