import LegalText
import NoticeModel
import TestSupport

/// A notice with one article whose norms are given and not parsed.
struct MadeUpNotice {
    let notice: Notice

    /// Places the norms at the marked spans of `text`, which is the article: a norm at each.
    init(_ text: MarkedText, norms: [(Norm.Kind, TextSpan)], change: (inout [Norm]) -> Void = { _ in }) {
        let source = SourceText(text.text)
        let article = ProvisionID(.article, "1")
        var found = norms.enumerated().map { index, norm in
            Norm(id: article.appending(.norm, "\(index + 1)"), kind: norm.0, span: norm.1, cue: nil)
        }
        change(&found)
        notice = Notice(
            source: source,
            header: NoticeHeader(language: .simplifiedChinese),
            sections: [],
            articles: [
                Article(id: article, number: 1, label: "（一）", span: source.span, paragraphs: [], norms: found)
            ],
            looseNorms: [],
            leaves: [Leaf(.paragraph, at: source.span, of: article)],
            diagnostics: []
        )
    }
}
