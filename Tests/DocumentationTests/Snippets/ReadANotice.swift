import DocumentReading
import LegalText
import NoticeModel
import NoticeParsing

/// Every ban of a notice: its address, who is bound, and its words.
func bans(of page: [UInt8]) throws -> [String] {
    let document = try DocumentReader().read(page)
    let notice = NoticeParser().parse(document)

    return notice.articles.flatMap { article in
        article.norms.filter { $0.kind == .prohibition }.map { norm in
            let bearers = norm.bearers.map { notice.text(at: $0.span) }.joined(separator: "、")
            return "\(norm.id.rawValue) [\(bearers)] \(notice.text(at: norm.span))"
        }
    }
}

/// What the reader wasn't sure of.
func doubts(about notice: Notice) -> [String] {
    notice.diagnostics.map { "\($0.id): \($0.summary)" }
}
