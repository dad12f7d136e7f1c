import DocumentReading
import Foundation
import LegalText
import NoticeModel
import NoticeParsing
import TestSupport
import Testing

@Suite(
    "Documents beside the project",
    .enabled(if: ProjectFolder.shared != nil, "the folder of shared test inputs isn't there")
)
struct SharedPageTests {
    private func notice(_ file: String) throws -> Notice {
        let folder = try #require(ProjectFolder.shared)
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "corpus").appending(path: file)))
        let notice = NoticeParser().parse(try DocumentReader().read(bytes))
        if let folder = ProcessInfo.processInfo.environment["DUMP"] {
            try NoticeDump(notice).text.write(toFile: "\(folder)/\(file).dump", atomically: true, encoding: .utf8)
        }
        return notice
    }

    @Test(
        "have as many articles as their readers count",
        arguments: [
            ("yinfa-2026-42.zh.txt", 19), ("yinfa-2026-42.en.txt", 19), ("yinfa-2021-237.zh.txt", 16),
            ("yinfa-2021-237.en.txt", 16), ("ndrc-2021-1283.zh.txt", 20), ("ndrc-2021-1283.zh.ndrc-page.html", 20),
            ("seed-page.txt", 19),
        ]
    )
    func articleCounts(file: String, count: Int) throws {
        let notice = try notice(file)
        #expect(notice.articles.map(\.number) == Array(1...count))
        #expect(LeafAudit(notice).problems == [])
    }
}
