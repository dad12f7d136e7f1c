#if Service
    import RuleEngine
    import Foundation
    import NoticeComparison
    import WebService

    extension DataFolder {
        /// Every notice and every pack, as the service keeps them.
        ///
        /// - Throws: ``CommandFailure`` where one of them can't be used.
        func engineState(workers: Int) throws(CommandFailure) -> EngineState {
            let folder = try ruleFolder()
            var packs: [LoadedPack] = []
            for id in folder.packIDs {
                let contents = try contents(of: id)
                packs.append(
                    LoadedPack(try pack(id), contents: contents.pack, lexicon: contents.lexicon, workers: workers)
                )
            }
            guard packs.contains(where: { $0.pack.id == standardPack }) else {
                throw CommandFailure("there is no pack '\(standardPack)', which is the current one")
            }
            return EngineState(
                corpus: try corpus(),
                packs: packs,
                currentPack: standardPack,
                variants: ComparedNotices.variants(of: self),
                workers: workers
            )
        }
    }
#endif
