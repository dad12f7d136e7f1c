public import Foundation
public import LegalText
public import NoticeCorpus
internal import NoticeModel
internal import RecordModel
internal import TermMatching

/// A folder of rules: the lexicon, and a pack for each notice.
public struct RuleFolder: Sendable {
    private let folder: URL
    private let corpus: NoticeCorpus

    /// Creates a folder whose rules cite the notices of `corpus`; nothing is read yet.
    public init(rules folder: URL, corpus: NoticeCorpus) {
        self.folder = folder
        self.corpus = corpus
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
    /// - Throws: An error with every mistake of the pack and the lexicon; a pack with a mistake is not used.
    public func pack(_ id: String) throws(RulePackError) -> CompiledRulePack {
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
        var loading = Loading(folder, corpus)
        let pack = loading.pack(id, withCases: false)
        guard let pack, loading.diagnostics.isEmpty else { throw RulePackError(loading.diagnostics) }
        return try loading.compile(pack)
    }

    /// The pack called `id` as its files have it, with its cases and the lexicon.
    ///
    /// - Throws: An error with every mistake of the pack and the lexicon.
    package func contents(of id: String) throws(RulePackError) -> (pack: RulePack, lexicon: Lexicon) {
        var loading = Loading(folder, corpus)
        let pack = loading.pack(id, withCases: true)
        guard let pack, loading.diagnostics.isEmpty else { throw RulePackError(loading.diagnostics) }
        return (pack, loading.lexicon)
    }

    /// Every mistake of the lexicon and of all packs.
    public func lint() -> [Diagnostic] {
        var loading = Loading(folder, corpus)
        if packIDs.isEmpty {
            loading.report("rules/no-pack", "the folder has no pack: expected a folder named after a notice")
        }
        loading.checkDisguises()
        for id in packIDs {
            guard let pack = loading.pack(id, withCases: true) else { continue }
            loading.checkCases(of: pack)
        }
        return loading.diagnostics
    }

    /// Runs the cases of every rule of every pack, or of the pack or rule called `id`; no case at all is a failure.
    ///
    /// Each case is tried as it stands and in every ``CaseDressing`` that it doesn't exclude.
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

/// A rules folder being loaded: the lexicon read once, and the mistakes so far.
private struct Loading {
    private let files: RuleFiles
    private let corpus: NoticeCorpus
    let lexicon: Lexicon
    let folding: FoldingTable
    private let shared: [(name: String, text: String)]

    private(set) var diagnostics: [Diagnostic]

    init(_ folder: URL, _ corpus: NoticeCorpus) {
        files = RuleFiles(folder)
        self.corpus = corpus
        var loader = LexiconLoader(files)
        lexicon = loader.lexicon()
        folding = loader.folding()
        shared = loader.read
        diagnostics = loader.diagnostics
        // A concept that didn't load would be reported again wherever it is named.
        if diagnostics.isEmpty {
            diagnostics += RuleLinter(lexicon: lexicon, corpus: corpus).lexiconDiagnostics()
        }
    }

    mutating func report(_ id: String, _ summary: String) {
        diagnostics.append(Diagnostic(id, .error, in: SourceLocation(path: files.shown("")), summary))
    }

    mutating func pack(_ id: String, withCases: Bool) -> RulePack? {
        let isLexiconSound = diagnostics.isEmpty
        var loader = RulePackLoader(files)
        let pack = loader.pack(id, withCases: withCases, lexicon: shared)
        diagnostics += loader.diagnostics
        if let pack, isLexiconSound {
            diagnostics += RuleLinter(lexicon: lexicon, corpus: corpus).diagnostics(of: pack)
        }
        return pack
    }

    mutating func checkCases(of pack: RulePack) {
        diagnostics += RuleLinter(lexicon: lexicon, corpus: corpus).caseDiagnostics(of: pack)
    }

    mutating func checkDisguises() {
        diagnostics += DisguiseLinter(lexicon: lexicon, folding: folding).diagnostics()
    }

    /// Compiles a pack that has no mistakes.
    func compile(_ pack: RulePack) throws(RulePackError) -> CompiledRulePack {
        var named = Set(ContextConcept.allCases.map(\.rawValue))
        var anchors: Set<String> = []
        for rule in pack.rules {
            named.formUnion(rule.concepts)
            anchors.formUnion(rule.condition.anchors { lexicon.concepts[$0]?.isGeneric ?? false } ?? [])
        }
        let compiled = CompiledLexicon(
            lexicon,
            concepts: CompiledLexicon.required(by: named, in: lexicon),
            folding: folding
        )
        var rules: [CompiledRule] = []
        for rule in pack.rulesInOrder() {
            let concepts = Set(rule.condition.concepts.compactMap(compiled.index(of:)))
            rules.append(CompiledRule(rule: rule, basis: try basis(of: rule), concepts: concepts))
        }
        return CompiledRulePack(
            id: pack.id,
            version: pack.version,
            digest: pack.digest,
            rules: rules,
            lexicon: compiled,
            anchors: compiled.anchorMatcher(for: anchors)
        )
    }

    private func basis(of rule: Rule) throws(RulePackError) -> Basis {
        var quotes: [Quote] = []
        var label: String?
        for language in LocalizedText.Language.allCases {
            guard let quote = rule.basis.quotes[language] else { continue }
            do {
                guard let text = try corpus.text(notice: rule.basis.notice, language: language) else { continue }
                quotes.append(Quote(quote.text, language: language, status: text.status.rawValue))
                label = label ?? text.notice.article(at: ProvisionID(rawValue: rule.basis.provision))?.label
            } catch {
                throw RulePackError(error.diagnostics)
            }
        }
        return Basis(
            notice: rule.basis.notice,
            documentNumber: corpus.entry(rule.basis.notice)?.documentNumber,
            provision: rule.basis.provision,
            label: label,
            quotes: quotes
        )
    }
}
