public import LegalText

/// A sample whose expected spans are marked in it with ⟦ and ⟧, so that no offset is typed by hand.
public struct MarkedText: Sendable {
    /// The sample without its marks.
    public let text: String

    /// The marked spans in the order in which they open, in UTF-8 bytes of ``text``.
    public let spans: [TextSpan]

    /// Reads a sample; marks may nest.
    ///
    /// - Precondition: every ⟦ has its ⟧.
    public init(_ marked: String) {
        var text = ""
        var open: [Int] = []
        var spans: [TextSpan?] = []
        for scalar in marked.unicodeScalars {
            switch scalar {
            case "⟦":
                open.append(spans.count)
                spans.append(TextSpan(start: text.utf8.count, end: text.utf8.count))
            case "⟧":
                guard let slot = open.popLast(), let begun = spans[slot] else {
                    preconditionFailure("A ⟧ without its ⟦ in \(marked)")
                }
                spans[slot] = TextSpan(start: begun.start, end: text.utf8.count)
            default:
                text.unicodeScalars.append(scalar)
            }
        }
        precondition(open.isEmpty, "A ⟦ without its ⟧ in \(marked)")
        self.text = text
        self.spans = spans.compactMap(\.self)
    }
}
