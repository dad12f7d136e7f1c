package import LegalText
package import NoticeComparison
import RecordModel
package import Screening

/// The records that another notice touches as rows of cells: what becomes of each and why, and then the columns of its file as
/// they came.
package struct ImpactTable: Sendable {
    private let comparison: Comparison
    private let namesFiles: Bool
    private let namesSheets: Bool
    private let columns: PassedColumns

    /// Creates a table.
    ///
    /// - Parameters:
    ///   - comparison: What changed.
    ///   - namesFiles: Whether each row says which file it is from.
    ///   - namesSheets: Whether each row says which sheet it is from.
    ///   - columns: The columns of the files that are passed on.
    package init(_ comparison: Comparison, namesFiles: Bool, namesSheets: Bool, columns: PassedColumns) {
        self.comparison = comparison
        self.namesFiles = namesFiles
        self.namesSheets = namesSheets
        self.columns = columns
    }

    private static let columns = [
        "row", "id", "name", "old", "new", "outcome", "outcome_zh", "rule", "provision", "clause", "words",
        "change_old",
        "change_new", "change_kind", "effect", "reason_zh", "reason_en", "also_changed", "explanation_zh",
        "explanation_en",
    ]

    /// The headers.
    package var header: [String] {
        (namesFiles ? ["file"] : []) + (namesSheets ? ["sheet"] : []) + Self.columns + columns.headers
    }

    /// The number of columns that are before the row's number.
    var leadingCount: Int { (namesFiles ? 1 : 0) + (namesSheets ? 1 : 0) }

    /// The cells of `row`.
    package func cells(of row: Impact.Row) -> [String] {
        let change = row.change.map { comparison.rows[$0] }
        let names = PassageTitle(language: .zh)
        let reason = change.flatMap(ImpactWording.sentence)
        let finding = row.finding
        var words: [String] = []
        for word in finding.evidence.map({ "\($0.field.rawValue): \($0.text)" }) where !words.contains(word) {
            words.append(word)
        }
        let also = row.alsoTouching.map { index in
            let other = comparison.rows[index]
            return "\(names.text(other.old)) → \(names.text(other.new))"
        }
        let cells = [
            String(row.row),
            row.record.id ?? "",
            row.record.name ?? "",
            row.old.rawValue,
            row.new.rawValue,
            row.outcome.rawValue,
            ImpactWording.name(of: row.outcome).zh,
            finding.rule,
            finding.basis.provision,
            finding.basis.title,
            words.joined(separator: "; "),
            change.map { names.text($0.old) } ?? "",
            change.map { names.text($0.new) } ?? "",
            change?.kind.rawValue ?? "",
            change?.effect.rawValue ?? "",
            reason?.zh ?? ImpactWording.noChange.zh,
            reason?.en ?? ImpactWording.noChange.en,
            also.joined(separator: "; "),
            finding.explanation.zh,
            finding.explanation.en,
        ]
        return (namesFiles ? [row.file] : []) + (namesSheets ? [row.sheet ?? ""] : []) + cells
            + columns.cells(of: row.record)
    }
}

/// What becomes of records, in words.
package enum ImpactWording {
    /// The name of what becomes of a record.
    package static func name(of outcome: Impact.Outcome) -> LocalizedText {
        switch outcome {
        case .prohibited: LocalizedText(zh: "变为命中禁止性规定", en: "become prohibited")
        case .restricted: LocalizedText(zh: "变为须经同意、批准或备案", en: "become restricted")
        case .review: LocalizedText(zh: "变为需人工复核", en: "become review")
        case .released: LocalizedText(zh: "不再命中", en: "released")
        case .otherReason: LocalizedText(zh: "结论不变而理由不同", en: "same verdict for another reason")
        }
    }

    /// What is said where no change of the text stands behind a difference.
    package static let noChange = LocalizedText(
        zh: "所依据条文的实质内容未变，差异出自规则",
        en: "the clause is the same in substance; the rules differ"
    )

    /// Why a change means what it does, in one sentence: its gravest reasons; `nil` where it gives none.
    package static func sentence(of change: Change) -> LocalizedText? {
        let reasons = ChangeWording.sentences(of: change).filter { $0.effect != .editorial }.map(\.text).prefix(3)
        guard !reasons.isEmpty else { return nil }
        return LocalizedText(
            zh: reasons.map(\.zh).joined(separator: "；"),
            en: reasons.map(\.en).joined(separator: "; ")
        )
    }
}
