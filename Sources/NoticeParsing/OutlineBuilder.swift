import LegalText
import NoticeModel

/// Builds the outline of a notice's body: sections, articles, paragraphs and points.
struct OutlineBuilder {
    private let text: BlockText
    private let facts: [BlockFacts]
    private let body: Range<Int>
    private let base: ProvisionID?

    private var tracker = OutlineTracker()
    private var outline = Outline()
    private var usedIDs: Set<ProvisionID> = []
    private var openSections: [(group: Int, id: ProvisionID)] = []
    /// Whether a section's number stood on a line of its own, so that its heading may be the next line.
    private var lacksHeading = false
    private var container: Container = .none
    private var paragraphCount = 0
    private var currentParagraph: Int?
    private var pointOfItem: [Int: Int] = [:]
    private var articlesOfSection: [ProvisionID: [ProvisionID]] = [:]
    private var nextCounter: [ProvisionID: Int] = [:]

    /// What an unnumbered paragraph belongs to.
    private enum Container {
        case none
        case section(ProvisionID)
        case article(Int)
    }

    /// Reads the paragraphs in `body`; `base` is the annex that they stand in, or `nil` for the notice itself.
    init(_ text: BlockText, facts: [BlockFacts], body: Range<Int>, base: ProvisionID? = nil) {
        self.text = text
        self.facts = facts
        self.body = body
        self.base = base
    }

    /// The outline.
    ///
    /// - Complexity: O(*n*) in the length of the body.
    mutating func build() -> Outline {
        var itemsOfBlock: [Int: [Int]] = [:]
        for block in body {
            for mark in [facts[block].mark, facts[block].innerMark].compactMap(\.self) {
                guard mark.start == 0 || mark.number == 1 || tracker.runsOn(mark),
                    tracker.place(mark, block: block) != nil
                else { break }
                itemsOfBlock[block, default: []].append(tracker.items.count - 1)
            }
        }
        let articleGroup = tracker.articleGroup()
        for block in body {
            guard let items = itemsOfBlock[block], let first = items.first else {
                addUnnumbered(block)
                continue
            }
            let isFollowed = followed(block, itemsOfBlock)
            let inner = items.count > 1 ? tracker.items[items[1]].mark : nil
            place(first, articleGroup: articleGroup, followed: isFollowed, before: inner)
            for item in items.dropFirst() { place(item, articleGroup: articleGroup, followed: isFollowed, before: nil) }
        }
        closeArticle(before: body.upperBound)
        outline.sections = filledSections()
        outline.diagnostics = NumberingCheck(tracker, articleGroup: articleGroup, text: text).diagnostics()
        return outline
    }

    /// Whether an unnumbered paragraph or a deeper mark comes right after `block`, still in its article.
    private func followed(_ block: Int, _ items: [Int: [Int]]) -> Bool {
        let next = block + 1
        guard body.contains(next), let item = items[block]?.last else { return false }
        guard let nextItem = items[next]?.first else { return true }
        return tracker.items[nextItem].parent == item
    }

    private mutating func place(_ index: Int, articleGroup: Int?, followed: Bool, before inner: Mark?) {
        let item = tracker.items[index]
        let end = inner.map { $0.start }
        if item.group == articleGroup {
            addArticle(item, followed: followed, upTo: end)
        } else if let articleGroup, tracker.isOutside(item.group, of: articleGroup) {
            addSection(item, upTo: end)
        } else {
            addPoint(index, upTo: end)
        }
    }

    /// The scalars of an item's own words, up to `end` where a second mark starts in the same paragraph.
    private func words(of item: OutlineTracker.Item, in line: Line, upTo end: Int?) -> Range<Int> {
        let end = min(end ?? line.count, line.count)
        return line.trimmed(min(item.mark.bodyStart, end)..<end)
    }

    /// The span of an item: its mark and its own words.
    private func span(of item: OutlineTracker.Item, in line: Line, upTo end: Int?) -> TextSpan {
        let end = min(end ?? line.count, line.count)
        return line.span(line.trimmed(min(item.mark.start, end)..<end))
    }

    // MARK: - Sections

