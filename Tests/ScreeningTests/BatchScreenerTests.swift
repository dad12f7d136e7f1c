import LegalText
import RecordModel
import RuleEngine
import Screening
import Testing

@Suite("Screening a file", .timeLimit(.minutes(15)))
struct BatchScreenerTests {
    /// A file of 3,000 rows, of which each seventh is flagged and each hundredth can't be read.
    private static let text =
        "name,scope\n"
        + (1...3000).map { number in
            if number % 100 == 0 { return "\"broken \(number),x\n" }
            return number % 7 == 0 ? "币\(number),\"一\n二\"\n" : "n\(number),x\n"
        }
        .joined()

    private func screened(workers: Int, blockSize: Int) async throws -> ([ScreenedRow], ScreeningSummary) {
        let file = try RecordFile(Self.text)
        let options = RecordReadingOptions(blockSize: blockSize, rowLimit: 1 << 16)
        var reader = try RecordReader(path: file.path, options: options)
        let screener = BatchScreener(workers: workers, keepsClear: false) { record, _ in
            record.name?.contains("币") == true ? Verdict(findings: [.sample]) : Verdict(findings: [])
        }
        var rows: [ScreenedRow] = []
        let summary = try await screener.run(&reader) { rows += $0 }
        return (rows, summary)
    }

    @Test("gives the same rows in the order of the file, whatever the number of workers", arguments: [1, 2, 5])
    func order(workers: Int) async throws {
        let (rows, summary) = try await screened(workers: workers, blockSize: 500)
        #expect(rows.map(\.row) == rows.map(\.row).sorted())
        #expect(rows.map(\.row) == (1...3000).filter { $0 % 7 == 0 || $0 % 100 == 0 })
        #expect(summary.rows == 3000)
        #expect(summary.rejected == 30)
        #expect(summary.flagged == 424)
        #expect(summary.count(of: .prohibited) == 424)
        #expect(summary.count(of: .clear) == 3000 - 30 - 424)
        #expect(summary.rules == ["sample/rule": 424])
        let (whole, _) = try await screened(workers: 1, blockSize: 1 << 20)
        #expect(rows == whole)
    }

    @Test("stops when the results can't be written")
    func stops() async throws {
        struct Full: Error {}
        let file = try RecordFile(Self.text)
        var reader = try RecordReader(path: file.path, options: RecordReadingOptions(blockSize: 500, rowLimit: 1 << 16))
        let screener = BatchScreener(workers: 2, keepsClear: true) { _, _ in Verdict(findings: []) }
        await #expect(throws: Full.self) {
            _ = try await screener.run(&reader) { _ in throw Full() }
        }
    }
}

extension Finding {
    /// A finding of which only the rule matters.
    fileprivate static let sample = Finding(
        rule: "sample/rule",
        ban: .term,
        activity: "sample",
        verdict: .prohibited,
        basis: Basis(notice: "sample", documentNumber: nil, provision: "art_1", label: nil, quotes: []),
        authority: nil,
        cure: nil,
        item: nil,
        evidence: [],
        doubts: [],
        explanation: LocalizedText(zh: "样例", en: "sample")
    )
}
