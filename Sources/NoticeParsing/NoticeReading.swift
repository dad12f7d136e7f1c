import DocumentReading
import LegalText
import NoticeModel

/// Reads one notice whose place in the document is known.
struct NoticeReading {
    private let document: ReadDocument
    private let text: BlockText
    private let facts: [BlockFacts]
    private let region: NoticeRegion

    private var header = NoticeHeader(language: .simplifiedChinese)
    private var outline = Outline()
    private var leaves: [Leaf] = []
    private var diagnostics: [Diagnostic] = []
    private var articleNorms: [[Norm]] = []
    private var annexes: [(draft: AnnexReader.Draft, norms: [[Norm]])] = []
    private var looseNorms: [Norm] = []

    /// Prepares to read the notice at `region`.
    init(_ document: ReadDocument, _ text: BlockText, facts: [BlockFacts], region: NoticeRegion) {
        self.document = document
        self.text = text
        self.facts = facts
        self.region = region
    }

    /// Reads everything.
    mutating func read() {
        var headerReader = HeaderReader(text, facts: facts, region: region, metadata: document.metadata)
        header = headerReader.read()
        leaves += headerReader.leaves
        diagnostics += headerReader.diagnostics

        var builder = OutlineBuilder(text, facts: facts, body: region.body)
        outline = builder.build()
        leaves += outline.leaves
        diagnostics += outline.diagnostics

        articleNorms = readNorms(of: outline)
        readConclusions()
        for draft in AnnexReader(text, facts: facts).annexes(in: region.annexes) {
            leaves += draft.outline.leaves
            diagnostics += draft.outline.diagnostics
            annexes.append((draft, readNorms(of: draft.outline)))
        }
        resolveCitations()
        readForce()
    }

    private mutating func resolveCitations() {
        let title = header.title.map { Phrase.simplified($0.text) } ?? ""
        let isAmending = title.contains("修改") || title.contains("修正") || title.contains("Amend")
        let resolver = CitationResolver(text, outline, isAmending: isAmending)
        func resolve(_ norms: inout [Norm], by resolver: CitationResolver) {
            for index in norms.indices where norms[index].citations.contains(where: \.isInternal) {
                norms[index].citations = resolver.resolved(norms[index].citations)
            }
        }
        for index in articleNorms.indices { resolve(&articleNorms[index], by: resolver) }
        resolve(&looseNorms, by: resolver)
        for place in annexes.indices {
            let inner = CitationResolver(text, annexes[place].draft.outline, base: annexes[place].draft.id)
            for index in annexes[place].norms.indices { resolve(&annexes[place].norms[index], by: inner) }
        }
    }

    /// The notice.
    func notice(adding skipped: [Diagnostic]) -> Notice {
        let found = (diagnostics + skipped).enumerated().sorted { left, right in
            let leftStart = left.element.span?.start ?? 0
            let rightStart = right.element.span?.start ?? 0
            return (leftStart, left.offset) < (rightStart, right.offset)
        }
        return Notice(
            source: document.source,
            header: header,
            sections: outline.sections,
            articles: articles(of: outline, norms: articleNorms),
            annexes: annexes.map { annex in
                Annex(
                    id: annex.draft.id,
                    label: annex.draft.label,
                    title: annex.draft.title,
                    span: annex.draft.span,
                    sections: annex.draft.outline.sections,
                    articles: articles(of: annex.draft.outline, norms: annex.norms)
                )
            },
            looseNorms: looseNorms,
            leaves: LeafCover(text.bytes).covering(leaves, blocks: text.spans),
            diagnostics: document.diagnostics + found.map(\.element)
        )
    }

    // MARK: - Norms

