import LegalText
import NoticeModel

/// Reads the day from which a notice binds, and what it repeals, wherever a sentence says so.
struct ForceReader {
    private let text: BlockText
    private let isChinese: Bool

    /// Reads sentences of `text`.
    init(_ text: BlockText, isChinese: Bool) {
        self.text = text
        self.isChinese = isChinese
    }

    // MARK: - Entry into force

    /// What the words at `span` say about the day on which this document enters into force; `nil` where they say
    /// nothing, or speak of another document.
    func entryIntoForce(in span: TextSpan) -> EntryIntoForce? {
        let line = Line(text.bytes, at: span)
        let cues = isChinese ? Self.chineseCues : Self.englishCues
        guard cues.occurs(in: line, line.range) else { return nil }
        let sentences = SentenceSplitter(line).sentences(in: line.range)
        for sentence in sentences.reversed() {
            if let found = isChinese ? chineseEntry(line, sentence) : englishEntry(line, sentence) { return found }
        }
        return nil
    }

    /// 本办法自2031年5月1日起施行, 自公布之日起三十日后施行.
    private func chineseEntry(_ line: Line, _ sentence: Range<Int>) -> EntryIntoForce? {
        var found: EntryIntoForce?
        for clause in SentenceSplitter(line).clauses(in: sentence) {
            guard let cue = Self.chineseCues.first(in: line, clause),
                let from = Self.openers.first(in: line, clause.lowerBound..<cue.lowerBound)
            else { continue }
            let subject = line.trimmed(clause.lowerBound..<from.lowerBound)
            guard subject.isEmpty || line[subject.lowerBound] == 0x672C || line.has("以上", at: subject.lowerBound) else {
                continue
            }
            let day = from.upperBound..<cue.lowerBound
            guard let rule = rule(line, day) else { continue }
            var end = clause.upperBound
            while end > cue.upperBound, [0x2C, 0x3002, 0x3B].contains(line[end - 1]) { end -= 1 }
            found = EntryIntoForce(rule, at: line.span(clause.lowerBound..<end))
        }
        return found
    }

    private func rule(_ line: Line, _ range: Range<Int>) -> EntryIntoForce.Rule? {
        if let found = DateReader(line).first(in: range) { return .on(found.date) }
        guard let issued = Self.issuance.first(in: line, range) else { return nil }
        return delay(line, issued.upperBound..<range.upperBound) ?? .onIssuance
    }

    /// 起30日后, 起满三个月, thirty days after.
    private func delay(_ line: Line, _ range: Range<Int>) -> EntryIntoForce.Rule? {
        for index in range {
            guard
                let number = PrintedNumber.arabic(in: line, at: index, limit: 3)
                    ?? PrintedNumber.chinese(in: line, at: index), number.number > 0
            else { continue }
            var end = number.end
            while Line.isBlank(line.at(end)) || line.at(end) == 0x4E2A { end += 1 }
            switch line.at(end) {
            case 0x65E5, 0x5929: return .afterIssuance(number.number, .days)
            case 0x6708: return .afterIssuance(number.number, .months)
            case 0x5E74: return .afterIssuance(number.number, .years)
            default: break
            }
            if line.has("day", at: end) { return .afterIssuance(number.number, .days) }
            if line.has("month", at: end) { return .afterIssuance(number.number, .months) }
        }
        return nil
    }

    private func englishEntry(_ line: Line, _ sentence: Range<Int>) -> EntryIntoForce? {
        guard let cue = Self.englishCues.first(in: line, sentence),
            Self.english.occurs(in: line, sentence.lowerBound..<cue.upperBound)
        else { return nil }
        let rest = cue.lowerBound..<sentence.upperBound
        let rule: EntryIntoForce.Rule
        if let date = DateReader(line).first(in: rest) {
            rule = .on(date.date)
        } else if Self.issuance.occurs(in: line, rest) {
            rule = delay(line, rest) ?? .onIssuance
        } else {
            return nil
        }
        return EntryIntoForce(rule, at: line.span(sentence))
    }

    // MARK: - Repeals

    /// The documents that the words at `span` repeal: by their numbers, else by their titles.
    func repeals(in span: TextSpan) -> [SpannedText] {
        let line = Line(text.bytes, at: span)
        guard Self.repealCues.occurs(in: line, line.range) else { return [] }
        return SentenceSplitter(line).sentences(in: line.range).flatMap { sentence in
            SentenceSplitter(line).segments(in: sentence).flatMap { repeals(line, $0) }
        }
    }

    private func repeals(_ line: Line, _ segment: Range<Int>) -> [SpannedText] {
        guard let cue = Self.repealCues.first(in: line, segment) else { return [] }
        guard !Self.notRepeals.contains(where: { line.has($0, at: cue.upperBound) }) else { return [] }
        let reader = CitationReader(line, of: text)
        // What stands before the word is repealed; where nothing does, what stands behind it.
        let before = reader.documents(in: segment.lowerBound..<cue.lowerBound)
        let cited = before.isEmpty ? reader.documents(in: cue.upperBound..<segment.upperBound) : before
        let named = cited.compactMap { citation in
            (citation.documentNumber ?? citation.title).map { SpannedText($0, at: citation.span) }
        }
        guard named.isEmpty else { return named }
        return DocumentNumberReader(line).numbers(in: segment).map { SpannedText($0.text, at: line.span($0.range)) }
    }

    /// Whether the words at `span` open a list of documents that are repealed: 下列文件同时废止：
    func opensRepealList(_ span: TextSpan) -> Bool {
        let line = Line(text.bytes, at: span)
        let range = line.trimmed(line.range)
        guard let last = range.last, line[last] == 0x3A else { return false }
        return Self.repealCues.occurs(in: line, range) && CitationReader(line, of: text).documents(in: range).isEmpty
    }

    /// The documents that a point of such a list names.
    func listed(in span: TextSpan) -> [SpannedText] {
        let line = Line(text.bytes, at: span)
        return CitationReader(line, of: text).documents(in: line.range).compactMap { citation in
            (citation.documentNumber ?? citation.title).map { SpannedText($0, at: citation.span) }
        }
    }

    private static let chineseCues: PhraseSet = ["施行", "实施", "执行", "生效"]
    private static let openers: PhraseSet = ["自", "从", "于"]
    private static let englishCues: PhraseSet = [
        "into force", "into effect", "take effect", "takes effect", "effective", "be implemented", "implemented as of",
    ]
    private static let english: PhraseSet = ["This ", "These ", "this ", "these ", "It "]
    private static let issuance: PhraseSet = [
        "发布之日", "印发之日", "公布之日", "下发之日", "颁布之日", "签发之日", "发布日", "issuance", "promulgation", "publication", "release",
        "issued",
    ]
    private static let repealCues: PhraseSet = [
        "废止", "停止执行", "不再执行", "repealed", "abolished", "annulled", "rescinded", "superseded",
    ]
    private static let notRepeals: [Phrase] = ["的", "前", "后", "或", "、", "情况"]
}
