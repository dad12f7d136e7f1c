#if Service
    import HTTPTypes
    package import DecisionLog
    import LegalText
    package import NoticeComparison
    package import NoticeCorpus
    package import NoticeModel
    import RuleEngine
    package import Screening

    /// The notices and the rules as they were when they were last read: never changed, and shared by all requests that
    /// began under them.
    package struct EngineState: Sendable {
        /// The notices.
        package let corpus: NoticeCorpus

        /// The packs by id.
        package let packs: [String: LoadedPack]

        /// The pack that is used where a request names none.
        package let currentPack: String

        /// How rules stand now, for what was decided under others.
        package let currentRules: CurrentRules

        /// Records whose verdicts people gave, by which the current rules are measured; none where there are none.
        let labelled: [ReadRow]

        /// Traditional and variant characters, for comparisons.
        let variants: VariantCharacters

        /// How many blocks of a batch are screened at a time.
        let workers: Int

        /// Creates a state.
        package init(
            corpus: NoticeCorpus,
            packs: [LoadedPack],
            currentPack: String,
            variants: VariantCharacters,
            workers: Int = 2,
            labelled: [ReadRow] = []
        ) {
            self.corpus = corpus
            self.packs = Dictionary(packs.map { ($0.pack.id, $0) }) { first, _ in first }
            self.currentPack = currentPack
            currentRules = CurrentRules(packs.map(\.pack))
            self.variants = variants
            self.workers = workers
            self.labelled = labelled
        }

        /// The pack called `id`; without a name that of the notice in force on `date`, or else the current one.
        ///
        /// - Throws: A ``Problem`` where there is none.
        package func pack(_ id: String? = nil, asOf date: LegalDate? = nil) throws(Problem) -> LoadedPack {
            if let id, date != nil {
                throw .query(
                    "as-of",
                    LocalizedText(zh: "与“pack”（\(id)）不能同时使用", en: "chooses the rules by a date; leave out pack=\(id)")
                )
            }
            guard let date else { return try pack(named: id ?? currentPack) }
            let candidates = corpus.inForce(on: date).filter { packs[$0.id] != nil }
            guard let latest = candidates.max(by: { ($0.known?.description ?? "") < ($1.known?.description ?? "") })
            else {
                throw Problem(
                    "as-of/none",
                    .notFound,
                    title: LocalizedText(zh: "该日没有适用的规则", en: "No rules were in force on that day"),
                    detail: LocalizedText(
                        zh: "\(date)没有施行中且有规则的通知",
                        en: "No notice with rules was in force on \(date)"
                    )
                )
            }
            return try pack(named: latest.id)
        }

        private func pack(named id: String) throws(Problem) -> LoadedPack {
            if let pack = packs[id] { return pack }
            let known = packs.keys.sorted().joined(separator: ", ")
            throw Problem(
                "rules/unknown-pack",
                .notFound,
                title: LocalizedText(zh: "没有这个规则包", en: "There is no such pack"),
                detail: LocalizedText(
                    zh: "没有规则包“\(id)”；现有：\(known)",
                    en: "There is no pack '\(id)'; packs are \(known)"
                )
            )
        }

        /// The text of the corpus called `name`, such as `yinfa-2021-237/en`.
        ///
        /// - Throws: A ``Problem`` where there is none.
        package func text(_ name: String) throws -> CorpusText {
            if let text = try corpus.text(named: name) { return text }
            let known = corpus.entries.map(\.id).joined(separator: ", ")
            throw Problem(
                "corpus/unknown-notice",
                .notFound,
                title: LocalizedText(zh: "没有这个通知", en: "There is no such notice"),
                detail: LocalizedText(
                    zh: "文库中没有“\(name)”；现有：\(known)",
                    en: "The corpus has no notice '\(name)'; it has \(known)"
                )
            )
        }
    }
#endif