    /// The norms of each article of `outline`; those outside of any article are the notice's loose norms.
    private mutating func readNorms(of outline: Outline) -> [[Norm]] {
        let reader = NormReader(text, isChinese: header.language.isChinese)
        let audit = BanAudit(text, isChinese: header.language.isChinese)
        var articleNorms: [[Norm]] = Array(repeating: [], count: outline.articles.count)
        var counts: [ProvisionID: Int] = [:]
        var listHeads: [Int: Norm] = [:]
        for (index, paragraph) in outline.paragraphs.enumerated() {
            let owner = paragraph.owner
            var count = counts[owner, default: 0]
            let norms =
                paragraph.parent.flatMap { listHeads[$0] }.map {
                    reader.pointNorm(at: paragraph.words, under: $0, of: owner, count: &count)
                } ?? reader.norms(at: paragraph.words, of: owner, count: &count)
            counts[owner] = count
            diagnostics += audit.diagnostics(at: paragraph.words, norms: norms)
            if let last = norms.last, [.prohibition, .obligation, .permission, .penalty].contains(last.kind),
                endsWithColon(paragraph.words)
            {
                listHeads[index] = last
            }
            if let article = paragraph.article {
                articleNorms[article] += norms
            } else {
                looseNorms += norms
            }
        }
        return articleNorms
    }

    private func endsWithColon(_ span: TextSpan) -> Bool {
        let start = max(span.start, span.end - 3)
        let tail = text.bytes[start..<span.end]
        return tail.last == 0x3A || Array(tail) == [0xEF, 0xBC, 0x9A]
    }

    private mutating func readConclusions() {
        let reader = NormReader(text, isChinese: header.language.isChinese)
        var count = 0
        for block in region.closing {
            leaves.append(Leaf(.conclusions, at: text.spans[block], of: .conclusions))
            looseNorms += reader.norms(at: text.spans[block], of: .conclusions, count: &count)
        }
    }

    /// Takes entry into force and repeals from the text, wherever they stand; what the text itself says comes before
    /// what the document that issues it says.
    private mutating func readForce() {
        let reader = ForceReader(text, isChinese: header.language.isChinese)
        let cover = Array(region.cover ?? 0..<0) + Array(region.preamble)
        let own =
            outline.paragraphs.map { (span: $0.words, draft: Optional($0)) }
            + region.closing.map { (span: text.spans[$0], draft: Outline.ParagraphDraft?.none) }
        let spans = own.reversed().map(\.span) + cover.map { text.spans[$0] }
        for span in spans where header.entryIntoForce == nil { header.entryIntoForce = reader.entryIntoForce(in: span) }
        for block in region.cover ?? 0..<0 { header.repeals += reader.repeals(in: text.spans[block]) }
        var isListing = false
        for (span, draft) in own {
            if isListing, draft?.label != nil {
                let listed = reader.listed(in: span)
                header.repeals += listed
                if !listed.isEmpty { continue }
            }
            header.repeals += reader.repeals(in: span)
            isListing = reader.opensRepealList(span)
        }
    }

    // MARK: - Articles

    private func articles(of outline: Outline, norms articleNorms: [[Norm]]) -> [Article] {
        let paragraphs = assembledParagraphs(of: outline)
        return outline.articles.enumerated().map { index, draft in
            Article(
                id: draft.id,
                number: draft.mark.number,
                suffix: draft.mark.suffix,
                label: draft.label,
                heading: draft.heading,
                span: draft.span,
                paragraphs: paragraphs[index],
                norms: articleNorms[index]
            )
        }
    }

    /// The paragraphs of each article with their points, in reading order.
    private func assembledParagraphs(of outline: Outline) -> [[Paragraph]] {
        var points: [[Paragraph]] = Array(repeating: [], count: outline.paragraphs.count)
        var assembled: [[Paragraph]] = Array(repeating: [], count: outline.articles.count)
        // Points stand behind what they are points of, so that going backwards each one is complete.
        for (index, draft) in outline.paragraphs.enumerated().reversed() {
            let paragraph = Paragraph(
                id: draft.id,
                label: draft.label,
                span: draft.span,
                points: points[index].reversed()
            )
            if let parent = draft.parent {
                points[parent].append(paragraph)
            } else if let article = draft.article {
                assembled[article].append(paragraph)
            }
        }
        return assembled.map { $0.reversed() }
    }
}
