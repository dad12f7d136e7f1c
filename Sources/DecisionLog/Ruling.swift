#if Service
    /// The disposition that counts for a rule's finding on a record, with what the finding rested on when it was made.
    struct Ruling: Sendable, Hashable {
        /// The number of the disposition's entry.
        let disposition: Int

        /// Where the disposition put the finding.
        let state: Standing.State

        /// The day that belongs to it.
        let day: CalendarDay?

        /// What the finding rested on.
        let ground: Ground

        /// Why it no longer counts, where a person said so.
        let why: Standing.Reopening?

        /// Why it doesn't count for a finding that rests on `ground`.
        ///
        /// - Parameters:
        ///   - ground: What the finding rests on.
        ///   - isLater: Whether the record was screened after the disposition was made.
        ///   - rule: The rule as it is now, where that is known.
        ///   - today: Today, where days matter.
        /// - Returns: The reasons, none where the disposition counts.
        func reopenings(
            on ground: Ground,
            isLater: Bool,
            under rule: CurrentRules.State? = nil,
            on today: CalendarDay? = nil
        ) -> [Standing.Reopening] {
            if let why { return [why] }
            var reasons: [Standing.Reopening] = []
            switch state {
            case .falsePositive, .waived, .awaitingApproval:
                if let day, let today, today >= day { reasons.append(.dayCame) }
                if changed(\.clause, ground, rule?.clause) { reasons.append(.clauseChanged) }
                if changed(\.definition, ground, rule?.definition) { reasons.append(.ruleChanged) }
                if ground.words != self.ground.words { reasons.append(.wordsChanged) }
            case .rectified:
                if isLater { reasons.append(.foundAgain) }
            case .open, .confirmed, .rectificationDue, .overdue, .needsDocuments, .exited, .reopened, .superseded: break
            }
            if ground.verdict > self.ground.verdict { reasons.append(.moreSevere) }
            return reasons
        }

        private func changed(_ part: KeyPath<Ground, String>, _ ground: Ground, _ current: String?) -> Bool {
            let then = self.ground[keyPath: part]
            return ground[keyPath: part] != then || current.map { $0 != then } ?? false
        }

        /// Where the finding stands today, for `reasons` why the disposition doesn't count.
        func state(_ reasons: [Standing.Reopening], on today: CalendarDay) -> Standing.State {
            if !reasons.isEmpty { return .reopened }
            if state == .rectificationDue, let day, day < today { return .overdue }
            return state
        }
    }

    extension Disposition.Kind {
        /// Where it puts a finding, or `nil` where it leaves it.
        var state: Standing.State? {
            switch self {
            case .confirmed: .confirmed
            case .falsePositive: .falsePositive
            case .waived: .waived
            case .rectificationDue: .rectificationDue
            case .needsDocuments: .needsDocuments
            case .reported: nil
            case .rectified: .rectified
            case .exited: .exited
            case .reopened: .reopened
            }
        }
    }
#endif
