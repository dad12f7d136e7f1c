import NoticeModel

/// Reads where a norm reaches, where its words say so plainly.
struct TerritoryReader {
    private let line: Line
    private let isChinese: Bool

    init(_ line: Line, isChinese: Bool) {
        self.line = line
        self.isChinese = isChinese
    }

    /// The territory of the norm in `range`, or `nil` where the words leave it open.
    func territory(in range: Range<Int>) -> Norm.Territory? {
        guard isChinese else { return nil }
        if Self.toDomestic.occurs(in: line, range), Self.foreign.occurs(in: line, range) { return .inbound }
        if Self.goingAbroad.occurs(in: line, range) {
            let isDomesticParty = line.first("境内主体", in: range) != nil
            return isDomesticParty ? .outbound : .overseas
        }
        return line.first("在境内", in: range) == nil ? nil : .domestic
    }

    private static let toDomestic: PhraseSet = ["向境内", "向我国境内"]
    private static let foreign: PhraseSet = ["境外单位", "境外主体", "境外机构", "境外个人", "境外虚拟"]
    private static let goingAbroad: PhraseSet = ["在境外", "赴境外"]
}

/// Reads those whom a ban forbids something where they stand behind it: 严禁“矿机”生产企业在境内提供….
enum ChineseSubjectBehindCue {
    /// The bearers at the beginning of `range`, which starts at the end of the cue.
    static func bearers(_ line: Line, _ range: Range<Int>) -> [Range<Int>] {
        guard let verb = verbs.first(in: line, range), verb.lowerBound > range.lowerBound else { return [] }
        return ChineseSubject.bearers(line, range.lowerBound..<verb.lowerBound)
    }

    private static let verbs: PhraseSet = ["在境内", "以任何", "向", "直接或间接", "参与", "提供", "支持", "给予", "享受"]
}
