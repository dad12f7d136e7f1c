import LegalText
import NoticeModel

/// Turns rows of linked segments into changes with their effects.
struct ChangeBuilder {
    private let old: ComparedText
    private let new: ComparedText
    private let uncertainOld: [TextSpan]
    private let uncertainNew: [TextSpan]
    private let subjects: SubjectTerms
    private let cohesion: Cohesion
    private var added: [ProvisionID] = []
    private var removed: [ProvisionID] = []
    private var effects: [ProvisionID: [Effect]] = [:]

    init(_ old: ComparedText, _ new: ComparedText, uncertainOld: [TextSpan], uncertainNew: [TextSpan]) {
        self.old = old
        self.new = new
        self.uncertainOld = uncertainOld
        self.uncertainNew = uncertainNew
        subjects = SubjectTerms(old, new)
        cohesion = Cohesion([old.tokens, new.tokens])
    }

    /// The subjects of one text alone.
    var subjectChanges: TermChanges {
        TermChanges(added: subjects.added.map(\.text), removed: subjects.removed.map(\.text))
    }

    /// The norms by what became of them; complete once ``changes(of:normalizer:)`` has run.
    var normChanges: NormChanges {
        let judged = new.norms.compactMap { norm in effects[norm.id].map { (norm.id, Effect.combined($0)) } }
        return NormChanges(
            added: added,
            removed: removed,
            stricter: judged.filter { $0.1 == .stricter }.map(\.0),
            looser: judged.filter { $0.1 == .looser }.map(\.0),
            changed: judged.filter { $0.1 == .mixed || $0.1 == .neutral }.map(\.0)
        )
    }

