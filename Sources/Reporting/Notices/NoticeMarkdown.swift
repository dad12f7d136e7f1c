import DocumentReading
import LegalText
package import NoticeModel

/// A notice as Markdown for people, which the document reader reads back into the same notice.
///
/// The title and the sections are headings, the mark and the heading of an article are bold, and points are lists.
/// What the words hold of Markdown's own signs is escaped.
package struct NoticeMarkdown {
    private let notice: Notice
    private let status: String?
    private let flowed: FlowedText

    /// Creates a writer; `status` says how far the text can be relied on, where that is known.
    package init(_ notice: Notice, status: String? = nil) {
        self.notice = notice
        self.status = status
        flowed = FlowedText(notice)
    }

    /// The document: a first line by which it is known again, then a block for each part of the notice.
    package var text: String {
        var blocks = [MarkdownNotice.firstLine]
        if let status {
            let wording = Wording.status(status)
            // Quoted, so that the reader knows that it isn't a part of the text.
            blocks.append("> \(Self.escaped(wording.zh)) / \(Self.escaped(wording.en))")
        }
        let placing = placing
        var title: [String] = []
        for leaf in notice.leaves where leaf.kind != .skipped {
            let line = line(of: leaf, placing)
            if line.isEmpty { continue }
            if notice.isInTitle(leaf) {
                title.append(line)
                continue
            }
            if !title.isEmpty { blocks.append(heading(title)) }
            title = []
            blocks.append(line)
        }
        if !title.isEmpty { blocks.append(heading(title)) }
        return blocks.joined(separator: "\n\n") + "\n"
    }

    private func heading(_ lines: [String]) -> String {
        "# " + lines.joined(separator: notice.header.language == .english ? " " : "")
    }

    // MARK: - Lines

    /// What is known of the places of provisions, by where they start in the source.
    private struct Placing {
        var articles: [Int: Article] = [:]
        var points: [Int: (label: String?, depth: Int)] = [:]
    }

    private var placing: Placing {
        var placing = Placing()
        for article in notice.articles {
            placing.articles[article.span.start] = article
            var open = article.paragraphs.flatMap(\.points).map { (point: $0, depth: 0) }
            while let (point, depth) = open.popLast() {
                placing.points[point.span.start] = (point.label, depth)
                open += point.points.map { ($0, depth + 1) }
            }
        }
        return placing
    }

    private func line(of leaf: Leaf, _ placing: Placing) -> String {
        switch leaf.kind {
        case .heading:
            let depth = leaf.provision?.rawValue.ranges(of: "__").count ?? 0
            return String(repeating: "#", count: min(6, depth + 2)) + " " + words(leaf.span)
        case .paragraph:
            if let article = placing.articles[leaf.span.start] { return line(of: article, leaf) }
            if let point = placing.points[leaf.span.start] {
                return String(repeating: "    ", count: point.depth) + "- " + words(leaf.span)
            }
            return words(leaf.span)
        default:
            return words(leaf.span)
        }
    }

    /// The first line of an article, with its mark and heading in bold.
    private func line(of article: Article, _ leaf: Leaf) -> String {
        let printed = flowed.text(at: leaf.span)
        let label = FlowedText.flowed(article.label)
        guard printed.hasPrefix(label) else { return words(leaf.span) }
        let headingEnd = article.heading.map(\.span.end) ?? 0
        let strongEnd = headingEnd > leaf.span.start && headingEnd <= leaf.span.end ? headingEnd : nil
        let pieces =
            strongEnd.map {
                flowed.pieces([TextSpan(start: leaf.span.start, end: $0), TextSpan(start: $0, end: leaf.span.end)])
            } ?? [label, String(printed.dropFirst(label.count))]
        let strong = pieces[0].trimmingBlanks
        let hasBlank = pieces[0].last?.isWhitespace ?? false || pieces[1].first?.isWhitespace ?? false
        let rest = pieces[1].trimmingBlanks
        guard !rest.isEmpty else { return "**\(visible(strong))**" }
        // A closing ** behind a bracket isn't one for Markdown where a letter follows.
        let endsInLetter = strong.last.map { $0.isLetter || $0.isNumber } ?? false
        let startsWithLetter = rest.first.map { $0.isLetter || $0.isNumber } ?? false
        let blank = hasBlank || (!endsInLetter && startsWithLetter) ? " " : ""
        return "**\(visible(strong))**\(blank)\(visible(rest))"
    }

    // MARK: - Words

    private func words(_ span: TextSpan) -> String {
        visible(flowed.text(at: span))
    }

    private func visible(_ text: String) -> String {
        Self.escaped(SpanMarker.visible(text))
    }

    /// `text` with a backslash before each sign that Markdown, or the reader, would take for its own.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var previous: Unicode.Scalar?
        var isAtStart = true
        let scalars = Array(text.unicodeScalars)
        for (index, scalar) in scalars.enumerated() {
            let next = index + 1 < scalars.count ? scalars[index + 1] : nil
            let needsEscape =
                switch scalar {
                case "\\", "*", "_", "`", "<", "~", "&": true
                case "]": next == "(" || next == "[" || next == ":"
                case "#", ">", "+", "-", "=", "|": isAtStart
                case ".", ")": isAtStart || Self.isListNumber(scalars[..<index])
                default: false
                }
            if needsEscape { result.append("\\") }
            result.append(scalar)
            previous = scalar
            if !(previous?.properties.isWhitespace ?? false) { isAtStart = false }
        }
        return String(result)
    }

    /// Whether everything before a full stop or bracket is a number, so that Markdown would start a list.
    private static func isListNumber(_ before: ArraySlice<Unicode.Scalar>) -> Bool {
        !before.isEmpty && before.count <= 9 && before.allSatisfy { ("0"..."9").contains($0) }
    }
}

extension String {
    /// Without the blanks around it.
    fileprivate var trimmingBlanks: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }
}
