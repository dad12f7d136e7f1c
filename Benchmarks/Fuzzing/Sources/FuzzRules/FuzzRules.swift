import Foundation
import Fuzzing
import LegalText
import NoticeCorpus
import RecordModel
import RuleEngine

/// Feeds files of rules and of the corpus to whatever reads them until that fails.
@main
struct FuzzRules {
    static func main() {
        Fuzzer.run { fuzzRules($0, $1) }
    }
}

/// The files of a small data folder, told apart by the first byte of an input.
private let files = [
    "rules/sample/terms/rule.yaml", "rules/sample/terms/cases.yaml", "rules/sample/pack.yaml",
    "rules/sample/sentinels.yaml",
    "rules/sample/waivers.yaml", "rules/lexicon/concepts/coin.yaml", "rules/lexicon/negation.yaml",
    "rules/lexicon/common.yaml", "rules/lexicon/folding/confusable.tsv", "rules/lexicon/folding/split.tsv",
    "rules/lexicon/folding/pinyin.tsv", "rules/lexicon/folding/substitute.tsv",
    "rules/lexicon/folding/substitute-words.tsv",
    "corpus/notices/sample/meta.yaml", "corpus/notices/sample/zh.txt", "corpus/glossary.yaml",
    "rules/sample/pack.sig",
]

/// A copy of the data folder of the first version, whose files are changed one at a time.
private let folder: URL = {
    let copy = Fuzzer.scratch.appending(path: "data")
    let source = Fuzzer.project.appending(path: "Tests/CommandTests/Goldens/first-version")
    do {
        try FileManager.default.copyItem(at: source, to: copy)
    } catch {
        preconditionFailure("no data folder to change: \(error)")
    }
    return copy
}()

/// What the file that was changed last had before, `nil` where it wasn't there.
nonisolated(unsafe) private var before: (file: URL, contents: Data?)?

/// What libFuzzer calls with one input after another: puts it in the place of a file, and loads, lints and tests everything.
private func fuzzRules(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeBufferPointer(start: start, count: count)
    guard let first = bytes.first else { return 0 }
    let file = folder.appending(path: files[Int(first) % files.count])
    if let before {
        if let contents = before.contents {
            _ = FileManager.default.createFile(atPath: before.file.path, contents: contents)
        } else {
            try? FileManager.default.removeItem(at: before.file)
        }
    }
    before = (file, FileManager.default.contents(atPath: file.path))
    _ = FileManager.default.createFile(atPath: file.path, contents: Data(bytes.dropFirst()))
    guard let corpus = try? NoticeCorpus.load(from: folder.appending(path: "corpus")) else { return 0 }
    let rules = RuleFolder(rules: folder.appending(path: "rules"), corpus: corpus)
    for diagnostic in rules.lint() {
        precondition(!diagnostic.summary.isEmpty, "a diagnostic says nothing")
    }
    _ = rules.test("sample")
    guard let pack = try? rules.pack("sample") else { return 0 }
    var scratch = EvaluationScratch()
    let record = Record(name: "深圳宝币有限公司", scope: "仿币服务；宝石；不从事宝币", description: "treasure coin")
    _ = pack.verdict(on: record, scratch: &scratch)
    return 0
}
