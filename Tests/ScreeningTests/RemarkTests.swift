import LegalText
import RecordModel
import Screening
import Testing

@Suite("Remarks on records")
struct RemarkTests {
    private let remarks = RecordRemarks(termDates: ["RWA": "2026-02-06", "虚拟货币": "2021-09-24"])

    private func verdict(_ terms: String..., ban: Ban = .term) -> Verdict {
        let evidence = terms.map { term in
            Evidence(field: .name, span: TextSpan(start: 0, end: 1), text: term, term: term, disguise: [])
        }
        return Verdict(findings: [
            Finding(
                rule: "r",
                ban: ban,
                activity: "a",
                verdict: .prohibited,
                basis: Basis(notice: "n", documentNumber: nil, provision: "art_8", label: nil, quotes: []),
                authority: nil,
                cure: nil,
                item: nil,
                evidence: evidence,
                doubts: [],
                explanation: LocalizedText(zh: "", en: "")
            )
        ])
    }

    @Test(
        "compares the day of registration with the day of the ban, however it is written",
        arguments: [
            ("2026-02-05", true), ("2026-02-06", false), ("2026/2/5", true), ("2025年12月31日", true), ("20260205", true),
            ("2026-02-05 00:00:00", true), ("2026", false), ("不详", false), ("2026-13-01", false),
            ("46058", true), ("46059", false), ("46058.5", true), ("９９", false), ("２０２６－０２－０５", true),
            ("二〇二六年二月五日", true), ("二〇二六年二月六日", false), ("二零二五年十二月三十一日", true), ("5 Feb 2026", true),
            ("Feb 6, 2026", false), ("05-February-2026", true), ("2026-02-05T00:00:00Z", true), ("1900-01-01", false),
            ("0000-00-00", false), ("2/5/2026", false), ("12345678901", false),
        ]
    )
    func dates(date: String, isBefore: Bool) {
        let record = Record(name: "RWA", registrationDate: date)
        #expect(remarks.remarks(on: record, verdict("RWA")).map(\.id) == (isBefore ? ["registered-before-ban"] : []))
    }

    @Test("lets the earliest ban decide, and looks at banned words only")
    func earliest() {
        let record = Record(name: "RWA虚拟货币", registrationDate: "2023-01-01")
        #expect(remarks.remarks(on: record, verdict("RWA", "虚拟货币")).isEmpty)
        #expect(remarks.remarks(on: record, verdict("RWA", ban: .activity)).isEmpty)
        #expect(remarks.remarks(on: record, verdict("比特币")).isEmpty)
    }

    @Test(
        "marks what is struck off",
        arguments: [
            ("注销", true), ("吊销，未注销", true), ("已吊销", true), ("Deregistered", true), ("存续（在营、开业、在册）", false),
            ("拟注销", false), ("-", false), ("在业", false), ("开业", false), ("迁出", false), ("撤销", true), ("责令关闭，已注销", true),
            ("正在注销", false), ("简易注销公告", false), ("已告解散", true), ("Dissolved", true), ("Inactive", true),
            ("Active", false),
        ]
    )
    func status(status: String, isHistorical: Bool) {
        let record = Record(name: "甲", registrationStatus: status)
        let ids = remarks.remarks(on: record, Verdict(findings: [])).map(\.id)
        #expect(ids == (isHistorical ? ["historical"] : []))
    }

    @Test(
        "checks credit codes, and takes other keys for what they are",
        arguments: [("91990099MA0TETT00L", true), ("91990099MA0TETT00M", false)]
    )
    func creditCodes(code: String, isChecked: Bool) throws {
        let read = try #require(CreditCode(code))
        #expect(read.isChecked == isChecked)
        #expect(read.region == "990099")
        let ids = remarks.remarks(on: Record(id: code), Verdict(findings: [])).map(\.id)
        #expect(ids == (isChecked ? [] : ["credit-code-check"]))
        #expect(CreditCode("440301103097413") == nil)
        #expect(CreditCode("91990099MA0TETT00I") == nil)
    }
}
