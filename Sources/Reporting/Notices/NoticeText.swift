import LegalText
package import NoticeModel

/// The words of a notice without what stands around them on a page: a paragraph a line.
package struct NoticeText {
    private let notice: Notice

    /// Creates the text of `notice`.
    package init(_ notice: Notice) {
        self.notice = notice
    }

    /// The parts of the notice in order, with what was left out on purpose left out; the lines of a title are one.
    package var text: String {
        let flowed = FlowedText(notice)
        var lines: [String] = []
        var previous: Leaf?
        for leaf in notice.leaves where leaf.kind != .skipped {
            let words = SpanMarker.visible(flowed.text(at: leaf.span))
            if words.isEmpty { continue }
            if notice.isInTitle(leaf), let previous, notice.isInTitle(previous), let last = lines.popLast() {
                let joint = notice.header.language == .english ? " " : ""
                lines.append(last + joint + words)
            } else {
                if let previous, Self.opensGroup(leaf, after: previous) { lines.append("") }
                lines.append(words)
            }
            previous = leaf
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Whether a blank line parts a leaf from the one before it.
    private static func opensGroup(_ leaf: Leaf, after previous: Leaf) -> Bool {
        switch leaf.kind {
        case .heading, .conclusions: previous.kind != leaf.kind
        case .addressee: true
        case .signature: previous.kind != .signature
        case .annex: previous.kind != .annex
        default: false
        }
    }
}

extension Notice {
    /// Whether a leaf is a line of the title, and not a remark that stands below it.
    func isInTitle(_ leaf: Leaf) -> Bool {
        leaf.kind == .title && header.title.map { $0.span.overlaps(leaf.span) } ?? true
    }
}
