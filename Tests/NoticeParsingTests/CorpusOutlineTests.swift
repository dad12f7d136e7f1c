import DocumentReading
import Foundation
import LegalText
import NoticeModel
import NoticeParsing
import TestSupport
import Testing

@Suite("The notices of the corpus")
struct CorpusOutlineTests {
    @Test(
        "read as their goldens say",
        arguments: ["yinfa-2026-42/zh", "yinfa-2026-42/en", "yinfa-2021-237/zh", "yinfa-2021-237/en"]
    )
    func goldens(name: String) throws {
        let document = try DocumentReader().read(ProjectFolder.bytes("corpus/notices/\(name).txt"))
        let dump = NoticeDump(NoticeParser().parse(document)).text
        let golden = "Tests/NoticeParsingTests/Goldens/\(name.replacing("/", with: "-")).txt"
        let file = ProjectFolder.root.appending(path: golden)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            try Data(dump.utf8).write(to: file)
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        let changes = dump.split(separator: "\n").difference(from: expected.split(separator: "\n"))
        #expect(changes.isEmpty, "UPDATE_GOLDEN=1 swift test rewrites \(golden)")
    }
}