    /// The change that each row is.
    mutating func changes(of rows: [Row], normalizer: Normalizer) -> [Change] {
        let moved = MovedRows(rows, old, new)
        let references = ReferenceMap(rows, old, new)
        let forms = FormReader(old, new, normalizer: normalizer, references: references)
        var changes: [Change] = []
        changes.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            changes.append(change(of: row, isMoved: moved.contains(index), forms))
        }
        return changes
    }

    // MARK: - One row

    private mutating func change(of row: Row, isMoved: Bool, _ forms: FormReader) -> Change {
        let passages = PassageReader(row, old, new)
        let groups = ClauseGroups(row).groups
        var pairs: [ClausePair] = []
        for group in groups {
            pairs.append(forms.pair(group.old, group.new, cohesion))
        }
        let edits = pairs.flatMap(\.edits)
        let hasWords = edits.contains { $0.form == .words } || groups.contains { $0.old.isEmpty != $0.new.isEmpty }
        var reasons = hasWords || row.oldUnits.isEmpty || row.newUnits.isEmpty ? normReasons(row, edits) : []
        if row.newSegments.isEmpty || row.oldSegments.isEmpty {
            if reasons.isEmpty { reasons = [Reason(.wording, .neutral)] }
        } else {
            reasons += leftovers(edits, hasWords: hasWords, hasReasons: !reasons.isEmpty)
        }
        reasons = Self.tidied(reasons)
        let isRenumbered = passages.isRenumbered
        let kind = passages.kind(hasWords: hasWords || !edits.isEmpty, isMoved: isMoved, isRenumbered: isRenumbered)
        return Change(
            kind: kind,
            old: passages.old,
            new: passages.new,
            similarity: similarity(row),
            effect: Effect.combined(reasons.map(\.effect)),
            reasons: reasons,
            pairs: pairs,
            isRenumbered: isRenumbered,
            isMoved: isMoved,
            mayBeArtefact: hasWords && mayBeArtefact(pairs)
        )
    }

    private func similarity(_ row: Row) -> Double {
        let sizes =
            row.oldSegments.reduce(0) { $0 + old.segments[$1].tokens.count }
            + row.newSegments.reduce(0) { $0 + new.segments[$1].tokens.count }
        guard sizes > 0 else { return 0 }
        var seen: Set<Int> = []
        let alike = row.links.reduce(0.0) { sum, link in
            guard seen.insert(link.old).inserted else { return sum }
            let size = old.segments[link.old].tokens.count + new.segments[link.new].tokens.count
            return sum + link.similarity * Double(size)
        }
        return min(1, alike / Double(sizes))
    }

    private func mayBeArtefact(_ pairs: [ClausePair]) -> Bool {
        func touches(_ span: TextSpan?, _ uncertain: [TextSpan]) -> Bool {
            span.map { span in uncertain.contains { $0.overlaps(span) } } ?? false
        }
        return pairs.contains { pair in
            if pair.old == nil || pair.new == nil {
                return touches(pair.old, uncertainOld) || touches(pair.new, uncertainNew)
            }
            return pair.edits.contains { edit in
                edit.form == .words
                    // What is missing from a reconstructed clause may be missing from the reconstruction only.
                    && (touches(edit.old, uncertainOld) || touches(edit.new, uncertainNew)
                        || edit.new == nil && touches(pair.new, uncertainNew)
                        || edit.old == nil && touches(pair.old, uncertainOld))
            }
        }
    }

    // MARK: - Reasons

    private mutating func normReasons(_ row: Row, _ edits: [Edit]) -> [Reason] {
        let pairing = NormPairing(row, old, new)
        let judge = NormJudge(old, new, subjects: subjects, edits: edits, place: RowPlace(row, old, new))
        var reasons: [Reason] = []
        for (left, right) in pairing.pairs {
            let found = judge.reasons(old.norms[left], new.norms[right])
            reasons += found
            if !found.isEmpty { effects[new.norms[right].id, default: []] += found.map(\.effect) }
        }
        for index in pairing.removed {
            let norm = old.norms[index]
            removed.append(norm.id)
            reasons.append(reason(of: norm, isNew: false, pairing))
        }
        for index in pairing.added {
            let norm = new.norms[index]
            added.append(norm.id)
            reasons.append(reason(of: norm, isNew: true, pairing))
        }
        return reasons
    }

    /// Why a norm without a counterpart matters.
    private func reason(of norm: Norm, isNew: Bool, _ pairing: NormPairing) -> Reason {
        let text = isNew ? new : old
        let words = [text.notice.text(at: norm.span)]
        var effect = NormNature(norm, in: text).effect(ofWidening: isNew)
        // A ban that only stood in the inline title is restated by the clauses below it.
        if pairing.isOnlyHeading(norm, isNew: isNew) { effect = .neutral }
        return Reason(
            .norm,
            effect,
            added: isNew ? words : [],
            removed: isNew ? [] : words,
            from: isNew ? nil : norm,
            to: isNew ? norm : nil,
            isDoubtful: norm.confidence != .high && effect != .neutral
        )
    }

    /// Reasons for differences that touch no part of a norm, and for those of form.
    private func leftovers(_ edits: [Edit], hasWords: Bool, hasReasons: Bool) -> [Reason] {
        var reasons: [Reason] = []
        if hasWords, !hasReasons {
            let words = edits.filter { $0.form == .words }
            reasons.append(
                Reason(
                    .wording,
                    .neutral,
                    added: words.compactMap { $0.new.map(new.notice.text) },
                    removed: words.compactMap { $0.old.map(old.notice.text) },
                    isDoubtful: !words.allSatisfy(isSameInOtherWords)
                )
            )
        }
        let names = edits.filter { $0.form == .name }
        if !names.isEmpty {
            reasons.append(
                Reason(
                    .names,
                    .editorial,
                    added: Self.distinct(names.compactMap { $0.new.map(new.notice.text) }),
                    removed: Self.distinct(names.compactMap { $0.old.map(old.notice.text) })
                )
            )
        }
        if edits.contains(where: { $0.form == .reference }) { reasons.append(Reason(.reference, .editorial)) }
        if edits.contains(where: { ![.words, .name, .reference].contains($0.form) }) {
            reasons.append(Reason(.form, .editorial))
        }
        return reasons
    }

    /// Whether an edit puts a word of grammar, or a modal of the same force, in place of another.
    private func isSameInOtherWords(_ edit: Edit) -> Bool {
        func word(_ span: TextSpan?, _ notice: Notice) -> String {
            span.map { notice.text(at: $0).lowercased().filter { !" ,，、".contains($0) } } ?? ""
        }
        let (before, after) = (word(edit.old, old.notice), word(edit.new, new.notice))
        return Self.equivalents.contains { $0.contains(before) && $0.contains(after) }
    }

    /// Words that say the same; the empty one for those that can be left out.
    private static let equivalents: [Set<String>] = [
        ["应当", "必须", "应", "须", "应该"], ["和", "与", "及", "以及", ""], ["或", "或者"], ["在", "的", "了", "其", "等", "之", "有关", ""],
        ["shall", "must"],
    ]

    private static func distinct(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    /// Reasons of one aspect, effect and kind of norm told once; the most telling first.
    private static func tidied(_ reasons: [Reason]) -> [Reason] {
        var distinct: [Reason] = []
        for reason in reasons where !distinct.contains(where: { $0.says(reason) }) { distinct.append(reason) }
        let order: [Effect] = [.stricter, .looser, .mixed, .neutral, .editorial]
        return distinct.enumerated().sorted { left, right in
            let a = (order.firstIndex(of: left.element.effect) ?? 0, left.offset)
            let b = (order.firstIndex(of: right.element.effect) ?? 0, right.offset)
            return a < b
        }.map(\.element)
    }
}
