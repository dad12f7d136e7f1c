import RecordModel
import RuleEngine
import Screening
import TestSupport
import Testing

@Suite("Records that are fed in parts", .timeLimit(.minutes(15)))
struct FedInputTests {
    private static let options = RecordReadingOptions(blockSize: 2000, rowLimit: 5000)

    private let screener = BatchScreener(workers: 2, keepsClear: true) { _, _ in Verdict(findings: []) }

    /// About 200 kB, in which some rows are longer than the limit, some cells hold line ends, and some quotes stay open.
    private func text(_ numbers: inout SeededGenerator) -> String {
        "name,scope\n"
            + (1...3000).map { number in
                switch Int.random(in: 0..<200, using: &numbers) {
                case 0: "n\(number),\(String(repeating: "长", count: Int.random(in: 1500..<9000, using: &numbers)))\n"
                case 1: "n\(number),\"一\n二\"\n"
                case 2: "\"n\(number),open\n"
                default: "n\(number),经营范围\(number)，软件开发与技术服务\n"
                }
            }
            .joined()
    }

    @Test("are the rows of a file of the same bytes, wherever they are parted", arguments: [1, 2, 3] as [UInt64])
    func parts(seed: UInt64) async throws {
        var numbers = SeededGenerator(seed: seed)
        let text = text(&numbers)
        let file = try RecordFile(text)
        var whole = try RecordReader(path: file.path, options: Self.options)
        var expected: [ScreenedRow] = []
        _ = try await screener.run(&whole) { expected += $0 }
        #expect(expected.contains { if case .rejected(.tooLong) = $0.outcome { true } else { false } })

        var rest = Array(text.utf8)[...]
        let input = FedInput()
        func feed(_ count: Int) {
            let part = rest.prefix(count)
            rest = rest.dropFirst(count)
            input.feed(Array(part))
            if rest.isEmpty { input.finish() }
        }
        feed(RecordReader.openingCount(Self.options))
        var reader = try RecordReader(fedBy: input, path: file.path, options: Self.options)
        var found: [ScreenedRow] = []
        _ = try await screener.run(&reader) { reader in
            var wanted = 0
            while true {
                if let block = try reader.nextBlock(wanting: &wanted) { return block }
                if wanted == 0 { return nil }
                // Whole or not: the reader asks again for what it lacks.
                feed(Int.random(in: 1...max(1, wanted), using: &numbers))
            }
        } emit: { rows, _ in
            found += rows
        }
        #expect(found.map(\.row) == expected.map(\.row))
        #expect(found.map(\.line) == expected.map(\.line))
        #expect(found == expected)
    }
}
