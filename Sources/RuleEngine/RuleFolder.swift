public import Foundation
public import LegalText
public import NoticeCorpus
internal import RecordModel
internal import TermMatching

/// A folder of rules: the lexicon, and a pack for each notice.
public struct RuleFolder: Sendable {
    let folder: URL
    let corpus: NoticeCorpus

    /// Whose packs are used; `nil` where it doesn't matter who made them.
    let trust: PackTrust?

    /// Creates a folder whose rules cite the notices of `corpus`; nothing is read yet.
    public init(rules folder: URL, corpus: NoticeCorpus) {
        self.init(rules: folder, corpus: corpus, trust: nil)
    }

    /// Creates a folder of whose packs only those are used that are signed with a key of `trust`; nothing is read yet.
    package init(rules folder: URL, corpus: NoticeCorpus, trust: PackTrust?) {
        self.folder = folder
        self.corpus = corpus
        self.trust = trust
    }

    /// Where the folder is.
    package var url: URL { folder }

    /// The ids of the packs in the folder, sorted.
    public var packIDs: [String] {
        let files = RuleFiles(folder)
        return files.names(in: "").filter { files.isFolder($0) && $0 != "lexicon" }
    }

    /// Loads, checks and compiles the pack called `id`.
    ///
    /// - Throws: An error with every mistake of the pack and the lexicon, or with every sentinel that comes out otherwise
    ///   than it says; a pack with a mistake is not used.
    public func pack(_ id: String) throws(RulePackError) -> CompiledRulePack {
        try checkName(id)
        // What nobody vouches for isn't even read.
        try checkSignature(of: id)
        var loading = Loading(folder, corpus)
        let pack = loading.pack(id, withCases: false)
        guard let pack, loading.diagnostics.isEmpty else { throw RulePackError(loading.diagnostics) }
        try checkSignature(of: id, version: pack.version, digest: pack.digest)
        let compiled = try loading.compile(pack)
        let fallen = compiled.fallenSentinels()
        guard fallen.isEmpty else { throw RulePackError(fallen) }
        return compiled
    }

    /// Sees to it that there is a pack called `id`.
    func checkName(_ id: String) throws(RulePackError) {
        guard packIDs.contains(id) else {
            throw RulePackError([
                Diagnostic(
                    "rules/unknown-pack",
                    .error,
                    in: SourceLocation(path: folder.path(percentEncoded: false)),
                    "there is no pack '\(id)'",
                    help: packIDs.isEmpty ? nil : "packs are \(packIDs.joined(separator: ", "))"
                )
            ])
        }
    }

    /// The texts of the corpus that the quotes of `pack` were verified against, as paths below its folder of notices with
    /// what was read there; a text that can't be read has no bytes.
    func texts(citedBy pack: CompiledRulePack) -> [(path: String, bytes: [UInt8]?)] {
        var texts: [String: [UInt8]?] = [:]
        for basis in pack.rules.map(\.basis) {
            for language in basis.quotes.map(\.language) {
                guard let file = corpus.entry(basis.notice)?.texts[language]?.file,
                    texts["\(basis.notice)/\(file)"] == nil
                else { continue }
                texts["\(basis.notice)/\(file)"] = try? corpus.text(notice: basis.notice, language: language)?.bytes
            }
        }
        return texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }

    /// The pack called `id` as its files have it, with its cases and the lexicon.
    ///
    /// - Throws: An error with every mistake of the pack and the lexicon.
    package func contents(of id: String) throws(RulePackError) -> (pack: RulePack, lexicon: Lexicon) {
        try checkSignature(of: id)
        var loading = Loading(folder, corpus)
        let pack = loading.pack(id, withCases: true)
        guard let pack, loading.diagnostics.isEmpty else { throw RulePackError(loading.diagnostics) }
        try checkSignature(of: id, version: pack.version, digest: pack.digest)
        return (pack, loading.lexicon)
    }

    /// Every mistake of the lexicon and of all packs, and what is probably one, as a warning.
    public func lint() -> [Diagnostic] {
        var loading = Loading(folder, corpus)
        if packIDs.isEmpty {
            loading.report("rules/no-pack", "the folder has no pack: expected a folder named after a notice")
        }
        loading.checkLexicon()
        for id in packIDs {
            let known = loading.diagnostics.count
            guard let pack = loading.pack(id, withCases: true) else { continue }
            loading.check(pack, isSound: loading.diagnostics.count == known)
        }
        return loading.diagnostics
    }

    /// Runs the cases of every rule of every pack, or of the pack or rule called `id`; no case at all is a failure.
    ///
    /// Each case is tried as it stands and in every dressing, such as full width, that it doesn't exclude.
    public func test(_ id: String? = nil) -> RuleTestReport {
        var report = RuleTestReport(passed: 0, runs: 0, failures: [], failed: 0)
        for name in packIDs where id.map({ Self.names($0, inPack: name) }) ?? true {
            var loading = Loading(folder, corpus)
            guard let pack = loading.pack(name, withCases: true), loading.diagnostics.isEmpty else {
                report = report + RuleTestReport(passed: 0, runs: 0, failures: loading.diagnostics, failed: 0)
                continue
            }
            do {
                let cases = pack.cases.filter { id == nil || id == name || id == $0.rule }
                let tester = RuleTester(pack: try loading.compile(pack), folding: loading.folding)
                report = report + tester.report(on: cases)
            } catch {
                report = report + RuleTestReport(passed: 0, runs: 0, failures: error.diagnostics, failed: 0)
            }
        }
        if report.runs == 0, report.failures.isEmpty {
            let location = SourceLocation(path: folder.path(percentEncoded: false))
            let what = id.map { " of '\($0)'" } ?? ""
            let none = Diagnostic("case/none", .error, in: location, "there is no case\(what) to run")
            report = report + RuleTestReport(passed: 0, runs: 0, failures: [none], failed: 0)
        }
        return report
    }

    /// Whether `id` is the pack's or one of its rules'.
    static func names(_ id: String, inPack pack: String) -> Bool {
        id == pack || id.hasPrefix("\(pack)/")
    }

    /// The packs called `ids` with all that compiling them takes.
    func loaded(_ ids: [String]) throws(RulePackError) -> LoadedRules {
        var loading = Loading(folder, corpus)
        var packs: [(RulePack, CompiledRulePack)] = []
        for id in ids {
            guard let pack = loading.pack(id, withCases: true), loading.diagnostics.isEmpty else {
                throw RulePackError(loading.diagnostics)
            }
            packs.append((pack, try loading.compile(pack)))
        }
        return LoadedRules(packs: packs, lexicon: loading.lexicon, folding: loading.folding, files: RuleFiles(folder))
    }
}

/// Packs with the lexicon that they share.
struct LoadedRules {
    let packs: [(pack: RulePack, compiled: CompiledRulePack)]
    let lexicon: Lexicon
    let folding: FoldingTable
    let files: RuleFiles
}
