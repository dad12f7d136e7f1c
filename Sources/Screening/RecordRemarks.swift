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
        let ended = ["注销", "吊销", "撤销", "deregistered", "revoked", "dissolved", "struck off", "cancelled", "canceled"]
        // An application to be struck off is not the end.
        let pending = ["拟注销", "拟吊销", "申请注销", "未注销", "未吊销"]
        let rest = pending.reduce(status) { $0.replacing($1, with: "") }
        guard ended.contains(where: rest.contains) else { return nil }
        return Remark(
            "historical",
            LocalizedText(
                zh: "历史记录：登记状态为“\(record.registrationStatus ?? "")”",
                en: "historical: the registration's state is “\(record.registrationStatus ?? "")”"
            )
        )
    }

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

    /// The day in `text` as `2021-09-24`, whatever parts it: 2021/9/24, 2021年9月24日, 20210924, with or without a time.
    static func day(_ text: String) -> String? {
        let numbers = text.split { !("0"..."9").contains($0) }.map(String.init)
        guard let first = numbers.first else { return nil }
        let parts: [Int]
        if first.utf8.count == 8 {
            parts = [first.prefix(4), first.dropFirst(4).prefix(2), first.dropFirst(6)].compactMap { Int($0) }
        } else {
            parts = numbers.prefix(3).compactMap { Int($0) }
        }
        guard parts.count == 3, (1800...2200).contains(parts[0]), (1...12).contains(parts[1]),
            (1...31).contains(parts[2])
        else { return nil }
        let digits = parts.map { $0 < 10 ? "0\($0)" : String($0) }
        return digits.joined(separator: "-")
    }
}
