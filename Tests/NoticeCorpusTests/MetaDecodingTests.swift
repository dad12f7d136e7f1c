import Foundation
import LegalText
import NoticeCorpus
import Testing

@Suite("Reading meta.yaml")
struct MetaDecodingTests {
    /// Loads a corpus with one notice, `sample`, and returns what is wrong with it.
    private func diagnostics(meta: String, files: [String: String] = ["zh.txt": "一、试"]) throws -> [String] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "hegui-corpus-\(UUID().uuidString)")
        let notice = folder.appending(path: "notices/sample")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: notice, withIntermediateDirectories: true)
        try meta.write(to: notice.appending(path: "meta.yaml"), atomically: true, encoding: .utf8)
        for (name, contents) in files {
            try contents.write(to: notice.appending(path: name), atomically: true, encoding: .utf8)
        }
        do {
            _ = try NoticeCorpus.load(from: folder)
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                let location = diagnostic.location
                let line = location?.line.map { "\($0):\(location?.column ?? 0) " } ?? ""
                return line + diagnostic.id + (diagnostic.help.map { " (\($0))" } ?? "")
            }
        }
    }

    private let good = """
        id: sample
        title: { zh: 关于试验的通知, en: Notice on a Trial }
        texts:
          zh:
            file: zh.txt
            status: transcription
            source: made up
        """

    @Test("takes a file without mistakes")
    func noMistakes() throws {
        #expect(try diagnostics(meta: good) == [])
    }

    @Test("reports every mistake with its place")
    func manyMistakes() throws {
        let meta = """
            id: other
            titel: { zh: 关于试验的通知, en: Notice on a Trial }
            date: 2026-02-30
            texts:
              zh:
                file: zh.txt
                status: offical
                source: made up
            """
        let found = try diagnostics(meta: meta)
        let expected = [
            "2:1 corpus/unknown-field (did you mean 'title'?)", "1:5 corpus/wrong-id", "1:1 corpus/missing-field",
            "3:7 corpus/wrong-value", "7:13 corpus/wrong-value (did you mean 'official'?)",
        ]
        #expect(found == expected)
    }

    @Test(
        "reports a file that isn't a mapping, isn't YAML, or is empty",
        arguments: [("- a", "1:1 corpus/not-a-mapping"), ("", "corpus/empty"), ("a: [", "2:1 corpus/not-yaml")]
    )
    func notAMapping(meta: String, expected: String) throws {
        #expect(try diagnostics(meta: meta) == [expected])
    }

    @Test("reports a text that isn't there")
    func missingText() throws {
        #expect(try diagnostics(meta: good, files: [:]) == ["corpus/unreadable"])
    }

    @Test("reports a repeal of a notice that the corpus hasn't got")
    func unknownRepeal() throws {
        #expect(try diagnostics(meta: good + "\nrepeals: [nothing]") == ["corpus/no-such-notice"])
    }

    @Test("reports a folder that isn't there")
    func missingFolder() {
        let folder = URL(filePath: "/nonexistent/corpus")
        let error = #expect(throws: CorpusError.self) { try NoticeCorpus.load(from: folder) }
        #expect(error?.diagnostics.map(\.id) == ["corpus/no-such-folder"])
    }
}
