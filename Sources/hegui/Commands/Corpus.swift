import ArgumentParser

extension Hegui {
    /// The commands about the notices that ship.
    struct Corpus: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show and check the notices of the corpus, and take in one's own.",
            subcommands: [
                CorpusList.self, CorpusShow.self, CorpusAdd.self, CorpusNorms.self, CorpusVerify.self,
            ]
        )
    }
}
