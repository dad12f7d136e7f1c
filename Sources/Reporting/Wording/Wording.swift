package import LegalText
package import NoticeModel
package import RecordModel

/// The words in which results are reported.
///
/// They say what a text says against a rule. Whether a record is lawful is not for this program to say, so no
/// label may say it.
package enum Wording {
    /// What every report carries.
    package static let disclaimer = LocalizedText(
        zh: "本结果是对所给文字的规则筛查，不是法律意见或行政认定；是否违法由主管部门认定。",
        en: "A rule-based screening of the text given; not legal advice or an administrative finding."
    )

    /// Where a norm reaches.
    package static func name(of territory: Norm.Territory) -> LocalizedText {
        switch territory {
        case .domestic: LocalizedText(zh: "境内", en: "domestic")
        case .overseas: LocalizedText(zh: "境外", en: "overseas")
        case .inbound: LocalizedText(zh: "境外对境内", en: "inbound")
        case .outbound: LocalizedText(zh: "境内对境外", en: "outbound")
        }
    }

    /// The label of a verdict; one that needs a person is followed by `reasons`.
    package static func label(
        of level: Verdict.Level,
        reasons: [LocalizedText] = [],
        in language: LocalizedText.Language
    ) -> String {
        let label = labels(of: level)[language]
        var seen: Set<String> = []
        let distinct = reasons.map { $0[language] }.filter { seen.insert($0).inserted }
        guard level == .review, !distinct.isEmpty else { return label }
        switch language {
        case .zh: return "\(label)（\(distinct.joined(separator: "；"))）"
        case .en: return "\(label) (\(distinct.joined(separator: "; ")))"
        }
    }

    private static func labels(of level: Verdict.Level) -> LocalizedText {
        switch level {
        case .prohibited: LocalizedText(zh: "命中禁止性规定", en: "prohibited")
        case .restricted: LocalizedText(zh: "须经同意、批准或备案", en: "restricted")
        case .review: LocalizedText(zh: "需人工复核", en: "review")
        case .clear: LocalizedText(zh: "未命中（限所列规则与文本）", en: "no finding")
        }
    }

    /// The name of a field.
    package static func name(of field: Field) -> LocalizedText {
        switch field {
        case .name: LocalizedText(zh: "名称", en: "name")
        case .otherNames: LocalizedText(zh: "其他名称", en: "other name")
        case .scope: LocalizedText(zh: "经营范围", en: "scope")
        case .description: LocalizedText(zh: "简介", en: "description")
        }
    }

    /// The name of a kind of ban.
    package static func name(of ban: Ban) -> LocalizedText {
        switch ban {
        case .term: LocalizedText(zh: "字样", en: "term")
        case .activity: LocalizedText(zh: "业务活动", en: "activity")
        }
    }

    /// The name of a part of a registered name.
    package static func name(of part: CompanyName.Kind) -> LocalizedText {
        switch part {
        case .region: LocalizedText(zh: "行政区划", en: "place")
        case .tradeName: LocalizedText(zh: "字号", en: "trade name")
        case .industry: LocalizedText(zh: "行业", en: "industry")
        case .form: LocalizedText(zh: "组织形式", en: "form")
        case .branch: LocalizedText(zh: "分支机构", en: "branch")
        }
    }

    /// The name of a list of a business scope.
    package static func name(of licence: ScopeItem.Licence) -> LocalizedText {
        switch licence {
        case .general: LocalizedText(zh: "一般项目", en: "general item")
        case .licensed: LocalizedText(zh: "许可项目", en: "licensed item")
        }
    }

    /// How far the text of a quote can be relied on; a status that isn't known is given as it is.
    package static func status(_ status: String) -> LocalizedText {
        switch status {
        case "official": LocalizedText(zh: "官方文本", en: "official text")
        case "transcription": LocalizedText(zh: "转录文本，非发文机关网页", en: "transcription, not the issuer's own page")
        case "unofficial-translation": LocalizedText(zh: "非官方译文", en: "unofficial translation")
        case "unofficial-reconstruction": LocalizedText(zh: "非官方重构文本", en: "unofficial reconstruction")
        default: LocalizedText(zh: status, en: status)
        }
    }

    /// The name of a folding step.
    package static func name(of disguise: Disguise) -> LocalizedText {
        switch disguise {
        case .case: LocalizedText(zh: "大小写", en: "letter case")
        case .width: LocalizedText(zh: "全角或半角", en: "full or half width")
        case .compatibility: LocalizedText(zh: "兼容字符", en: "compatibility characters")
        case .traditional: LocalizedText(zh: "繁体或异体字", en: "traditional or variant characters")
        case .separators: LocalizedText(zh: "插入分隔符", en: "separators inside the term")
        case .escape: LocalizedText(zh: "转义字符", en: "escaped characters")
        case .confusable: LocalizedText(zh: "形近字符", en: "look-alike characters")
        case .split: LocalizedText(zh: "拆字", en: "a character split into its parts")
        case .pinyin: LocalizedText(zh: "拼音", en: "pinyin")
        case .homophone: LocalizedText(zh: "同音字", en: "characters that sound alike")
        }
    }
}

extension Basis {
    /// The provision as people name it: 银发〔2026〕42号（八）, or the ids where the notice's own marks aren't known.
    package var title: String {
        let notice = documentNumber ?? notice
        return label.map { notice + $0 } ?? "\(notice) \(provision)"
    }
}
