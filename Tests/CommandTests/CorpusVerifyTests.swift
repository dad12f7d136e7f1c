import Foundation
import TestSupport
import Testing

@Suite("hegui corpus verify", .timeLimit(.minutes(15)))
struct CorpusVerifyTests {
    @Test("shows both quotes, and ends with 1 where the texts differ")
    func text() throws {
        let run = try CommandRun(["corpus", "verify", "yinfa-2026-42"])
        #expect(run.status == 1)
        #expect(run.errors == "")
        #expect(run.output.contains("zh: 境外单位和个人不得以任何形式非法向境内主体提供虚拟货币相关服务。\n    en: Overseas entities"))
        #expect(try CommandRun(["corpus", "verify", "yinfa-2026-42", "--exit-zero"]).status == 0)
    }

    @Test("gives every quote its place and the status of its text in JSON")
    func json() throws {
        let run = try CommandRun(["corpus", "verify", "--format", "json"])
        #expect(run.status == 1)
        let document = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        #expect(document["schema"] as? String == "hegui/verification/1")
        let notices = try #require(document["notices"] as? [[String: Any]])
        #expect(notices.map { $0["notice"] as? String } == ["yinfa-2021-237", "yinfa-2026-42"])
        let findings = try #require(notices[1]["findings"] as? [[String: Any]])
        let quotes = findings.compactMap { $0["zh"] as? [String: Any] }
        #expect(!quotes.isEmpty)
        #expect(quotes.allSatisfy { $0["status"] as? String == "unofficial-reconstruction" })
        #expect(quotes.allSatisfy { $0["span"] is [String: Any] })
    }
}
