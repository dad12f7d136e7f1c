import ArgumentParser

extension Hegui {
    /// The commands about the notices that ship.
    struct Corpus: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show and check the notices of the corpus, and take in one's own.",
            discussion: """
                Example:
                  hegui corpus list
                  hegui corpus show yinfa-2026-42
                """,
            subcommands: [
                CorpusList.self, CorpusShow.self, CorpusAdd.self, CorpusNorms.self, CorpusVerify.self,
            ]
        )
    }
}
