import ArgumentParser

extension Hegui {
    /// The commands about the notices that ship.
    struct Corpus: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show the notices of the corpus, and check them.",
            subcommands: [CorpusList.self, CorpusVerify.self]
        )
    }
}
