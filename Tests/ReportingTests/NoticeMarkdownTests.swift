import LegalText
import NoticeCorpus
import NoticeModel
import Reporting
import TestSupport
import Testing

@Suite("A notice as Markdown")
struct NoticeMarkdownTests {
    /// What must be the same after a notice was written and read back.
    private struct Tree: Equatable {
        let title: String?
        let number: String?
        let date: LegalDate?
        let issuers: [String]
        let addressee: String?
        let repeals: [String]
        let provisions: [String]

        init(_ notice: Notice) {
            title = notice.header.title?.text
            number = notice.header.documentNumber?.text
            date = notice.header.date?.date
            issuers = notice.header.issuers.map(\.text)
            addressee = notice.header.addressee?.text
            repeals = notice.header.repeals.map(\.text)
            func words(_ paragraph: Paragraph) -> [String] {
                let text = notice.text(at: paragraph.span).filter { !$0.isWhitespace }
                return ["\(paragraph.id) \(paragraph.label ?? "") \(text)"] + paragraph.points.flatMap(words)
            }
            provisions =
                notice.sections.map { "\($0.id) \($0.label) \($0.heading) \($0.articles)" }
                + notice.articles.flatMap { article in
                    ["\(article.id) \(article.label) \(article.heading?.text ?? "-")"]
                        + article.paragraphs.flatMap(words)
                        + article.norms.map { "\($0.id) \($0.kind)" }
                }
                + notice.looseNorms.map { "\($0.id) \($0.kind)" }
        }
    }

    private func check(_ notice: Notice) throws {
        let markdown = NoticeMarkdown(notice).text
        let again = try NoticeSamples.parse(markdown)
        let (before, after) = (Tree(notice), Tree(again))
        #expect(after.provisions.difference(from: before.provisions).isEmpty)
        #expect(after == before)
        #expect(NoticeMarkdown(again).text == markdown)
    }

    @Test("reads back into the same tree", arguments: NoticeSamples.corpusNames)
    func corpus(name: String) throws {
        try check(try #require(try NoticeSamples.corpusText(name)).notice)
    }

    @Test("reads back into the same tree, with every level and every sign")
    func law() throws {
        let notice = try NoticeSamples.parse(NoticeSamples.law)
        #expect(notice.articles.count == 4)
        try check(notice)
    }

    @Test(
        "reads back into the same tree, from pages and unnumbered sections",
        .enabled(if: ProjectFolder.shared != nil, "the folder of shared test inputs isn't there"),
        arguments: NoticeSamples.sharedNames
    )
    func shared(name: String) throws {
        try check(try #require(try NoticeSamples.shared(name)))
    }

    @Test("shows people headings, bold marks and the status, which is no part of the text")
    func form() throws {
        let text = try #require(try NoticeSamples.corpusText("yinfa-2026-42/zh"))
        let markdown = NoticeMarkdown(text.notice, status: text.status.rawValue).text
        let lines = markdown.split(separator: "\n").map(String.init)
        #expect(lines[0] == "<!-- hegui:notice -->")
        #expect(lines[1] == "> 非官方重构文本 / unofficial reconstruction")
        #expect(lines.contains { $0.hasPrefix("# 中国人民银行 国家发展改革委") })
        #expect(lines.contains("## 四、对境内主体赴境外开展相关业务实行严格监管"))
        #expect(lines.contains { $0.hasPrefix("**（八）加强经营主体登记和广告管理**。市场监管部门") })
        #expect(lines.contains { $0.hasPrefix("**（十三）** 未经相关部门") })
        #expect(try !NoticeSamples.parse(markdown).source.string.contains("重构"))
    }

    @Test("takes marks for marks only in a document that says what it is")
    func foreign() throws {
        let notice = try NoticeSamples.parse("# 关于测试的通知\n\n**一、** 不得测试。\n")
        #expect(notice.source.string.contains("**一、**"))
    }

    @Test(
        "gives words back as they were, whatever signs they hold",
        arguments: [
            "# 1. *a* **b** _c_ `d` [e](f) <g> ~~h~~ &amp; \\ \\* |i|", "- 不得", "+ 不得", "> 引用", "1) 项", "12. 项",
            "=== 不得", "\\",
            "*", "**", "***", "a  b", "<!-- hegui:notice -->",
        ]
    )
    func signs(words: String) throws {
        let notice = try NoticeSamples.parse("关于测试的通知\n\n一、\(words)\n二、不得\(words)。\n\(words)\n三、不得测试。\n")
        let again = try NoticeSamples.parse(NoticeMarkdown(notice).text)
        func flat(_ notice: Notice) -> [String] {
            let flowed = notice.leaves.filter { $0.kind != .skipped }.map { notice.text(at: $0.span) }
            return flowed.map { $0.split(whereSeparator: \.isWhitespace).joined() }
        }
        #expect(flat(again).joined() == flat(notice).joined())
    }
}
