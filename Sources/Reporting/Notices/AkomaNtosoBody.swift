import LegalText
import MarkupReading
import NoticeModel

/// The provisions of a notice as Akoma Ntoso's hierarchy.
struct AkomaNtosoBody {
    private let notice: Notice
    private let words: AkomaNtosoWords
    private let sections: [Section]
    private let articles: [Article]
    private let leaves: [Leaf]

    /// The elements that are open: the body itself, then sections and loose paragraphs.
    private var open: [(id: ProvisionID?, element: XMLElement)] = []

    /// Prepares to write provisions of `notice`: those of its own body, or of one annex; `leaves` hold what may stand
    /// outside of every article.
    init(_ notice: Notice, _ words: AkomaNtosoWords, sections: [Section], articles: [Article], leaves: [Leaf]) {
        self.notice = notice
        self.words = words
        self.sections = sections
        self.articles = articles
        self.leaves = leaves
    }

    /// A part of the body, by where it starts.
    private enum Part {
        case section(Section)
        case article(Article)
        case loose(Leaf)
    }

    /// `body` or `mainBody` with everything in it.
    mutating func element(named name: String) -> XMLElement {
        open = [(nil, XMLElement(name))]
        for part in parts {
            switch part {
            case .section(let section):
                close(outside: section.id)
                open.append((section.id, element(of: section)))
            case .article(let article):
                // Its address doesn't tell its section: the numbers of articles run on across sections.
                while let last = open.last?.id, !isSection(last) { closeLast() }
                append(element(of: article))
            case .loose(let leaf):
                addLoose(leaf)
            }
        }
        while open.count > 1 { closeLast() }
        var body = open[0].element
        if body.children.isEmpty {
            body.append(XMLElement("hcontainer", [.init("name", "empty")], [.element(content([]))]))
        }
        return body
    }

    private var parts: [Part] {
        // Both are in the order of the text, so that one pass tells which leaves no article holds.
        var loose: [Leaf] = []
        var next = 0
        for leaf in leaves {
            while next < articles.count, articles[next].span.end <= leaf.span.start { next += 1 }
            if next == articles.count || !articles[next].span.overlaps(leaf.span) { loose.append(leaf) }
        }
        let parts =
            sections.map { ($0.span.start, Part.section($0)) }
            + articles.map { ($0.span.start, Part.article($0)) }
            + loose.map { ($0.span.start, Part.loose($0)) }
        return parts.sorted { $0.0 < $1.0 }.map(\.1)
    }

    // MARK: - Nesting

    private func isSection(_ id: ProvisionID) -> Bool {
        switch AkomaNtosoNames.kind(of: id) {
        case .part, .chapter, .section, .annex: true
        default: false
        }
    }

    /// Closes what is open until `id` lies inside of it.
    private mutating func close(outside id: ProvisionID) {
        while let last = open.last?.id, !id.isInside(last) || id == last { closeLast() }
    }

    private mutating func closeLast() {
        guard open.count > 1, var last = open.popLast() else { return }
        let holdsProvisions = last.element.children.contains { node in
            guard case .element(let child) = node else { return false }
            return !["num", "heading", "intro", "content"].contains(child.name)
        }
        // What holds provisions introduces them; what holds none has contents.
        last.element.children = last.element.children.map { node in
            guard case .element(var child) = node, child.name == "content", holdsProvisions else { return node }
            child = XMLElement("intro", child.attributes, child.children)
            return .element(child)
        }
        let holdsContent = last.element.children.contains { node in
            if case .element(let child) = node { child.name == "content" } else { false }
        }
        if !holdsProvisions, !holdsContent { last.element.append(content([])) }
        append(last.element)
    }

    private mutating func append(_ element: XMLElement) {
        open[open.count - 1].element.append(element)
    }

    // MARK: - Elements

    private func element(of section: Section) -> XMLElement {
        var element = XMLElement(AkomaNtosoNames.element(for: section.id), AkomaNtosoNames.attributes(section.id))
        element.append(XMLElement("num", text: section.label))
        if !section.heading.isEmpty {
            // As it is printed, with the full stop that the model's heading is without.
            let printed = notice.source[section.span]
            let tail = printed.unicodeScalars.last.map { ["。", ".", "．", "：", ":"].contains($0) } ?? false
            let stop = tail && !section.heading.hasSuffix(String(printed.suffix(1))) ? String(printed.suffix(1)) : ""
            element.append(XMLElement("heading", text: section.heading + stop))
        }
        return element
    }

