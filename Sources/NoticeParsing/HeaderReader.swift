import DocumentReading
import LegalText
import NoticeModel

/// Reads what stands above the provisions and below them: title, number, issuers, addressee, dates, legal basis.
struct HeaderReader {
    private let text: BlockText
    private let facts: [BlockFacts]
    private let region: NoticeRegion
    private let metadata: PageMetadata

    /// The leaves of the lines that were read.
    private(set) var leaves: [Leaf] = []

    /// What was odd.
    private(set) var diagnostics: [Diagnostic] = []

    /// Reads the parts of `region`.
    init(_ text: BlockText, facts: [BlockFacts], region: NoticeRegion, metadata: PageMetadata) {
        self.text = text
        self.facts = facts
        self.region = region
        self.metadata = metadata
    }

    /// The header, without what norms say: entry into force and repeals.
    mutating func read() -> NoticeHeader {
        let body = Array(region.body.prefix(200)) + Array(region.preamble)
        var header = NoticeHeader(language: ScriptReader.script(of: text, body.isEmpty ? Array(region.whole) : body))
        if let title = region.title {
            readTitle(title, into: &header)
        } else if let introduction = region.introduction {
            readIntroduction(introduction, into: &header)
        }
        if let cover = region.cover { readCover(cover, into: &header) }
        if let number = region.number {
            let line = text.line(number)
            if let found = DocumentNumberReader.numberOnly(line) {
                header.documentNumber = SpannedText(named(found.text, by: header.title), at: line.span(found.range))
            }
            leaves.append(Leaf(.documentNumber, at: text.spans[number]))
        }
        for remark in region.remarks { leaves.append(Leaf(.title, at: text.spans[remark])) }
        if let addressee = region.addressee {
            readAddressee(addressee, into: &header)
        }
        readPreamble(into: &header)
        readSignature(region.signature, into: &header)
        readFields(into: &header)
        if header.title == nil { useNumberAsTitle(&header) }
        header.publishedDate = publishedDate()
        return header
    }

    // MARK: - Title and number

    private mutating func readTitle(_ title: Range<Int>, into header: inout NoticeHeader) {
        var words: [String] = []
        var end = text.spans[title.lowerBound].end
        var issuers: [Issuer] = []
        for block in title {
            let line = text.line(block)
            let whole = line.trimmed(line.range)
            let bare = TitleReader.withoutNumber(line, whole)
            if !bare.isEmpty {
                words.append(text.printed(line.span(bare)))
                end = line.span(bare).end
            }
            if bare != whole, let number = DocumentNumberReader(line).numbers(in: whole).last {
                header.documentNumber = SpannedText(number.text, at: line.span(number.range))
                let open = line.span(bare.upperBound..<line.count)
                leaves.append(Leaf(.title, at: line.span(0..<bare.upperBound)))
                leaves.append(Leaf(.documentNumber, at: open))
            } else {
                leaves.append(Leaf(.title, at: text.spans[block]))
            }
            issuers += IssuerReader(line, of: text).titleNames(in: bare)
        }
        // A title that a page broke in two: Chinese goes on without a blank.
        let isChinese = words.last?.unicodeScalars.first.map { Line.isHan($0.value) } ?? true
        let span = TextSpan(start: text.spans[title.lowerBound].start, end: end)
        header.title = SpannedText(words.joined(separator: isChinese ? "" : " "), at: span)
        header.issuers = issuers
    }

    /// Takes title and number from a sentence that quotes them.
    private mutating func readIntroduction(_ block: Int, into header: inout NoticeHeader) {
        let line = text.line(block)
        guard let quotation = TitleQuotation(in: line) else { return }
        let title = line.span(quotation.title)
        header.title = SpannedText(text.printed(title), at: title)
        header.issuers = IssuerReader(line, of: text).titleNames(in: quotation.title)
        leaves.append(Leaf(.title, at: title))
        if let number = quotation.number {
            let span = line.span(number.range)
            header.documentNumber = SpannedText(number.text, at: span)
            leaves.append(Leaf(.documentNumber, at: span))
        }
        diagnostics.append(.quotedTitle(at: title))
    }

    /// 〔2031〕第5号 below 甲省示例委员会令 belongs to that name.
    private func named(_ number: String, by title: SpannedText?) -> String {
        guard number.hasPrefix("〔") || number.hasPrefix("第"), let title else { return number }
        let name = Phrase.simplified(title.text).filter { !$0.isWhitespace }
        let isName = ["令", "公告", "通告"].contains { name.hasSuffix($0) } && !name.contains("关于")
        return isName ? name + number : number
    }

    /// An announcement or an order may have no title but its number: 甲省示例委员会公告〔2031〕第1号.
    private mutating func useNumberAsTitle(_ header: inout NoticeHeader) {
        guard let number = header.documentNumber, ["公告", "通告", "令"].contains(where: { number.text.contains($0) }) else {
            diagnostics.append(.noTitle())
            return
        }
        header.title = SpannedText(text.printed(number.span), at: number.span)
        if header.issuers.isEmpty {
            let line = Line(text.bytes, at: number.span)
            let name = line.range.prefix { ![0x5B, 0x28, 0x7B2C].contains(line[$0]) && !Line.isDigit(line[$0]) }
            header.issuers = IssuerReader(line, of: text).titleNames(in: line.trimmed(0..<name.count))
        }
    }

    // MARK: - The document that issues this one

