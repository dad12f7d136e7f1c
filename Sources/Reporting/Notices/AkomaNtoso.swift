import LegalText
import MarkupReading
package import NoticeModel

/// A notice as an Akoma Ntoso 3.0 document.
///
/// The addresses of provisions are the `eId`s. Every word of the notice stands in the document; what was left out of
/// it on purpose, such as a page's menus, doesn't.
package struct AkomaNtoso {
    private let notice: Notice
    private let provenance: NoticeProvenance?
    private let identity: AkomaNtosoIdentity
    private let words: AkomaNtosoWords
    private let provisions: Set<ProvisionID>

    /// The leaves outside of annexes, and those of each annex.
    private let leaves: (main: [Leaf], annexes: [[Leaf]])

    /// Creates a writer; `provenance` is what a corpus says about the text, where it comes from one.
    package init(_ notice: Notice, provenance: NoticeProvenance? = nil) {
        self.notice = notice
        self.provenance = provenance
        identity = AkomaNtosoIdentity(notice, documentNumber: provenance?.documentNumber)
        provisions = Self.provisions(of: notice)
        words = AkomaNtosoWords(notice, provisions: provisions)
        let annexes = notice.annexes
        leaves = (
            notice.leaves.filter { leaf in !annexes.contains { $0.span.contains(leaf.span) } },
            annexes.map { annex in notice.leaves.filter { annex.span.contains($0.span) } }
        )
    }

    /// The document.
    ///
    /// - Throws: An error where libxml2 has no memory left.
    package func text() throws -> String {
        try XMLWriter().text(of: root)
    }

    /// The addresses that the document will hold.
    private static func provisions(of notice: Notice) -> Set<ProvisionID> {
        let sections = notice.sections + notice.annexes.flatMap(\.sections)
        let articles = notice.articles + notice.annexes.flatMap(\.articles)
        var ids = Set(sections.map(\.id) + articles.map(\.id))
        for leaf in notice.leaves where leaf.kind == .paragraph {
            if let id = leaf.provision { ids.insert(id) }
        }
        var open = articles.flatMap(\.paragraphs)
        while let paragraph = open.popLast() {
            ids.insert(paragraph.id)
            open += paragraph.points
        }
        return ids
    }

    private var root: XMLElement {
        let metadata = AkomaNtosoMetadata(notice, identity: identity, provenance: provenance, provisions: provisions)
        var document = XMLElement(
            identity.element.rawValue,
            [.init("name", identity.name), .init("contains", "originalVersion")]
        )
        document.append(metadata.element)
        if let preface { document.append(preface) }
        if let preamble { document.append(preamble) }
        let loose = leaves.main.filter { $0.kind == .paragraph }
        var body = AkomaNtosoBody(notice, words, sections: notice.sections, articles: notice.articles, leaves: loose)
        document.append(body.element(named: identity.element == .act ? "body" : "mainBody"))
        if let conclusions { document.append(conclusions) }
        let attached = attachments(metadata)
        if !attached.isEmpty {
            document.append(XMLElement("attachments", [], attached.map { .element($0) }))
        }
        let namespace = XMLElement.Attribute("xmlns", "http://docs.oasis-open.org/legaldocml/ns/akn/3.0")
        return XMLElement("akomaNtoso", [namespace], [.element(document)])
    }

    // MARK: - Above the provisions

    private var preface: XMLElement? {
        var preface = XMLElement("preface")
        let titles = leaves.main.filter(notice.isInTitle)
        if let title = titleElement(titles) { preface.append(XMLElement("p", [], [.element(title)])) }
        for leaf in leaves.main where isInPreface(leaf) {
            preface.append(paragraph(of: leaf))
        }
        return preface.children.isEmpty ? nil : preface
    }

    /// The lines of the title as one `docTitle`, with the issuers that it names.
    private func titleElement(_ leaves: [Leaf]) -> XMLElement? {
        guard !leaves.isEmpty else { return nil }
        let joint = notice.header.language == .english ? " " : ""
        var title = XMLElement("docTitle")
        for leaf in leaves {
            if !title.children.isEmpty, !joint.isEmpty { title.children.append(.text(joint)) }
            title.children += words.nodes(at: leaf.span, marks: proponents(in: leaf.span))
        }
        return title
    }

    /// The issuers that a line of the title names before 关于, or before "on"; the header may have them from the
    /// signature.
    private func proponents(in span: TextSpan) -> [AkomaNtosoWords.Mark] {
        let line = notice.source[span]
        let names = notice.header.language.isChinese ? line.prefix(upTo: line.firstRange(of: "关于")) : line
        var marks: [AkomaNtosoWords.Mark] = []
        for (number, issuer) in notice.header.issuers.enumerated() {
            guard let found = names.firstRange(of: issuer.text) else { continue }
            let start = notice.source.offset(of: found.lowerBound)
            let element = XMLElement("docProponent", [.init("refersTo", "#\(AkomaNtosoMetadata.issuerID(number))")])
            marks.append(.init(span: TextSpan(start: start, end: start + issuer.text.utf8.count), element: element))
        }
        return marks.sorted { $0.span < $1.span }
    }

    /// Whether a leaf other than the title stands in the preface: a number and an addressee do, and a signature and a
    /// date that are printed above the provisions.
    private func isInPreface(_ leaf: Leaf) -> Bool {
        switch leaf.kind {
        case .documentNumber, .addressee: true
        case .title: !notice.isInTitle(leaf)
        case .signature, .date: leaf.span.start < bodyStart
        default: false
        }
    }

    private var bodyStart: Int {
        leaves.main.first { [.heading, .paragraph].contains($0.kind) }?.span.start ?? 0
    }

    private func paragraph(of leaf: Leaf) -> XMLElement {
        switch leaf.kind {
        case .documentNumber:
            return XMLElement("p", [], [.element(XMLElement("docNumber", [], words.nodes(at: leaf.span)))])
        case .addressee:
            return XMLElement("p", [.init("class", "addressee")], words.nodes(at: leaf.span))
        case .date:
            let mark = notice.header.date.flatMap { dated in
                dated.span.map { span in
                    AkomaNtosoWords.Mark(
                        span: span,
                        element: XMLElement("docDate", [.init("date", dated.date.description)])
                    )
                }
            }
            return XMLElement("p", [], words.nodes(at: leaf.span, marks: mark.map { [$0] } ?? []))
        case .signature:
            return XMLElement("p", [], [.element(signature(of: leaf))])
        default:
            return XMLElement("p", [], words.nodes(at: leaf.span))
        }
    }

    private func signature(of leaf: Leaf) -> XMLElement {
        let issuers = notice.header.issuers.enumerated().map { number, issuer in
            AkomaNtosoWords.Mark(
                span: issuer.span,
                element: XMLElement("organization", [.init("refersTo", "#\(AkomaNtosoMetadata.issuerID(number))")])
            )
        }
        return XMLElement("signature", [], words.nodes(at: leaf.span, marks: issuers.sorted { $0.span < $1.span }))
    }

    /// A paragraph that names laws as the basis is a citation, another one a recital.
    private var preamble: XMLElement? {
        var preamble = XMLElement("preamble", [.init("eId", ProvisionID.preamble.rawValue)])
        for leaf in leaves.main where leaf.kind == .preamble {
            let isCitation = notice.header.legalBasis.contains { leaf.span.contains($0.span) }
            let names = isCitation ? ("citations", "citation") : ("recitals", "recital")
            let text = XMLElement("p", [], words.nodes(at: leaf.span))
            preamble.append(XMLElement(names.0, [], [.element(XMLElement(names.1, [], [.element(text)]))]))
        }
        return preamble.children.isEmpty ? nil : preamble
    }

    // MARK: - Below the provisions

    private var conclusions: XMLElement? {
        var conclusions = XMLElement("conclusions", [.init("eId", ProvisionID.conclusions.rawValue)])
        for leaf in leaves.main {
            switch leaf.kind {
            case .conclusions: conclusions.append(paragraph(of: leaf))
            case .signature, .date: if !isInPreface(leaf) { conclusions.append(paragraph(of: leaf)) }
            default: break
            }
        }
        return conclusions.children.isEmpty ? nil : conclusions
    }

    /// Each annex as a document of its own, and what else stands behind the signature as one more.
    private func attachments(_ metadata: AkomaNtosoMetadata) -> [XMLElement] {
        var documents: [XMLElement] = []
        for (annex, held) in zip(notice.annexes, leaves.annexes) {
            // The body writes the headings of sections itself.
            let loose = held.filter { leaf in
                leaf.kind != .skipped && !annex.sections.contains { $0.span.overlaps(leaf.span) }
            }
            var body = AkomaNtosoBody(notice, words, sections: annex.sections, articles: annex.articles, leaves: loose)
            documents.append(attached(body.element(named: "mainBody"), as: documents.count + 1, metadata))
        }
        let rest = leaves.main.filter { $0.kind == .annex }
        if !rest.isEmpty {
            let paragraphs = rest.map { XMLNode.element(XMLElement("p", [], words.nodes(at: $0.span))) }
            documents.append(attached(XMLElement("mainBody", [], paragraphs), as: documents.count + 1, metadata))
        }
        return documents
    }

    private func attached(_ body: XMLElement, as number: Int, _ metadata: AkomaNtosoMetadata) -> XMLElement {
        let component = metadata.element(ofComponent: number == 1 ? "annex" : "annex_\(number)")
        let document = XMLElement("doc", [.init("name", "annex")], [.element(component), .element(body)])
        return XMLElement("attachment", [.init("eId", "att_\(number)")], [.element(document)])
    }
}

extension ProvisionID {
    /// The text before the first provision.
    fileprivate static let preamble = ProvisionID(rawValue: Kind.preamble.rawValue)

    /// The text after the last provision.
    fileprivate static let conclusions = ProvisionID(rawValue: Kind.conclusions.rawValue)
}

extension Substring {
    /// What stands before `range`, or everything where there is none.
    fileprivate func prefix(upTo range: Range<Index>?) -> Substring {
        range.map { self[..<$0.lowerBound] } ?? self
    }
}