    private mutating func addSection(_ item: OutlineTracker.Item, upTo end: Int?) {
        closeArticle(before: item.block)
        while let open = openSections.last, !tracker.isOutside(open.group, of: item.group) { openSections.removeLast() }
        let kind: ProvisionID.Kind =
            switch tracker.rank(of: item.group) {
            case .part: .part
            case .subpart: .subpart
            case .chapter: .chapter
            default: .section
            }
        let number = Self.number(of: item.mark)
        let id = unique(address(below: openSections.last?.id, kind, number))
        let line = text.line(item.block)
        let words = words(of: item, in: line, upTo: end)
        // A heading is one line; where sentences follow it in the same paragraph, they stand below it.
        let sentences = SentenceSplitter(line).sentences(in: words)
        var heading = words
        var rest: Range<Int>?
        if sentences.count > 1, let first = sentences.first {
            heading = first
            rest = line.trimmed(first.upperBound..<words.upperBound)
        }
        var bare = heading
        while let last = bare.last, [0x3002, 0x2E].contains(line[last]) { bare = bare.lowerBound..<last }
        let span = line.span(0..<max(heading.upperBound, item.mark.length))
        outline.sections.append(
            Section(
                id: id,
                label: label(of: item.mark, in: line),
                heading: HeadingReader.unpadded(line, bare, text.printed(line.span(bare))),
                span: span,
                articles: []
            )
        )
        outline.leaves.append(Leaf(.heading, at: span, of: id))
        openSections.append((item.group, id))
        container = .section(id)
        lacksHeading = words.isEmpty
        paragraphCount = 0
        currentParagraph = nil
        if let rest, !rest.isEmpty { addParagraph(line.span(rest), words: line.span(rest)) }
    }

    // MARK: - Articles

    private mutating func addArticle(_ item: OutlineTracker.Item, followed: Bool, upTo end: Int?) {
        closeArticle(before: item.block)
        let line = text.line(item.block)
        let words = words(of: item, in: line, upTo: end)
        let own = span(of: item, in: line, upTo: end)
        let found = HeadingReader(line).heading(
            in: words,
            hasMore: followed,
            isOfLaw: item.mark.style == .article
        )
        let heading = found.map { SpannedText(text.printed(line.span($0.range)), at: line.span($0.range)) }
        let id = unique(address(below: nil, .article, Self.number(of: item.mark)))
        outline.articles.append(
            Outline.ArticleDraft(
                id: id,
                mark: item.mark,
                label: label(of: item.mark, in: line),
                heading: heading,
                span: own
            )
        )
        if let section = openSections.last?.id { articlesOfSection[section, default: []].append(id) }
        container = .article(outline.articles.count - 1)
        paragraphCount = 0
        currentParagraph = nil
        let afterHeading = found.map { line.trimmed($0.end..<words.upperBound) }
        guard !words.isEmpty, afterHeading.map({ !$0.isEmpty }) ?? true else {
            // The mark, or the title, is all there is on this line.
            outline.leaves.append(Leaf(.heading, at: own, of: id))
            if let found, found.isNorm { addParagraph(line.span(words), words: line.span(words), isLeaf: false) }
            return
        }
        let normative = found.map { $0.isNorm ? words : line.trimmed($0.end..<words.upperBound) } ?? words
        addParagraph(line.span(words), words: line.span(normative), leaf: own)
    }

    /// The sections with the articles that stand below each.
    private func filledSections() -> [Section] {
        outline.sections.map { section in
            Section(
                id: section.id,
                label: section.label,
                heading: section.heading,
                span: section.span,
                articles: articlesOfSection[section.id] ?? []
            )
        }
    }

    private mutating func closeArticle(before block: Int) {
        guard case .article(let index) = container, block > body.lowerBound else { return }
        let end = text.spans[block - 1].end
        let start = outline.articles[index].span.start
        outline.articles[index].span = TextSpan(start: start, end: max(start, end))
    }

    // MARK: - Paragraphs and points