    private mutating func addLoose(_ leaf: Leaf) {
        let text = XMLElement("p", [], words.nodes(at: leaf.span))
        guard let id = leaf.provision, !isSection(id) else {
            while let last = open.last?.id, !isSection(last) { closeLast() }
            append(XMLElement("hcontainer", [.init("name", "text")], [.element(content([text]))]))
            return
        }
        close(outside: id)
        open.append((id, XMLElement(AkomaNtosoNames.element(for: id), AkomaNtosoNames.attributes(id))))
        append(content([text]))
    }

    private func element(of article: Article) -> XMLElement {
        var element = XMLElement("article", AkomaNtosoNames.attributes(article.id))
        element.append(XMLElement("num", text: article.label))
        var bodyStart = article.span.start
        if let heading = article.heading {
            bodyStart = headingEnd(of: article, heading.span)
            let printed = TextSpan(start: heading.span.start, end: bodyStart)
            element.append(XMLElement("heading", [], words.nodes(at: printed)))
        }
        var paragraphs = article.paragraphs
        // A heading alone on its line is a paragraph of the model too; here its words stand in the heading.
        if paragraphs.count > 1, let first = paragraphs.first, first.span.end <= bodyStart, first.points.isEmpty {
            paragraphs.removeFirst()
        }
        for paragraph in paragraphs { element.append(self.element(of: paragraph, from: bodyStart)) }
        if paragraphs.isEmpty { element.append(content([])) }
        return element
    }

    /// The end of the heading with the full stop behind it, in UTF-8 bytes of the source.
    private func headingEnd(of article: Article, _ heading: TextSpan) -> Int {
        let rest = notice.source[TextSpan(start: heading.end, end: max(heading.end, article.span.end))]
        guard let next = rest.unicodeScalars.first, ["。", ".", "．", "：", ":"].contains(next) else { return heading.end }
        return heading.end + UTF8.width(next)
    }

    /// A paragraph or a point with the points below it; `start` is where its words start at the earliest.
    private func element(of paragraph: Paragraph, from start: Int) -> XMLElement {
        // Points lie at most a few levels deep: as many as there are styles of numbers.
        let name = AkomaNtosoNames.element(for: paragraph.id)
        var element = XMLElement(name, AkomaNtosoNames.attributes(paragraph.id))
        var start = min(max(start, paragraph.span.start), paragraph.span.end)
        if let label = paragraph.label {
            element.append(XMLElement("num", text: label))
            if let length = printedLength(of: label, in: paragraph.span) {
                start = max(start, paragraph.span.start + length)
            }
        }
        let nodes = words.nodes(at: TextSpan(start: start, end: paragraph.span.end))
        let text = nodes.isEmpty ? [] : [XMLElement("p", [], nodes)]
        if paragraph.points.isEmpty {
            element.append(content(text))
        } else {
            if !text.isEmpty { element.append(XMLElement("intro", [], text.map { .element($0) })) }
            for point in paragraph.points { element.append(self.element(of: point, from: point.span.start)) }
        }
        return element
    }

    /// The length of a label in UTF-8 bytes, where the paragraph starts with it.
    private func printedLength(of label: String, in span: TextSpan) -> Int? {
        notice.source[span].utf8.starts(with: label.utf8) ? label.utf8.count : nil
    }

    private func content(_ paragraphs: [XMLElement]) -> XMLElement {
        XMLElement("content", [], (paragraphs.isEmpty ? [XMLElement("p")] : paragraphs).map { .element($0) })
    }
}

/// The names that Akoma Ntoso has for the kinds of provision.
enum AkomaNtosoNames {
    /// The kind of the provision at `id`, from the last part of the address.
    static func kind(of id: ProvisionID) -> ProvisionID.Kind? {
        let last = id.rawValue.ranges(of: "__").last.map { id.rawValue[$0.upperBound...] } ?? id.rawValue[...]
        return ProvisionID.Kind(rawValue: String(last.prefix { $0 != "_" }))
    }

    /// The element of the provision at `id`.
    static func element(for id: ProvisionID) -> String {
        switch kind(of: id) {
        case .part: "part"
        case .chapter: "chapter"
        case .section: "section"
        case .article: "article"
        case .point: "point"
        default: "paragraph"
        }
    }

    /// The address as an attribute.
    static func attributes(_ id: ProvisionID) -> [XMLElement.Attribute] {
        [.init("eId", id.rawValue)]
    }
}
