internal import LegalText
package import RecordModel

/// Finds what a person should know of a record beside its verdict: that the entity is gone, that it was registered before
/// a term was banned, that its key can't be right.
package struct RecordRemarks: Sendable, Hashable {
    /// The day from which a registered name or scope must not contain a term, as `2021-09-24`.
    private let termDates: [String: String]

    /// Creates a finder that knows the day of each term in `termDates`.
    package init(termDates: [String: String] = [:]) {
        self.termDates = termDates
    }

    /// The remarks on `record`, which came to `verdict`.
    package func remarks(on record: Record, _ verdict: Verdict) -> [Remark] {
        [historical(record), registeredBefore(record, verdict), creditCode(record)].compactMap(\.self)
    }

    private func historical(_ record: Record) -> Remark? {
        guard let status = record.registrationStatus?.lowercased() else { return nil }
        // An application to be struck off is not the end; what hasn't happened neither.
        let rest = Self.pending.reduce(status) { $0.replacing($1, with: "") }
        guard Self.ended.contains(where: rest.contains) else { return nil }
        return Remark(
            "historical",
            LocalizedText(
                zh: "历史记录：登记状态为“\(record.registrationStatus ?? "")”",
                en: "historical: the registration's state is “\(record.registrationStatus ?? "")”"
            )
        )
    }

    /// Words of a registration that is no more. 迁出 isn't one: the entity goes on under another registrar.
    private static let ended = [
        "注销", "吊销", "撤销", "除名", "解散", "不再存续", "deregistered", "revoked", "dissolved", "struck off", "struck-off",
        "cancelled", "canceled", "inactive", "removed", "terminated",
    ]
    private static let pending = [
        "拟注销", "拟吊销", "申请注销", "正在注销", "注销中", "注销公告", "注销备案", "未注销", "未吊销", "未被吊销", "撤销注销", "撤销吊销",
        "not dissolved", "not revoked",
    ]

    private func registeredBefore(_ record: Record, _ verdict: Verdict) -> Remark? {
        guard let date = record.registrationDate.flatMap(Self.day) else { return nil }
        let evidence = verdict.findings.filter { $0.ban == .term }.flatMap(\.evidence)
        let dates = evidence.compactMap { termDates[$0.term] }
        // The earliest ban of the words found decides: a name may hold a term of 2021 and one of 2026.
        guard let since = dates.min(), date < since else { return nil }
        return Remark(
            "registered-before-ban",
            LocalizedText(
                zh: "登记于\(date)，早于该字样被禁之日（\(since)）；通知没有过渡条款",
                en: "registered on \(date), before the term was banned (\(since)); the notice has no transition clause"
            )
        )
    }

    private func creditCode(_ record: Record) -> Remark? {
        guard let id = record.id, let code = CreditCode(id), !code.isChecked else { return nil }
        return Remark(
            "credit-code-check",
            LocalizedText(
                zh: "统一社会信用代码的校验码不符，请核对主体",
                en: "the credit code's check character is wrong; check which entity this is"
            )
        )
    }

    /// The day in `text` as `2021-09-24`, whatever parts it: 2021/9/24, 2021年9月24日, 二〇二一年九月二十四日, 20210924, with or
    /// without a time, `24 Sep 2021`, `Sep 24, 2021`, and the number 44463 by which Excel knows it.
    ///
    /// `nil` where there is no day in it, for 9/24/2021 and 24/9/2021, whose order nobody can know where both could be
    /// months, and for 1900-01-01, which is an empty cell of a database.
    static func day(_ text: String) -> String? {
        let text = narrowed(text)
        let numbers = text.split { !("0"..."9").contains($0) }.map(String.init)
        guard let first = numbers.first else { return nil }
        if let month = month(in: text) { return dayInWords(numbers, month: month) }
        let parts: [Int]
        if first.utf8.count == 8 {
            parts = [first.prefix(4), first.dropFirst(4).prefix(2), first.dropFirst(6)].compactMap { Int($0) }
        } else if first.utf8.count == 5, text.allSatisfy({ ("0"..."9").contains($0) || $0 == "." }) {
            return Int(first).flatMap(dayOfSerial)
        } else {
            parts = numbers.prefix(3).compactMap { Int($0) }
        }
        return parts.count == 3 ? day(parts[0], parts[1], parts[2]) : nil
    }

    private static func day(_ year: Int, _ month: Int, _ day: Int) -> String? {
        guard (1800...2200).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
        if year == 1900, month == 1 { return nil }
        return [year, month, day].map { $0 < 10 ? "0\($0)" : String($0) }.joined(separator: "-")
    }

    /// `text` with digits of full width and Chinese ones as ASCII digits.
    private static func narrowed(_ text: String) -> String {
        let isInWords =
            text.contains("年") && text.unicodeScalars.contains { "〇零一二三四五六七八九十".unicodeScalars.contains($0) }
        guard isInWords else {
            let scalars = text.unicodeScalars.map { scalar in
                (0xFF10...0xFF19).contains(scalar.value)
                    ? Unicode.Scalar(UInt8(scalar.value - 0xFF10 + 0x30)) : scalar
            }
            return String(String.UnicodeScalarView(scalars))
        }
        let parts = text.split { "年月日号".contains($0) }.prefix(3).map { part in
            let digits = part.filter { !$0.isWhitespace }
            return ChineseNumeral.value(of: digits).map(String.init) ?? digits
        }
        return parts.joined(separator: "-")
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]

    /// The number of the month that `text` names in English.
    private static func month(in text: String) -> Int? {
        let words = text.lowercased().split { !("a"..."z").contains($0) }
        return words.lazy.compactMap { word in
            word.utf8.count >= 3 ? months.firstIndex { word.hasPrefix($0) } : nil
        }
        .first.map { $0 + 1 }
    }

    private static func dayInWords(_ numbers: [String], month: Int) -> String? {
        guard let year = numbers.first(where: { $0.utf8.count == 4 }).flatMap({ Int($0) }),
            let number = numbers.first(where: { $0.utf8.count <= 2 }).flatMap({ Int($0) })
        else { return nil }
        return day(year, month, number)
    }

    /// The day with the number `serial` in a workbook, from 1930 to 2064: smaller and larger ones are hardly dates.
    private static func dayOfSerial(_ serial: Int) -> String? {
        guard (10_959...60_000).contains(serial) else { return nil }
        // Counted from the 1st of March of year 0, so that leap days come last.
        let days = serial - 25_569 + 719_468
        let era = days / 146_097
        let dayOfEra = days % 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * dayOfYear + 2) / 153
        let month = shifted < 10 ? shifted + 3 : shifted - 9
        return day(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
    }
}
