import LegalText
import NoticeModel
import Yams

/// Turns one file of expected norms into ``ExpectedNorm``s, reporting every mistake in the file and not only the first.
struct ExpectedNormsDecoder {
    private enum Field: String, CaseIterable {
        case kind, text
        case bearers, action, object, condition, exception, territory, items, quotedTerms, authorities, deadline,
            penalty

        /// The part of a norm that the field gives.
        var part: NormPart? { NormPart(rawValue: rawValue) }
    }

    /// What is wrong with the file, in the order it was found.
    var diagnostics: [Diagnostic] { reader.diagnostics }

    private let notice: Notice
    private var reader: FieldReader

    /// Reads the file that diagnostics call `path`, about `notice`.
    init(path: String, notice: Notice) {
        self.notice = notice
        reader = FieldReader(path: path)
    }

    /// Returns the norms in reading order; ``diagnostics`` says what is missing from them.
    mutating func decode(_ yaml: String) -> [ExpectedNorm] {
        guard let root = reader.document(yaml) else { return [] }
        guard let mapping = root.mapping else {
            reader.report("corpus/not-a-mapping", at: root, "this must be a mapping of articles")
            return []
        }
        let articles = notice.articles.map(\.id.rawValue) + [ProvisionID.Kind.conclusions.rawValue]
        var norms: [String: [ExpectedNorm]] = [:]
        for (key, value) in mapping {
            let name = key.string ?? ""
            guard articles.contains(name) else {
                let help = NearestName(articles).suggestion(for: name)
                reader.report("corpus/no-such-article", at: key, "the text has no article '\(name)'", help: help)
                continue
            }
            norms[name] = decode(value, of: ProvisionID(rawValue: name))
        }
        for missing in articles where norms[missing] == nil {
            let help = "write '\(missing): []' where it has no norms"
            reader.report("corpus/missing-article", at: root, "nothing is said of '\(missing)'", help: help)
        }
        return articles.flatMap { norms[$0] ?? [] }
    }

    /// The norms of one article.
    private mutating func decode(_ node: Node, of article: ProvisionID) -> [ExpectedNorm] {
        guard let list = node.sequence else {
            reader.report("corpus/wrong-value", at: node, "'\(article)' must be a list of norms")
            return []
        }
        guard let place = notice.span(of: article) else {
            if !list.isEmpty { reader.report("corpus/no-such-article", at: node, "the text has no '\(article)'") }
            return []
        }
        var norms: [ExpectedNorm] = []
        for item in list {
            if let norm = norm(item, of: article, at: place, after: norms.last?.span) { norms.append(norm) }
        }
        return norms
    }

    private mutating func norm(
        _ node: Node,
        of article: ProvisionID,
        at place: TextSpan,
        after previous: TextSpan?
    ) -> ExpectedNorm? {
        guard let fields = reader.fields(of: node, as: Field.self) else { return nil }
        let kind = reader.choice(reader.required(.kind, in: fields, of: node), as: Norm.Kind.self, field: "kind")
        let textNode = reader.required(.text, in: fields, of: node)
        let text = reader.string(textNode, field: "text")
        _ = reader.required(.bearers, in: fields, of: node)
        var parts: [NormPart: [String]] = [:]
        for field in Field.allCases {
            guard let part = field.part else { continue }
            if let value = fields[field] {
                parts[part] = texts(value, of: part, at: place)
            } else if !part.isJudgedOnlyWhereWritten {
                parts[part] = []
            }
        }
        guard let kind, let text, let textNode, let span = span(of: text, at: place, after: previous, node: textNode)
        else { return nil }
        let location = reader.location(of: node)
        return ExpectedNorm(provision: article, kind: kind, span: span, parts: parts, location: location)
    }

    /// The words of one part, each of which must stand in the article.
    private mutating func texts(_ node: Node, of part: NormPart, at place: TextSpan) -> [String] {
        if node.null != nil { return [] }
        guard part != .territory else {
            let territory = reader.choice(node, as: Norm.Territory.self, field: part.rawValue)
            return territory.map { [$0.rawValue] } ?? []
        }
        let nodes = part.isList ? node.sequence.map(Array.init) : [node]
        guard let nodes else {
            reader.report("corpus/wrong-value", at: node, "'\(part.rawValue)' must be a list")
            return []
        }
        return nodes.compactMap { node in
            guard let text = reader.string(node, field: part.rawValue) else { return nil }
            if firstSpan(of: text, at: place) == nil {
                reader.report("corpus/not-in-text", at: node, "the article hasn't got the words '\(text)'")
            }
            return text
        }
    }

    /// Where the norm with `text` stands: at the first place that begins behind the beginning of the norm before it.
    private mutating func span(
        of text: String,
        at place: TextSpan,
        after previous: TextSpan?,
        node: Node
    ) -> TextSpan? {
        var rest = place
        if let previous, let first = notice.source[previous].unicodeScalars.first {
            rest = TextSpan(start: previous.start + UTF8.width(first), end: place.end)
        }
        if let span = firstSpan(of: text, at: rest) { return span }
        if firstSpan(of: text, at: place) == nil {
            reader.report("corpus/not-in-text", at: node, "the article hasn't got the words '\(text)'")
        } else {
            let summary = "this norm stands before the one above it; norms are listed in reading order"
            reader.report("corpus/not-in-order", at: node, summary)
        }
        return nil
    }

    private func firstSpan(of text: String, at place: TextSpan) -> TextSpan? {
        QuoteForm(notice.source[place], from: place.start).firstSpan(of: QuoteForm(text[...], from: 0))
    }
}
