import LegalText
import NoticeModel

/// Compares what stands around the provisions.
struct HeaderComparison {
    /// What differs, in the order of the fields.
    private(set) var changes: [HeaderChange] = []

    /// One entry of a list: how it is printed, and what it is equal by.
    private struct Entry {
        let text: String
        let keys: [Int32]
    }

    /// Compares the heads of two notices.
    init(_ old: Notice, _ new: Notice, _ normalizer: inout Normalizer) {
        let (before, after) = (old.header, new.header)
        add(.title, [Self.title(before)], [Self.title(after)], &normalizer)
        add(.issuers, before.issuers.map(\.text), after.issuers.map(\.text), &normalizer)
        add(.addressee, [before.addressee?.text], [after.addressee?.text], &normalizer)
        add(.legalBasis, before.legalBasis.map(Self.name), after.legalBasis.map(Self.name), &normalizer)
        add(
            .entryIntoForce,
            [before.entryIntoForce.map { old.text(at: $0.span) }],
            [after.entryIntoForce.map { new.text(at: $0.span) }],
            &normalizer
        )
        add(.headings, old.sections.map(\.heading), new.sections.map(\.heading), &normalizer)
    }

    /// The title without the issuers before 关于 and "on".
    private static func title(_ header: NoticeHeader) -> String? {
        guard let title = header.title?.text else { return nil }
        if let start = title.firstRange(of: "关于") { return String(title[start.lowerBound...]) }
        if let start = title.firstRange(of: " on ") { return String(title[title.index(after: start.lowerBound)...]) }
        return title
    }

    private static func name(_ citation: Citation) -> String? {
        citation.title ?? citation.documentNumber
    }

    private mutating func add(
        _ field: HeaderChange.Field,
        _ before: [String?],
        _ after: [String?],
        _ normalizer: inout Normalizer
    ) {
        func entries(_ texts: [String?]) -> [Entry] {
            texts.compactMap(\.self).filter { !$0.isEmpty }
                .map { Entry(text: $0, keys: normalizer.tokens(of: SourceText($0)).map(\.key)) }
        }
        let (these, those) = (entries(before), entries(after))
        let (known, found) = (Set(these.map(\.keys)), Set(those.map(\.keys)))
        var renamed: [HeaderChange.Renaming] = []
        for entry in these where field == .issuers {
            guard let twin = those.first(where: { $0.keys == entry.keys }), twin.text != entry.text else { continue }
            renamed.append(.init(old: entry.text, new: twin.text))
        }
        let change = HeaderChange(
            field: field,
            added: those.filter { !known.contains($0.keys) }.map(\.text),
            removed: these.filter { !found.contains($0.keys) }.map(\.text),
            renamed: renamed
        )
        guard !change.added.isEmpty || !change.removed.isEmpty || !change.renamed.isEmpty else { return }
        changes.append(change)
    }
}
