import LegalText
import NoticeModel

/// Compares a norm with what became of it, part by part.
struct NormJudge {
    private let old: Notice
    private let new: Notice
    private let oldText: ComparedText
    private let newText: ComparedText
    private let subjects: SubjectTerms
    private let place: RowPlace

    /// The differences of the words of both norms.
    private let edits: [Edit]

    /// Creates a judge; `edits` are the differences of the row that the norms belong to.
    init(_ old: ComparedText, _ new: ComparedText, subjects: SubjectTerms, edits: [Edit], place: RowPlace) {
        self.old = old.notice
        self.new = new.notice
        oldText = old
        newText = new
        self.place = place
        self.subjects = subjects
        self.edits = edits.filter { $0.form == .words }
    }

    /// Why `left` and `right` aren't the same norm, each respect with its effect.
    func reasons(_ left: Norm, _ right: Norm) -> [Reason] {
        // A norm that turned into a statement, or out of one, is judged by the side that binds.
        let after = NormNature(right, in: newText)
        let nature = after.isInternal ? NormNature(left, in: oldText) : after
        var reasons: [Reason] = []
        reasons += modality(left, right)
        reasons += bearers(left, right, nature)
        reasons += territory(left, right, nature)
        reasons += dependence(.condition, left.condition, right.condition, left, right, nature)
        reasons += dependence(.exception, left.exception, right.exception, left, right, nature)
        reasons += quotedTerms(left, right)
        reasons += authorities(left, right)
        reasons += numbers(left, right, nature)
        let quantities = quantities(left, right, nature)
        reasons += quantities.reasons
        reasons += scope(left, right, nature, without: quantities.edits)
        return reasons
    }

    // MARK: - Force

    private func modality(_ left: Norm, _ right: Norm) -> [Reason] {
        guard left.kind != right.kind else { return [] }
        let (before, after) = (Self.force(left.kind), Self.force(right.kind))
        guard before != after else { return [] }
        let isDoubtful = min(before, after) > 0 || left.confidence != .high || right.confidence != .high
        let effect: Effect = after > before ? .stricter : .looser
        return [Reason(.modality, effect, from: left, to: right, isDoubtful: isDoubtful)]
    }

    /// How much a kind of norm binds; kinds that don't compare have the same.
    private static func force(_ kind: Norm.Kind) -> Int {
        switch kind {
        case .permission, .exemption: -1
        case .statement, .definition, .entryIntoForce, .repeal: 0
        case .obligation, .civilEffect, .penalty: 1
        case .prohibition: 2
        }
    }

    // MARK: - Reach

    private func bearers(_ left: Norm, _ right: Norm, _ nature: NormNature) -> [Reason] {
        let before = names(of: left, in: old)
        let after = names(of: right, in: new)
        guard !before.isEmpty, !after.isEmpty, before != after else { return [] }
        // A threshold in the name of a class, as in 年交易额一千万元以上的平台, is told as a number.
        guard before.map(Quantities.masked) != after.map(Quantities.masked) else { return [] }
        let (these, those) = (PartyList(before), PartyList(after))
        let gone = these.extra(against: those)
        let come = those.extra(against: these)
        func reason(_ effect: Effect, isDoubtful: Bool = false) -> [Reason] {
            [Reason(.bearers, effect, added: after, removed: before, from: left, to: right, isDoubtful: isDoubtful)]
        }
        switch these.relation(to: those) {
        case .same: return []
        case .reworded: return these.isUniversal ? reason(.neutral) : []
        case .wider: return reason(nature.effect(ofWidening: true))
        case .narrower: return reason(nature.effect(ofWidening: false))
        case .other:
            if nature.isInternal { return reason(.neutral) }
            // More bodies that enforce is more enforcement, even where one of them has another name now.
            if left.kind == .obligation, come.count > gone.count + 1 { return reason(nature.effect(ofWidening: true)) }
            return reason(.neutral, isDoubtful: true)
        }
    }

    /// The bearers' names; for a statement its subject, since statements aren't read for bearers.
    private func names(of norm: Norm, in notice: Notice) -> [String] {
        if !norm.bearers.isEmpty { return norm.bearers.map { notice.text(at: $0.span) } }
        guard norm.kind == .statement else { return [] }
        return StatementSubject.read(notice.text(at: norm.span)).map { [$0] } ?? []
    }

