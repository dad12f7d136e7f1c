#if Service
    package import Reporting
    package import RuleEngine
    import Screening

    /// A rule pack with all that answers say of it.
    package struct LoadedPack: Sendable {
        /// The rules, ready to be applied.
        package let pack: CompiledRulePack

        /// The rules as their files have them.
        package let contents: RulePack

        /// The words that they look for.
        package let lexicon: Lexicon

        /// Their titles, clauses and dates.
        package let description: PackDescription

        /// Which rules they are.
        package let identity: PackIdentity

        /// Screens batches of which clear rows are only counted; made once, since it holds a table of several megabytes.
        let flagging: BatchScreener

        /// Screens batches of which every row is answered.
        let answeringAll: BatchScreener

        /// How many blocks of a batch are screened at a time.
        let workers: Int

        /// Takes a pack that was compiled from `contents`; `workers` blocks of a batch are screened at a time.
        package init(_ pack: CompiledRulePack, contents: RulePack, lexicon: Lexicon, workers: Int) {
            self.pack = pack
            self.contents = contents
            self.lexicon = lexicon
            description = PackDescription(pack)
            identity = PackIdentity(pack)
            self.workers = workers
            flagging = BatchScreener(pack: pack, workers: workers)
            answeringAll = BatchScreener(pack: pack, workers: workers, keepsClear: true)
        }
    }
#endif
