import LegalText
import NoticeModel

/// Reads the day from which a notice binds, and what it repeals.
struct ForceReader {
    private let text: BlockText

    /// Reads norms of `text`.
    init(_ text: BlockText) {
        self.text = text
    }

    /// What `norm` says about the day, or `nil` where it names none.
    func entryIntoForce(of norm: Norm) -> EntryIntoForce? {
        let line = Line(text.bytes, at: norm.span)
        if let found = DateReader(line).first(in: line.range) { return EntryIntoForce(.on(found.date), at: norm.span) }
        guard Self.issuance.occurs(in: line, line.range) else { return nil }
        return EntryIntoForce(.onIssuance, at: norm.span)
    }

    /// The documents that `norm` repeals: by their numbers, else by their titles.
    func repeals(of norm: Norm) -> [SpannedText] {
        let line = Line(text.bytes, at: norm.span)
        let cited = norm.citations.compactMap { citation in
            (citation.documentNumber ?? citation.title).map { SpannedText($0, at: citation.span) }
        }
        guard cited.isEmpty else { return cited }
        return DocumentNumberReader(line).numbers(in: line.range).map { SpannedText($0.text, at: line.span($0.range)) }
    }

    private static let issuance: PhraseSet = [
        "发布之日", "印发之日", "公布之日", "下发之日", "颁布之日", "签发之日", "issuance", "promulgation", "publication", "release",
    ]
}
