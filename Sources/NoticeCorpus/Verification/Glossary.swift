package import Foundation

/// Chinese terms of regulatory texts with the English renderings that say the same, as `corpus/glossary.yaml` has them.
package struct Glossary: Sendable {
    /// The terms in the order of the file.
    package let terms: [Term]

    /// Creates a glossary.
    package init(_ terms: [Term]) {
        self.terms = terms
    }

    /// Reads `glossary.yaml` in the folder of a corpus.
    ///
    /// - Throws: An error with every mistake in the file.
    package static func load(from folder: URL) throws(CorpusError) -> Glossary {
        let path = folder.appending(path: "glossary.yaml").path(percentEncoded: false)
        guard let data = FileManager.default.contents(atPath: path), let yaml = String(bytes: data, encoding: .utf8)
        else { throw CorpusError([.unreadable(path)]) }
        var decoder = GlossaryDecoder(path: path)
        let terms = decoder.decode(yaml)
        guard decoder.diagnostics.isEmpty else { throw CorpusError(decoder.diagnostics) }
        return Glossary(terms)
    }

    /// One term.
    package struct Term: Sendable, Hashable {
        /// The Chinese words.
        package let zh: String

        /// English words any of which render the term: `*` stands for any ending, `…` for up to eight words.
        package let en: [String]

        /// Renderings that need saying only once for a list, however often the Chinese repeats the term.
        package let governing: [String]

        /// What the term is, or what it must not be taken for.
        package let note: String

        /// Whether the English must say it as often as the Chinese does.
        package let isCounted: Bool

        /// Whether the English must not say it where the Chinese doesn't.
        package let isTwoSided: Bool

        /// Whether it needs no rendering, and stands here only so that no shorter term is read into it.
        package let isSilent: Bool
    }
}
