import Foundation
import LegalText
import NoticeCorpus
import NoticeModel
import TestSupport
import Testing

@Suite("The corpus that ships")
struct NoticeCorpusTests {
    private func corpus() throws -> NoticeCorpus {
        try NoticeCorpus.load(from: ProjectFolder.root.appending(path: "corpus"))
    }

    @Test("holds both notices, with what is known of them")
    func entries() throws {
        let corpus = try corpus()
        #expect(corpus.entries.map(\.id) == ["yinfa-2021-237", "yinfa-2026-42"])
        let entry = try #require(corpus.entry("yinfa-2021-237"))
        #expect(entry.date == LegalDate(year: 2021, month: 9, day: 15))
        #expect(entry.published == LegalDate(year: 2021, month: 9, day: 24))
        #expect(corpus.repealing("yinfa-2021-237").map(\.id) == ["yinfa-2026-42"])
    }

    @Test("find the notice that a citation names by its number")
    func cited() throws {
        let corpus = try corpus()
        let span = TextSpan(start: 0, end: 0)
        #expect(corpus.entry(citedBy: Citation(at: span, documentNumber: "银发〔2021〕237号"))?.id == "yinfa-2021-237")
        #expect(corpus.entry(citedBy: Citation(at: span, documentNumber: "银发〔2021〕1号")) == nil)
        #expect(corpus.entry(citedBy: Citation(at: span, title: "某办法")) == nil)
    }

    @Test(
        "parses every text",
        arguments: [
            ("yinfa-2026-42", 19, TextStatus.unofficialReconstruction),
            ("yinfa-2026-42/zh", 19, .unofficialReconstruction),
            ("yinfa-2026-42/en", 19, .unofficialTranslation), ("yinfa-2021-237/zh", 16, .transcription),
            ("yinfa-2021-237/en", 16, .unofficialTranslation),
        ]
    )
    func texts(name: String, articles: Int, status: TextStatus) throws {
        let text = try #require(try corpus().text(named: name))
        #expect(text.notice.articles.count == articles)
        #expect(text.status == status)
        #expect(String(decoding: text.bytes, as: UTF8.self) == text.notice.source.string)
    }

    @Test("finds the metadata's document number and dates in the text", arguments: ["yinfa-2026-42", "yinfa-2021-237"])
    func metadataAgrees(id: String) throws {
        let corpus = try corpus()
        let entry = try #require(corpus.entry(id))
        let text = try #require(try corpus.text(notice: id, language: .zh))
        #expect(text.notice.header.documentNumber?.text == entry.documentNumber)
        #expect(text.notice.header.date?.date == entry.date)
        #expect(text.notice.header.title?.text.hasSuffix(entry.title.zh) ?? false)
        let repealed = entry.repeals.compactMap { corpus.entry($0)?.documentNumber }
        #expect(text.notice.header.repeals.map(\.text) == repealed)
    }

    @Test("names no text that isn't there", arguments: ["nothing", "yinfa-2026-42/fr", "yinfa-2026-42/zh/more", ""])
    func unknownNames(name: String) throws {
        #expect(try corpus().text(named: name) == nil)
    }

    @Test("loads only the notices that are asked for")
    func onlySome() throws {
        let folder = ProjectFolder.root.appending(path: "corpus")
        let corpus = try NoticeCorpus.load(from: folder, only: ["yinfa-2026-42"])
        #expect(corpus.entries.map(\.id) == ["yinfa-2026-42"])
        let error = #expect(throws: CorpusError.self) {
            try NoticeCorpus.load(from: folder, only: ["yinfa-2026-24"])
        }
        #expect(error?.diagnostics.map(\.id) == ["corpus/no-such-notice"])
        #expect(error?.diagnostics.first?.help == "did you mean 'yinfa-2026-42'?")
    }

    @Test("finds the words of every claim about the wording")
    func claims() throws {
        let text = try #require(try corpus().text(named: "yinfa-2026-42"))
        for claim in text.description.wording {
            #expect(text.place(of: claim) != nil, "\(claim.provision) \(claim.words ?? "")")
        }
    }

    @Test(
        "tells quoted words from reconstructed ones",
        arguments: [
            ("art_8", "等字样或内容", Wording.quoted), ("art_8", "企业、个体工商户注册名称", .reconstructed),
            ("art_14", "应按照“相同业务、相同风险、相同规则”原则", .pressAnswer), ("art_14", "任何单位和个人不得开展上述业务", .quoted),
            ("art_1__para_2", "一律严格禁止", .quoted), ("art_1__para_1", "不具有法偿性", .reconstructed),
        ]
    )
    func wording(provision: String, words: String, expected: Wording) throws {
        let text = try #require(try corpus().text(named: "yinfa-2026-42"))
        let span = try #require(text.locate(quote: words, in: ProvisionID(rawValue: provision)))
        #expect(text.wording(of: span) == expected)
    }

    @Test(
        "finds a quote whatever its width and white space",
        arguments: [
            ("art_13", "不得在境外发行虚拟货币"), ("art_13", "不得 在境外\n发行虚拟货币"), ("art_8", "\"ＲＷＡ\"等字样或内容"),
            ("conclusions", "本通知自发布之日起施行"),
        ]
    )
    func quotes(provision: String, quote: String) throws {
        let text = try #require(try corpus().text(named: "yinfa-2026-42"))
        let span = try #require(text.locate(quote: quote, in: ProvisionID(rawValue: provision)))
        #expect(!text.notice.text(at: span).isEmpty)
    }

    @Test("doesn't find a quote in another provision")
    func wrongProvision() throws {
        let text = try #require(try corpus().text(named: "yinfa-2026-42"))
        #expect(text.locate(quote: "不得在境外发行虚拟货币", in: ProvisionID(.article, "12")) == nil)
        #expect(text.locate(quote: "不得在境外发行虚拟货币", in: ProvisionID(.article, "99")) == nil)
        #expect(text.locate(quote: "", in: ProvisionID(.article, "13")) == nil)
    }
}