    private func territory(_ left: Norm, _ right: Norm, _ nature: NormNature) -> [Reason] {
        guard left.territory != right.territory, left.kind != .statement, right.kind != .statement else { return [] }
        // A sanction reaches where the ban reaches that it goes with.
        guard left.kind != .penalty, right.kind != .penalty else { return [] }
        let added = right.territory.map { [$0.rawValue] } ?? []
        let removed = left.territory.map { [$0.rawValue] } ?? []
        let effect: Effect
        switch (left.territory, right.territory) {
        case (nil, _): effect = nature.effect(ofWidening: false)
        case (_, nil): effect = nature.effect(ofWidening: true)
        default: effect = .neutral
        }
        return [
            Reason(
                .territory,
                effect,
                added: added,
                removed: removed,
                from: left,
                to: right,
                isDoubtful: left.territory != nil && right.territory != nil
            )
        ]
    }

    /// Conditions hold a ban or a duty back, exceptions take something out.
    private func dependence(
        _ aspect: Reason.Aspect,
        _ before: Norm.Part?,
        _ after: Norm.Part?,
        _ left: Norm,
        _ right: Norm,
        _ nature: NormNature
    ) -> [Reason] {
        let removed = before.map { old.text(at: $0.span) }
        let added = after.map { new.text(at: $0.span) }
        func reason(_ effect: Effect, isDoubtful: Bool = false) -> [Reason] {
            [
                Reason(
                    aspect,
                    effect,
                    added: added.map { [$0] } ?? [],
                    removed: removed.map { [$0] } ?? [],
                    from: left,
                    to: right,
                    isDoubtful: isDoubtful
                )
            ]
        }
        switch (before, after) {
        case (nil, nil): return []
        case (nil, let after?):
            // What was said before in other words, or in the sentence before, is no new condition.
            guard isChanged(after.span, isNew: true), !place.isSaid(after.span, isNew: true) else { return [] }
            return reason(nature.effect(ofWidening: false))
        case (let before?, nil):
            guard isChanged(before.span, isNew: false), !place.isSaid(before.span, isNew: false) else { return [] }
            return reason(nature.effect(ofWidening: true))
        case (let before?, let after?):
            let inside = edits.filter { edit in
                edit.old.map { before.span.overlaps($0) } ?? false || edit.new.map { after.span.overlaps($0) } ?? false
            }
            guard !inside.isEmpty else { return [] }
            // A changed threshold is told as a number.
            guard !inside.allSatisfy({ QuantityChange($0, of: left, old, right, new) != nil }) else { return [] }
            let changes = inside.map { ScopeEdit($0, of: left, old, right, new) }
            // A condition that asks for more lets the norm reach less far.
            let (narrowing, widening) = (changes.flatMap(\.narrowing), changes.flatMap(\.widening))
            if aspect == .condition, narrowing.isEmpty != widening.isEmpty { return [] }
            // An added subject is a reason of its own.
            if subjects.added.contains(where: { $0.occurs(in: after.span, isNew: true) }) { return [] }
            // Additions are told with the scope; here only what can't be read off them.
            return changes.allSatisfy(\.isOpen) ? reason(.neutral, isDoubtful: true) : []
        }
    }

    private func isChanged(_ span: TextSpan, isNew: Bool) -> Bool {
        let places = edits.compactMap { isNew ? $0.new : $0.old }
        let changed = places.reduce(0) { $0 + max(0, min($1.end, span.end) - max($1.start, span.start)) }
        return changed * 2 >= span.count
    }

    // MARK: - Parts

    private func quotedTerms(_ left: Norm, _ right: Norm) -> [Reason] {
        guard left.kind == .prohibition, right.kind == .prohibition else { return [] }
        let before = left.quotedTerms.map(\.text)
        let after = right.quotedTerms.map(\.text)
        let added = after.filter { term in !before.contains { $0.lowercased() == term.lowercased() } }
        let removed = before.filter { term in !after.contains { $0.lowercased() == term.lowercased() } }
        guard !added.isEmpty || !removed.isEmpty else { return [] }
        let effect: Effect = removed.isEmpty ? .stricter : added.isEmpty ? .looser : .mixed
        return [Reason(.quotedTerms, effect, added: added, removed: removed, from: left, to: right)]
    }

