import Foundation
import NoticeComparison
import Reporting
import RuleEngine

extension ComparedNotices {
    /// What rules there are for the new notice; `nil` where nothing changed, or neither notice is one of the corpus.
    ///
    /// - Throws: A failure where there are rules that can't be read.
    func enforcement(_ data: DataOptions) throws(CommandFailure) -> NoticeEnforcement? {
        guard !comparison.changes.isEmpty, old.status != nil || new.status != nil else { return nil }
        let id = String(new.name.prefix { $0 != "/" })
        let folder = try data.folder()
        guard new.status != nil else { return .noRules(notice: new.name) }
        guard try folder.ruleFolder().packIDs.contains(id), let report = try folder.coverage(of: [id]).first else {
            return .noRules(notice: id)
        }
        return .rules(report)
    }
}
