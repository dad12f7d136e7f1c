import LegalText
import NoticeModel

/// The words of both sides of a row, to see whether a part of a norm was said there before.
struct RowPlace {
    private let row: Row
    private let old: ComparedText
    private let new: ComparedText

    /// Keeps the words of `row`.
    init(_ row: Row, _ old: ComparedText, _ new: ComparedText) {
        self.row = row
        self.old = old
        self.new = new
    }

    /// Whether nearly all words in `span` of one text stand in the row's clauses of the other text, in pairs of
    /// neighbours.
    func isSaid(_ span: TextSpan, isNew: Bool) -> Bool {
        let (here, there) = isNew ? (new, old) : (old, new)
        let segments = isNew ? row.oldSegments : row.newSegments
        var known: Set<Int32> = []
        for segment in segments {
            for token in there.tokens[there.segments[segment].tokens] { known.insert(token.key) }
        }
        let words = here.tokens[here.tokenRange(in: span)]
        guard words.count >= 2 else { return false }
        let common = words.count { known.contains($0.key) }
        return common * 3 >= words.count * 2
    }
}
