#if Service
    import RuleEngine
    import Foundation
    import NoticeComparison
    import Screening
    import WebService

    extension DataFolder {
        /// The labelled records that ship; a file that can't be read is left out, since nothing is screened by it.
        private var labelledRecords: [ReadRow] {
            let folder = corpusFolder.appending(path: "records", directoryHint: .isDirectory)
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
            return names.filter { $0.hasSuffix(".csv") }.sorted().flatMap { name -> [ReadRow] in
                guard var reader = try? RecordReader(path: folder.appending(path: name).path(percentEncoded: false))
                else { return [] }
                return ((try? reader.readAll()) ?? []).filter { $0.label != nil }
            }
        }

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
                workers: workers,
                labelled: labelledRecords
            )
        }
    }
#endif
