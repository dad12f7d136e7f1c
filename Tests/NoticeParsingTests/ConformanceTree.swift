import LegalText
import NoticeModel

/// A notice in the compact form of `corpus/conformance`.
///
/// ```
/// sec_1 一、 "headings stand in quotation marks"
///   art_1 （一） "heading"
///     para_1 first words
///       point_1 1. first words
/// ```
/// The only paragraph of an article isn't printed.
struct ConformanceTree {
    private let notice: Notice

    init(_ notice: Notice) {
        self.notice = notice
    }

    /// The name of a line that states a part of the header, or `nil` for a line of the outline.
    static func name(of line: String) -> String? {
        guard let first = line.first, !first.isWhitespace, let colon = line.firstIndex(of: ":") else { return nil }
        let name = line[..<colon]
        return names.contains(String(name)) ? String(name) : nil
    }

    private static let names: Set<String> = [
        "title", "number", "issuers", "current", "addressee", "date", "language", "force", "repeals", "oddities",
        "skipped", "cites", "published",
    ]

    /// The parts of the header called `names`, in order, and the outline.
    func lines(named names: Set<String>) -> [String] {
        names.sorted().map { "\($0): \(value($0))" } + outline
    }

    private func value(_ name: String) -> String {
        let header = notice.header
        return switch name {
        case "title": header.title?.text ?? "-"
        case "number": header.documentNumber?.text ?? "-"
        case "issuers": header.issuers.map(\.text).joined(separator: " | ")
        case "addressee": header.addressee?.text ?? "-"
        case "date": header.date?.date.description ?? "-"
        case "published": header.publishedDate?.date.description ?? "-"
        case "language": header.language.rawValue
        case "force": header.entryIntoForce?.rule.description ?? "-"
        case "repeals": header.repeals.map(\.text).joined(separator: " | ")
        case "oddities":
            notice.diagnostics.map(\.id).filter { !$0.hasPrefix("page/other-content") }.joined(separator: " ")
        case "skipped":
            notice.leaves.filter { $0.kind == .skipped }.map { notice.text(at: $0.span) }.joined(separator: " | ")
        default: "?"
        }
    }

    // MARK: - The outline

    private var outline: [String] {
        tree(notice.sections, notice.articles, indent: "")
            + notice.annexes.flatMap { annex in
                ["\(annex.id) \(annex.label) \(quoted(annex.title?.text ?? ""))".trimmingEnd]
                    + tree(annex.sections, annex.articles, indent: "  ")
            }
    }

    private func tree(_ sections: [Section], _ articles: [Article], indent: String) -> [String] {
        var lines: [(place: TextSpan, lines: [String])] = []
        var depths: [ProvisionID: Int] = [:]
        for section in sections {
            let above = sections.filter { $0.id != section.id && section.id.isInside($0.id) }.count
            depths[section.id] = above
            let line = "\(section.id) \(section.label) \(quoted(section.heading))".trimmingEnd
            let pad = indent + String(repeating: "  ", count: above)
            let loose = looseParagraphs(of: section.id, indent: pad + "  ")
            lines.append((section.span, [pad + line] + loose))
        }
        for article in articles {
            let section = sections.last { $0.articles.contains(article.id) }
            let depth = section.map { (depths[$0.id] ?? 0) + 1 } ?? 0
            lines.append((article.span, tree(article, indent: indent + String(repeating: "  ", count: depth))))
        }
        return lines.sorted { $0.place < $1.place }.flatMap(\.lines)
    }

    /// The paragraphs right below a heading, which stand in no article.
    private func looseParagraphs(of section: ProvisionID, indent: String) -> [String] {
        notice.leaves.filter { $0.kind == .paragraph }.compactMap { leaf in
            guard let id = leaf.provision?.rawValue, id.hasPrefix(section.rawValue + "__") else { return nil }
            let rest = id.dropFirst(section.rawValue.count + 2)
            guard rest.hasPrefix("para_") || rest.hasPrefix("point_") else { return nil }
            return "\(indent)\(rest) \(excerpt(leaf.span))"
        }
    }

    private func tree(_ article: Article, indent: String) -> [String] {
        let line = "\(article.id) \(article.label) \(quoted(article.heading?.text ?? ""))".trimmingEnd
        if article.paragraphs.count == 1, let only = article.paragraphs.first, only.label == nil {
            return [indent + line] + only.points.flatMap { tree($0, indent: indent + "  ") }
        }
        return [indent + line] + article.paragraphs.flatMap { tree($0, indent: indent + "  ") }
    }

    private func tree(_ paragraph: Paragraph, indent: String) -> [String] {
        let own = paragraph.id.rawValue.components(separatedBy: "__").last ?? ""
        let words = paragraph.label.map { "\($0)" } ?? excerpt(paragraph.span)
        return ["\(indent)\(own) \(words)".trimmingEnd] + paragraph.points.flatMap { tree($0, indent: indent + "  ") }
    }

    private func quoted(_ heading: String) -> String {
        heading.isEmpty ? "" : "\"\(heading)\""
    }

    /// The first six characters of a paragraph.
    private func excerpt(_ span: TextSpan) -> String {
        String(notice.text(at: span).prefix(6)).trimmingEnd
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return text
    }

    fileprivate func components(separatedBy separator: String) -> [String] {
        var rest = self[...]
        var parts: [String] = []
        while let range = rest.firstRange(of: separator) {
            parts.append(String(rest[..<range.lowerBound]))
            rest = rest[range.upperBound...]
        }
        return parts + [String(rest)]
    }
}
