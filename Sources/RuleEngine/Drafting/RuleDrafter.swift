internal import LegalText
internal import NoticeModel
internal import RecordModel
internal import TermMatching

/// Drafts rules from the norms of a notice, for a person to complete.
///
/// The same notice gives the same files.
struct RuleDrafter {
    let lexicon: Lexicon
    let folding: FoldingTable

    /// The files of a whole pack: a rule for each norm that forbids or demands a consent, and a waiver to be completed for
    /// each other norm that hangs on a condition.
    func files(of draft: PackDraft) -> [DraftedFile] {
        let norms = draft.notice.norms.filter(\.needsRule)
        let clauses = norms.map { DraftedClause($0, of: draft.notice, in: draft.language, lexicon, folding) }
        let ruled = clauses.filter { $0.verdict > .review }
        let waived = clauses.filter { $0.verdict <= .review }
        var files = [DraftedFile(path: "\(draft.id)/pack.yaml", text: manifest(of: draft))]
        for clause in ruled {
            files +=
                RuleSkeleton(id: "\(draft.id)/\(Self.name(of: clause.norm))", notice: draft.id, clause: clause).files
        }
        if !waived.isEmpty {
            files.append(DraftedFile(path: "\(draft.id)/waivers.yaml", text: waived.map(waiver).joined()))
        }
        return files
    }

    /// The files of one rule for the norm at `id`, or `nil` where the notice has none.
    func files(ofRule rule: String, for norm: ProvisionID, draft: PackDraft) -> [DraftedFile]? {
        guard let norm = draft.notice.norms.first(where: { $0.id == norm }) else { return nil }
        let clause = DraftedClause(norm, of: draft.notice, in: draft.language, lexicon, folding)
        return RuleSkeleton(id: rule, notice: draft.id, clause: clause).files
    }

    /// A rule's name from its norm's address: `art-8-norm-2`.
    private static func name(of norm: Norm) -> String {
        norm.id.rawValue.replacing("__", with: "-").replacing("_", with: "-")
    }

    private func manifest(of draft: PackDraft) -> String {
        var lines = [
            "id: \(draft.id)", "notice: \(draft.id)", "version: 0.1.0",
            "title: \(DraftYAML.localized(zh: draft.title.zh, en: draft.title.en))",
        ]
        if let successor = draft.successor { lines.append("successor: \(successor)") }
        return lines.joined(separator: "\n") + "\n"
    }

    private func waiver(_ clause: DraftedClause) -> String {
        """
        - norm: \(clause.norm.id)
          draft: true                       # write a rule and drop this, or give the reason and take out this line
          quote: {\(clause.language.rawValue): \(DraftYAML.quoted(clause.text))}
          reason: \(DraftYAML.localized(zh: RuleSkeleton.toDo.zh, en: RuleSkeleton.toDo.en))

        """
    }
}
