public import ArgumentParser
import NoticeCorpus
public import NoticeModel
import RuleEngine

extension LegalDate: ExpressibleByArgument {
    /// Reads a date as `2026-02-06`.
    public init?(argument: String) {
        self.init(iso: argument)
    }
}

extension ScreeningOptions {
    /// The pack to screen with: the one that was named, or that of the notice in force on the date that was.
    func packID(in folder: DataFolder) throws(CommandFailure) -> String {
        guard let asOf else { return pack ?? folder.standardPack }
        if let pack { throw CommandFailure("--as-of chooses the rules by a date; leave out --pack \(pack)") }
        return try Self.pack(inForceOn: asOf, in: folder)
    }

    /// The pack of the notice in force on `asOf`, the latest where there are several.
    ///
    /// - Throws: A failure where no notice with rules was in force on that day, which names the notices that were.
    static func pack(inForceOn asOf: LegalDate, in folder: DataFolder) throws(CommandFailure) -> String {
        let corpus = try folder.corpus()
        let packs = Set(try folder.ruleFolder().packIDs)
        for entry in corpus.datedButUnpublished(on: asOf) {
            let (dated, published) = (entry.date.map { "\($0)" } ?? "", entry.published.map { "\($0)" } ?? "")
            StandardError.print(
                "warning[as-of/unpublished]: \(entry.id) is dated \(dated) and was published only on \(published)"
            )
        }
        let inForce = corpus.inForce(on: asOf).sorted { ($0.known?.description ?? "") < ($1.known?.description ?? "") }
        let candidates = inForce.filter { packs.contains($0.id) }
        guard let latest = candidates.last else {
            guard let notice = inForce.last else {
                let first = corpus.entries.compactMap(\.known).min().map { "; the earliest is from \($0)" }
                throw CommandFailure("--as-of: no notice of the corpus was in force on \(asOf)\(first ?? "")")
            }
            throw CommandFailure(
                "--as-of: no notice with rules was in force on \(asOf); \(notice.id) was, and has none yet: "
                    + "'hegui rules draft \(notice.id)' makes their skeletons"
            )
        }
        if let newest = inForce.last, newest.id != latest.id, !packs.contains(newest.id) {
            StandardError.print(
                "warning[as-of/no-rules]: \(newest.id) was in force on \(asOf) too and has no rules yet; "
                    + "'hegui rules draft \(newest.id)' makes their skeletons"
            )
        }
        if candidates.count > 1 {
            let others = candidates.map(\.id).filter { $0 != latest.id }.joined(separator: ", ")
            StandardError.print(
                "warning[as-of/several]: \(latest.id) is used; also in force on \(asOf): \(others) (name one with --pack)"
            )
        }
        return latest.id
    }

    /// The pack that is used where neither an option nor the configuration names one.
    static let standardPack = "yinfa-2026-42"
}
