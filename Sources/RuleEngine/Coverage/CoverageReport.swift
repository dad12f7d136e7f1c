package import LegalText
package import NoticeCorpus
package import NoticeModel

/// How far the rules of a pack enforce the norms of its notice.
package struct CoverageReport: Sendable {
    /// The pack's id.
    package let pack: String

    /// The text whose norms were counted.
    package let text: CorpusText

    /// The norms that a rule must enforce or a reason waive, in reading order.
    package let entries: [Entry]

    /// The rules whose clause is gone or no longer in force.
    package let orphans: [Orphan]

    /// What is wrong with waivers and rules.
    package let problems: [Diagnostic]

    /// One norm and what became of it.
    package struct Entry: Sendable {
        /// The norm.
        package let norm: Norm
        /// What became of it.
        package let state: State
    }

    /// What became of a norm.
    package enum State: Sendable {
        /// These rules enforce it.
        case enforced([String])
        /// No rule does, for a reason.
        case waived(LocalizedText)
        /// Neither.
        case open(Gap)
    }

    /// Why a norm counts as open.
    package enum Gap: Sendable, Hashable {
        /// No rule quotes it, and nothing waives it.
        case noRule
        /// What there is was drafted, and nobody has completed it: the ids of the rules.
        case draft([String])
        /// The norm bans these words, and none of the rules that quote it fires on them.
        case silentTerms([String], rules: [String])
    }

    /// A rule without a clause in force.
    package struct Orphan: Sendable {
        /// The rule's id.
        package let rule: String
        /// Why it is one.
        package let reason: LocalizedText
        /// Where the rule says so.
        package let location: SourceLocation
    }
}

extension CoverageReport {
    /// The number of norms that are enforced.
    package var enforced: Int {
        entries.count { if case .enforced = $0.state { true } else { false } }
    }

    /// The number of norms that are waived.
    package var waived: Int {
        entries.count { if case .waived = $0.state { true } else { false } }
    }

    /// The number of norms that are neither.
    package var open: Int { entries.count - enforced - waived }

    /// The share of norms that are enforced or waived, from 0 to 1; 0 where there is no norm.
    package var share: Double {
        entries.isEmpty ? 0 : Double(enforced + waived) / Double(entries.count)
    }

    /// Whether every norm is enforced or waived, and no rule is an orphan.
    package var isComplete: Bool {
        !entries.isEmpty && open == 0 && orphans.isEmpty && !problems.contains { $0.severity == .error }
    }
}