    private func authorities(_ left: Norm, _ right: Norm) -> [Reason] {
        let these = left.authorities.filter { !$0.isInherited }.map { old.text(at: $0.span) }
        let those = right.authorities.filter { !$0.isInherited }.map { new.text(at: $0.span) }
        guard these != those else { return [] }
        let (before, after) = (PartyList(these), PartyList(those))
        switch before.relation(to: after) {
        case .same, .reworded: return []
        case .wider, .narrower, .other:
            let removed = before.extra(against: after)
            let added = after.extra(against: before)
            guard !removed.isEmpty || !added.isEmpty else { return [] }
            return [Reason(.authorities, .neutral, added: added, removed: removed, from: left, to: right)]
        }
    }

    private func numbers(_ left: Norm, _ right: Norm, _ nature: NormNature) -> [Reason] {
        let isSanction = left.kind == .penalty && right.kind == .penalty
        let (before, after): (TextSpan, TextSpan)
        if isSanction {
            (before, after) = (left.penalty?.span ?? left.span, right.penalty?.span ?? right.span)
        } else if let old = left.deadline, let new = right.deadline {
            (before, after) = (old.span, new.span)
        } else if let promptness = promptness(left, right, nature) {
            return [promptness]
        } else {
            return []
        }
        let these = Quantities(old.text(at: before))
        let those = Quantities(new.text(at: after))
        guard these.values.count == those.values.count, these.values != those.values else { return [] }
        let pairs = Array(zip(these.values, those.values)).filter { $0.0 != $0.1 }
        let isUp = pairs.allSatisfy { $0.1 > $0.0 }
        let isDown = pairs.allSatisfy { $0.1 < $0.0 }
        // To have to act earlier than so many days before something leaves less time, the more days they are.
        let isAhead = QuantityChange.isAhead(old.text(at: before)) && QuantityChange.isAhead(new.text(at: after))
        let rises = isSanction || isAhead
        let effect: Effect = isUp ? (rises ? .stricter : .looser) : isDown ? (rises ? .looser : .stricter) : .mixed
        return [
            Reason(
                isSanction ? .penalty : .deadline,
                nature.isInternal ? .neutral : effect,
                added: [new.text(at: after)],
                removed: [old.text(at: before)],
                from: left,
                to: right,
                isDoubtful: !isSanction
            )
        ]
    }

    /// A time limit in whose place at once is said, or the other way round.
    private func promptness(_ left: Norm, _ right: Norm, _ nature: NormNature) -> Reason? {
        for edit in edits where isHere(edit, left, right) {
            guard let before = edit.old, let after = edit.new else { continue }
            let (gone, come) = (old.text(at: before), new.text(at: after))
            func isAtOnce(_ words: String) -> Bool {
                ["即时", "立即", "当场", "immediately", "at once", "without delay"].contains {
                    words.lowercased().contains($0)
                }
            }
            let (isLater, isSooner) = (Quantities(gone).durations, Quantities(come).durations)
            let effect: Effect
            if isAtOnce(come), !isAtOnce(gone), let isLater, !isLater.isEmpty {
                effect = .stricter
            } else if isAtOnce(gone), !isAtOnce(come), let isSooner, !isSooner.isEmpty {
                effect = .looser
            } else {
                continue
            }
            return Reason(
                .deadline,
                nature.isInternal ? .neutral : effect,
                added: [come],
                removed: [gone],
                from: left,
                to: right,
                isDoubtful: true
            )
        }
        return nil
    }

    /// Limits, thresholds and time limits that stand outside the parts in which ``numbers(_:_:_:)`` looks, and the edits
    /// that they are.
    private func quantities(_ left: Norm, _ right: Norm, _ nature: NormNature) -> (reasons: [Reason], edits: Set<Edit>)
    {
        var reasons: [Reason] = []
        var judged: Set<Edit> = []
        let told = [(left.penalty, right.penalty), (left.deadline, right.deadline)].compactMap { before, after in
            before.flatMap { before in after.map { (before.span, $0.span) } }
        }
        guard right.kind != .entryIntoForce else { return ([], []) }
        for edit in edits where isHere(edit, left, right) {
            guard let change = QuantityChange(edit, of: left, old, right, new) else { continue }
            judged.insert(edit)
            let isTold = told.contains { before, after in
                (edit.old.map(before.contains) ?? true) && (edit.new.map(after.contains) ?? true)
            }
            if isTold { continue }
            let effect: Effect =
                switch change.meaning {
                case .demand(let isMore): nature.isAmongAuthorities ? .neutral : isMore ? .stricter : .looser
                case .reach(let isWider): nature.effect(ofWidening: isWider)
                case .open: .neutral
                }
            reasons.append(
                Reason(
                    .quantity,
                    effect,
                    added: [change.added],
                    removed: [change.removed],
                    from: left,
                    to: right,
                    isDoubtful: change.meaning == .open && !nature.isAmongAuthorities
                )
            )
        }
        return (reasons, judged)
    }

