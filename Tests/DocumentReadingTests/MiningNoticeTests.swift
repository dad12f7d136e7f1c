import DocumentReading
import Foundation
import LegalText
import TestSupport
import Testing

/// The issuing ministry's page of 发改运行〔2021〕1283号 lies beside the project, for it isn't ours to copy.
@Suite(
    "Reading a ministry's own page",
    .enabled(if: ProjectFolder.shared != nil, "the page lies in a folder that this machine hasn't got")
)
struct MiningNoticeTests {
    private func bytes(_ name: String) throws -> [UInt8] {
        let folder = try #require(ProjectFolder.shared)
        return [UInt8](try Data(contentsOf: folder.appending(path: "corpus").appending(path: name)))
    }

    private func readPage() throws -> ReadDocument {
        try DocumentReader().read(try bytes("ndrc-2021-1283.zh.ndrc-page.html"))
    }

    /// The words of a line with each run of blanks as one space.
    private func words(_ text: some StringProtocol) -> String {
        text.split { $0.unicodeScalars.allSatisfy(\.isBlank) }.joined(separator: " ")
    }

    @Test("gives the same lines as the text of the notice")
    func sameLines() throws {
        let page = try readPage()
        let text = try DocumentReader().read(try bytes("ndrc-2021-1283.zh.txt"))
        let pageLines = page.blocks.map { words(page.source[$0.span]) }
        let textLines = text.blocks.map { words(text.source[$0.span]) }
        let start = try #require(pageLines.firstIndex(of: textLines[0]))
        #expect(Array(pageLines[start...].prefix(textLines.count)) == textLines)
        #expect(pageLines[(start + textLines.count)...] == ["附件："])
    }

    @Test("shows the title, which is parted over two lines, as bold and centred")
    func title() throws {
        let page = try readPage()
        let title = page.blocks.filter { page.source[$0.span].hasSuffix("“挖矿”") || page.source[$0.span] == "活动的通知" }
        #expect(title.count == 2)
        #expect(title.allSatisfy { $0.isBold && $0.isCentered })
    }

    @Test("begins a block with each of the twenty articles")
    func articles() throws {
        let page = try readPage()
        let lines = page.blocks.map { page.source[$0.span] }
        for number in 1...20 {
            let mark = "（\(ChineseNumeral.text(number))）"
            #expect(lines.count { $0.hasPrefix(mark) } == 1, "\(mark)")
        }
    }

    @Test("keeps what the page says about itself")
    func metadata() throws {
        let page = try readPage()
        #expect(page.format == .html)
        #expect(page.metadata.documentTitle == "关于整治虚拟货币“挖矿”活动的通知(发改运行〔2021〕1283号)")
        #expect(page.metadata.title?.hasSuffix("-国家发展和改革委员会") == true)
        #expect(page.metadata.published == "2021-09-24 14:50:44")
        #expect(page.diagnostics == [])
    }
}
