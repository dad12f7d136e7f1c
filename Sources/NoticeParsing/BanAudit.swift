import LegalText
import NoticeModel

/// Finds the words that forbid and that no prohibition holds, so that each is listed with the reason.
struct BanAudit {
    private let text: BlockText
    private let isChinese: Bool

    /// Audits paragraphs of `text`.
    init(_ text: BlockText, isChinese: Bool) {
        self.text = text
        self.isChinese = isChinese
    }

    /// One diagnostic for each word of prohibition at `span`, in UTF-8 bytes of the source, outside the prohibitions
    /// among `norms`, which are those of the paragraph.
    ///
    /// - Complexity: O(*n*) in the length of the words.
    func diagnostics(at span: TextSpan, norms: [Norm]) -> [Diagnostic] {
        let line = Line(text.bytes, at: span)
        let table: CueTable = isChinese ? .chinese : .english
        let shelter = Shelter(line, line.range)
        let none = Shelter(line, 0..<0)
        // Norms stand in reading order and don't overlap, so that one pass over both is enough.
        var next = norms.startIndex
        return table.matches(in: line, line.range, outside: none).compactMap { match in
            guard match.kind == .prohibition else { return nil }
            let place = line.span(match.range)
            while next < norms.endIndex, norms[next].span.end < place.end { next += 1 }
            let holders = norms[next...].prefix { $0.span.start <= place.start }
            guard !holders.contains(where: { $0.kind == .prohibition }) else { return nil }
            let reason: String
            if shelter.contains(match.range.lowerBound) {
                reason = "they stand in a quotation or in brackets"
            } else if let condition = holders.compactMap(\.condition).first, condition.span.start <= place.start,
                place.end <= condition.span.end
            {
                reason = "they say when another norm holds"
            } else if let holder = holders.first {
                reason = "they belong to words that are read as \(holder.kind.rawValue)"
            } else {
                reason = "they stand in a title"
            }
            return .banNotRead(at: place, words: text.printed(place), reason: reason)
        }
    }
}
