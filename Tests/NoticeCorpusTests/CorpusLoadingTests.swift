import Foundation
import LegalText
import NoticeCorpus
import TestSupport
import Testing

@Suite("The shelf of notices")
struct CorpusLoadingTests {
    @Test("loads every notice that ships, each with both texts")
    func shippedCorpus() throws {
        let corpus = try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
        #expect(corpus.entries.map(\.id) == ["yinfa-2021-237", "yinfa-2026-42"])
        for entry in corpus.entries {
            #expect(Set(entry.texts.keys) == Set(LocalizedText.Language.allCases))
        }
    }
}
