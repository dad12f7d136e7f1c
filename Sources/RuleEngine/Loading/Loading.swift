internal import Foundation
internal import LegalText
internal import NoticeCorpus
internal import NoticeModel
internal import RecordModel
internal import TermMatching

/// A rules folder being loaded: the lexicon read once, and the mistakes so far.
struct Loading {
    private let files: RuleFiles
    private let corpus: NoticeCorpus
    let lexicon: Lexicon
    let folding: FoldingTable
    private let shared: [(name: String, text: String)]

    /// Whether the lexicon has no mistake.
    private let isLexiconSound: Bool

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
        isLexiconSound = diagnostics.isEmpty
    }

    /// What is wrong with what the rules of `pack` refer to.
    func mistakes(of pack: RulePack) -> [Diagnostic] {
        isLexiconSound ? RuleLinter(lexicon: lexicon, corpus: corpus).diagnostics(of: pack) : []
    }

    /// Notes a mistake of the folder as a whole.
    mutating func report(_ id: String, _ summary: String) {
        diagnostics.append(Diagnostic(id, .error, in: SourceLocation(path: files.shown("")), summary))
    }

    /// The pack called `id`, its rules checked against lexicon and corpus where that is asked for.
    mutating func pack(_ id: String, withCases: Bool, isChecked: Bool = true) -> RulePack? {
        var loader = RulePackLoader(files)
        let pack = loader.pack(id, withCases: withCases, lexicon: shared)
        diagnostics += loader.diagnostics
        if let pack, isLexiconSound, isChecked {
            diagnostics += RuleLinter(lexicon: lexicon, corpus: corpus).diagnostics(of: pack)
        }
        return pack
    }

    /// Checks the words of the lexicon.
    mutating func checkLexicon() {
        guard isLexiconSound else { return }
        diagnostics += TermLint(lexicon: lexicon, folding: folding).diagnostics()
        diagnostics += DisguiseLinter(lexicon: lexicon, folding: folding).diagnostics()
    }

    /// Checks what needn't hold for a pack to be used; `isSound` says that it can be compiled.
    mutating func check(_ pack: RulePack, isSound: Bool) {
        let drafts = DraftCheck().diagnostics(of: pack)
        diagnostics += drafts + RuleLinter(lexicon: lexicon, corpus: corpus).caseDiagnostics(of: pack)
        guard isLexiconSound else { return }
        diagnostics += CoverageChecker(corpus: corpus).waiverProblems(of: pack)
        diagnostics += ForceLint(corpus: corpus).diagnostics(of: pack)
        diagnostics += BreadthLint(lexicon: lexicon, common: commonWords(), folding: folding).diagnostics(of: pack)
        diagnostics += ClauseLint(corpus: corpus).diagnostics(of: pack)
        guard isSound, let compiled = try? compile(pack) else { return }
        diagnostics += compiled.fallenSentinels()
        if drafts.isEmpty { diagnostics += SentinelLint().diagnostics(of: pack) }
    }

    /// The words that are too common to start from; none where the folder doesn't say.
    private mutating func commonWords() -> [String] {
        guard files.names(in: "lexicon").contains("common.yaml"), let file = files.file("lexicon/common.yaml") else {
            return []
        }
        var decoder = LexiconDecoder(path: file.path)
        defer { diagnostics += decoder.diagnostics }
        return decoder.commonWords(file.text)
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
            rules.append(CompiledRule(rule, basis: try basis(of: rule), in: compiled))
        }
        var compiledPack = CompiledRulePack(
            id: pack.id,
            version: pack.version,
            digest: pack.digest,
            rules: rules,
            lexicon: compiled,
            anchors: compiled.anchorFilter(for: anchors)
        )
        compiledPack.sentinels = pack.sentinels
        compiledPack.termDates = PackDescription.termDates(of: pack, lexicon: lexicon)
        return compiledPack
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
