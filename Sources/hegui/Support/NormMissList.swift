import LegalText
import NoticeCorpus
import NoticeModel

/// What is wrong with the norms found in one text, a line each with the place to look at.
struct NormMissList {
    /// The lines: missed norms, spurious ones, and parts.
    let lines: [String]

    /// Lists what `score` holds against `text`.
    init(_ score: NormScore, in text: CorpusText) {
        let notice = text.notice
        let index = LineIndex(notice.source)
        let missed = score.missed.map { norm in
            "\(norm.location): missed \(norm.kind.rawValue) in \(norm.provision): \(notice.text(at: norm.span))"
        }
        let spurious = score.spurious.map { norm in
            let place = "\(text.path):\(index.line(at: norm.span.start)):\(index.column(at: norm.span.start))"
            return "\(place): spurious \(norm.kind.rawValue) \(norm.id): \(notice.text(at: norm.span))"
        }
        let parts = score.wrongParts.map { wrong in
            let norm = "\(wrong.norm.kind.rawValue) in \(wrong.norm.provision)"
            let words = "expected \(Self.quoted(wrong.expected)), found \(Self.quoted(wrong.found))"
            return "\(wrong.norm.location): \(wrong.part.rawValue) of the \(norm): \(words)"
        }
        lines = missed + spurious + parts
    }

    private static func quoted(_ texts: [String]) -> String {
        texts.isEmpty ? "none" : texts.map { "‹\($0)›" }.joined(separator: " ")
    }
}
