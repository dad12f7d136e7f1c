import Foundation
import LegalText
import NoticeCorpus
import RecordModel
import RuleEngine
import Screening
import TestSupport
import Testing

@Suite("Passing over rows in which nothing can fire", .timeLimit(.minutes(15)))
struct CandidateScanTests {
    private static let pack: Result<CompiledRulePack, any Error> = Result {
        let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
        return try RuleFolder(rules: ProjectFolder.root.appending(path: "rules"), corpus: corpus).pack("yinfa-2026-42")
    }

    /// What a run gave, without the number of rows passed over.
    private struct Outcome: Equatable {
        let rows: [ScreenedRow]
        let count: Int
        let rejected: Int
        let ragged: Int
        let levels: [Verdict.Level: Int]
        let rules: [String: Int]
    }

    private static func run(
        _ screener: BatchScreener,
        _ path: String,
        blockSize: Int
    ) async throws -> (result: Outcome, passed: Int) {
        let options = RecordReadingOptions(blockSize: blockSize, rowLimit: 1 << 20)
        var reader = try RecordReader(path: path, options: options)
        var rows: [ScreenedRow] = []
        let summary = try await screener.run(&reader) { rows += $0 }
        let result = Outcome(
            rows: rows,
            count: summary.rows,
            rejected: summary.rejected,
            ragged: summary.ragged,
            levels: summary.levels.filter { $0.value > 0 },
            rules: summary.rules
        )
        return (result, summary.passed)
    }

    /// Screens the file with the scan and without, from one and two workers, and expects the same of all.
    private static func expectSame(_ path: String, blockSizes: [Int]) async throws -> (flagged: Int, passed: Int) {
        let pack = try pack.get()
        let reference = BatchScreener(workers: 1, keepsClear: false) { record, scratch in
            pack.verdict(on: record, scratch: &scratch)
        }
        let expected = try await run(reference, path, blockSize: 1 << 20).result
        var passed = 0
        for blockSize in blockSizes {
            for workers in [1, 2] {
                let found = try await run(BatchScreener(pack: pack, workers: workers), path, blockSize: blockSize)
                #expect(found.result == expected, "blocks of \(blockSize) bytes, \(workers) workers")
                passed = found.passed
            }
        }
        return (expected.rows.count, passed)
    }

