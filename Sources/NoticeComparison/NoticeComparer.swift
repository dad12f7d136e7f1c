public import LegalText
public import NoticeModel

/// Lays two notices side by side, and says what became of every provision.
public struct NoticeComparer: Sendable {
    private let variants: VariantCharacters

    /// Creates a comparer that takes the characters of `variants` for one another.
    public init(variants: VariantCharacters = VariantCharacters()) {
        self.variants = variants
    }

    /// Compares `old` with `new`.
    ///
    /// - Parameters:
    ///   - old: The old text.
    ///   - new: The new text, in the same language.
    ///   - uncertainOld: The stretches of the old text whose words are only reconstructed, in UTF-8 bytes.
    ///   - uncertainNew: The stretches of the new text whose words are only reconstructed, in UTF-8 bytes.
    /// - Returns: What became of every provision, with effects and reasons.
    /// - Complexity: close to O(*n*) in the length of the texts; what two articles have in common takes their product.
    public func compare(
        _ old: Notice,
        _ new: Notice,
        uncertainOld: [TextSpan] = [],
        uncertainNew: [TextSpan] = []
    ) -> Comparison {
        var normalizer = Normalizer(variants: variants)
        let left = ComparedText(old, normalizer: &normalizer)
        let right = ComparedText(new, normalizer: &normalizer)
        let alignment = Alignment(left, right)
        let rows = RowBuilder(left, right, alignment).rows()
        var builder = ChangeBuilder(left, right, uncertainOld: uncertainOld, uncertainNew: uncertainNew)
        let changes = builder.changes(of: rows, normalizer: normalizer)
        return Comparison(
            old: old,
            new: new,
            rows: changes,
            header: HeaderComparison(old, new, &normalizer).changes,
            terms: Self.terms(old, new),
            subjects: builder.subjectChanges,
            norms: builder.normChanges
        )
    }

    private static func terms(_ old: Notice, _ new: Notice) -> TermChanges {
        func quoted(_ notice: Notice) -> [String] {
            let norms = notice.articles.flatMap(\.norms) + notice.annexes.flatMap(\.articles).flatMap(\.norms)
            var seen: Set<String> = []
            return norms.filter { $0.kind == .prohibition }.flatMap(\.quotedTerms).map(\.text)
                .filter { seen.insert($0.lowercased()).inserted }
        }
        let (before, after) = (quoted(old), quoted(new))
        let (these, those) = (Set(before.map { $0.lowercased() }), Set(after.map { $0.lowercased() }))
        return TermChanges(
            added: after.filter { !these.contains($0.lowercased()) },
            removed: before.filter { !those.contains($0.lowercased()) }
        )
    }
}
