import LegalText
import NoticeModel

/// Lays two clauses side by side, with what differs in words and what only in form.
struct FormReader {
    private let old: ComparedText
    private let new: ComparedText
    private let oldBytes: [UInt8]
    private let newBytes: [UInt8]
    private let normalizer: Normalizer
    private let references: ReferenceMap

    init(_ old: ComparedText, _ new: ComparedText, normalizer: Normalizer, references: ReferenceMap) {
        self.old = old
        self.new = new
        oldBytes = Array(old.notice.source.string.utf8)
        newBytes = Array(new.notice.source.string.utf8)
        self.normalizer = normalizer
        self.references = references
    }

    /// The clauses that the segments make up, with their differences.
    func pair(_ these: [Int], _ those: [Int], _ cohesion: Cohesion) -> ClausePair {
        let (before, after) = (span(these, old), span(those, new))
        guard let before, let after else { return ClausePair(old: before, new: after, edits: []) }
        if oldBytes[before.range] == newBytes[after.range], these.count == 1, those.count == 1 {
            return ClausePair(old: before, new: after, edits: [])
        }
        let left = these.flatMap { old.tokens[old.segments[$0].tokens] }
        let right = those.flatMap { new.tokens[new.segments[$0].tokens] }
        let diff = WordDiff(left, left.indices, right, right.indices, cohesion: cohesion)
        var edits: [Edit] = []
        var (i, j) = (0, 0)
        for piece in diff.pieces {
            edits += formEdits(left, i..<piece.old.lowerBound, right, j..<piece.new.lowerBound)
            edits.append(edit(of: piece, left, right, before, after))
            (i, j) = (piece.old.upperBound, piece.new.upperBound)
        }
        edits += formEdits(left, i..<left.count, right, j..<right.count)
        if i < left.count, j < right.count, let last = left.last, let end = right.last {
            // The mark that closes both.
            edits += markEdit(Int(last.end)..<before.end, Int(end.end)..<after.end)
        }
        return ClausePair(old: before, new: after, edits: edits)
    }

    /// The difference that `piece` is; a mark that came or went with words is told with them.
    private func edit(
        of piece: WordDiff.Piece,
        _ left: [Token],
        _ right: [Token],
        _ before: TextSpan,
        _ after: TextSpan
    ) -> Edit {
        let (these, those) = (piece.old, piece.new)
        func edges(_ tokens: [Token], _ range: Range<Int>, _ whole: TextSpan) -> (start: Int, end: Int) {
            let start = range.lowerBound > 0 ? Int(tokens[range.lowerBound - 1].end) : whole.start
            let end = range.upperBound < tokens.count ? Int(tokens[range.upperBound].start) : whole.end
            return (start, max(start, end))
        }
        let (outerOld, outerNew) = (edges(left, these, before), edges(right, those, after))
        var (gone, come) = (left[these].textSpan, right[those].textSpan)
        if gone == nil, let words = come {
            come = Self.widened(words, outerNew, marks(outerOld.start..<outerOld.end, old).text) { marks($0, new).text }
        } else if come == nil, let words = gone {
            gone = Self.widened(words, outerOld, marks(outerNew.start..<outerNew.end, new).text) { marks($0, old).text }
        } else if let words = gone, let others = come {
            // Marks that differ before or behind go with the words.
            let before = marks(outerOld.start..<words.start, old).text != marks(outerNew.start..<others.start, new).text
            let after = marks(words.end..<outerOld.end, old).text != marks(others.end..<outerNew.end, new).text
            gone = TextSpan(start: before ? outerOld.start : words.start, end: after ? outerOld.end : words.end)
            come = TextSpan(start: before ? outerNew.start : others.start, end: after ? outerNew.end : others.end)
        }
        let isReference =
            gone.flatMap { gone in
                come.map { come in
                    references.isSameProvision(gone, come) || isRenumbered(these, left, those, right)
                        || old.isPointMark(left[these].textSpan ?? gone)
                            && new.isPointMark(right[those].textSpan ?? come)
                }
            } ?? false
        return Edit(
            old: gone,
            new: come,
            form: isReference ? .reference : .words,
            oldOffset: gone?.start ?? outerOld.start,
            newOffset: come?.start ?? outerNew.start
        )
    }

    /// Whether one number stands for another behind a word that counts articles.
    private func isRenumbered(_ these: Range<Int>, _ left: [Token], _ those: Range<Int>, _ right: [Token]) -> Bool {
        guard these.count == 1, those.count == 1, these.lowerBound > 0 else { return false }
        return references.isSameNumber(
            old.notice.text(at: left[these.lowerBound].span),
            new.notice.text(at: right[those.lowerBound].span),
            after: old.notice.text(at: left[these.lowerBound - 1].span)
        )
    }

