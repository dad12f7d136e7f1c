import LegalText
import RecordModel
import Reporting
import Screening

/// A record with a finding of each kind, as a rule engine would give them.
enum Sample {
    static let pack = PackIdentity(id: "yinfa-2026-42", version: "1.0.0", digest: "sha256:abc")

    static let record = Record(
        id: "91440300TEST",
        name: "前海ＲＷＡ公司",
        otherNames: [OtherName("甲"), OtherName("币乙", kind: .brand)],
        scope: "一般项目：软件开发；比特币矿机销售"
    )

    static let basis = Basis(
        notice: "yinfa-2026-42",
        documentNumber: "银发〔2026〕42号",
        provision: "art_8",
        label: "（八）",
        quotes: [
            Quote("不得含有“RWA”等字样", language: .zh, status: "unofficial-reconstruction"),
            Quote("must not contain “RWA”", language: .en, status: "unofficial-translation"),
        ]
    )

    static let term = Finding(
        rule: "yinfa-2026-42/registration-terms",
        ban: .term,
        activity: "registration-term",
        verdict: .prohibited,
        basis: basis,
        authority: LocalizedText(zh: "市场监管部门", en: "market regulation departments"),
        cure: nil,
        item: nil,
        evidence: [
            Evidence(field: .name, span: TextSpan(start: 6, end: 15), text: "ＲＷＡ", term: "RWA", disguise: [.width])
        ],
        doubts: [],
        explanation: LocalizedText(zh: "名称含有“RWA”", en: "the name contains RWA")
    )

    static let doubtful = Finding(
        rule: "yinfa-2026-42/mining-machines",
        ban: .activity,
        activity: "mining-machine-sales",
        verdict: .review,
        basis: Basis(notice: "yinfa-2026-42", documentNumber: nil, provision: "art_9", label: nil, quotes: []),
        authority: nil,
        cure: Cure(
            requirement: LocalizedText(zh: "经同意", en: "consent"),
            grantor: nil
        ),
        item: ScopeItem(number: 2, text: "比特币矿机销售", span: TextSpan(start: 30, end: 51), licence: .general),
        evidence: [
            Evidence(field: .scope, span: TextSpan(start: 39, end: 45), text: "矿机", term: "矿机", disguise: []),
            Evidence(
                field: .otherNames,
                index: 1,
                span: TextSpan(start: 0, end: 3),
                text: "币",
                term: "币",
                disguise: []
            ),
        ],
        doubts: [
            Doubt("maker-unknown", LocalizedText(zh: "不知是否为生产企业", en: "it may not be the maker"))
        ],
        explanation: LocalizedText(zh: "在境内销售矿机", en: "sells mining machines")
    )

    static let verdict = Verdict(
        findings: [term, doubtful],
        released: [
            Release(
                rule: "yinfa-2026-42/exchange",
                evidence: [
                    Evidence(
                        field: .scope,
                        span: TextSpan(start: 15, end: 27),
                        text: "软件开发",
                        term: "软件开发",
                        disguise: []
                    )
                ],
                cue: "不从事"
            )
        ]
    )

    /// The sample as a row of a file, a clear row, and a rejected one.
    static let rows = [
        ScreenedRow(row: 3, line: 4, outcome: .screened(record, verdict)),
        ScreenedRow(row: 4, line: 5, outcome: .screened(Record(name: "丙"), Verdict(findings: []))),
        ScreenedRow(row: 5, line: 6, outcome: .rejected(.nul)),
    ]
}
