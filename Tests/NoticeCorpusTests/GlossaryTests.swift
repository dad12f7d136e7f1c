import Foundation
import LegalText
import NoticeCorpus
import TestSupport
import Testing

@Suite("The glossary")
struct GlossaryTests {
    @Test("has the vocabulary of notices, each term with a note")
    func shipped() throws {
        let glossary = try Glossary.load(from: ProjectFolder.root.appending(path: "corpus"))
        #expect(glossary.terms.count > 100)
        #expect(glossary.terms.allSatisfy { !$0.en.isEmpty && !$0.note.isEmpty })
    }

    @Test("reports every mistake of a file, with its place")
    func mistakes() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hegui-glossary-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let yaml = """
            terms:
              - {zh: 甲, en: [a], note: first}
              - {zh: 甲, en: [b], note: again}
              - {zh: 乙, en: [], note: none}
              - {zh: 丙, en: [c]}
              - {zh: 丁, en: [d], note: typo, eech: true}
              - {zh: 戊, en: [e], note: flag, each: maybe}
            """
        try Data(yaml.utf8).write(to: folder.appending(path: "glossary.yaml"))
        let error = #expect(throws: CorpusError.self) { try Glossary.load(from: folder) }
        #expect(error?.diagnostics.map { $0.location?.line } == [3, 4, 5, 6, 7])
        #expect(error?.diagnostics.contains { $0.help == "did you mean 'each'?" } == true)
    }
}
