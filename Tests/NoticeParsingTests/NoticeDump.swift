import LegalText
import NoticeModel

/// A notice as indented text, one line for each part, for goldens that read well in a diff.
struct NoticeDump {
    private let notice: Notice

    init(_ notice: Notice) {
        self.notice = notice
    }

    /// Header, outline, norms and diagnostics.
    var text: String {
        (header + outline + loose + diagnostics).joined(separator: "\n") + "\n"
    }

    private var header: [String] {
        let header = notice.header
        return [
            "title: \(header.title?.text ?? "-")",
            "number: \(header.documentNumber?.text ?? "-")",
            "issuers: \(header.issuers.map(\.text).joined(separator: " | "))",
            "addressee: \(header.addressee?.text ?? "-")",
            "date: \(header.date?.date.description ?? "-")",
            "published: \(header.publishedDate?.date.description ?? "-")",
            "language: \(header.language.rawValue)",
            "force: \(header.entryIntoForce?.rule.description ?? "-")",
            "repeals: \(header.repeals.map(\.text).joined(separator: " | "))",
            "basis: \(header.legalBasis.map(describe).joined(separator: " | "))",
        ]
    }

    private var outline: [String] {
        let sectionOf = Dictionary(
            notice.sections.flatMap { section in section.articles.map { ($0, section.id) } },
            uniquingKeysWith: { first, _ in first }
        )
        var lines = notice.sections.filter { $0.articles.isEmpty }.map(describe)
        var open: ProvisionID?
        for article in notice.articles {
            let section = sectionOf[article.id]
            if let section, section != open, let found = notice.sections.first(where: { $0.id == section }) {
                lines.append(describe(found))
            }
            open = section
            lines.append("  \(article.id) \(article.label) \(article.heading?.text ?? "-")")
            lines += article.paragraphs.flatMap { describe($0, indent: "    ") }
            lines += article.norms.flatMap { describe($0, indent: "    ") }
        }
        return lines
    }

    private var loose: [String] {
        notice.looseNorms.flatMap { describe($0, indent: "  ") }
    }

    private var diagnostics: [String] {
        notice.diagnostics.map { "\($0.severity.rawValue)[\($0.id)] \($0.summary)" }
    }

    private func describe(_ section: Section) -> String {
        "\(section.id) \(section.label) \(section.heading)"
    }

    private func describe(_ citation: Citation) -> String {
        [citation.title, citation.documentNumber].compactMap(\.self).joined(separator: " ")
    }

    private func describe(_ part: Norm.Part) -> String {
        excerpt(part.span) + (part.isInherited ? " (carried)" : "")
    }

    private func describe(_ paragraph: Paragraph, indent: String) -> [String] {
        let line = "\(indent)\(paragraph.id) \(excerpt(paragraph.span))"
        return [line] + paragraph.points.flatMap { describe($0, indent: indent + "  ") }
    }

    private func describe(_ norm: Norm, indent: String) -> [String] {
        var line = "\(indent)\(norm.id) \(norm.kind.rawValue)"
        if norm.confidence != .high { line += "?" }
        line += norm.cue.map { " [\(notice.text(at: $0))]" } ?? ""
        line += " \(excerpt(norm.span))"
        var lines = [line]
        func add(_ name: String, _ value: String) {
            if !value.isEmpty { lines.append("\(indent)  \(name): \(value)") }
        }
        add("bearers", norm.bearers.map(describe).joined(separator: " | "))
        add("action", norm.action.map(describe) ?? "")
        add("object", norm.object.map(describe) ?? "")
        add("items", norm.items.map(describe).joined(separator: " | "))
        add("condition", norm.condition.map(describe) ?? "")
        add("exception", norm.exception.map(describe) ?? "")
        add("authorities", norm.authorities.map(describe).joined(separator: " | "))
        add("deadline", norm.deadline.map(describe) ?? "")
        add("penalty", norm.penalty.map(describe) ?? "")
        add("territory", norm.territory?.rawValue ?? "")
        add("terms", norm.quotedTerms.map(\.text).joined(separator: " | "))
        add("citations", norm.citations.map(describe).joined(separator: " | "))
        return lines
    }

    /// The first and the last words of a stretch.
    private func excerpt(_ span: TextSpan) -> String {
        let words = notice.text(at: span).split(whereSeparator: \.isNewline).joined(separator: " ⏎ ")
        guard words.count > 64 else { return words }
        return "\(words.prefix(40)) … \(words.suffix(20))"
    }
}
