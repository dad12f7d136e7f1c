package import LegalText
package import RecordModel

/// The JSON form `hegui/verdict/1` of verdicts.
package struct VerdictJSON: Sendable {
    /// The packs that the records were screened against.
    private let packs: [PackIdentity]

    /// The language of the quotes; explanations are always in both.
    private let language: LocalizedText.Language

    /// Creates a writer.
    package init(packs: [PackIdentity], language: LocalizedText.Language) {
        self.packs = packs
        self.language = language
    }

    /// Where a record stood in a file.
    package struct Place: Sendable, Hashable {
        /// The path, where there is more than one file.
        let file: String?

        /// The sheet, where a workbook has more than one.
        let sheet: String?

        /// The number of the row, counted from 1.
        let row: Int

        /// Creates a place.
        package init(file: String?, sheet: String? = nil, row: Int) {
            self.file = file
            self.sheet = sheet
            self.row = row
        }
    }

    /// The verdict on one record as a document of its own, with why a rule did not fire where that was asked.
    package func document(
        _ record: Record,
        _ verdict: Verdict,
        at place: Place? = nil,
        whyNot: WhyNot? = nil,
        remarks: [Remark] = []
    ) -> JSONValue {
        var members = [JSONValue.Member(key: "schema", value: .string("hegui/verdict/1"))]
        members += placeMembers(place, of: record)
        members.append(JSONValue.Member(key: "packs", value: .array(packs.map(\.json))))
        members += verdictMembers(record, verdict) + remarkMembers(remarks)
        if let whyNot { members.append(JSONValue.Member(key: "whyNot", value: json(whyNot))) }
        return .object(members)
    }

    /// The verdict on one record as an item of a document that names its packs once.
    package func item(
        _ record: Record,
        _ verdict: Verdict,
        at place: Place,
        remarks: [Remark] = []
    ) -> JSONValue {
        .object(placeMembers(place, of: record) + verdictMembers(record, verdict) + remarkMembers(remarks))
    }

    private func remarkMembers(_ remarks: [Remark]) -> [JSONValue.Member] {
        if remarks.isEmpty { return [] }
        let list = remarks.map { remark -> JSONValue in
            ["id": .string(remark.id), "zh": .string(remark.text.zh), "en": .string(remark.text.en)]
        }
        return [JSONValue.Member(key: "remarks", value: .array(list))]
    }

    /// The columns that no field of the record holds, by header.
    private func columnMembers(_ record: Record) -> [JSONValue.Member] {
        let columns = record.columns.filter { !$0.isField }
        if columns.isEmpty { return [] }
        var seen: [String: Int] = [:]
        let members = columns.map { column in
            // An object can't hold a key twice, and a table may well have two columns called 备注.
            seen[column.header, default: 0] += 1
            let number = seen[column.header] ?? 1
            let key = number == 1 ? column.header : "\(column.header) (\(number))"
            let value: JSONValue =
                switch column.value {
                case .text(let text): .string(text)
                case .json(let json): .source(json)
                }
            return JSONValue.Member(key: key, value: value)
        }
        return [JSONValue.Member(key: "columns", value: .object(members))]
    }

    private func placeMembers(_ place: Place?, of record: Record) -> [JSONValue.Member] {
        guard let place else { return [] }
        let file = place.file.map { [JSONValue.Member(key: "file", value: .string($0))] } ?? []
        let sheet = place.sheet.map { [JSONValue.Member(key: "sheet", value: .string($0))] } ?? []
        let key = [
            JSONValue.Member(key: "row", value: .int(place.row)),
            JSONValue.Member(key: "id", value: .optional(record.id)),
        ]
        return file + sheet + key + columnMembers(record)
    }

    private func verdictMembers(_ record: Record, _ verdict: Verdict) -> [JSONValue.Member] {
        [
            JSONValue.Member(key: "record", value: json(record)),
            JSONValue.Member(key: "verdict", value: .string(verdict.level.rawValue)),
            JSONValue.Member(key: "findings", value: .array(verdict.findings.map(json))),
            JSONValue.Member(key: "released", value: .array(verdict.released.map(json))),
        ]
    }

    /// A record on one line, for a log.
    package static func text(of record: Record) -> String {
        VerdictJSON(packs: [], language: .zh).json(record).compact
    }

    private func json(_ record: Record) -> JSONValue {
        [
            "id": .optional(record.id),
            "name": .optional(record.name),
            "otherNames": .strings(record.otherNames.map(\.text)),
            "scope": .optional(record.scope),
            "description": .optional(record.description),
            "actor": .optional(record.actor),
            "jurisdiction": .optional(record.jurisdiction),
            "approval": .optional(record.approval),
            "registrationStatus": .optional(record.registrationStatus),
            "registrationDate": .optional(record.registrationDate),
        ]
    }

    /// The findings of `verdict` alone, as they stand in a document.
    package func findings(of verdict: Verdict) -> JSONValue {
        .array(verdict.findings.map(json))
    }

    /// What `verdict` released, as it stands in a document.
    package func released(of verdict: Verdict) -> JSONValue {
        .array(verdict.released.map(json))
    }

    /// The words that made `finding`.
    func evidence(of finding: Finding) -> JSONValue {
        .array(finding.evidence.map(json))
    }

    private func json(_ finding: Finding) -> JSONValue {
        [
            "rule": .string(finding.rule),
            "ban": .string(finding.ban.rawValue),
            "activity": .string(finding.activity),
            "verdict": .string(finding.verdict.rawValue),
            "basis": json(finding.basis),
            "authority": .optional(finding.authority?.zh),
            "cure": finding.cure.map { cure in
                ["requirement": json(cure.requirement), "grantor": cure.grantor.map(json) ?? .null]
            } ?? .null,
            "item": finding.item.map(json) ?? .null,
            "evidence": .array(finding.evidence.map(json)),
            "doubts": .array(
                finding.doubts.map { doubt in
                    ["id": .string(doubt.id), "zh": .string(doubt.reason.zh), "en": .string(doubt.reason.en)]
                }
            ),
            "considered": .array(finding.considered.map(json)),
            "explanation": json(finding.explanation),
        ]
    }

    private func json(_ basis: Basis) -> JSONValue {
        let quote = basis.quote(in: language)
        return [
            "notice": .string(basis.notice),
            "documentNumber": .optional(basis.documentNumber),
            "provision": .string(basis.provision),
            "label": .optional(basis.label),
            "quote": .optional(quote?.text),
            "language": .optional(quote?.language.rawValue),
            "status": .optional(quote?.status),
        ]
    }

    private func json(_ item: ScopeItem) -> JSONValue {
        [
            "number": .int(item.number),
            "text": .string(item.text),
            "start": .int(item.span.start),
            "end": .int(item.span.end),
            "licence": .optional(item.licence?.rawValue),
        ]
    }

    private func json(_ evidence: Evidence) -> JSONValue {
        var members = [JSONValue.Member(key: "field", value: .string(evidence.field.rawValue))]
        if evidence.field == .otherNames {
            members.append(JSONValue.Member(key: "index", value: .int(evidence.index)))
        }
        let parts =
            evidence.nameParts.isEmpty
            ? [] : [JSONValue.Member(key: "nameParts", value: .strings(evidence.nameParts.map(\.rawValue)))]
        return .object(
            members + [
                JSONValue.Member(key: "start", value: .int(evidence.span.start)),
                JSONValue.Member(key: "end", value: .int(evidence.span.end)),
                JSONValue.Member(key: "text", value: .string(evidence.text)),
                JSONValue.Member(key: "term", value: .string(evidence.term)),
                JSONValue.Member(key: "disguise", value: .strings(evidence.disguise.map(\.rawValue))),
            ] + parts
        )
    }

    private func json(_ consideration: Consideration) -> JSONValue {
        [
            "kind": .string(consideration.kind.rawValue),
            "field": .string(consideration.field.rawValue),
            "start": .int(consideration.span.start),
            "end": .int(consideration.span.end),
            "text": .string(consideration.text),
            "reason": json(consideration.reason),
        ]
    }

    private func json(_ release: Release) -> JSONValue {
        [
            "rule": .string(release.rule),
            "evidence": .array(release.evidence.map(json)),
            "cue": .string(release.cue),
        ]
    }

    private func json(_ whyNot: WhyNot) -> JSONValue {
        [
            "rule": .string(whyNot.rule),
            "obstacle": .string(whyNot.obstacle.rawValue),
            "explanation": json(whyNot.explanation),
            "closest": .array(whyNot.closest.map(json)),
        ]
    }

    private func json(_ text: LocalizedText) -> JSONValue {
        ["zh": .string(text.zh), "en": .string(text.en)]
    }
}
