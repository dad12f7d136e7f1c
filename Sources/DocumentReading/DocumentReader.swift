public import LegalText
internal import MarkupReading

/// Reads a saved web page or a plain text into paragraphs.
///
/// What is on the page besides the notice, such as menus and other articles, is kept: telling them apart is the notice
/// parser's work.
public struct DocumentReader: Sendable {
    /// The number of bytes above which a document is refused: 64 MiB.
    ///
    /// The longest laws have about one megabyte of text. Beyond this a file is something else, and its tree, which takes
    /// many times its size, could exhaust the memory of a service that reads what people upload.
    public static let maximumByteCount = 64 << 20

    /// Creates a reader.
    public init() {}

    /// Reads a document.
    ///
    /// - Parameters:
    ///   - bytes: The file as it was saved or received.
    ///   - declaredEncoding: The encoding that the user or an HTTP header gives; only a byte order mark overrules it.
    ///     `nil` leaves the choice to the contents and to what a page declares.
    /// - Returns: The text, its paragraphs, and what was odd about it.
    /// - Throws: ``DocumentReadError`` where there is no text to be had. Odd text never throws: it is reported in
    ///   ``ReadDocument/diagnostics``.
    public func read(
        _ bytes: [UInt8],
        declaredEncoding: TextEncoding? = nil
    ) throws(DocumentReadError) -> ReadDocument {
        guard bytes.count <= Self.maximumByteCount else {
            throw DocumentReadError(
                .tooLarge,
                reason: "it has \(bytes.count) bytes, and at most \(Self.maximumByteCount) are read"
            )
        }
        if let kind = BinaryFormat(bytes[...]) {
            throw DocumentReadError(.binary, reason: kind.reason)
        }
        let choice = EncodingChoice(for: bytes[...], given: declaredEncoding)
        let decoded = TextDecoder(choice.encoding).decode(bytes)
        let controls = ControlCharacters(in: decoded.utf8)
        guard controls.isText else {
            throw DocumentReadError(.binary, reason: BinaryFormat.unknownReason)
        }
        var diagnostics = choice.diagnostics + decoded.diagnostics
        diagnostics += controls.diagnostics

        if let markdown = MarkdownNotice(decoded.utf8) {
            // Nor in those of Markdown.
            let source = SourceText(markdown.text)
            let blocks = PlainTextBlocks(source).blocks
            guard !blocks.isEmpty else { throw DocumentReadError(.empty) }
            let remarks = diagnostics.map(\.withoutSpan)
            return ReadDocument(source: source, blocks: blocks, format: .markdown, diagnostics: remarks)
        }
        if HTMLSniffing.looksLikePage(decoded.utf8) {
            // A place in the decoded bytes of a page is none in its text.
            return try PageReading(decoded.utf8, diagnostics: diagnostics.map(\.withoutSpan)).document()
        }
        let source = SourceText(decoding: decoded.utf8)
        let blocks = PlainTextBlocks(source).blocks
        guard !blocks.isEmpty else {
            throw DocumentReadError(.empty)
        }
        return ReadDocument(source: source, blocks: blocks, format: .plainText, diagnostics: diagnostics)
    }
}

extension Diagnostic {
    /// The diagnostic about the whole document.
    fileprivate var withoutSpan: Diagnostic {
        Diagnostic(id, severity, at: nil, summary, help: help)
    }
}
