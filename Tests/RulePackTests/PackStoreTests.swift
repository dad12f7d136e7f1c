import Foundation
import LegalText
import NoticeCorpus
import RecordModel
import RuleEngine
import TestSupport
import Testing

@Suite("Stored packs")
struct PackStoreTests {
    @Test(
        "judges every case as the pack that was compiled of the files does",
        arguments: ["yinfa-2026-42", "yinfa-2021-237"]
    )
    func sameVerdicts(id: String) throws {
        let place = try ScratchFolder()
        let compiled = try ShippedRules.pack(id)
        let stored = try #require(try Self.storeShipped(id, in: place).pack(id))
        #expect(stored.digest == compiled.digest)
        #expect(stored.version == compiled.version)
        #expect(stored.ruleIDs == compiled.ruleIDs)
        var scratch = EvaluationScratch()
        var flagged = 0
        for ruleCase in try ShippedRules.cases() {
            // Another case, so that words are found through folding too.
            var record = ruleCase.record
            record.name = record.name?.uppercased()
            record.scope = record.scope?.uppercased()
            let expected = compiled.verdict(on: record, scratch: &scratch)
            #expect(stored.verdict(on: record, scratch: &scratch) == expected)
            if expected.level > .clear { flagged += 1 }
            let answer = compiled.whyNot(ruleCase.rule, on: record, scratch: &scratch)
            #expect(stored.whyNot(ruleCase.rule, on: record, scratch: &scratch) == answer)
        }
        #expect(flagged > 100, "the cases flag too little to say anything")
    }

    @Test("writes the same bytes again from what it read")
    func roundTrip() throws {
        let place = try ScratchFolder()
        let store = try Self.storeShipped("yinfa-2026-42", in: place)
        let first = try Data(contentsOf: place.url.appending(path: "yinfa-2026-42.pack"))
        let again = try ScratchFolder()
        let stored = try #require(store.pack("yinfa-2026-42"))
        _ = store.save(stored, of: try ShippedRules.folder.get(), since: store.key(), in: again.url.path)
        #expect(try Data(contentsOf: again.url.appending(path: "yinfa-2026-42.pack")) == first)
    }

    @Test("passes over what was cut short or changed anywhere")
    func damage() throws {
        let place = try ScratchFolder()
        let store = try Self.storeShipped("yinfa-2026-42", in: place)
        let file = place.url.appending(path: "yinfa-2026-42.pack")
        let whole = try Data(contentsOf: file)
        #expect(store.pack("yinfa-2026-42") != nil)
        var random = SeededGenerator(seed: 4_2)
        for _ in 0..<60 {
            var bytes = whole
            let place = Int.random(in: 0..<bytes.count, using: &random)
            bytes[place] ^= UInt8.random(in: 1...255, using: &random)
            try bytes.write(to: file)
            #expect(store.pack("yinfa-2026-42") == nil, "with byte \(place) changed")
            try whole.prefix(place).write(to: file)
            #expect(store.pack("yinfa-2026-42") == nil, "cut after \(place) bytes")
        }
        try (whole + Data([0])).write(to: file)
        #expect(store.pack("yinfa-2026-42") == nil)
        try Data().write(to: file)
        #expect(store.pack("yinfa-2026-42") == nil)
        try whole.write(to: file)
        #expect(store.pack("yinfa-2026-42") != nil)
    }

    @Test(
        "is stale as soon as a file that it was made of changes, comes or goes",
        arguments: [
            Change("rules/lexicon/concepts/mining.yaml", to: .appended),
            Change("rules/lexicon/folding/variant.tsv", to: .appended),
            Change("rules/lexicon/concepts/another.yaml", to: .created),
            Change("rules/yinfa-2026-42/mining/rule.yaml", to: .appended),
            Change("rules/yinfa-2026-42/mining/rule.yaml", to: .removed),
            Change("rules/yinfa-2026-42/pack.yaml", to: .appended),
            Change("corpus/notices/yinfa-2026-42/zh.txt", to: .appended),
            Change("corpus/notices/yinfa-2026-42/meta.yaml", to: .appended),
            Change("corpus/notices/yinfa-2021-237/en.txt", to: .removed),
        ]
    )
    func staleness(change: Change) throws {
        let data = try ScratchFolder()
        for name in ["rules", "corpus"] {
            try FileManager.default.copyItem(
                at: ProjectFolder.root.appending(path: name),
                to: data.url.appending(path: name)
            )
        }
        let store = Self.store(of: data.url, engine: "this", in: [data.url.path])
        let rules = RuleFolder(
            rules: data.url.appending(path: "rules"),
            corpus: try NoticeCorpus.load(from: data.url.appending(path: "corpus"))
        )
        let key = store.key()
        let pack = try rules.pack("yinfa-2026-42")
        #expect(store.save(pack, of: rules, since: key, in: data.url.path) != nil)
        #expect(store.pack("yinfa-2026-42") != nil)
        try change.apply(in: data.url)
        #expect(store.pack("yinfa-2026-42") == nil)
        // What was loaded before the change isn't stored as if it had been loaded after it.
        let other = try ScratchFolder()
        #expect(store.save(pack, of: rules, since: key, in: other.url.path) == nil)
    }

    @Test("isn't used by another program, and doesn't change with the cases")
    func engine() throws {
        let place = try ScratchFolder()
        _ = try Self.storeShipped("yinfa-2026-42", in: place)
        #expect(Self.store(of: ProjectFolder.root, engine: "that", in: [place.url.path]).pack("yinfa-2026-42") == nil)
        #expect(Self.store(of: ProjectFolder.root, engine: "this", in: [place.url.path]).pack("yinfa-2026-42") != nil)
    }

    @Test("writes nothing where it may not")
    func unwritable() throws {
        let store = Self.store(of: ProjectFolder.root, engine: "this", in: [])
        let key = store.key()
        let pack = try ShippedRules.pack("yinfa-2026-42")
        let place = "/proc/no/such/place"
        #expect(store.save(pack, of: try ShippedRules.folder.get(), since: key, in: place) == nil)
    }

    private static func store(of data: URL, engine: String, in folders: [String]) -> CompiledPackStore {
        CompiledPackStore(
            rules: data.appending(path: "rules").path,
            corpus: data.appending(path: "corpus").path,
            engine: engine,
            folders: folders
        )
    }

    private static func storeShipped(_ id: String, in place: ScratchFolder) throws -> CompiledPackStore {
        let store = store(of: ProjectFolder.root, engine: "this", in: [place.url.path])
        let folder = try ShippedRules.folder.get()
        #expect(store.save(try ShippedRules.pack(id), of: folder, since: store.key(), in: place.url.path) != nil)
        return store
    }
}

/// Something done to a file of a data folder.
struct Change: CustomTestStringConvertible {
    enum Kind {
        case appended, created, removed
    }

    let path: String
    let kind: Kind

    init(_ path: String, to kind: Kind) {
        self.path = path
        self.kind = kind
    }

    var testDescription: String { "\(path) \(kind)" }

    func apply(in data: URL) throws {
        let file = data.appending(path: path)
        switch kind {
        case .appended: try (try Data(contentsOf: file) + Data("# more\n".utf8)).write(to: file)
        case .created: try Data("# nothing\n".utf8).write(to: file)
        case .removed: try FileManager.default.removeItem(at: file)
        }
    }
}