    private func isHere(_ edit: Edit, _ left: Norm, _ right: Norm) -> Bool {
        edit.old.map(left.span.contains) ?? false || edit.new.map(right.span.contains) ?? false
    }

    /// What the words between both norms do to what is banned or demanded.
    private func scope(_ left: Norm, _ right: Norm, _ nature: NormNature, without judged: Set<Edit>) -> [Reason] {
        let come = subjects.added.filter { term in
            term.occurs(in: right.span, isNew: true) && !term.occurs(in: left.span, isNew: false)
        }
        let gone = subjects.removed.filter { term in
            term.occurs(in: left.span, isNew: false) && !term.occurs(in: right.span, isNew: true)
        }
        var reasons: [Reason] = []
        if !come.isEmpty {
            let effect = nature.effect(ofWidening: true)
            reasons.append(Reason(.subject, effect, added: come.map(\.text), from: left, to: right))
        }
        if !gone.isEmpty {
            let effect = nature.effect(ofWidening: false)
            reasons.append(Reason(.subject, effect, removed: gone.map(\.text), from: left, to: right))
        }
        let taken = (left.bearers + left.authorities + [left.exception].compactMap(\.self)).map(\.span)
        let given = (right.bearers + right.authorities + [right.exception].compactMap(\.self)).map(\.span)
        var (added, removed, widening, narrowing): ([String], [String], [String], [String]) = ([], [], [], [])
        for edit in edits where !judged.contains(edit) {
            guard isHere(edit, left, right), !(edit.old.map { span in taken.contains { $0.overlaps(span) } } ?? false),
                !(edit.new.map { span in given.contains { $0.overlaps(span) } } ?? false)
            else { continue }
            let change = ScopeEdit(edit, of: left, old, right, new)
            // The territory is a reason of its own.
            let isTold = left.territory != right.territory
            added += change.added.filter { member in
                subjects.explain(member) == nil && !old.text(at: left.span).contains(member)
                    && !(isTold && Self.isPlace(member))
            }
            removed += change.removed.filter { subjects.explain($0) == nil && !new.text(at: right.span).contains($0) }
            widening += change.widening.filter { !(isTold && Self.isPlace($0)) && subjects.explain($0) == nil }
            narrowing += change.narrowing.filter { !(isTold && Self.isPlace($0)) }
        }
        guard left.quotedTerms.isEmpty || right.quotedTerms.isEmpty else { return reasons }
        if !added.isEmpty || !widening.isEmpty {
            reasons.append(
                Reason(
                    .scope,
                    nature.effect(ofWidening: true),
                    added: added + widening,
                    from: left,
                    to: right,
                    isDoubtful: added.isEmpty
                )
            )
        }
        if !removed.isEmpty || !narrowing.isEmpty {
            let isNarrowing = !narrowing.isEmpty
            reasons.append(
                Reason(
                    .scope,
                    nature.effect(ofWidening: false),
                    added: narrowing.filter { new.text(at: right.span).contains($0) },
                    removed: removed + narrowing.filter { !new.text(at: right.span).contains($0) },
                    from: left,
                    to: right,
                    isDoubtful: isNarrowing
                )
            )
        }
        return reasons
    }

    private static func isPlace(_ words: String) -> Bool {
        ["境内", "境外", "territory", "overseas", "domestic"].contains { words.lowercased().contains($0) }
    }
}

/// The subject of a statement, by the words that end it.
enum StatementSubject {
    private static let verbs = ["通过", "属于", "向", "为", "对", "以", "在", "不", "应", "是", "具有", "从事", "提供"]

    /// The subject of `sentence`, or `nil` where it can't be told.
    static func read(_ sentence: String) -> String? {
        if let by = sentence.firstRange(of: "services by "), let to = sentence[by.upperBound...].firstRange(of: " to ")
        {
            return String(sentence[by.upperBound..<to.lowerBound])
        }
        let ends = verbs.compactMap { sentence.firstRange(of: $0)?.lowerBound }
        guard let end = ends.min(), end > sentence.startIndex else { return nil }
        let subject = sentence[..<end]
        return subject.count >= 3 && subject.count <= 30 ? String(subject) : nil
    }
}
