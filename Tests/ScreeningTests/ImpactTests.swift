import Foundation
import LegalText
import NoticeComparison
import NoticeCorpus
import RecordModel
import RuleEngine
import Screening
import TestSupport
import Testing

@Suite("The impact of a notice", .timeLimit(.minutes(15)))
struct ImpactTests {
    @Test("is that of two full screenings, for the packs that ship", arguments: [false, true])
    func shippedPacks(isReversed: Bool) throws {
        let rules = try PackPair.shipped()
        let pair = isReversed ? try rules.reversed : rules
        let changed = try check(pair, on: PackPair.labelledRecords())
        #expect(changed > 150, "too few records change to say anything")
        #expect(pair.screener.difference.same.count > 5, "hardly a rule is left out")
    }

    @Test("is that of two full screenings, for packs with changes made at random", arguments: 1...4)
    func changedPacks(seed: Int) throws {
        let pair = try PackPair.changed(seed: UInt64(seed))
        let changed = try check(pair, on: PackPair.labelledRecords())
        #expect(!pair.screener.difference.changed.isEmpty)
        #expect(try changed < PackPair.labelledRecords().count)
    }

    @Test("is none where nothing changed, and nothing is run for it")
    func noChange() throws {
        let pack = try PackPair.shipped().new
        let pair = try PackPair(old: pack, new: pack)
        #expect(pair.screener.difference.changed.isEmpty)
        var scratch = EvaluationScratch()
        for record in try PackPair.labelledRecords() { #expect(!pair.screener.mayChange(record, &scratch)) }
    }

    @Test("comes out the same by blocks and workers, with row and line as in the file", arguments: [1, 2, 3])
    func blocks(workers: Int) async throws {
        let pair = try PackPair.shipped(workers: workers)
        let names = ["深圳前海RWA数字科技有限公司", "北京面包房有限公司", "杭州稳定币科技有限公司", "上海煤矿机械有限公司"]
        var text = "name,scope\n"
        for number in 0..<400 {
            text += number % 50 == 49 ? "\"broken,x\n" : "\(names[number % 4])\(number),\"机械\n销售\"\n"
        }
        let file = try RecordFile(text)
        var reader = try RecordReader(path: file.path, options: RecordReadingOptions(blockSize: 700, rowLimit: 1 << 16))
        var rows: [Impact.Row] = []
        var impact = Impact(samples: 2)
        _ = try await pair.screener.run(&reader) { part in
            rows += part.rows
            impact.add(part)
        }
        let expected = try file.rows().filter { row in row.record.map { pair.changes(for: $0) != nil } ?? false }
        #expect(rows.map(\.row) == expected.map(\.row))
        #expect(rows.map(\.line) == expected.map(\.line))
        #expect(impact.rows == 400)
        #expect(impact.rejected == 8)
        #expect(impact.changed == rows.count)
        #expect(impact.groups.reduce(0) { $0 + $1.count } == rows.count)
        #expect(impact.groups.allSatisfy { $0.samples.count <= 2 })
    }

    @Test(
        "is that of two full screenings on real records, whose groups hold each of them once",
        .enabled(if: ProjectFolder.shared != nil, "the real rows aren't on this machine"),
        arguments: ["registrations-near-terms.tsv", "startups.zh.tsv", "crypto-projects.zh.tsv"]
    )
    func realRecords(name: String) async throws {
        let folder = try #require(ProjectFolder.shared)
        let path = folder.appending(path: "data/\(name)").path(percentEncoded: false)
        let pair = try PackPair.shipped()
        var expected: [Impact.Outcome: Int] = [:]
        var reader = try RecordReader(path: path)
        let all = try reader.readAll()
        for record in all.compactMap(\.record) {
            if let outcome = pair.outcome(for: record) { expected[outcome, default: 0] += 1 }
        }
        var impact = Impact(samples: 3)
        var again = try RecordReader(path: path)
        _ = try await pair.screener.run(&again) { impact.add($0) }
        #expect(impact.rows == all.count)
        #expect(impact.outcomes == expected)
        #expect(impact.groups.reduce(0) { $0 + $1.count } == expected.values.reduce(0, +))
        for group in impact.groups where group.count > 0 { #expect(!group.samples.isEmpty) }
    }

    /// Holds what the screener says of `records` against two full screenings, and counts those that change.
    private func check(_ pair: PackPair, on records: [Record]) throws -> Int {
        var changed = 0
        var scratch = EvaluationScratch()
        for record in records {
            let expected = pair.outcome(for: record)
            let found = pair.changes(for: record)
            #expect(found?.outcome == expected, "\(record.name ?? record.scope ?? record.description ?? "")")
            if let found {
                changed += 1
                let (before, after) = pair.verdicts(on: record)
                #expect(found.old == before.level && found.new == after.level)
                #expect((found.isFound ? after : before).findings.contains(found.finding))
                #expect(pair.screener.mayChange(record, &scratch), "what may change is passed over")
            }
        }
        return changed
    }
}

/// Two packs, with what screens records under both.
private struct PackPair {
    let old: CompiledRulePack
    let new: CompiledRulePack
    let screener: ImpactScreener
    private let comparison: Comparison

    init(old: CompiledRulePack, new: CompiledRulePack, workers: Int = 2) throws {
        self.old = old
        self.new = new
        let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
        let first = try #require(try corpus.text(notice: old.id, language: .zh))
        let second = try #require(try corpus.text(notice: new.id, language: .zh))
        comparison = NoticeComparer().compare(first.notice, second.notice)
        let locator = ChangeLocator(
            comparison,
            oldClauses: old.clauses(in: first),
            newClauses: new.clauses(in: second)
        )
        screener = ImpactScreener(old, new, locator: locator, workers: workers)
    }

    var reversed: PackPair {
        get throws { try PackPair(old: new, new: old) }
    }

    static func shipped(workers: Int = 2) throws -> PackPair {
        let (old, new) = try packs.get()
        return try PackPair(old: old, new: new, workers: workers)
    }

    private static let packs = Result {
        let root = ProjectFolder.root
        let corpus = try NoticeCorpus.load(from: root.appending(path: "corpus"))
        let folder = RuleFolder(rules: root.appending(path: "rules"), corpus: corpus)
        return (try folder.pack("yinfa-2021-237"), try folder.pack("yinfa-2026-42"))
    }

    /// The pack that ships, and a copy in which some rules were changed or taken out at random.
    static func changed(seed: UInt64) throws -> PackPair {
        var random = SeededGenerator(seed: seed)
        let root = ProjectFolder.root
        let copy = FileManager.default.temporaryDirectory.appending(path: "hegui-impact-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: copy) }
        let rules = root.appending(path: "rules")
        try FileManager.default.createDirectory(at: copy, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: copy.appending(path: "lexicon"),
            withDestinationURL: rules.appending(path: "lexicon")
        )
        let pack = copy.appending(path: "yinfa-2026-42")
        try FileManager.default.copyItem(at: rules.appending(path: "yinfa-2026-42"), to: pack)
        try FileManager.default.removeItem(at: pack.appending(path: "sentinels.yaml"))
        let names = try FileManager.default.contentsOfDirectory(atPath: pack.path(percentEncoded: false))
            .filter { !$0.hasSuffix(".yaml") }.sorted()
        var gone: Set<String> = []
        for (place, name) in names.shuffled(using: &random).prefix(Int.random(in: 1...4, using: &random)).enumerated() {
            let file = pack.appending(path: "\(name)/rule.yaml")
            var text = try String(contentsOf: file, encoding: .utf8)
            // One is taken out in any case: not every other change applies to every rule.
            switch place == 0 ? 0 : Int.random(in: 1..<4, using: &random) {
            case 0:
                try FileManager.default.removeItem(at: pack.appending(path: name))
                gone.insert(name)
                continue
            case 1: text = text.replacing("verdict: prohibited", with: "verdict: review")
            case 2: text = text.replacing("territory: domestic", with: "territory: any")
            default: text = try text.replacing(Regex("(?m)^yields-to:.*\n"), with: "")
            }
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        // No rule may yield to one that is gone.
        for name in names where !gone.contains(name) {
            let file = pack.appending(path: "\(name)/rule.yaml")
            var text = try String(contentsOf: file, encoding: .utf8)
            for other in gone {
                text = text.replacing("[\(other), ", with: "[").replacing(", \(other)", with: "")
                    .replacing("yields-to: [\(other)]\n", with: "")
            }
            try text.write(to: file, atomically: true, encoding: .utf8)
        }
        let corpus = try NoticeCorpus.load(from: root.appending(path: "corpus"))
        return try PackPair(old: try packs.get().1, new: RuleFolder(rules: copy, corpus: corpus).pack("yinfa-2026-42"))
    }

    /// The labelled records of the project.
    static func labelledRecords() throws -> [Record] {
        var records: [Record] = []
        for name in ["labelled-zh", "labelled-zh-2", "labelled-en", "labelled-en-2", "edge-cases", "sample"] {
            let path = ProjectFolder.root.appending(path: "corpus/records/\(name).csv").path(percentEncoded: false)
            var reader = try RecordReader(path: path)
            records += try reader.readAll().compactMap(\.record)
        }
        return records
    }

    func verdicts(on record: Record) -> (Verdict, Verdict) {
        var scratch = EvaluationScratch()
        return (old.verdict(on: record, scratch: &scratch), new.verdict(on: record, scratch: &scratch))
    }

    func changes(for record: Record) -> Impact.Row? {
        var scratch = EvaluationScratch()
        guard screener.mayChange(record, &scratch) else { return nil }
        return screener.change(for: record, &scratch)
    }

    /// What two full screenings say becomes of `record`.
    func outcome(for record: Record) -> Impact.Outcome? {
        let (before, after) = verdicts(on: record)
        guard before.level == after.level else {
            return after.level == .clear ? .released : Impact.Outcome(rawValue: after.level.rawValue)
        }
        return Self.reasons(before) == Self.reasons(after) ? nil : .otherReason
    }

    /// The rules that fired, each with its level, the places of its words and its doubts.
    private static func reasons(_ verdict: Verdict) -> Set<[String]> {
        Set(
            verdict.findings.map { finding in
                let places = finding.evidence.map { "\($0.field.rawValue) \($0.index) \($0.span.start)-\($0.span.end)" }
                let name = finding.rule.split(separator: "/").last.map(String.init) ?? ""
                return [name, finding.verdict.rawValue] + places.sorted() + finding.doubts.map(\.id).sorted()
            }
        )
    }
}
