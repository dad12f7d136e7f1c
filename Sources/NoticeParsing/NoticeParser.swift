public import DocumentReading
import LegalText
public import NoticeModel

/// Reads a document into a notice: header, sections, articles, and the norms that they lay down.
///
/// Odd text never throws. What could not be read with confidence is said in its diagnostics, and every byte of
/// the source that isn't blank belongs to exactly one of its leaves.
public struct NoticeParser: Sendable {
    /// Creates a parser.
    public init() {}

    /// Reads `document`, finding the notice among whatever else a page holds.
    ///
    /// - Complexity: O(*n* log *n*) in the length of the document.
    public func parse(_ document: ReadDocument) -> Notice {
        let text = BlockText(document)
        let facts = BlockClassifier(text).facts()
        let regions = NoticeFinder(text, facts: facts, isPage: document.format == .html).regions()
        let best = regions.indices.max { left, right in
            (regions[left].score, right) < (regions[right].score, left)
        }
        guard let best else {
            return Notice(
                source: document.source,
                header: NoticeHeader(language: ScriptReader.script(of: text, 0..<text.count)),
                sections: [],
                articles: [],
                looseNorms: [],
                leaves: LeafCover(text.bytes).covering([], blocks: text.spans),
                diagnostics: document.diagnostics + [.noNotice(at: text.count > 0 ? text.span(0..<text.count) : nil)]
            )
        }
        let others = regions.indices.filter { $0 != best }.map { regions[$0] }
        var reading = NoticeReading(document, text, facts: facts, region: regions[best])
        reading.read()
        let skipped = SkippedContent(text, chosen: regions[best], others: others).diagnostics()
        return reading.notice(adding: skipped)
    }
}
