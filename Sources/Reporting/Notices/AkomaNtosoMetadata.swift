import LegalText
import MarkupReading
import NoticeCorpus
import NoticeModel

/// The metadata of a notice as Akoma Ntoso has it: what the document is, what it repeals, and where its text is from.
struct AkomaNtosoMetadata {
    private let notice: Notice
    private let identity: AkomaNtosoIdentity
    private let provenance: NoticeProvenance?
    private let provisions: Set<ProvisionID>

    /// Who says what the metadata says.
    private static let source = XMLElement.Attribute("source", "#hegui")

    init(
        _ notice: Notice,
        identity: AkomaNtosoIdentity,
        provenance: NoticeProvenance?,
        provisions: Set<ProvisionID>
    ) {
        self.notice = notice
        self.identity = identity
        self.provenance = provenance
        self.provisions = provisions
    }

    /// The address, in the metadata, of the issuer at `index`.
    static func issuerID(_ index: Int) -> String {
        "issuer_\(index + 1)"
    }

    /// `meta` of the notice.
    var element: XMLElement {
        var meta = XMLElement("meta")
        meta.append(identification(component: "main"))
        if let analysis { meta.append(analysis) }
        meta.append(references)
        if let provenance {
            let status = Wording.status(provenance.status.rawValue)
            let sentences = [status.zh, status.en, provenance.source].map { XMLNode.element(XMLElement("p", text: $0)) }
            let note = XMLElement("note", [.init("eId", "status")], sentences)
            meta.append(XMLElement("notes", [Self.source], [.element(note)]))
            let text = XMLElement(
                "hegui:text",
                [.init("xmlns:hegui", "urn:hegui:notice:1"), .init("status", provenance.status.rawValue)]
            )
            meta.append(XMLElement("proprietary", [Self.source], [.element(text)]))
        }
        return meta
    }

    /// `meta` of a part that is a document of its own.
    func element(ofComponent name: String) -> XMLElement {
        XMLElement("meta", [], [.element(identification(component: name))])
    }

    // MARK: - What the document is

    private func identification(component: String) -> XMLElement {
        var work = level("FRBRWork", identity.work, component, authors: issuers)
        work.append(XMLElement("FRBRcountry", [.init("value", "cn")]))
        work.append(XMLElement("FRBRsubtype", [.init("value", identity.name)]))
        if let number = identity.number { work.append(XMLElement("FRBRnumber", [.init("value", number)])) }
        if let title = notice.header.title?.text { work.append(XMLElement("FRBRname", [.init("value", title)])) }
        var expression = level("FRBRExpression", identity.expression, component, authors: expressionAuthors)
        if let provenance {
            let isOfficial = provenance.status == .official
            expression.append(XMLElement("FRBRauthoritative", [.init("value", String(isOfficial))]))
        }
        expression.append(XMLElement("FRBRlanguage", [.init("language", identity.language)]))
        var manifestation = level("FRBRManifestation", identity.manifestation, component, authors: ["hegui"])
        manifestation.append(XMLElement("FRBRformat", [.init("value", "application/akn+xml")]))
        return XMLElement(
            "identification",
            [Self.source],
            [.element(work), .element(expression), .element(manifestation)]
        )
    }

    private func level(_ name: String, _ address: String, _ component: String, authors: [String]) -> XMLElement {
        var level = XMLElement(name)
        level.append(XMLElement("FRBRthis", [.init("value", "\(address)/!\(component)")]))
        level.append(XMLElement("FRBRuri", [.init("value", address)]))
        level.append(XMLElement("FRBRdate", [.init("date", identity.date.day), .init("name", identity.date.name)]))
        for author in authors { level.append(XMLElement("FRBRauthor", [.init("href", "#\(author)")])) }
        return level
    }

    private var issuers: [String] {
        let issuers = notice.header.issuers.indices.map(Self.issuerID)
        return issuers.isEmpty ? ["unidentified"] : issuers
    }

    /// The issuers have written what a corpus calls official, and what no corpus says anything about.
    private var expressionAuthors: [String] {
        switch provenance?.status {
        case nil, .official, .transcription: issuers
        case .unofficialTranslation, .unofficialReconstruction: ["unidentified"]
        }
    }

    // MARK: - What it does and names

    /// The repeals, as modifications that the notice makes to others.
    private var analysis: XMLElement? {
        var modifications = XMLElement("activeModifications")
        for (number, repeal) in notice.header.repeals.enumerated() {
            guard let work = AkomaNtosoIdentity.work(calling: repeal.text) else { continue }
            let leaf = notice.leaves.first { $0.span.contains(repeal.span) }
            let place = leaf?.provision.flatMap { id in
                provisions.contains(id) || id.rawValue == ProvisionID.Kind.conclusions.rawValue ? "#\(id)" : nil
            }
            let modification = XMLElement(
                "textualMod",
                [.init("type", "repeal"), .init("eId", "mod_\(number + 1)")],
                [
                    .element(XMLElement("source", [.init("href", place ?? identity.work)])),
                    .element(XMLElement("destination", [.init("href", work)])),
                ]
            )
            modifications.append(modification)
        }
        guard !modifications.children.isEmpty else { return nil }
        return XMLElement("analysis", [Self.source], [.element(modifications)])
    }

    private var references: XMLElement {
        var references = XMLElement("references", [Self.source])
        for (index, issuer) in notice.header.issuers.enumerated() {
            let name = AkomaNtosoIdentity.slug(issuer.text)
            references.append(organization(Self.issuerID(index), name, showing: issuer.text))
        }
        if issuers == ["unidentified"] || expressionAuthors == ["unidentified"] {
            references.append(organization("unidentified", "unidentified", showing: "not identified"))
        }
        references.append(organization("hegui", "hegui", showing: "Hegui"))
        return references
    }

    private func organization(_ id: String, _ name: String, showing label: String) -> XMLElement {
        XMLElement(
            "TLCOrganization",
            [.init("eId", id), .init("href", "/akn/ontology/organization/cn/\(name)"), .init("showAs", label)]
        )
    }
}