    @Test(
        "flags the same rows as reading every row does, on random rows with disguises, quotes and faults",
        arguments: [UInt64(1), 2, 3, 4]
    )
    func randomRows(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let terms = try Self.pack.get().anchorTerms
        let fillers = [
            "技术开发", "五金", "R&D", "、", "；", "。", "，", " ", "(", "）", "a,b", "100%", "x", "7", "🚀", "煤", "械", "A<B",
        ]
        let breakers = ["\u{200B}", " ", "·", "-", "、", "\"\"", "\u{301}", "<b>", "</b>", "\n", "\r\n", "&nbsp;", "0"]
        var text = "name,scope,description\n"
        for number in 1...4000 {
            var cells: [String] = []
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                var cell = ""
                for _ in 0..<Int.random(in: 0...5, using: &random) {
                    cell += fillers.randomElement(using: &random) ?? ""
                    guard Int.random(in: 0..<8, using: &random) == 0 else { continue }
                    cell += Self.disguised(terms.randomElement(using: &random) ?? "", breakers, &random)
                }
                let isQuoted = Int.random(in: 0..<4, using: &random) == 0
                let isFaulty = Int.random(in: 0..<300, using: &random) == 0
                let plain = cell.filter { !$0.isNewline && $0 != "," && $0 != "\"" }
                cells.append(isQuoted ? "\"\(cell)\"" : isFaulty ? "\"\(plain)" : plain)
            }
            text += cells.joined(separator: ",") + (number % 5 == 0 ? "\r\n" : "\n")
            if number % 97 == 0 { text += " \n\n" }
        }
        // A file of an old Macintosh has no line feed at all.
        if seed == 4 { text = String(text.map { $0.isNewline ? "\r" : $0 }) }
        var bytes = Array(text.utf8)
        if seed == 3 {
            // Bytes that are no text, and a NUL.
            for _ in 0..<20 { bytes[Int.random(in: 100..<bytes.count, using: &random)] = 0xFF }
            bytes[bytes.count / 2] = 0
        }
        let file = try RecordFile(bytes: bytes)
        let (flagged, passed) = try await Self.expectSame(file.path, blockSizes: [300, 4096, 1 << 20])
        #expect(flagged > 100, "the rows hold too few terms to say anything")
        #expect(seed >= 3 || passed > 100, "nothing was passed over")
    }

    @Test("flags the same objects as reading every line does, whole and broken", arguments: [UInt64(5), 6])
    func randomObjects(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let terms = try Self.pack.get().anchorTerms
        let fillers = ["技术开发", "五金", "、", "；", " ", "（", "7", "🚀", "煤", "械", "A<B", "{", "]", ":", ",", "100%"]
        let breakers = ["\u{200B}", " ", "·", "\\n", "\\t", "\\\"", "\\/", "<b>", "&nbsp;", "\\u0020"]
        let values = [
            "12", "-3.5", "1e5", "true", "null", "[\"甲\",\"比特币\"]", "{\"name\":\"矿机\"}", "tru", "1.", "\"x\"y", "",
        ]
        // What the file is, is told by its first line.
        var text = "{\"name\":\"甲\",\"scope\":\"乙\",\"description\":\"丙\"}\n"
        for number in 1...3000 {
            var members: [String] = []
            for key in ["name", "scope", "description"] {
                var value = ""
                for _ in 0..<Int.random(in: 0...5, using: &random) {
                    value += fillers.randomElement(using: &random) ?? ""
                    guard Int.random(in: 0..<10, using: &random) == 0 else { continue }
                    value += Self.disguised(terms.randomElement(using: &random) ?? "", breakers, &random)
                }
                members.append("\"\(key)\":\"\(value)\"")
            }
            if Int.random(in: 0..<4, using: &random) == 0 {
                members.append("\"more\" : \(values.randomElement(using: &random) ?? "")")
            }
            var line = "{\(members.joined(separator: ", "))}"
            if Int.random(in: 0..<60, using: &random) == 0 { line.removeLast(Int.random(in: 1...3, using: &random)) }
            if Int.random(in: 0..<60, using: &random) == 0 {
                line += [" ", "x", "{}", ","].randomElement(using: &random) ?? ""
            }
            text += line + (number % 7 == 0 ? "\r\n" : "\n") + (number % 113 == 0 ? "  \n" : "")
        }
        let file = try RecordFile(text, extension: "ndjson")
        let (flagged, passed) = try await Self.expectSame(file.path, blockSizes: [700, 1 << 20])
        #expect(flagged > 100, "the objects hold too few terms to say anything")
        #expect(passed > 100, "nothing was passed over")
    }

    private static func disguised(
        _ term: String,
        _ breakers: [String],
        _ random: inout SeededGenerator
    ) -> String {
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return term.map(String.init).joined(separator: breakers.randomElement(using: &random) ?? "")
        case 1: return term.unicodeScalars.map { "\\u" + hex($0.value) }.joined()
        case 2: return term.unicodeScalars.map { "&#\($0.value);" }.joined()
        case 3: return term.uppercased()
        case 4:
            return String(
                String.UnicodeScalarView(
                    term.unicodeScalars.map { scalar in
                        (0x21...0x7E).contains(scalar.value)
                            ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
                    }
                )
            )
        default: return term
        }
    }

    private static func hex(_ value: UInt32) -> String {
        let digits = String(value, radix: 16)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }

    @Test("flags the same of the project's records as reading every row does", arguments: ["sample", "edge-cases"])
    func records(name: String) async throws {
        let file = try RecordFile(bytes: try ProjectFolder.bytes("corpus/records/\(name).csv"))
        let (flagged, _) = try await Self.expectSame(file.path, blockSizes: [500, 1 << 20])
        #expect(flagged > 10)
    }

    @Test(
        "flags the same of real rows as reading every row does",
        .enabled(if: ProjectFolder.shared != nil, "the real rows aren't on this machine"),
        arguments: ["registrations-near-terms.tsv", "crypto-projects.zh.tsv", "startups.en.tsv"]
    )
    func realRows(name: String) async throws {
        let folder = try #require(ProjectFolder.shared).appending(path: "data").appending(path: name)
        let (flagged, _) = try await Self.expectSame(folder.path, blockSizes: [1 << 16])
        #expect(flagged > 10)
    }
}
