import LegalText
import NoticeComparison

/// What one entry of a list of changes shows: a change, or several in a row of which there is nothing to say but that their
/// numbers went on. An article inserted in front of a hundred others is one thing to read about, not a hundred and one.
enum ListedChange {
    /// A change by itself.
    case single(Change)

    /// Articles whose numbers alone changed, from the first to the last.
    case renumbered([Change])

    /// How many have to follow one another before they are told together.
    private static let fewest = 3

    /// The entries for `changes`, in their order.
    static func list(_ changes: [Change]) -> [ListedChange] {
        var entries: [ListedChange] = []
        var run: [Change] = []
        func flush() {
            entries += run.count < fewest ? run.map(ListedChange.single) : [.renumbered(run)]
            run = []
        }
        for change in changes {
            if change.isNumberAlone {
                run.append(change)
            } else {
                flush()
                entries.append(.single(change))
            }
        }
        flush()
        return entries
    }

    /// The change, or the first of those that are told together.
    var first: Change? {
        switch self {
        case .single(let change): change
        case .renumbered(let changes): changes.first
        }
    }

    /// What was where before, and where it is now: 第三条 → 第四条, 第三条至第九条 → 第四条至第十条; a dash where there is nothing.
    func places(_ names: PassageTitle) -> (old: String, new: String) {
        switch self {
        case .single(let change): (names.text(change.old), names.text(change.new))
        case .renumbered(let changes):
            (
                names.range(from: changes.first?.old ?? [], to: changes.last?.old ?? []),
                names.range(from: changes.first?.new ?? [], to: changes.last?.new ?? [])
            )
        }
    }

    /// What happened, in words.
    func label(in language: LocalizedText.Language) -> String {
        switch self {
        case .single(let change):
            var labels = [ChangeWording.name(of: change.kind)[language]]
            if change.isMoved, change.kind != .move { labels.append(language == .zh ? "位置移动" : "moved") }
            return labels.joined(separator: language == .zh ? "、" : ", ")
        case .renumbered(let changes):
            let name = ChangeWording.name(of: .renumbering)[language]
            return language == .zh ? "\(name)，共\(changes.count)条" : "\(name), \(changes.count) articles"
        }
    }
}

extension Change {
    /// Whether nothing but the number of a whole article changed.
    fileprivate var isNumberAlone: Bool {
        kind == .renumbering && !isMoved && !mayBeArtefact && reasons.isEmpty && old.count == 1 && new.count == 1
            && pairs.allSatisfy(\.edits.isEmpty)
    }
}
