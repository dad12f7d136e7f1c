import LegalText
import NoticeCorpus
package import NoticeModel

/// The JSON form `hegui/notice/1` of a notice.
package struct NoticeJSON {
    private let notice: Notice
    private let provenance: NoticeProvenance?

    /// Creates a writer; `provenance` is what a corpus says about the text, where it comes from one.
    package init(_ notice: Notice, provenance: NoticeProvenance? = nil) {
        self.notice = notice
        self.provenance = provenance
    }

    private var published: LegalDate? {
        notice.header.publishedDate?.date ?? provenance?.published
    }

    /// The day that the text names, or else the day of publication where it enters into force on issuance.
    private var effective: LegalDate? {
        switch notice.header.entryIntoForce?.rule {
        case .on(let date): date
        case .onIssuance: provenance?.effective ?? published
        case .afterIssuance, nil: provenance?.effective
        }
    }

    /// The whole notice.
    package var document: JSONValue {
        [
            "schema": .string("hegui/notice/1"),
            "notice": header,
            "sections": .array(notice.sections.map(json)),
            "articles": .array(notice.articles.map(json)),
            "annexes": .array(notice.annexes.map(json)),
            "looseNorms": .array(notice.looseNorms.map(json)),
            "diagnostics": .array(notice.diagnostics.map(json)),
        ]
    }

    private var header: JSONValue {
        let header = notice.header
        return [
            "documentNumber": .optional(header.documentNumber?.text),
            "title": .optional(header.title?.text),
            "issuers": .strings(header.issuers.map(\.text)),
            "issuingBodies": .array(header.issuers.map(json)),
            "addressee": .optional(header.addressee?.text),
            "date": .optional(header.date?.date.description),
            "publishedDate": .optional(published?.description),
            "effectiveDate": .optional(effective?.description),
            "language": .string(header.language.rawValue),
            "entryIntoForce": .optional(header.entryIntoForce?.rule.description),
            "repeals": .strings(header.repeals.map(\.text)),
            "status": .optional(provenance?.status.rawValue),
        ]
    }

    private func json(_ issuer: Issuer) -> JSONValue {
        [
            "text": .string(issuer.text),
            "span": json(issuer.span),
            "name": .optional(issuer.body?.name),
            "currentName": .optional(issuer.body?.currentName),
            "changes": .array(
                (issuer.body?.changes ?? []).map { change in
                    [
                        "name": .string(change.name), "date": .string(change.date.description),
                        "note": .string(change.note),
                    ]
                }
            ),
        ]
    }

    private func json(_ annex: Annex) -> JSONValue {
        [
            "id": .string(annex.id.rawValue),
            "label": .string(annex.label),
            "title": .optional(annex.title?.text),
            "span": json(annex.span),
            "sections": .array(annex.sections.map(json)),
            "articles": .array(annex.articles.map(json)),
        ]
    }

    private func json(_ section: Section) -> JSONValue {
        [
            "id": .string(section.id.rawValue),
            "label": .string(section.label),
            "heading": .string(section.heading),
            "articles": .strings(section.articles.map(\.rawValue)),
        ]
    }

    private func json(_ article: Article) -> JSONValue {
        [
            "id": .string(article.id.rawValue),
            "number": .int(article.number),
            "suffix": article.suffix.map { .int($0) } ?? .null,
            "label": .string(article.label),
            "heading": .optional(article.heading?.text),
            "text": .string(notice.text(at: article.span)),
            "span": json(article.span),
            "norms": .array(article.norms.map(json)),
        ]
    }

    private func json(_ norm: Norm) -> JSONValue {
        var members: [JSONValue.Member] = []
        func add(_ key: String, _ value: JSONValue) {
            members.append(JSONValue.Member(key: key, value: value))
        }
        add("id", .string(norm.id.rawValue))
        add("kind", .string(norm.kind.rawValue))
        add("text", .string(notice.text(at: norm.span)))
        add("span", json(norm.span))
        add("bearers", .array(norm.bearers.map(json)))
        add("action", json(norm.action))
        add("object", json(norm.object))
        add("condition", json(norm.condition))
        add("exception", json(norm.exception))
        add("territory", .optional(norm.territory?.rawValue))
        add("items", .array(norm.items.map(json)))
        add("quotedTerms", .strings(norm.quotedTerms.map(\.text)))
        add("authorities", .array(norm.authorities.map(json)))
        add("deadline", json(norm.deadline))
        add("penalty", json(norm.penalty))
        add("citations", .array(norm.citations.map(json)))
        switch norm.confidence {
        case .high:
            add("confidence", .string("high"))
        case .low(let reason):
            add("confidence", .string("low"))
            add("doubt", .string(reason))
        }
        return .object(members)
    }

    private func json(_ part: Norm.Part?) -> JSONValue {
        part.map(json) ?? .null
    }

    private func json(_ part: Norm.Part) -> JSONValue {
        [
            "text": .string(notice.text(at: part.span)),
            "span": json(part.span),
            "inherited": .bool(part.isInherited),
        ]
    }

    private func json(_ citation: Citation) -> JSONValue {
        [
            "text": .string(notice.text(at: citation.span)),
            "span": json(citation.span),
            "title": .optional(citation.title),
            "documentNumber": .optional(citation.documentNumber),
            "provision": .optional(citation.provision?.rawValue),
            "through": .optional(citation.through?.rawValue),
            "target": .optional(citation.target?.rawValue),
            "targets": .strings(citation.targets.map(\.rawValue)),
        ]
    }

    private func json(_ diagnostic: Diagnostic) -> JSONValue {
        [
            "id": .string(diagnostic.id),
            "severity": .string(diagnostic.severity.rawValue),
            "span": diagnostic.span.map(json) ?? .null,
            "summary": .string(diagnostic.summary),
        ]
    }

    private func json(_ span: TextSpan) -> JSONValue {
        ["start": .int(span.start), "end": .int(span.end)]
    }
}
