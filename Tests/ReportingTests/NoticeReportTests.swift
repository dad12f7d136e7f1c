import LegalText
import NoticeCorpus
import NoticeModel
import Reporting
import TestSupport
import Testing

@Suite("Reports of a notice")
struct NoticeReportTests {
    /// A notice of two articles, one of them below a heading; no offset is typed by hand.
    private static let notice: Notice = {
        let marked = MarkedSource(
            """
            ⟦甲部  乙部关于某事
            的通知⟧
            ⟦菜单⟧
            ⟦一、总则⟧
            ⟦（一）⟦规则。⟧⟦企业不得
            含有“币”。⟧⟧
            ⟦（二）其他。⟧
            """
        )
        let spans = marked.spans
        var norm = Norm(
            id: ProvisionID(.article, "1").appending(.norm, "1"),
            kind: .prohibition,
            span: spans[5],
            cue: nil,
            confidence: .low(reason: "a test")
        )
        norm.bearers = [Norm.Part(at: spans[4], isInherited: true)]
        norm.territory = .domestic
        var header = NoticeHeader(language: .simplifiedChinese)
        header.title = SpannedText("关于某事的通知", at: spans[0])
        header.documentNumber = SpannedText("某发〔2026〕1号", at: spans[0])
        header.date = LegalDate(year: 2026, month: 2, day: 6).map { Dated($0, at: nil) }
        let first = ProvisionID(.article, "1")
        let second = ProvisionID(.article, "2")
        return Notice(
            source: marked.source,
            header: header,
            sections: [
                Section(id: ProvisionID(.section, "1"), label: "一、", heading: "总则", span: spans[2], articles: [first])
            ],
            articles: [
                Article(
                    id: first,
                    number: 1,
                    label: "（一）",
                    heading: SpannedText("规则", at: spans[4]),
                    span: spans[3],
                    paragraphs: [Paragraph(id: first.appending(.paragraph, "1"), span: spans[4])],
                    norms: [norm]
                ),
                Article(
                    id: second,
                    number: 2,
                    label: "（二）",
                    span: spans[6],
                    paragraphs: [Paragraph(id: second.appending(.paragraph, "1"), span: spans[6])],
                    norms: []
                ),
            ],
            looseNorms: [],
            leaves: [
                Leaf(.title, at: spans[0]), Leaf(.skipped, at: spans[1]), Leaf(.heading, at: spans[2]),
                Leaf(.paragraph, at: spans[3]), Leaf(.paragraph, at: spans[6]),
            ],
            diagnostics: [Diagnostic("outline/sample", .note, at: spans[1], "left out")]
        )
    }()

    @Test("draws the outline")
    func outline() {
        #expect(
            NoticeOutline(Self.notice, language: .en).text == """
                关于某事的通知
                某发〔2026〕1号  2026-02-06  zh-Hans
                1 section, 2 articles

                一、总则  [sec_1]
                  （一）规则  [art_1]  1 norm: 1 prohibition
                （二）（二）其他。  [art_2]

                """
        )
        let chinese = NoticeOutline(Self.notice, listsNorms: true, language: .zh).text
        #expect(chinese.contains("\n1 部分，2 条\n"))
        #expect(chinese.contains("  （一）规则  [art_1]  规范 1：禁止 1\n      [禁止?] art_1__norm_1（境内） 企业"))
    }

    @Test("flows the text, without what was left out")
    func text() {
        #expect(
            NoticeText(Self.notice).text == """
                甲部 乙部关于某事的通知

                一、总则
                （一）规则。企业不得含有“币”。
                （二）其他。

                """
        )
    }

    @Test("writes hegui/notice/1")
    func json() {
        let provenance = NoticeProvenance(
            documentNumber: nil,
            status: .transcription,
            source: "made up",
            published: LegalDate(year: 2026, month: 2, day: 7)
        )
        let json = NoticeJSON(Self.notice, provenance: provenance).document.compact
        #expect(
            json.hasPrefix(
                #"{"schema":"hegui/notice/1","notice":{"documentNumber":"某发〔2026〕1号","title":"关于某事的通知","#
                    + #""issuers":[],"issuingBodies":[],"addressee":null,"date":"2026-02-06","publishedDate":"2026-02-07","effectiveDate":null,"#
                    + #""language":"zh-Hans","entryIntoForce":null,"repeals":[],"status":"transcription"},"#
                    + #""sections":[{"id":"sec_1","label":"一、","heading":"总则","articles":["art_1"]}],"#
                    + #""articles":[{"id":"art_1","number":1,"suffix":null,"label":"（一）","heading":"规则","text":"#
            )
        )
        #expect(
            json.contains(
                #""norms":[{"id":"art_1__norm_1","kind":"prohibition","text":"企业不得\n含有“币”。","span":{"start":"#
            )
        )
        #expect(json.contains(#""territory":"domestic","items":[],"quotedTerms":[],"authorities":[],"deadline":null,"#))
        #expect(json.contains(#""citations":[],"confidence":"low","doubt":"a test"}"#))
        #expect(json.contains(#""diagnostics":[{"id":"outline/sample","severity":"note","span":{"#))
    }
}

/// A source whose spans are marked with ⟦ and ⟧.
private struct MarkedSource {
    let source: SourceText
    let spans: [TextSpan]

    init(_ marked: String) {
        let text = MarkedText(marked)
        source = SourceText(text.text)
        spans = text.spans
    }
}
