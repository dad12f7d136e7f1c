internal import LegalText
internal import MarkupReading

/// A page on its way to becoming a document.
struct PageReading {
    private let page: HTMLPage
    private var diagnostics: [Diagnostic]

    init(_ utf8: ArraySlice<UInt8>, diagnostics: [Diagnostic]) throws(DocumentReadError) {
        do throws(MarkupError) {
            page = try HTMLReader().read(utf8)
        } catch {
            switch error {
            case .tooLarge(let byteCount):
                throw DocumentReadError(.tooLarge, reason: "libxml2 does not take \(byteCount) bytes")
            case .notParsable:
                throw DocumentReadError(.notParsable, reason: "libxml2 made nothing of it")
            case .stoppedEarly:
                throw DocumentReadError(.stoppedEarly, reason: "libxml2 reached a limit of its own")
            }
        }
        self.diagnostics = diagnostics
        if page.addedMarkers > 0 {
            note("page/list-numbers", "\(page.addedMarkers) numbers that a browser shows before list items were added")
        }
        if page.hiddenCount > 0 {
            note("page/hidden-text", "\(page.hiddenCount) characters that the page hides were left out")
        }
    }

    private mutating func note(_ id: String, _ summary: String) {
        diagnostics.append(Diagnostic(id, .note, at: nil, summary))
    }

    /// The document on the page.
    ///
    /// - Throws: ``DocumentReadError`` where the page holds none.
    func document() throws(DocumentReadError) -> ReadDocument {
        try checkForChallenge()
        try checkForLinkOnly()
        guard !page.blocks.isEmpty else {
            throw DocumentReadError(.noText)
        }
        return ReadDocument(
            source: page.text,
            blocks: page.blocks.map(TextBlock.init),
            format: .html,
            metadata: PageMetadata(of: page),
            diagnostics: diagnostics
        )
    }
}

extension PageReading {
    /// The number of characters up to which a page that asks for JavaScript holds nothing else.
    private static let challengeLimit = 300

    /// What pages say that stand before the page, in lower case.
    private static let challengePhrases = [
        "开启javascript", "启用javascript", "打开javascript", "支持javascript", "允许javascript", "enable javascript",
        "requires javascript", "javascript is required", "javascript is disabled", "turn on javascript",
        "enable js", "checking your browser", "安全验证", "正在验证", "浏览器安全检查",
    ]

    private func checkForChallenge() throws(DocumentReadError) {
        let characterCount = page.blocks.reduce(0) { $0 + $1.characterCount }
        guard characterCount <= Self.challengeLimit else { return }
        let said = (page.text.string + page.noscriptText).lowercased().filter { !$0.isWhitespace || $0 == " " }
        let compact = said.filter { $0 != " " }
        let asks = Self.challengePhrases.contains { said.contains($0) || compact.contains($0) }
        guard asks || (characterCount == 0 && page.scriptCount > 0 && documentLink == nil) else { return }
        throw DocumentReadError(
            .javaScriptChallenge,
            reason: "open it in a browser, wait for the document to show, and save that page"
        )
    }

    /// The number of characters from which on a line is substance even without a full stop.
    private static let substantialLine = 60

    private func checkForLinkOnly() throws(DocumentReadError) {
        guard let documentLink else { return }
        let holdsDocument = page.blocks.contains { block in
            let ownCount = block.characterCount - block.linkedCount
            return ownCount >= Self.substantialLine || (ownCount > 0 && page.text[block.span].contains("。"))
        }
        if holdsDocument { return }
        throw DocumentReadError(
            .pdfLinkOnly,
            reason: "the document is at \(documentLink); fetch that file and save it as plain text"
        )
    }

    /// The first link to a file that holds a document, or `nil` where there is none.
    private var documentLink: String? {
        page.links.first { link in
            let path = link.prefix { $0 != "?" && $0 != "#" }.lowercased()
            return [".pdf", ".ofd", ".doc", ".docx", ".wps", ".ceb"].contains { path.hasSuffix($0) }
        }
    }
}

extension TextBlock {
    fileprivate init(_ block: HTMLBlock) {
        let role: Role =
            switch block.kind {
            case .paragraph: .paragraph
            case .heading(let level): .heading(level: level)
            case .listItem: .listItem
            case .tableRow: .tableRow
            }
        self.init(span: block.span, role: role, isBold: block.isBold, isCentered: block.isCentered)
    }
}

extension PageMetadata {
    fileprivate init(of page: HTMLPage) {
        self.init(
            title: page.title,
            documentTitle: page.field("articletitle", "og:title", "dc.title", "dcterms.title"),
            published: page.field(
                "pubdate",
                "publishdate",
                "article:published_time",
                "og:published_time",
                "dc.date",
                "dcterms.issued",
                "datepublished"
            )
        )
    }
}
