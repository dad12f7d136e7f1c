import LegalText

/// Says of each paragraph what it looks like.
struct BlockClassifier {
    private let text: BlockText

    /// Looks at the paragraphs of `text`.
    init(_ text: BlockText) {
        self.text = text
    }

    /// The facts of every paragraph, in reading order.
    ///
    /// - Complexity: O(*n*) in the number of paragraphs; of each only the beginning and the end are read.
    func facts() -> [BlockFacts] {
        let quoted = QuotedBlocks(text, 0..<text.count)
        return (0..<text.count).map { index in
            // What another document's article says is no mark, heading or ending of this one.
            if quoted.contains(index) || isRow(index) {
                let sentence: BlockFacts.Looks = Self.endsSentence(text.tail(index)) ? .sentence : []
                return BlockFacts(mark: nil, looks: sentence.union(.sheltered))
            }
            return facts(of: index)
        }
    }

    /// Whether a paragraph is a row of a table with more than one cell.
    private func isRow(_ index: Int) -> Bool {
        text.rows.contains(index) && text.bytes[text.spans[index].range].contains(0x09)
    }

    private func facts(of index: Int) -> BlockFacts {
        let head = text.head(index, limit: Self.headLimit)
        let tail = text.tail(index)
        let reader = MarkReader(head)
        let mark = reader.mark()
        var looks: BlockFacts.Looks = []
        if Self.endsSentence(tail) { looks.insert(.sentence) }
        if isAnchor(tail) { looks.insert(.anchor) }
        if mark == nil {
            looks.formUnion(unmarkedLooks(head, tail, isWhole: head.count < Self.headLimit))
        }
        return BlockFacts(mark: mark, innerMark: mark.flatMap(reader.mark(behind:)), looks: looks)
    }

    private func unmarkedLooks(_ head: Line, _ tail: Line, isWhole: Bool) -> BlockFacts.Looks {
        var looks: BlockFacts.Looks = []
        if isWhole {
            if isAddressee(head) { looks.insert(.addressee) }
            if DocumentNumberReader.isNumberOnly(head) { looks.insert(.documentNumber) }
            if DateReader.isDateOnly(head) { looks.insert(.date) }
            if IssuerReader.isBodyNames(head) { looks.insert(.bodyName) }
            if TitleReader.looksLikeTitle(head) { looks.insert(.title) }
            if isAnnex(head) { looks.insert(.annex) }
            if isContents(head) { looks.insert(.contents) }
            if isSigner(head) { looks.insert(.signer) }
        }
        if head.at(0) == 0x28, tail.at(tail.count - 1) == 0x29 { looks.insert(.bracketed) }
        if isHistory(head, tail) { looks.insert(.history) }
        if Self.issuing.occurs(in: tail, tail.range) || Self.issuing.occurs(in: head, head.range) {
            looks.insert(.issuing)
        }
        if isClosing(head, tail) { looks.insert(.closing) }
        return looks
    }

    /// Whether the line ends as sentences do.
    static func endsSentence(_ tail: Line) -> Bool {
        var index = tail.count - 1
        while index >= 0, closers.contains(tail[index]) || Line.isBlank(tail[index]) { index -= 1 }
        return index >= 0 && enders.contains(tail[index])
    }

    private func isAnchor(_ tail: Line) -> Bool {
        let range = tail.trimmed(tail.range)
        guard let last = range.last, tail[last] == 0x3A else { return false }
        if let found = tail.last("如下", in: range), found.upperBound >= last - 1 {
            let before = max(range.lowerBound, found.lowerBound - 14)..<found.lowerBound
            return Self.announcements.occurs(in: tail, before)
        }
        if let found = tail.last("如下", in: range), found.upperBound >= last - 5,
            Self.following.occurs(in: tail, found.upperBound..<last)
        {
            return true
        }
        if let found = tail.last("as follows", in: range), found.upperBound >= last - 1 {
            return Self.englishAnnouncements.occurs(in: tail, range.lowerBound..<found.lowerBound)
        }
        return false
    }

    private func isAddressee(_ head: Line) -> Bool {
        let range = head.trimmed(head.range)
        guard let last = range.last, head[last] == 0x3A, range.count > 2 else { return false }
        if head.has("To ", at: range.lowerBound) || head.has("To:", at: range.lowerBound) { return true }
        guard !head.scalars.contains(0x3002), Line.isHan(head[range.lowerBound]), !isAnchor(head) else { return false }
        return head[range.lowerBound] == 0x5404 || Self.addresseeEnds.ends(head, range.lowerBound..<last)
    }

    private func isAnnex(_ head: Line) -> Bool {
        let range = head.trimmed(head.range)
        guard let found = Self.annexWords.longest(in: head, at: range.lowerBound) else { return false }
        var index = range.lowerBound + found.count
        if head[index - 1] == 0x3A { return true }
        while index < range.upperBound, Line.isBlank(head[index]) { index += 1 }
        if let number = PrintedNumber.arabic(in: head, at: index, limit: 2)
            ?? PrintedNumber.chinese(in: head, at: index)
        {
            index = number.end
        }
        let next = head.at(index)
        return next == 0 || next == 0x3A || next == 0x2E || Line.isBlank(next)
    }

