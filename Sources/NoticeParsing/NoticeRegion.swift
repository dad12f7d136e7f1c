/// Where the parts of one notice stand among the paragraphs of a document.
struct NoticeRegion: Sendable {
    /// The lines of the title.
    var title: Range<Int>?

    /// The line of the document number.
    var number: Int?

    /// A sentence above the notice that quotes its title and number.
    var introduction: Int?

    /// The document that issues this one and stands above it: an order, or a notice without provisions of its own.
    var cover: Range<Int>?

    /// The line that names whom the notice is for.
    var addressee: Int?

    /// Lines between the title and the text: who adopted it and when.
    var remarks: [Int] = []

    /// The table of contents.
    var contents: Range<Int>?

    /// The paragraphs before the first provision.
    var preamble: Range<Int>

    /// The paragraphs of the provisions.
    var body: Range<Int>

    /// The paragraphs after the last provision.
    var closing: Range<Int>

    /// The names and the date below.
    var signature: Range<Int>

    /// The annexes.
    var annexes: Range<Int>

    /// The number of marks that the body's outline was read from.
    var markCount = 0

    /// Whether the body was found by the end of a preamble.
    var isAnchored = false

    /// A region with nothing in it before the paragraph at `start`.
    init(at start: Int) {
        preamble = start..<start
        body = start..<start
        closing = start..<start
        signature = start..<start
        annexes = start..<start
    }

    /// All paragraphs from the first part to the last.
    var whole: Range<Int> {
        let starts = [
            title?.lowerBound, number, introduction, addressee, remarks.first, contents?.lowerBound, cover?.lowerBound,
        ]
        let start = starts.compactMap(\.self).min() ?? preamble.lowerBound
        return min(start, preamble.lowerBound)..<max(annexes.upperBound, start)
    }

    /// How much speaks for the region being the notice that a page is about.
    var score: Int {
        markCount * 10 + (isAnchored ? 25 : 0) + (title == nil ? 0 : 5) + (number == nil ? 0 : 5)
            + (addressee == nil ? 0 : 5) + (closing.isEmpty ? 0 : 5) + (signature.isEmpty ? 0 : 5)
    }
}
