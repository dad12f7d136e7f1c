import DocumentReading
import Foundation
import NoticeModel
import NoticeParsing
import TestSupport
import Testing

@Suite("The conformance corpus", .timeLimit(.minutes(15)))
struct ConformanceTests {
    @Test("is there")
    func isDiscovered() {
        #expect(ConformanceCase.all.count >= 40)
        #expect(ConformanceCase.all.allSatisfy { !$0.expected.isEmpty })
        #expect(Set(ConformanceCase.all.map(\.testDescription)).count == ConformanceCase.all.count)
    }

    @Test("reads as its trees say", arguments: ConformanceCase.all)
    func tree(sample: ConformanceCase) throws {
        let notice = try sample.notice()
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            // For reviewing only: the expected trees are written by hand.
            let names = Set(sample.expected.compactMap(ConformanceTree.name))
            print("=== \(sample.title) ===\n" + ConformanceTree(notice).lines(named: names).joined(separator: "\n"))
        }
        let differences = sample.differences(notice)
        #expect(differences.isEmpty, "\(differences.joined(separator: "\n"))")
        #expect(LeafAudit(notice).problems == [])
    }

    @Test("reads the same from a page", arguments: ConformanceCase.all, 0..<3)
    func page(sample: ConformanceCase, style: Int) throws {
        guard let page = sample.page(style) else { return }
        let notice = NoticeParser().parse(try DocumentReader().read(Array(page.utf8)))
        let text = try sample.notice()
        let expected = ConformanceTree(text).lines(named: ["number", "date", "issuers"])
        let actual = ConformanceTree(notice).lines(named: ["number", "date", "issuers"])
        let changes = actual.difference(from: expected).map { "\($0)" }
        #expect(changes.isEmpty, "\(changes.joined(separator: "\n"))")
        #expect(LeafAudit(notice).problems == [])
    }
}
