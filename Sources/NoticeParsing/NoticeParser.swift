public import DocumentReading
public import NoticeModel

/// Reads a document into a notice.
public struct NoticeParser: Sendable {
    /// Creates a parser.
    public init() {}

    /// Reads `document`; odd text gives diagnostics and never an error.
    public func parse(_ document: ReadDocument) -> Notice {
        Notice(
            source: document.source,
            header: NoticeHeader(language: .simplifiedChinese),
            sections: [],
            articles: [],
            looseNorms: [],
            leaves: [],
            diagnostics: document.diagnostics
        )
    }
}