    /// A paragraph without a mark: the heading of the section above it, where that has none yet, or running text.
    private mutating func addUnnumbered(_ block: Int) {
        let needsHeading = lacksHeading
        lacksHeading = false
        if needsHeading, let section = outline.sections.last, !facts[block].looks.contains(.sentence),
            text.spans[block].count <= 120
        {
            let line = text.line(block)
            let heading = HeadingReader.unpadded(line, line.range, text.printed(text.spans[block]))
            outline.sections[outline.sections.count - 1] = Section(
                id: section.id,
                label: section.label,
                heading: heading,
                span: section.span.union(text.spans[block]),
                articles: []
            )
            outline.leaves.append(Leaf(.heading, at: text.spans[block], of: section.id))
            return
        }
        addParagraph(text.spans[block], words: text.spans[block])
    }

    private mutating func addParagraph(_ span: TextSpan, words: TextSpan, leaf: TextSpan? = nil, isLeaf: Bool = true) {
        paragraphCount += 1
        let number = String(paragraphCount)
        let id: ProvisionID
        var article: Int?
        switch container {
        case .none:
            id = unique(address(below: nil, .paragraph, number))
        case .section(let section):
            id = unique(section.appending(.paragraph, number))
        case .article(let index):
            id = unique(outline.articles[index].id.appending(.paragraph, number))
            article = index
        }
        currentParagraph = outline.paragraphs.count
        outline.paragraphs.append(
            Outline.ParagraphDraft(
                id: id,
                owner: containerID ?? id,
                label: nil,
                span: span,
                words: words,
                article: article,
                parent: nil
            )
        )
        if isLeaf { outline.leaves.append(Leaf(.paragraph, at: leaf ?? span, of: id)) }
    }

    private mutating func addPoint(_ index: Int, upTo end: Int?) {
        let item = tracker.items[index]
        // A paragraph that came after the item above has closed it.
        let above = item.parent.flatMap { pointOfItem[$0] }.flatMap { $0 >= currentParagraph ?? 0 ? $0 : nil }
        let parent = above ?? currentParagraph
        let line = text.line(item.block)
        let span = span(of: item, in: line, upTo: end)
        let words = words(of: item, in: line, upTo: end)
        let owner = parent.map { outline.paragraphs[$0].id } ?? containerID
        let number = Self.number(of: item.mark)
        let id = unique(address(below: owner, .point, number))
        var article: Int?
        if case .article(let open) = container { article = open }
        pointOfItem[index] = outline.paragraphs.count
        outline.paragraphs.append(
            Outline.ParagraphDraft(
                id: id,
                owner: containerID ?? id,
                label: label(of: item.mark, in: line),
                span: span,
                words: line.span(words),
                article: article,
                parent: parent
            )
        )
        outline.leaves.append(Leaf(.paragraph, at: span, of: id))
    }

    private var containerID: ProvisionID? {
        switch container {
        case .none: nil
        case .section(let id): id
        case .article(let index): outline.articles[index].id
        }
    }

    // MARK: - Labels and addresses

    private func label(of mark: Mark, in line: Line) -> String {
        let start = min(mark.start, line.count)
        return text.printed(line.span(line.trimmed(start..<min(max(start, mark.length), line.count))))
    }

    /// The address of a provision below `parent`, or at the top of the notice or of the annex.
    private func address(below parent: ProvisionID?, _ kind: ProvisionID.Kind, _ number: String) -> ProvisionID {
        (parent ?? base)?.appending(kind, number) ?? ProvisionID(kind, number)
    }

    /// The number as addresses have it: 10-1 for 第十条之一, a letter for (a).
    private static func number(of mark: Mark) -> String {
        switch mark.style {
        case .letterDot, .letterParen:
            let letter = Unicode.Scalar(UInt32(0x60 + mark.number)).map(String.init)
            return letter ?? String(mark.number)
        default:
            return mark.suffix.map { "\(mark.number)-\($0)" } ?? String(mark.number)
        }
    }

    /// `id`, with a counter behind it where the notice has used it already.
    private mutating func unique(_ id: ProvisionID) -> ProvisionID {
        if usedIDs.insert(id).inserted { return id }
        var counter = nextCounter[id, default: 2]
        while true {
            let candidate = ProvisionID(rawValue: "\(id.rawValue)_\(counter)")
            counter += 1
            if usedIDs.insert(candidate).inserted {
                nextCounter[id] = counter
                return candidate
            }
        }
    }
}
