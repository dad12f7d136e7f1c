import Foundation
import NoticeComparison
import NoticeCorpus
import NoticeModel

/// What binds more than before, with the words that make it so.
func stricter(from old: String, to new: String, in data: URL) throws -> [String] {
    let corpus = try NoticeCorpus.load(from: data.appending(path: "corpus"))
    guard let before = try corpus.text(named: old), let after = try corpus.text(named: new) else { return [] }

    let comparison = NoticeComparer().compare(
        before.notice,
        after.notice,
        uncertainOld: before.uncertainSpans,
        uncertainNew: after.uncertainSpans
    )
    return comparison.changes.filter { $0.effect == .stricter }.map { change in
        let places = (change.old + change.new).map(\.provision.rawValue).joined(separator: " → ")
        let words = change.reasons.flatMap(\.added).joined(separator: "、")
        return "\(change.kind.rawValue) \(places): \(words)\(change.mayBeArtefact ? " (reconstructed words)" : "")"
    }
}
