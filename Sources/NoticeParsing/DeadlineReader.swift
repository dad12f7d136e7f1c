/// Reads time limits: 自收到之日起三十日内, 限期, 每周; within 30 days.
struct DeadlineReader {
    private let line: Line

    /// Reads parts of `line`.
    init(_ line: Line) {
        self.line = line
    }

    /// The first time limit of the Chinese words in `range`.
    func chinese(in range: Range<Int>) -> Range<Int>? {
        for index in range {
            if let fixed = Self.fixed.longest(in: line, at: index), index + fixed.count <= range.upperBound {
                return index..<endOfDay(index + fixed.count, before: range.upperBound)
            }
            guard isNumeral(line[index]), index == range.lowerBound || !isNumeral(line[index - 1]),
                let end = limitEnd(index, before: range.upperBound)
            else { continue }
            return start(of: index, in: range)..<end
        }
        return nil
    }

    /// The first time limit of the English words in `range`.
    func english(in range: Range<Int>) -> Range<Int>? {
        guard let within = Self.within.first(in: line, range) else {
            return Self.rhythm.first(in: line, range).map(line.trimmed)
        }
        let window = within.upperBound..<min(range.upperBound, within.upperBound + 40)
        guard let unit = Self.units.first(in: line, window) else { return nil }
        var end = unit.upperBound
        while end < range.upperBound, Line.isLatin(line[end]) { end += 1 }
        return line.trimmed(within.lowerBound..<end)
    }

    /// Behind 每年, and 一月底前 that follows it.
    private func endOfDay(_ index: Int, before end: Int) -> Int {
        let window = index..<min(end, index + 8)
        guard window.contains(where: { isNumeral(line[$0]) }) else { return index }
        return Self.dayEnds.first(in: line, window)?.upperBound ?? index
    }

    /// Behind 三十日内 at `index`, or `nil` where the number counts something else.
    private func limitEnd(_ index: Int, before end: Int) -> Int? {
        var place = index
        while place < end, isNumeral(line[place]) { place += 1 }
        guard let unit = Self.chineseUnits.longest(in: line, at: place) else { return nil }
        place += unit.count
        guard let closer = Self.closers.longest(in: line, at: place), place + closer.count <= end else { return nil }
        return place + closer.count
    }

    /// 自…之日起 in front of a number of days belongs to the limit.
    private func start(of index: Int, in range: Range<Int>) -> Int {
        let window = max(range.lowerBound, index - 40)..<index
        guard Self.counts.ends(line, window),
            let from = window.last(where: { line[$0] == 0x81EA || line[$0] == 0x4ECE }),
            !line.scalars[from..<index].contains(0x2C)
        else { return index }
        return from
    }

    private func isNumeral(_ value: UInt32) -> Bool {
        if Line.isDigit(value) { return true }
        return [
            0x4E00, 0x4E8C, 0x4E09, 0x56DB, 0x4E94, 0x516D, 0x4E03, 0x516B, 0x4E5D, 0x5341, 0x767E, 0x4E24, 0x3007,
        ].contains(value)
    }

    private static let fixed: PhraseSet = ["限期", "每周", "每日", "每月", "每季度", "每年", "每半年", "当日", "按期", "按月", "按季度", "按年度"]
    private static let chineseUnits: PhraseSet = [
        "日", "天", "个工作日", "工作日", "个月", "月", "年", "小时", "个小时", "周", "个交易日", "个自然日", "分钟",
    ]
    private static let closers: PhraseSet = ["内", "以内", "之内", "前", "以前", "之前"]
    private static let dayEnds: PhraseSet = ["日前", "底前", "月前", "日以前"]
    private static let counts: PhraseSet = ["之日起", "之时起", "日起", "后"]
    private static let within: PhraseSet = ["within ", "no later than ", "not later than "]
    private static let units: PhraseSet = ["day", "month", "year", "hour", "week"]
    private static let rhythm: PhraseSet = [
        " weekly", " monthly", " quarterly", " annually", "within a time limit", "within a prescribed time",
    ]
}
