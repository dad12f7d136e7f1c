import LegalText
import MarkupReading
import NoticeModel

/// Runs of words as Akoma Ntoso has them: text with elements around the words that name something.
struct AkomaNtosoWords {
    private let notice: Notice
    private let flowed: FlowedText

    /// What is known about stretches of the text, in order and without overlaps.
    private let marks: [Mark]

    /// A stretch of the text and the element to put around it.
    struct Mark {
        let span: TextSpan
        let element: XMLElement
    }

    /// Prepares to write the words of `notice`.
    ///
    /// - Parameters:
    ///   - notice: The notice.
    ///   - provisions: The addresses that the document will hold, for only these may be pointed at.
    init(_ notice: Notice, provisions: Set<ProvisionID>) {
        self.notice = notice
        flowed = FlowedText(notice)
        let norms = notice.articles.flatMap(\.norms) + notice.looseNorms
        let citations = notice.header.legalBasis + norms.flatMap(\.citations)
        let references = citations.compactMap { citation -> Mark? in
            let target =
                citation.target.flatMap { provisions.contains($0) ? "#\($0)" : nil }
                ?? citation.documentNumber.flatMap { AkomaNtosoIdentity.work(calling: $0) }
            return target.map { Mark(span: citation.span, element: XMLElement("ref", [.init("href", $0)])) }
        }
        var end = 0
        var marks: [Mark] = []
        for mark in references.sorted(by: { $0.span < $1.span }) where mark.span.start >= end && !mark.span.isEmpty {
            marks.append(mark)
            end = mark.span.end
        }
        self.marks = marks
    }

    /// The words at `span` with the references in it.
    ///
    /// - Complexity: O(log *m* + *n*) for *m* references in the notice and *n* bytes in the span.
    func nodes(at span: TextSpan) -> [XMLNode] {
        var low = 0
        var high = marks.count
        while low < high {
            let middle = (low + high) / 2
            if marks[middle].span.start < span.start { low = middle + 1 } else { high = middle }
        }
        return nodes(at: span, marks: Array(marks[low...].prefix { $0.span.start < span.end }))
    }

    /// The words at `span` with an element around each of `marks`, which are in order; those that don't lie whole in
    /// the span, or overlap one before, are passed over.
    func nodes(at span: TextSpan, marks: [Mark]) -> [XMLNode] {
        var pieces: [(span: TextSpan, element: XMLElement?)] = []
        var start = span.start
        for mark in marks where mark.span.start >= start && mark.span.end <= span.end {
            pieces.append((TextSpan(start: start, end: mark.span.start), nil))
            pieces.append((mark.span, mark.element))
            start = mark.span.end
        }
        pieces.append((TextSpan(start: start, end: span.end), nil))
        let words = flowed.pieces(pieces.map(\.span))
        return zip(pieces, words).compactMap { piece, words in
            guard var element = piece.element else { return words.isEmpty ? nil : .text(words) }
            element.children = [.text(words)]
            return .element(element)
        }
    }

    /// The words at `span` as text alone.
    func text(at span: TextSpan) -> String {
        flowed.text(at: span)
    }
}