    /// Reads an order or a notice that issues the law below it: its number, its date, who signed it.
    private mutating func readCover(_ cover: Range<Int>, into header: inout NoticeHeader) {
        var title: Range<Int>?
        for block in cover {
            let looks = facts[block].looks
            if looks.contains(.documentNumber), header.documentNumber == nil {
                let line = text.line(block)
                if let found = DocumentNumberReader.numberOnly(line) {
                    let above = title.map { SpannedText(text.printed(text.span($0)), at: text.span($0)) }
                    header.documentNumber = SpannedText(named(found.text, by: above), at: line.span(found.range))
                }
                leaves.append(Leaf(.documentNumber, at: text.spans[block]))
            } else if looks.contains(.addressee) {
                readAddressee(block, into: &header)
            } else if !looks.isDisjoint(with: [.date, .bodyName, .signer]), title != nil || header.documentNumber != nil
            {
                readSignature(block..<(block + 1), into: &header)
            } else if looks.contains(.title) {
                if title == nil {
                    readCoverTitle(block, into: &header)
                } else {
                    leaves.append(Leaf(.title, at: text.spans[block]))
                }
                title = block..<(block + 1)
            } else {
                leaves.append(Leaf(.preamble, at: text.spans[block], of: .preamble))
            }
        }
    }

    /// A notice that issues measures is the document; an order only carries them.
    private mutating func readCoverTitle(_ block: Int, into header: inout NoticeHeader) {
        let law = (header.title, header.issuers, header.documentNumber)
        readTitle(block..<(block + 1), into: &header)
        let isNotice = header.title.map { Phrase.simplified($0.text).contains("关于") } ?? false
        if !isNotice { header.title = law.0 }
        if header.issuers.isEmpty { header.issuers = law.1 }
        header.documentNumber = header.documentNumber ?? law.2
    }

    /// Takes what the page says in fields, such as 发文字号：甲示发〔2031〕7号, where the text itself doesn't.
    private func readFields(into header: inout NoticeHeader) {
        let top = region.whole.lowerBound
        for block in max(0, top - 40)..<top {
            let line = text.head(block, limit: 200)
            if header.date == nil, let label = Self.dateLabels.first(in: line, line.range) {
                let rest = label.upperBound..<min(line.count, label.upperBound + 24)
                header.date = DateReader(line).first(in: rest).map { Dated($0.date, at: line.span($0.range)) }
            }
            guard header.documentNumber == nil, let label = Self.numberLabels.first(in: line, line.range) else {
                continue
            }
            // A row of fields holds others behind this one.
            let rest = label.upperBound..<min(line.count, label.upperBound + 60)
            guard let found = DocumentNumberReader(line).numbers(in: rest).first else { continue }
            header.documentNumber = SpannedText(found.text, at: line.span(found.range))
        }
    }

    private static let dateLabels: PhraseSet = ["成文日期", "发文日期", "签发日期"]
    private static let numberLabels: PhraseSet = ["发文字号", "文号", "发文号", "文件编号", "Document No", "Document Number"]

    private mutating func readAddressee(_ block: Int, into header: inout NoticeHeader) {
        let line = text.line(block)
        var range = line.trimmed(line.range)
        while let last = range.last, line[last] == 0x3A { range = range.lowerBound..<last }
        header.addressee = SpannedText(text.printed(line.span(range)), at: line.span(range))
        leaves.append(Leaf(.addressee, at: text.spans[block]))
    }

    private mutating func readPreamble(into header: inout NoticeHeader) {
        for block in region.preamble {
            let line = text.line(block)
            header.legalBasis += CitationReader(line, of: text).citations(in: line.range)
            leaves.append(Leaf(.preamble, at: text.spans[block], of: .preamble))
        }
    }

    // MARK: - Below the provisions

    private mutating func readSignature(_ blocks: Range<Int>, into header: inout NoticeHeader) {
        var signers: [Issuer] = []
        for block in blocks {
            let looks = facts[block].looks
            let line = text.line(block)
            if looks.contains(.date) {
                if let found = DateReader(line).first(in: line.range) {
                    header.date = Dated(found.date, at: line.span(found.range))
                }
                leaves.append(Leaf(.date, at: text.spans[block]))
            } else {
                if looks.contains(.bodyName) { signers += IssuerReader(line, of: text).signatureNames() }
                leaves.append(Leaf(.signature, at: text.spans[block]))
            }
        }
        // The signature names every issuer; a title may name the first and 等部门.
        if !signers.isEmpty { header.issuers = signers }
    }

    /// The day on which the page says that the text was published.
    private func publishedDate() -> Dated? {
        let whole = region.whole
        let near = max(0, whole.lowerBound - 40)..<min(text.count, whole.lowerBound + 2)
        for labels in [Self.publishedLabels, Self.timeLabels] {
            for block in near {
                let line = text.head(block, limit: 200)
                guard let label = labels.first(in: line, line.range) else { continue }
                if labels.longest(in: line, at: label.lowerBound).map({ $0 == "日期:" }) ?? false,
                    line.has("成文", at: label.lowerBound - 2)
                {
                    continue
                }
                let rest = label.upperBound..<min(line.count, label.upperBound + 24)
                if let found = DateReader(line).first(in: rest) { return Dated(found.date, at: line.span(found.range)) }
            }
        }
        guard let published = metadata.published else { return nil }
        let bytes = Array(published.utf8)
        let line = Line(bytes, at: TextSpan(start: 0, end: bytes.count))
        return DateReader(line).first(in: line.range).map { Dated($0.date, at: nil) }
    }

    private static let publishedLabels: PhraseSet = [
        "发布时间", "发布日期", "公布日期", "Published:", "Published on", "Publication date",
    ]
    private static let timeLabels: PhraseSet = ["时间:", "日期:"]
}

extension ProvisionID {
    /// The paragraphs before the first provision.
    static let preamble = ProvisionID(rawValue: Kind.preamble.rawValue)

    /// The paragraphs after the last provision.
    static let conclusions = ProvisionID(rawValue: Kind.conclusions.rawValue)
}
