package import NoticeModel

/// A notice as an indented tree: its sections and articles, each with its mark, heading and norms.
package struct NoticeOutline {
    private let notice: Notice

    /// Creates an outline of `notice`.
    package init(_ notice: Notice) {
        self.notice = notice
    }

    /// The outline, a line for each part.
    package var text: String {
        var lines = headerLines
        var printed: Set<ProvisionID> = []
        for article in notice.articles {
            // A section is printed when its first article comes, so that articles without a section keep their place.
            for section in notice.sections where section.articles.contains(article.id) {
                guard printed.insert(section.id).inserted else { continue }
                lines.append("\(section.label)\(section.heading)  [\(section.id)]")
            }
            let indent = notice.sections.contains { $0.articles.contains(article.id) } ? "  " : ""
            lines.append(indent + articleLine(article))
        }
        for section in notice.sections where !printed.contains(section.id) {
            lines.append("\(section.label)\(section.heading)  [\(section.id)]")
        }
        if !notice.looseNorms.isEmpty {
            lines.append("outside the articles: \(Self.counts(notice.looseNorms))")
        }
        return lines.map { SpanText.oneLine($0) }.joined(separator: "\n") + "\n"
    }

    private var headerLines: [String] {
        let header = notice.header
        let articles = notice.articles.count == 1 ? "1 article" : "\(notice.articles.count) articles"
        let sections = notice.sections.count == 1 ? "1 section" : "\(notice.sections.count) sections"
        return [
            header.title?.text ?? "(no title)",
            [header.documentNumber?.text, header.date?.date.description, header.language.rawValue]
                .compactMap(\.self).joined(separator: "  "),
            header.repeals.isEmpty ? nil : "repeals " + header.repeals.map(\.text).joined(separator: ", "),
            "\(sections), \(articles)",
            "",
        ].compactMap(\.self)
    }

    private func articleLine(_ article: Article) -> String {
        let heading = article.heading?.text ?? Self.beginning(of: firstWords(of: article))
        let norms = article.norms.isEmpty ? "" : "  " + Self.counts(article.norms)
        return "\(article.label)\(heading)  [\(article.id)]\(norms)"
    }

    private func firstWords(of article: Article) -> String {
        article.paragraphs.first.map { notice.text(at: $0.span) } ?? ""
    }

    /// The first words of a text, for an article without a heading.
    private static func beginning(of text: String) -> String {
        text.count > 24 ? text.prefix(24) + "…" : text
    }

    /// Such as `3 norms: 2 prohibition, 1 obligation`, kinds in the order of their declaration.
    private static func counts(_ norms: [Norm]) -> String {
        let kinds = Norm.Kind.allCases.compactMap { kind in
            let count = norms.count { $0.kind == kind }
            return count > 0 ? "\(count) \(kind.rawValue)" : nil
        }
        return (norms.count == 1 ? "1 norm: " : "\(norms.count) norms: ") + kinds.joined(separator: ", ")
    }
}

/// Text of a notice made fit for a line.
enum SpanText {
    /// `text` with each run of blanks made one space, and the sign for what a terminal would act on.
    static func oneLine(_ text: String) -> String {
        let indent = text.prefix { $0 == " " }
        let flat = text.split { $0.isNewline }.joined(separator: " ")
        return indent + SpanMarker.visible(String(flat.dropFirst(indent.count)))
    }
}
