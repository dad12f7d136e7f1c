public import LegalText
import NoticeModel

extension CorpusText {
    /// The stretches of the notice whose words are reconstructed, ascending, in UTF-8 bytes of the notice's source; empty
    /// for a text that nobody had to put together.
    public var uncertainSpans: [TextSpan] {
        guard status == .unofficialReconstruction else { return [] }
        let certain = description.wording.filter { $0.wording != .reconstructed }.compactMap(place).sorted()
        var spans: [TextSpan] = []
        var start = 0
        for span in certain {
            if span.start > start { spans.append(TextSpan(start: start, end: span.start)) }
            start = max(start, span.end)
        }
        if start < notice.source.count { spans.append(TextSpan(start: start, end: notice.source.count)) }
        return spans
    }
}