    /// 行长 甲乙丙, 主　席：甲乙.
    private func isSigner(_ head: Line) -> Bool {
        let range = head.trimmed(head.range)
        guard range.count <= 24,
            range.allSatisfy({ Line.isHan(head[$0]) || Line.isBlank(head[$0]) || head[$0] == 0x3A })
        else {
            return false
        }
        let words = head.text(range).split { $0.isWhitespace || $0 == ":" }.map(String.init)
        guard words.count >= 2, let name = words.last, words.joined().count <= 14 else { return false }
        // The pieces of 主　席　甲　乙 are joined in turn until they name an office.
        var office = ""
        for (place, word) in words.dropLast().enumerated() {
            office += word
            if Self.offices.contains(where: { office.hasSuffix($0) }), words[(place + 1)...].joined().count <= 4 {
                return true
            }
        }
        return name.count <= 4 && Self.offices.contains { office.hasSuffix($0) }
    }

    /// （2003年12月27日…通过　根据2015年…修正）, or such a line without brackets.
    private func isHistory(_ head: Line, _ tail: Line) -> Bool {
        let start = head.at(0) == 0x28 ? 1 : 0
        guard head.count > start, !Self.endsSentence(tail) || head.at(0) == 0x28 else { return false }
        let opening = start..<min(head.count, start + 40)
        let opensWithDate = DateReader(head).first(in: opening).map { $0.range.lowerBound <= start + 2 } ?? false
        guard opensWithDate || head.has("根据", at: start) else { return false }
        return Self.historyWords.occurs(in: head, head.range)
    }

    private func isContents(_ head: Line) -> Bool {
        let range = head.trimmed(head.range)
        if head.has("目录", at: range.lowerBound), Line.isBlank(head.at(range.lowerBound + 2)),
            head.first("第一", in: range).map({ $0.lowerBound < range.lowerBound + 8 }) ?? false
        {
            return true
        }
        let word = head.scalars.filter { !Line.isBlank($0) }
        return word == Phrase("目录").scalars || word == Phrase("Contents").scalars || word == Phrase("CONTENTS").scalars
    }

    private func isClosing(_ head: Line, _ tail: Line) -> Bool {
        if tail.at(tail.count - 1) == 0x3A { return false }
        if Self.closingStarts.longest(in: head, at: 0) != nil { return true }
        let end = max(0, tail.count - 18)..<tail.count
        if Self.repeals.occurs(in: tail, end), Self.endsSentence(tail) { return true }
        guard let document = Self.thisDocument.longest(in: head, at: 0) else { return false }
        let rest = min(document.count, head.count)..<head.count
        return Self.closingWords.occurs(in: head, rest) || Self.closingWords.occurs(in: tail, tail.range)
    }

    /// The number of scalars that are read of a paragraph; titles that name ten bodies in English are the longest.
    private static let headLimit = 700

    private static let enders: Set<UInt32> = [0x3002, 0x3B, 0x3A, 0x2E, 0x21, 0x3F, 0x2C, 0x3001]
    private static let closers: Set<UInt32> = [0x201D, 0x2019, 0x22, 0x27, 0x29]

    private static let offices = [
        "行长", "主席", "主任", "署长", "局长", "部长", "总理", "省长", "市长", "院长", "检察长", "审计长", "会长", "理事长", "区长", "县长",
    ]
    private static let historyWords: PhraseSet = ["通过", "修正", "修订", "公布", "批准", "发布", "施行", "令第", "adopted", "amended"]
    private static let issuing: PhraseSet = [
        "现予公布", "现予发布", "现予以公布", "现予以发布", "予以公布", "予以发布", "现公布", "现发布", "现印发", "印发给你们", "现转发", "现予印发",
    ]

    private static let announcements: PhraseSet = [
        "通知", "公告", "通告", "决定", "意见", "规定", "批复", "答复", "解释", "办法", "通报", "要求", "事项", "复函", "命令", "说明",
    ]
    private static let following: PhraseSet = ["修改", "决定", "修正", "规定", "解释", "批复", "补充", "安排", "公告", "通知", "答复"]
    private static let englishAnnouncements: PhraseSet = [
        "notified", "announced", "decided", "hereby", "notice", "matters are",
    ]
    private static let addresseeEnds: PhraseSet = [
        "人民政府", "委员会", "部门", "单位", "银行", "公司", "机构", "局", "厅", "委", "办", "兵团", "协会", "中心", "人民法院", "人民检察院", "院", "部",
    ]
    private static let annexWords: PhraseSet = [
        "附件", "附录", "附表", "附:", "附 :", "附则表", "Annex", "ANNEX", "Appendix", "APPENDIX", "Attachment", "Schedule",
    ]
    private static let closingStarts: PhraseSet = [
        "特此通知", "特此公告", "特此通告", "特此批复", "请遵照执行", "以上通知", "请各", "本通知自", "本公告自", "本决定自", "This notice shall enter",
        "This Notice shall enter",
    ]
    private static let repeals: PhraseSet = ["同时废止", "即行废止", "一并废止", "hereby repealed"]
    private static let thisDocument: PhraseSet = [
        "本通知", "本公告", "本意见", "本办法", "本规定", "本决定", "本通告", "本细则", "本规则", "此前", "以前", "This notice", "This Notice",
        "This announcement", "This Announcement", "This circular", "This Circular", "These measures", "These Measures",
    ]
    private static let closingWords: PhraseSet = [
        "施行", "实施", "执行", "生效", "废止", "解释", "为准", "into force", "into effect", "takes effect", "effective", "repealed",
    ]
}
