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

        readNorms()
        readConclusions()
        for block in region.annexes { leaves.append(Leaf(.annex, at: text.spans[block])) }
        readForce()
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
            articles: articles(),
            looseNorms: looseNorms,
            leaves: LeafCover(text.bytes).covering(leaves, blocks: text.spans),
            diagnostics: document.diagnostics + found.map(\.element)
        )
    }

    // MARK: - Norms

    private mutating func readNorms() {
        let reader = NormReader(text, isChinese: header.language.isChinese)
        let audit = BanAudit(text, isChinese: header.language.isChinese)
        articleNorms = Array(repeating: [], count: outline.articles.count)
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

    /// Takes entry into force and repeals from the norms, wherever they stand.
    private mutating func readForce() {
        let norms = (articleNorms.flatMap(\.self) + looseNorms).sorted { $0.span < $1.span }
        let reader = ForceReader(text)
        for norm in norms {
            switch norm.kind {
            case .entryIntoForce:
                header.entryIntoForce = header.entryIntoForce ?? reader.entryIntoForce(of: norm)
            case .repeal:
                header.repeals += reader.repeals(of: norm)
            default:
                break
            }
        }
    }

    // MARK: - Articles

    private func articles() -> [Article] {
        let paragraphs = assembledParagraphs()
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
    private func assembledParagraphs() -> [[Paragraph]] {
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