    /// Inserted words with the mark before or behind them that the other text hasn't got.
    private static func widened(
        _ words: TextSpan,
        _ outer: (start: Int, end: Int),
        _ other: String,
        marks: (Range<Int>) -> String
    ) -> TextSpan {
        let (before, after) = (marks(outer.start..<words.start), marks(words.end..<max(words.end, outer.end)))
        if after == other, !before.isEmpty { return TextSpan(start: outer.start, end: words.end) }
        if before == other, !after.isEmpty { return TextSpan(start: words.start, end: max(words.end, outer.end)) }
        return words
    }

    /// From the first segment to the last, with the marks that close it.
    private func span(_ segments: [Int], _ text: ComparedText) -> TextSpan? {
        guard let first = segments.first, let last = segments.last else { return nil }
        let unit = text.units[text.segments[last].unit]
        let next = text.segments[last].tokens.upperBound
        let following = next < text.tokens.count ? Int(text.tokens[next].start) : text.notice.source.count
        let limit = max(min(following, unit.span.end), text.segments[last].span.end)
        let start = opening(
            before: text.segments[first].span.start,
            in: text,
            text.units[text.segments[first].unit].span
        )
        let end = closing(from: text.segments[last].span.end, to: limit, in: text)
        return TextSpan(start: start, end: max(start, end))
    }

    /// Where the brackets and quotation marks right before a clause begin: those of （三） are no word of it.
    private func opening(before start: Int, in text: ComparedText, _ unit: TextSpan) -> Int {
        let string = text.notice.source.string
        let head = string.unicodeScalars[..<string.utf8.index(string.startIndex, offsetBy: start)]
        var start = start
        for scalar in head.reversed() {
            guard start > unit.start, "“‘（《(「『【〔".unicodeScalars.contains(scalar) else { break }
            start -= UTF8.width(scalar)
        }
        return start
    }

    /// The end of the marks that close a clause, before those that open the next one.
    private func closing(from start: Int, to limit: Int, in text: ComparedText) -> Int {
        guard start < limit else { return start }
        var end = start
        var offset = start
        for scalar in text.notice.source[TextSpan(start: start, end: limit)].unicodeScalars {
            offset += UTF8.width(scalar)
            if "“‘（《(「『【〔".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic { break }
            if !scalar.isBlank { end = offset }
        }
        return end
    }

    // MARK: - Form

    /// What differs in form between runs of equal tokens.
    private func formEdits(_ left: [Token], _ these: Range<Int>, _ right: [Token], _ those: Range<Int>) -> [Edit] {
        var edits: [Edit] = []
        for offset in 0..<min(these.count, those.count) {
            let (a, b) = (left[these.lowerBound + offset], right[those.lowerBound + offset])
            if oldBytes[a.span.range] != newBytes[b.span.range] {
                edits.append(
                    Edit(old: a.span, new: b.span, form: form(of: a), oldOffset: Int(a.start), newOffset: Int(b.start))
                )
            }
            guard offset + 1 < these.count, offset + 1 < those.count else { continue }
            let (c, d) = (left[these.lowerBound + offset + 1], right[those.lowerBound + offset + 1])
            let (gapOld, gapNew) = (
                Int(a.end)..<max(Int(a.end), Int(c.start)), Int(b.end)..<max(Int(b.end), Int(d.start))
            )
            if oldBytes[gapOld] == newBytes[gapNew] { continue }
            edits += markEdit(gapOld, gapNew)
        }
        return edits
    }

    private func markEdit(_ before: Range<Int>, _ after: Range<Int>) -> [Edit] {
        let (marksOld, marksNew) = (marks(before, old), marks(after, new))
        guard marksOld.text != marksNew.text else { return [] }
        return [
            Edit(
                old: marksOld.span,
                new: marksNew.span,
                form: .punctuation,
                oldOffset: before.lowerBound,
                newOffset: after.lowerBound
            )
        ]
    }

    /// The marks in a gap without blanks and articles of English.
    private func marks(_ gap: Range<Int>, _ text: ComparedText) -> (text: String, span: TextSpan?) {
        guard !gap.isEmpty else { return ("", nil) }
        let words = text.notice.source[TextSpan(gap)]
        let marks = words.unicodeScalars.filter { !$0.isBlank }
        return (String(String.UnicodeScalarView(marks)), marks.isEmpty ? nil : TextSpan(gap))
    }

    private func form(of token: Token) -> Edit.Form {
        if normalizer.isName(token.key) { return .name }
        if token.isCharacter { return .script }
        let words = old.notice.source[token.span].unicodeScalars
        return words.allSatisfy(ChineseNumeral.isNumeral) ? .numeral : .letterForm
    }
}
