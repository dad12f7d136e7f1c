import Foundation
import Measuring
import NoticeCorpus
import RecordModel
import RuleEngine

/// Measures how fast a pack is ready: made of its files, and read as it was stored. Every benchmark checks that the pack
/// finds what it should.
///
/// Run it in the project's folder. The first argument is a file of phrases, one a line, from which the extra terms are
/// taken; without it they are made up.
@main
struct RuleBenchmarks {
    private static let pack = "yinfa-2026-42"
    private static let extraTerms = 10_000

    /// What a pack with the extra terms may take to be made: seconds and megabytes.
    private static let limits = (seconds: 0.5, megabytes: 200)

    static func main() throws {
        let data = URL(filePath: FileManager.default.currentDirectoryPath)
        try measure("the shipped pack", in: data, finding: "虚拟货币")

        let folder = FileManager.default.temporaryDirectory.appending(path: "hegui-benchmark-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let phrases = try CommandLine.arguments.dropFirst().first.map(Phrases.read) ?? Phrases.madeUp(extraTerms)
        let extra = Phrases.spread(phrases, count: extraTerms)
        try addTerms(extra, to: data, in: folder)
        let seconds = try measure("with \(extra.count) more terms", in: folder, finding: extra[extra.count / 2])
        say("peak memory: \(peakMegabytes()) MB")
        guard seconds < limits.seconds, peakMegabytes() < limits.megabytes else {
            throw WrongResult(description: "more than \(limits.seconds) s or \(limits.megabytes) MB")
        }
    }

    /// Measures the pack of `data`, and returns the seconds that it takes to make it of its files.
    @discardableResult
    private static func measure(_ name: String, in data: URL, finding term: String) throws -> Double {
        let place = FileManager.default.temporaryDirectory.appending(path: "hegui-packs-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: place) }
        let store = CompiledPackStore(
            rules: data.appending(path: "rules").path,
            corpus: data.appending(path: "corpus").path,
            engine: "benchmark",
            folders: [place.path]
        )
        let made = try Measurement(rounds: 5) { try check(try folder(data).pack(pack), finds: term) }
        say("\(name), made of its files: \(made.text)")
        let rules = try folder(data)
        let key = store.key()
        guard let saved = store.save(try rules.pack(pack), of: rules, since: key, in: place.path) else {
            throw WrongResult(description: "the pack wasn't stored")
        }
        let stored = try Measurement(rounds: 21) {
            guard let stored = store.pack(pack) else { throw WrongResult(description: "the stored pack is stale") }
            try check(stored, finds: term)
        }
        say("\(name), stored in \(saved.size / 1000) kB: \(stored.text)")
        return made.median
    }

    private static func folder(_ data: URL) throws -> RuleFolder {
        RuleFolder(
            rules: data.appending(path: "rules"),
            corpus: try NoticeCorpus.load(from: data.appending(path: "corpus"))
        )
    }

    private static func check(_ pack: CompiledRulePack, finds term: String) throws {
        var scratch = EvaluationScratch()
        let verdict = pack.verdict(on: Record(scope: "销售\(term)；煤矿机械制造"), scratch: &scratch)
        guard verdict.level > .clear else { throw WrongResult(description: "'\(term)' isn't found") }
    }

    /// Copies the rules and the corpus of `data`, and adds a concept of `terms` and a rule that fires on it.
    private static func addTerms(_ terms: [String], to data: URL, in folder: URL) throws {
        let files = FileManager.default
        try files.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in ["rules", "corpus"] {
            try files.copyItem(at: data.appending(path: name), to: folder.appending(path: name))
        }
        let list = terms.map { "'\($0)'" }.joined(separator: ", ")
        let concept = "id: extra-terms\ntitle: {zh: 附加词, en: extra terms}\nterms:\n  - zh: [\(list)]\n"
        let rule = """
            id: \(pack)/extra-terms
            like: \(pack)/registration-terms
            when:
              concept: extra-terms

            """
        let place = folder.appending(path: "rules/\(pack)/extra-terms")
        try files.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(rule.utf8).write(to: place.appending(path: "rule.yaml"))
        try Data(concept.utf8).write(to: folder.appending(path: "rules/lexicon/concepts/extra-terms.yaml"))
    }
}
