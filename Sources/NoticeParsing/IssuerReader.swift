import LegalText
import NoticeModel

/// Reads the names of issuing bodies from a title and from a signature block.
struct IssuerReader {
    private let line: Line
    private let text: BlockText

    /// Reads `line`, which is a part of `text`.
    init(_ line: Line, of text: BlockText) {
        self.line = line
        self.text = text
    }

    /// Whether `line` is nothing but the name of a body, or a few of them parted by blanks.
    static func isBodyNames(_ line: Line) -> Bool {
        let range = line.trimmed(line.range)
        guard !range.isEmpty, range.count <= 120 else { return false }
        if Line.isHan(line[range.lowerBound]) {
            guard range.allSatisfy({ Line.isHan(line[$0]) || Line.isBlank(line[$0]) || line[$0] == 0x3001 }) else {
                return false
            }
            let compact = line.text(range).filter { !$0.isWhitespace }
            guard compact.count <= 60 else { return false }
            return chineseEnds.contains { compact.hasSuffix($0) }
        }
        guard Line.isUpper(line[range.lowerBound]), !BlockClassifier.endsSentence(line) else { return false }
        let words = line.text(range).split(separator: " ")
        guard words.count <= 14 else { return false }
        return words.contains { word in englishWords.contains { word.hasPrefix($0) } }
            && words.allSatisfy { $0.first?.isUppercase ?? false || smallWords.contains(String($0)) }
    }

    /// The names of a signature line: one name whose characters may stand apart, or several.
    func signatureNames() -> [Issuer] {
        let range = line.trimmed(line.range)
        guard !range.isEmpty else { return [] }
        guard Line.isHan(line[range.lowerBound]) else { return [issuer(range)] }
        // 中 央 宣 传 部 is one name: its pieces are single characters, or they name no body.
        let pieces = parts(of: range, at: { Line.isBlank($0) || $0 == 0x3001 })
        let areNames =
            pieces.count > 1
            && pieces.allSatisfy { piece in
                piece.count > 2 && Self.chineseEnds.contains { line.text(piece).hasSuffix($0) }
            }
        let names = areNames ? pieces : [range]
        return names.map { issuer($0) }
    }

    /// The names in a title's `range`: those before 关于, or between "Notice of the" and "on".
    func titleNames(in range: Range<Int>) -> [Issuer] {
        let range = line.trimmed(range)
        guard let first = range.first else { return [] }
        return Line.isHan(line[first]) ? chineseTitleNames(in: range) : englishTitleNames(in: range)
    }

    private func chineseTitleNames(in range: Range<Int>) -> [Issuer] {
        guard let about = line.first("关于", in: range) ?? kindAtEnd(of: range), about.lowerBound > range.lowerBound
        else { return [] }
        let pieces = parts(of: range.lowerBound..<about.lowerBound, at: { Line.isBlank($0) || $0 == 0x3001 })
        return pieces.compactMap { piece in
            var piece = piece
            // 国家发展改革委等部门 and 中国人民银行等十部门 name the first only.
            if let others = line.last("等", in: piece), line.text(others.lowerBound..<piece.upperBound).hasSuffix("门") {
                piece = piece.lowerBound..<others.lowerBound
            }
            return piece.isEmpty ? nil : issuer(piece)
        }
    }

    /// 公告 or 令 at the end of a title that is a body's name and nothing else before it.
    private func kindAtEnd(of range: Range<Int>) -> Range<Int>? {
        guard
            let kind = Self.kinds.first(where: {
                range.count > $0.count && line.has($0, at: range.upperBound - $0.count)
            })
        else { return nil }
        let name = line.trimmed(range.lowerBound..<(range.upperBound - kind.count))
        guard Self.chineseEnds.contains(where: { line.text(name).hasSuffix($0) }) else { return nil }
        return (range.upperBound - kind.count)..<range.upperBound
    }

    private func englishTitleNames(in range: Range<Int>) -> [Issuer] {
        guard let of = line.first(" of ", in: range), let on = line.first(" on ", in: of.upperBound..<range.upperBound)
        else { return [] }
        let pieces = parts(of: of.upperBound..<on.lowerBound, at: { $0 == 0x2C }).flatMap { piece in
            guard let and = line.first(" and the ", in: piece) else { return [piece] }
            return [piece.lowerBound..<and.lowerBound, and.upperBound..<piece.upperBound]
        }
        return pieces.compactMap { piece in
            var piece = line.trimmed(piece)
            for word: Phrase in ["and ", "the "] where line.has(word, at: piece.lowerBound) && piece.count > word.count
            {
                piece = (piece.lowerBound + word.count)..<piece.upperBound
            }
            return piece.isEmpty ? nil : issuer(piece)
        }
    }

    /// The pieces of `range` between the scalars that part it.
    private func parts(of range: Range<Int>, at isSeparator: (UInt32) -> Bool) -> [Range<Int>] {
        var pieces: [Range<Int>] = []
        var start = range.lowerBound
        for index in range {
            guard isSeparator(line[index]) else { continue }
            if start < index { pieces.append(start..<index) }
            start = index + 1
        }
        if start < range.upperBound { pieces.append(start..<range.upperBound) }
        return pieces
    }

    /// The body whose name stands in `range`.
    private func issuer(_ range: Range<Int>) -> Issuer {
        let name = normal(range)
        return Issuer(name, at: line.span(range), body: IssuingBodies.body(named: Phrase.simplified(name)))
    }

    /// The name without padding between Chinese characters, and with single blanks between English words.
    private func normal(_ range: Range<Int>) -> String {
        let isChinese = range.contains { Line.isHan(line[$0]) }
        let printed = text.printed(line.span(range))
        return printed.split(whereSeparator: \.isWhitespace).joined(separator: isChinese ? "" : " ")
    }

    private static let kinds: [Phrase] = ["公告", "通告", "令", "命令"]
    private static let chineseEnds = [
        "银行", "委员会", "委", "部", "局", "会", "法院", "检察院", "国务院", "办", "办公厅", "办公室", "署", "政府", "总社", "中心", "协会", "交易所", "厅",
    ]
    private static let englishWords = [
        "Bank", "Commission", "Ministry", "Administration", "Court", "Procuratorate", "Bureau", "Office", "Council",
        "Department", "Committee", "Association", "Exchange", "Authority",
    ]
    private static let smallWords: Set<String> = ["of", "the", "and", "for", "on", "to", "in"]
}
