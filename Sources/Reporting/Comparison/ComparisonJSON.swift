import LegalText
package import NoticeComparison
import NoticeCorpus
import NoticeModel

/// The JSON form `hegui/diff/1` of a comparison.
package struct ComparisonJSON {
    private let comparison: Comparison
    private let old: ComparedSource
    private let new: ComparedSource
    private let showsUnchanged: Bool

    /// What rules there are for the new notice, where that is to be told.
    package var enforcement: NoticeEnforcement?

    /// Creates a writer.
    package init(_ comparison: Comparison, old: ComparedSource, new: ComparedSource, showsUnchanged: Bool = false) {
        self.comparison = comparison
        self.old = old
        self.new = new
        self.showsUnchanged = showsUnchanged
    }

    /// The whole comparison.
    package var document: JSONValue {
        let summary = ComparisonSummary(comparison)
        let norms = comparison.norms
        return [
            "schema": .string("hegui/diff/1"),
            "old": json(comparison.old, old),
            "new": json(comparison.new, new),
            "summary": [
                "kinds": .object(summary.kinds.map { .init(key: $0.rawValue, value: .int($1)) }),
                "effects": .object(summary.effects.map { .init(key: $0.rawValue, value: .int($1)) }),
            ],
            "changes": .array((showsUnchanged ? comparison.rows : comparison.changes).map(json)),
            "header": .array(comparison.header.map(json)),
            "terms": json(comparison.terms),
            "subjects": json(comparison.subjects),
            "norms": [
                "added": ids(norms.added),
                "removed": ids(norms.removed),
                "stricter": ids(norms.stricter),
                "looser": ids(norms.looser),
                "changed": ids(norms.changed),
            ],
            "enforcement": enforcement?.json ?? .null,
            "caveat": json(ChangeWording.caveat),
        ]
    }

    private func json(_ notice: Notice, _ source: ComparedSource) -> JSONValue {
        [
            "name": .string(source.name),
            "documentNumber": .optional(notice.header.documentNumber?.text),
            "title": .optional(notice.header.title.map { FlowedText.flowed($0.text) }),
            "date": .optional(notice.header.date.map { "\($0.date)" }),
            "status": .optional(source.status?.rawValue),
            "articles": .int(notice.articles.count),
        ]
    }

    private func json(_ change: Change) -> JSONValue {
        [
            "kind": .string(change.kind.rawValue),
            "old": ids(change.old.map(\.provision)),
            "new": ids(change.new.map(\.provision)),
            "similarity": .thousandths(Int((change.similarity * 1000).rounded())),
            "renumbered": .bool(change.isRenumbered),
            "moved": .bool(change.isMoved),
            "effect": .string(change.effect.rawValue),
            "reasons": .array(change.reasons.map(json)),
            "mayBeArtefact": change.mayBeArtefact ? json(ChangeWording.artefact) : .bool(false),
            "oldPassages": .array(change.old.map(json)),
            "newPassages": .array(change.new.map(json)),
            "edits": .array(change.pairs.flatMap(edits)),
        ]
    }

    private func json(_ reason: Reason) -> JSONValue {
        [
            "aspect": .string(reason.aspect.rawValue),
            "effect": .string(reason.effect.rawValue),
            "added": .strings(reason.added),
            "removed": .strings(reason.removed),
            "oldNorm": .optional(reason.oldNorm?.rawValue),
            "newNorm": .optional(reason.newNorm?.rawValue),
            "oldKind": .optional(reason.oldKind?.rawValue),
            "newKind": .optional(reason.newKind?.rawValue),
            "doubtful": .bool(reason.isDoubtful),
            "sentence": json(ChangeWording.sentence(of: reason)),
        ]
    }

    private func json(_ passage: Passage) -> JSONValue {
        [
            "provision": .string(passage.provision.rawValue),
            "label": .string(passage.label),
            "sentences": passage.sentences.map { .array($0.map { .int($0) }) } ?? .null,
            "span": json(passage.span),
        ]
    }

    /// The differences of two clauses; a clause without a counterpart is one difference.
    private func edits(_ pair: ClausePair) -> [JSONValue] {
        switch (pair.old, pair.new) {
        case (nil, nil): return []
        case (let old?, nil): return [edit(old, nil, Edit.Form.words)]
        case (nil, let new?): return [edit(nil, new, Edit.Form.words)]
        case (_?, _?): return pair.edits.map { edit($0.old, $0.new, $0.form) }
        }
    }

    private func edit(_ old: TextSpan?, _ new: TextSpan?, _ form: Edit.Form) -> JSONValue {
        func side(_ span: TextSpan?, _ notice: Notice) -> JSONValue {
            span.map { ["text": .string(notice.text(at: $0)), "span": json($0)] } ?? .null
        }
        return [
            "form": .string(form.rawValue),
            "old": side(old, comparison.old),
            "new": side(new, comparison.new),
        ]
    }

    private func json(_ change: HeaderChange) -> JSONValue {
        [
            "field": .string(change.field.rawValue),
            "added": .strings(change.added),
            "removed": .strings(change.removed),
            "renamed": .array(change.renamed.map { ["old": .string($0.old), "new": .string($0.new)] }),
        ]
    }

    private func json(_ terms: TermChanges) -> JSONValue {
        ["added": .strings(terms.added), "removed": .strings(terms.removed)]
    }

    private func json(_ span: TextSpan) -> JSONValue { ["start": .int(span.start), "end": .int(span.end)] }

    private func json(_ text: LocalizedText) -> JSONValue { ["zh": .string(text.zh), "en": .string(text.en)] }

    private func ids(_ ids: [ProvisionID]) -> JSONValue { .strings(ids.map(\.rawValue)) }
}
